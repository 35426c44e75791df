// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/wages_pane.h"

#include "ui/desk/isolated.h"
#include "ui/desk/pay_methods.h"
#include "ui/finance/book_words.h"
#include "ui/finance/wage_sheet_view.h"
#include "ui/finance/wages_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stitch_line.h"

#include <QComboBox>
#include <QStackedLayout>

namespace thimblely::ui {

using access::Capability;
using finance::PaymentMethod;
using finance::WageStanding;

namespace {

constexpr int sideWidth = 420;
constexpr int sideNarrow = 320;
constexpr int narrowBelow = 1080;

} // namespace

WageForm::WageForm(Desk &desk, QWidget *parent) : EntryForm(desk, tr("Wage"), tr("Enter it"), parent)
{
    // Each is made where it stands: so Tab comes by.
    m_kind = new Segmented(tr("What it is"), body());
    for (const QString &name : {tr("Earned"), tr("Advance"), tr("Paid")})
        m_kind->addSegment(name);
    rows()->addWidget(m_kind);
    addMoney(tr("Amount"), m_amount);
    m_method = new Segmented(tr("How it is paid"), body());
    m_method->addSegment(tr("Cash from the drawer"));
    m_method->addSegment(tr("Bank or safe"));
    rows()->addWidget(m_method);
    m_note = addText(tr("Note"));
    m_note->edit()->setPlaceholderText(tr("November; 14 jackets"));
    rows()->addStretch(1);
    connect(m_kind, &Segmented::currentIndexChanged, this, &WageForm::showKind);
    connect(m_method, &Segmented::currentIndexChanged, this, &WageForm::clearProblem);
    connect(m_amount, &QLineEdit::returnPressed, this, [this] { m_note->edit()->setFocus(Qt::TabFocusReason); });
    endWith(m_note);
}

void WageForm::begin(const WageStanding &person, Kind kind)
{
    m_person = person;
    setTitle(tr("Wage of %1").arg(isolated(person.name)));
    m_kind->setCurrentIndex(int(kind));
    m_amount->clear();
    if (kind == Kind::Paid && person.owed.minor() > 0)
        m_amount->setValue(person.owed);
    m_method->setCurrentIndex(0);
    m_note->setText({});
    showKind();
    beginTyping(person.member.toString(), tr("Wage of %1").arg(isolated(person.name)));
    focusFirst();
}

void WageForm::showKind()
{
    const bool earned = m_kind->currentIndex() == int(Kind::Earned);
    m_method->setVisible(!earned);
    const QString owed = m_person ? desk().amount(m_person->owed) : QString();
    setWords(earned ? tr("What was worked for and is to be paid: it is owed from now on. Owed now: %1.").arg(owed)
                    : tr("What is handed out. Owed now: %1.").arg(owed));
    clearProblem();
}

void WageForm::focusFirst()
{
    m_amount->setFocus(Qt::OtherFocusReason);
    m_amount->selectAll();
}

void WageForm::submit()
{
    if (isBusy() || !m_person)
        return;
    const auto amount = m_amount->value();
    if (!amount)
        return setProblem(amount.error());
    const QString note = m_note->text().trimmed();
    const Kind kind = Kind(std::max(0, m_kind->currentIndex()));
    const bool drawer = m_method->currentIndex() != 1;
    write(
        [this, kind, drawer, note, amount = *amount] {
            finance::WageService wages(desk().session(), desk().door());
            if (kind == Kind::Earned)
                return wages.earn(m_person->member, amount, note);
            return wages.pay({m_person->member, amount, drawer ? PaymentMethod::Cash : PaymentMethod::Transfer,
                              kind == Kind::Advanced, drawer, note});
        },
        [this](TransactionId) { finish(); });
}

WagesPane::WagesPane(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new WagesModel(desk, this)), m_month(new QComboBox(this)),
      m_list(new ListView(tr("Wages"), Role::Surface, this)), m_stack(nullptr), m_form(nullptr)
{
    auto *work = new Card(this);
    m_side = new Card(this);
    m_sheet = new WageSheetView(desk, m_side);
    column(m_side, 0)->addWidget(m_sheet);
    auto *sides = row(this, 12);
    sides->addWidget(work, 1);
    sides->addWidget(m_side);
    m_stack = new QStackedLayout(work);
    m_place = buildList(work);
    m_form = new WageForm(desk, work);
    m_stack->addWidget(m_place);
    m_stack->addWidget(m_form);
    connect(m_form, &EntryForm::left, this, &WagesPane::closeForm);
    connect(m_month, &QComboBox::currentIndexChanged, this, &WagesPane::reload);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        refreshActions();
        showSheet();
    });
    connect(m_list, &ListView::activated, this, [this] { start(WageForm::Kind::Paid); });
    connect(&HideMoney::instance(), &HideMoney::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

QWidget *WagesPane::buildList(QWidget *parent)
{
    constexpr int monthsOffered = 12;
    auto *place = new QWidget(parent);
    auto *head = new SectionHead(tr("Wages"), place);
    m_month->setAccessibleName(tr("Of which month"));
    const finance::Month now = finance::Month::of(m_desk.today());
    for (int i = 0; i < monthsOffered; ++i)
        m_month->addItem(monthName(now.plus(-i), m_desk.locale()));
    head->addAction(m_month);
    auto *delegate = new ListRowDelegate(m_list);
    delegate->setBase(Role::Surface);
    m_list->setModel(m_model);
    m_list->setItemDelegate(delegate);
    auto *actions = row(nullptr, 8, {20, 8, 20, 16});
    actions->addStretch(1);
    const std::pair<QString, WageForm::Kind> kinds[] = {{tr("Earned…"), WageForm::Kind::Earned},
                                                        {tr("Advance…"), WageForm::Kind::Advanced},
                                                        {tr("Pay…"), WageForm::Kind::Paid}};
    for (const auto &[name, kind] : kinds) {
        auto *button = new PlainButton(name, place);
        button->setVisible(m_desk.principal().can(Capability::FinanceWrite));
        actions->addWidget(button);
        m_actions.append(button);
        connect(button, &QAbstractButton::clicked, this, [this, kind = kind] { start(kind); });
    }
    auto *inset = column(nullptr, 0, {15, 8, 20, 0});
    inset->addWidget(head);
    auto *all = column(place, 0, {1, 1, 1, 1}); // inside the card's line
    all->addLayout(inset);
    all->addWidget(new Separator(Qt::Horizontal, place));
    all->addWidget(m_list, 1);
    all->addLayout(actions);
    return place;
}

void WagesPane::reload()
{
    const finance::Month month = this->month();
    using People = std::vector<WageStanding>;
    auto reading = m_desk.reader().read<People>([month](access::Session &session) {
        return finance::WageService::standings(session, month.first(), month.last());
    });
    whenDone(std::move(reading), this, [this, asked = ++m_asked](Result<People> people) {
        if (asked != m_asked)
            return;
        if (!people)
            return m_desk.notices().fail(people.error());
        m_model->setPeople(std::move(*people));
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model->index(0));
        refreshActions();
        showSheet();
    });
}

finance::Month WagesPane::month() const
{
    return finance::Month::of(m_desk.today()).plus(-std::max(0, m_month->currentIndex()));
}

void WagesPane::showSheet()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || index.row() >= m_model->rowCount())
        return m_sheet->clear();
    const WageStanding &person = m_model->person(index.row());
    m_sheet->show(person.member, person.name, month());
}

bool WagesPane::print()
{
    return !openForm() && m_sheet->print();
}

void WagesPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Theme &theme = Theme::instance();
    m_side->setFixedWidth(theme.px(width() < theme.px(narrowBelow) ? sideNarrow : sideWidth));
}

void WagesPane::refreshActions()
{
    for (QWidget *action : std::as_const(m_actions))
        action->setEnabled(m_list->currentIndex().isValid());
}

void WagesPane::start(WageForm::Kind kind)
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !m_desk.principal().can(Capability::FinanceWrite))
        return;
    m_stack->setCurrentWidget(m_form);
    m_form->begin(m_model->person(index.row()), kind);
}

EntryForm *WagesPane::openForm() const
{
    return m_stack->currentWidget() == m_form ? m_form : nullptr;
}

void WagesPane::closeForm()
{
    m_stack->setCurrentWidget(m_place);
    reload();
    if (isVisible())
        focusFirst();
}

void WagesPane::focusFirst()
{
    if (EntryForm *form = openForm())
        return form->focusFirst();
    m_list->setFocus(Qt::OtherFocusReason);
}

bool WagesPane::stepBack()
{
    EntryForm *const form = openForm();
    if (form)
        form->leave();
    return form;
}

} // namespace thimblely::ui
