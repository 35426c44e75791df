// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/till_entries_pane.h"

#include "core/finance/payment_service.h"
#include "ui/desk/desk.h"
#include "ui/documents/order_papers.h"
#include "ui/finance/till_entries_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>

namespace thimblely::ui {

namespace {

constexpr int findWidth = 240;
constexpr int wide = 640; // at 100 %: room for a remark in the head

bool hasPaper(const finance::TillEntry &entry)
{
    const bool paid = entry.kind == finance::TillEntryKind::Sale && entry.order;
    return (paid || entry.kind == finance::TillEntryKind::Credit) && !entry.receiptNumber.isEmpty();
}

} // namespace

TillEntriesPane::TillEntriesPane(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new TillEntriesModel(desk, this)),
      m_head(new SectionHead(tr("Today’s entries"), this)), m_find(new QLineEdit(this)),
      m_stack(new QStackedWidget(this)), m_list(new ListView(tr("What the till moved today"), Role::Surface, this)),
      m_empty(new EmptyState("i-money",
                             tr("Nothing was taken since the last closing. What clients pay at the counter"
                                " and at pick-up stands here."),
                             {}, this)),
      m_nothing(new EmptyState("i-money",
                               tr("No payment is found under this. A receipt is found by its number, an order "
                                  "by its own, by garment or day, a client by name or phone."),
                               {}, this)),
      m_paper(new PlainButton(tr("Receipt"), this)), m_confirm(new PlainButton(tr("It has come in"), this)),
      m_takeBack(new PlainButton(tr("Take back…"), this))
{
    auto *delegate = new ListRowDelegate(m_list);
    delegate->setBase(Role::Surface);
    m_list->setModel(m_model);
    m_list->setItemDelegate(delegate);
    m_find->setPlaceholderText(tr("Receipt, order or name"));
    m_find->setAccessibleName(tr("Find a payment of any day"));
    m_find->setClearButtonEnabled(true);
    m_find->setMinimumWidth(Theme::instance().px(findWidth) / 2);
    m_find->setMaximumWidth(Theme::instance().px(findWidth));
    m_head->addAction(m_find);
    if (auto *head = qobject_cast<QBoxLayout *>(m_head->layout()))
        head->setStretchFactor(m_find, 4); // what it finds is read to its end where there is room
    auto *pages = new FlatButton(tr("Day pages"), this);
    m_head->addAction(pages);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_nothing);
    auto *actions = row(nullptr, 8, {20, 0, 20, 0});
    actions->addStretch(1);
    actions->addWidget(m_paper);
    actions->addWidget(m_confirm);
    actions->addWidget(m_takeBack);
    auto *head = column(nullptr, 0, {15, 8, 20, 0});
    head->addWidget(m_head);
    auto *all = column(this, 8, {1, 1, 1, 16}); // inside the card's line
    all->addLayout(head);
    all->addWidget(m_stack, 1);
    all->addLayout(actions);
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_model->setWords(typed);
        showRows();
    });
    connect(m_find, &QLineEdit::returnPressed, this, &TillEntriesPane::focusList);
    connect(pages, &QAbstractButton::clicked, this, &TillEntriesPane::pagesRequested);
    m_paper->setIconName("i-print");
    m_paper->setCaption(QStringLiteral("F8"));
    connect(m_paper, &QAbstractButton::clicked, this, &TillEntriesPane::printPaper);
    connect(m_confirm, &QAbstractButton::clicked, this, &TillEntriesPane::confirm);
    connect(m_takeBack, &QAbstractButton::clicked, this, &TillEntriesPane::takeBack);
    connect(m_list, &ListView::activated, this, &TillEntriesPane::takeBack);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TillEntriesPane::showActions);
}

void TillEntriesPane::reload()
{
    m_model->reload();
    showRows();
}

bool TillEntriesPane::isSearch() const
{
    return m_model->isSearch();
}

void TillEntriesPane::find(const QString &typed)
{
    m_find->setText(typed);
    m_list->setCurrentIndex(m_model->index(0));
    focusList();
}

void TillEntriesPane::setBlind(bool blind)
{
    m_blind = blind;
    m_model->setBlind(blind);
    showRows();
}

void TillEntriesPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showRows();
}

void TillEntriesPane::showRows()
{
    const bool any = m_model->rowCount() > 0;
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_list) : isSearch() ? m_nothing : m_empty);
    m_head->setTitle(isSearch() ? tr("Payments of any day") : tr("Today’s entries"));
    m_head->setRemark(m_blind ? tr("cash and cards are shown once counted")
                      : any && !isSearch() && width() >= Theme::instance().px(wide) ? tr("since the last closing")
                                                                                    : QString());
    if (any && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    showActions();
}

void TillEntriesPane::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void TillEntriesPane::chooseWaiting()
{
    for (int row = 0; row < m_model->rowCount() || m_model->canFetchMore({}); ++row) {
        if (row == m_model->rowCount()) {
            m_model->fetchMore({});
            if (row == m_model->rowCount())
                return; // it could not be read, which the model has said
        }
        const finance::TillEntry &entry = m_model->entry(row);
        if (!entry.isAwaited())
            continue;
        m_list->setCurrentIndex(m_model->index(row));
        m_confirm->setFocus(Qt::OtherFocusReason);
        return;
    }
}

const finance::TillEntry *TillEntriesPane::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? &m_model->entry(index.row()) : nullptr;
}

void TillEntriesPane::showActions()
{
    using finance::TillEntryKind;
    const finance::TillEntry *entry = current();
    const bool counted = entry && (entry->kind == TillEntryKind::Float || entry->kind == TillEntryKind::Difference ||
                                   entry->kind == TillEntryKind::CreditUsed || entry->kind == TillEntryKind::Wage ||
                                   entry->kind == TillEntryKind::Other);
    const bool paidBack =
        entry && entry->kind == TillEntryKind::Credit && entry->amount.isNegative() && !entry->reverses;
    m_takeBack->setEnabled(entry && entry->canBeTakenBack() && !counted && !paidBack);
    m_paper->setEnabled(entry && hasPaper(*entry));
    m_confirm->setVisible(entry && entry->isAwaited());
}

bool TillEntriesPane::printPaper()
{
    const finance::TillEntry *entry = current();
    if (!entry || !hasPaper(*entry))
        return false;
    OrderPapers(m_desk).printReceipt(entry->id);
    return true;
}

void TillEntriesPane::confirm()
{
    const finance::TillEntry *entry = current();
    if (entry)
        m_desk.when(finance::PaymentService(m_desk.session(), m_desk.door()).confirm(entry->id), this, [] {});
}

void TillEntriesPane::takeBack()
{
    const finance::TillEntry *entry = current();
    if (entry && m_takeBack->isEnabled())
        Q_EMIT takeBackRequested(*entry, m_list->currentIndex().data().toString());
}

} // namespace thimblely::ui
