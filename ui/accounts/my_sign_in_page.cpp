// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/my_sign_in_page.h"

#include "ui/accounts/linked_accounts_view.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/desk/moment_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

#include <QApplication>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 620;
constexpr int mostRows = 6;       // of the list, before it scrolls
constexpr int readAgain = 10'000; // ms

Label *wrapped(Role role, const QString &text, QWidget *parent)
{
    auto *label = new Label(TextStyle::Body, role, text, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

MySignInPage::MySignInPage(Desk &desk, SignInsModel::Here here, QWidget *parent)
    : Page(parent), m_desk(desk), m_signIns(desk.session(), desk.door()),
      m_verification(desk.session().path(), desk.principal(), desk.clock(), {}), // nothing here carries a code yet
      m_model(new SignInsModel(desk, std::move(here), this))
{
    auto *area = new FormArea(formWidth, title(), FormArea::Stands::AtTheTop, this);
    column(this, 0)->addWidget(area);
    buildSignIns(area->form(), area->rows());
    buildRest(area->form(), area->rows());
    m_again.setInterval(readAgain);
    connect(&m_again, &QTimer::timeout, this, &MySignInPage::readSignIns);
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &MySignInPage::follow);
    connect(&Theme::instance(), &Theme::changed, this, &MySignInPage::fitList);
}

void MySignInPage::buildSignIns(QWidget *form, QVBoxLayout *rows)
{
    m_head = new SectionHead(tr("Where you are signed in"), form);
    m_view = new ListView(tr("Where you are signed in"), Role::Window, form);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ListRowDelegate(m_view));
    m_end = new PlainButton(tr("Sign out there"), form);
    m_endOthers = new PlainButton(tr("Sign out everywhere else"), form);
    rows->addWidget(m_head);
    rows->addWidget(m_view);
    auto *box = new QWidget(form);
    auto *flow = new FlowLayout(8, 8, box);
    for (Button *button : {m_end, m_endOthers}) {
        button->setParent(box);
        flow->addWidget(button);
    }
    rows->addWidget(box);
    rows->addWidget(
        wrapped(Role::Muted,
                tr("A window that is signed out shows the faces within seconds; what was being typed in it is"
                   " kept. One that nobody uses for 12 hours is signed out by itself."),
                form));
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &MySignInPage::choose);
    connect(m_end, &QAbstractButton::clicked, this, &MySignInPage::endChosen);
    connect(m_endOthers, &QAbstractButton::clicked, this, &MySignInPage::endOthers);
}

void MySignInPage::buildRest(QWidget *form, QVBoxLayout *rows)
{
    rows->addWidget(new SectionHead(tr("Linked account"), form));
    m_accounts = new LinkedAccountsView(m_desk, form);
    rows->addWidget(m_accounts);
    rows->addWidget(new SectionHead(tr("E-mail and phone"), form));
    m_addresses = wrapped(Role::Text, {}, form);
    m_noCarrier =
        wrapped(Role::Muted,
                tr("An address is confirmed by a code that is sent there. Thimblely cannot send e-mail or short"
                   " messages yet, so no code can be asked for."),
                form);
    rows->addWidget(m_addresses);
    rows->addWidget(m_noCarrier);
    rows->addWidget(new SectionHead(tr("PIN"), form));
    auto *pin = new PlainButton(tr("Change your PIN…"), form);
    auto *line = row(nullptr, 0);
    line->addWidget(pin);
    line->addStretch(1);
    rows->addLayout(line);
    connect(pin, &QAbstractButton::clicked, this, &MySignInPage::pinRequested);
}

void MySignInPage::reload()
{
    readSignIns();
    m_accounts->reload();
    m_desk.when(m_verification.addresses(), this,
                [this](const std::vector<OwnAddress> &addresses) { showAddresses(addresses); });
}

void MySignInPage::readSignIns()
{
    auto open = m_signIns.open();
    if (!open)
        return m_desk.notices().fail(open.error());
    m_model->setSignIns(std::move(*open));
    m_head->setRemark(m_desk.locale().toString(m_model->rowCount()));
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0));
    fitList();
    choose();
}

void MySignInPage::fitList()
{
    const int rows = std::clamp(m_model->rowCount(), 1, mostRows);
    QStyleOptionViewItem option;
    option.initFrom(m_view);
    m_view->setFixedHeight(rows * m_view->itemDelegate()->sizeHint(option, m_model->index(0)).height());
}

void MySignInPage::showAddresses(const std::vector<OwnAddress> &addresses)
{
    QStringList lines;
    bool all = true;
    for (const OwnAddress &each : addresses) {
        const QString address = isolated(each.address);
        lines.append(
            each.confirmedAt
                ? tr("%1: confirmed %2", "an address, and when").arg(address, momentText(*each.confirmedAt, m_desk))
                : tr("%1: not confirmed").arg(address));
        all = all && each.confirmedAt;
    }
    m_addresses->setText(lines.isEmpty() ? tr("None is known of you.") : lines.join(u'\n'));
    m_noCarrier->setVisible(!all);
}

void MySignInPage::follow(const changes::ChangeSet &changes)
{
    if (isVisible() && (changes.touches(storage::Table::AuthSessions) ||
                        changes.touches(storage::Table::OauthConnections) || changes.touches(storage::Table::Profiles)))
        reload();
}

void MySignInPage::choose()
{
    const QModelIndex now = m_view->currentIndex();
    m_end->setEnabled(now.isValid() && !m_model->isHere(now.row()));
    m_endOthers->setVisible(m_model->rowCount() > 1 && m_model->here());
}

void MySignInPage::endChosen()
{
    const QModelIndex now = m_view->currentIndex();
    if (now.isValid())
        m_desk.when(m_signIns.end(m_model->signIn(now.row()).id), this, [this] {
            readSignIns();
            m_view->setFocus(Qt::OtherFocusReason);
        });
}

void MySignInPage::endOthers()
{
    if (const auto here = m_model->here())
        m_desk.when(m_signIns.endOthers(*here), this, [this](int) {
            readSignIns();
            m_view->setFocus(Qt::OtherFocusReason);
        });
}

void MySignInPage::arrive()
{
    reload();
    if (!isAncestorOf(QApplication::focusWidget()))
        m_view->setFocus(Qt::TabFocusReason); // a menu led here: where the keyboard is now is to be seen
}

bool MySignInPage::stepBack()
{
    return m_accounts->stepBack();
}

void MySignInPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_again.start();
}

void MySignInPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_again.stop();
}

} // namespace thimblely::ui
