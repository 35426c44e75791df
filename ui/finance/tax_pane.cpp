// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/tax_pane.h"

#include "core/finance/books_service.h"
#include "ui/desk/day_text.h"
#include "ui/desk/figure_rows.h"
#include "ui/finance/book_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QComboBox>
#include <QScrollArea>
#include <QStackedLayout>

#include <algorithm>

namespace thimblely::ui {

using access::Capability;
using finance::Month;
using finance::TaxBasis;

namespace {

constexpr int monthsOffered = 6;
constexpr int quartersOffered = 5;
constexpr int monthsOfQuarter = 3;

Month firstOfQuarter(Month month)
{
    return {month.year, (month.month - 1) / monthsOfQuarter * monthsOfQuarter + 1};
}

} // namespace

ClosePeriodForm::ClosePeriodForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, tr("Close the period"), tr("Close it"), parent)
{
    setWords(
        tr("Up to that day nothing is entered, taken back or undone any more; what comes later is of the next period. "
           "Do it once the tax of it was declared."));
    m_day = addText(tr("Last day of the period"));
    rows()->addStretch(1);
    endWith(m_day);
}

void ClosePeriodForm::begin(Date lastDay)
{
    m_day->setText(lastDay.toIso());
    clearProblem();
    beginTyping({}, tr("A period of the books, closed"));
    focusFirst();
}

void ClosePeriodForm::focusFirst()
{
    m_day->edit()->setFocus(Qt::OtherFocusReason);
    m_day->edit()->selectAll();
}

void ClosePeriodForm::submit()
{
    if (isBusy())
        return;
    const auto day = Date::parse(m_day->text().trimmed());
    if (!day)
        return setProblem(day.error());
    write([this, day = *day] { return finance::BooksService(desk().session(), desk().door()).close(day); },
          [this](const auto &...) { finish(); });
}

TaxPane::TaxPane(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_stack(nullptr), m_period(new QComboBox(this)),
      m_basis(new Segmented(tr("Counted by"), this)), m_rows(new FigureRows(desk.locale(), this)),
      m_sums(new FigureRows(desk.locale(), this)), m_closed(new Label(TextStyle::Body, Role::Text, {}, this)),
      m_span(new Label(TextStyle::Body, Role::Muted, {}, this)), m_close(new PlainButton(tr("Close a period…"), this)),
      m_form(nullptr)
{
    auto *work = new Card(this);
    column(this, 0)->addWidget(work);
    m_stack = new QStackedLayout(work);
    m_place = buildSummary(work);
    m_form = new ClosePeriodForm(desk, work);
    m_stack->addWidget(m_place);
    m_stack->addWidget(m_form);
    connect(m_period, &QComboBox::currentIndexChanged, this, &TaxPane::reload);
    connect(m_basis, &Segmented::currentIndexChanged, this, &TaxPane::reload);
    connect(m_form, &EntryForm::left, this, &TaxPane::closeForm);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &TaxPane::reload);
    connect(m_close, &QAbstractButton::clicked, this, [this] {
        const Date yesterday = m_desk.today().plusDays(-1);
        m_stack->setCurrentWidget(m_form);
        m_form->begin(std::min(span().until, yesterday));
    });
}

QWidget *TaxPane::buildSummary(QWidget *parent)
{
    const Month now = Month::of(m_desk.today());
    m_period->setAccessibleName(tr("Of which period"));
    for (int i = 0; i < monthsOffered; ++i)
        m_period->addItem(monthName(now.plus(-i), m_desk.locale()));
    for (int i = 0; i < quartersOffered; ++i) {
        const Month first = firstOfQuarter(now).plus(-monthsOfQuarter * i);
        m_period->addItem(tr("%1 to %2", "months of a quarter")
                              .arg(m_desk.locale().standaloneMonthName(first.month),
                                   monthName(first.plus(monthsOfQuarter - 1), m_desk.locale())));
    }
    m_basis->addSegment(tr("Money that came in"));
    if (m_desk.principal().can(Capability::InvoicesRead) && m_desk.principal().can(Capability::PricesRead))
        m_basis->addSegment(tr("What was billed"));
    m_basis->setSmall(true);
    auto *scroll = new QScrollArea(parent);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *body = new QWidget;
    auto *all = column(body, 12, {20, 16, 20, 16});
    auto *head = row(nullptr, 12);
    head->addWidget(m_period);
    head->addWidget(m_basis);
    head->addStretch(1);
    all->addLayout(head);
    all->addWidget(m_span);
    for (FigureRows *rows : {m_rows, m_sums}) {
        rows->setMaximumWidth(720);
        all->addWidget(rows);
    }
    m_closed->setWordWrap(true);
    all->addSpacing(12);
    all->addWidget(m_closed);
    all->addWidget(m_close, 0, Qt::AlignLeading);
    all->addStretch(1);
    m_close->setVisible(m_desk.principal().can(Capability::FinanceWrite) &&
                        m_desk.principal().can(Capability::WorkspaceManage));
    scroll->setWidget(body);
    body->setAutoFillBackground(false); // which the scroll area has just turned on
    return scroll;
}

TaxPane::Span TaxPane::span() const
{
    const Month now = Month::of(m_desk.today());
    const int index = std::max(0, m_period->currentIndex());
    if (index < monthsOffered) {
        const Month month = now.plus(-index);
        return {month.first(), month.last()};
    }
    const Month first = firstOfQuarter(now).plus(-monthsOfQuarter * (index - monthsOffered));
    return {first.first(), first.plus(monthsOfQuarter - 1).last()};
}

void TaxPane::reload()
{
    const Span days = span();
    const TaxBasis basis = m_basis->currentIndex() == 1 ? TaxBasis::Invoices : TaxBasis::Cash;
    auto reading = m_desk.reader().read<finance::TaxSummary>([days, basis](access::Session &session) {
        return finance::Reports::taxes(session, days.from, days.until, basis);
    });
    whenDone(std::move(reading), this, [this, asked = ++m_asked](const Result<finance::TaxSummary> &summary) {
        if (asked != m_asked)
            return;
        if (!summary)
            return m_desk.notices().fail(summary.error());
        show(*summary);
    });
}

void TaxPane::show(const finance::TaxSummary &summary)
{
    const Span days = span();
    const auto day = [this](Date date) { return wholeDayText(date, m_desk.locale()); };
    m_span->setText(tr("%1 to %2", "first and last day").arg(day(days.from), day(days.until)));
    m_rows->clear();
    for (const finance::TaxPart &part : summary.sales) {
        const QString rate = Quantity(part.rate.millionths() / 10).toText(m_desk.locale());
        const QString name = part.name.isEmpty() ? m_desk.profile().tax.name : part.name;
        const QString on = tr("on net %1").arg(figureText(part.net, m_desk.locale()));
        if (part.rate == Rate(0))
            m_rows->add(tr("Untaxed"), part.net);
        else
            m_rows->add(tr("%1, %2 %", "a tax and its rate").arg(name.isEmpty() ? tr("Tax") : name, rate), part.tax,
                        on);
    }
    m_sums->clear();
    m_sums->add(tr("Tax in what was sold"), summary.taken);
    m_sums->add(tr("Tax in what was bought"), summary.paid);
    m_sums->add(summary.toPay().isNegative() ? tr("To get back") : tr("To pay"), summary.toPay(), {}, true);
    const auto closed = finance::BooksService(m_desk.session(), m_desk.door()).closedUntil();
    if (!closed)
        return m_desk.notices().fail(closed.error());
    m_closed->setText(*closed ? tr("The books are closed up to %1, and open from the day after.").arg(day(**closed))
                              : tr("No period is closed yet: anything can still be entered."));
}

EntryForm *TaxPane::openForm() const
{
    return m_stack->currentWidget() == m_form ? m_form : nullptr;
}

void TaxPane::closeForm()
{
    m_stack->setCurrentWidget(m_place);
    reload();
    if (isVisible())
        focusFirst();
}

void TaxPane::focusFirst()
{
    if (EntryForm *form = openForm())
        return form->focusFirst();
    m_period->setFocus(Qt::OtherFocusReason);
}

bool TaxPane::stepBack()
{
    EntryForm *const form = openForm();
    if (form)
        form->leave();
    return form;
}

} // namespace thimblely::ui
