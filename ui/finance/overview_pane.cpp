// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/overview_pane.h"

#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/finance/bar_table.h"
#include "ui/finance/book_words.h"
#include "ui/finance/goal_row.h"
#include "ui/finance/month_chart.h"
#include "ui/finance/share_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/stitch_line.h"

#include <QScrollArea>

namespace thimblely::ui {

using access::Capability;

namespace {

constexpr int monthsShown = 12;
constexpr size_t categoriesShown = 6;
constexpr size_t debtsShown = 2;

constexpr int sideWidth = 360;
constexpr int narrowBelow = 1000; // of the pane at 100 %
constexpr int inset = 20;
constexpr int headGiven = 10;
constexpr int linkInset = 8; // links bring the other twelve themselves

void clear(QVBoxLayout *rows)
{
    while (QLayoutItem *item = rows->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

OverviewPane::OverviewPane(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    auto *body = new QWidget;
    m_all = row(body, 12);
    auto *left = column(nullptr, 12);
    left->addWidget(buildMonth(), 3);
    auto *lower = row(nullptr, 12);
    auto *goals = new Card(this);
    auto *goalRows = column(goals, 4, {0, 12, 0, 12});
    auto *goalBody = new QWidget(goals);
    m_goals = column(goalBody, 4);
    addPart(goalRows, tr("Goals"), m_goalsRemark, goalBody, inset);
    goalRows->addStretch(1);
    auto *owed = new Card(this);
    auto *owedRows = column(owed, 4, {0, 12, 0, 12});
    m_owed = new BarTable(m_desk.locale(), owed);
    addPart(owedRows, tr("Owed to you"), m_owedRemark, m_owed, linkInset);
    owedRows->addStretch(1);
    lower->addWidget(goals, 1);
    lower->addWidget(owed, 1);
    left->addLayout(lower, 2);
    m_all->addLayout(left, 1);
    m_all->addWidget(buildSide());
    scroll->setWidget(body);
    body->setAutoFillBackground(false); // which the scroll area has just turned on
    column(this, 0)->addWidget(scroll);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &OverviewPane::reload);
    connect(&Theme::instance(), &Theme::changed, this, &OverviewPane::layOut);
    layOut();
}

QWidget *OverviewPane::buildMonth()
{
    auto *place = new Card(this);
    auto *rows = column(place, 8, {20, 12, 20, 12});
    auto *head = row(nullptr, 12, {0, -headGiven, 0, -headGiven}); // its button is higher than the heads beside it
    m_title = new Label(TextStyle::InputStrong, Role::Text, {}, place);
    m_span = new Label(TextStyle::Body, Role::Muted, {}, place);
    m_entries = new FlatButton(tr("Its entries"), place);
    m_entries->setButtonSize(Button::Size::Small);
    m_entries->setFlush(true);
    head->addWidget(m_title);
    head->addWidget(m_span);
    head->addStretch(1);
    head->addWidget(m_entries);
    rows->addLayout(head);
    auto *figures = row(nullptr, 32);
    const auto figure = [&](const QString &name, TextStyle style, AmountLabel *&label, QWidget *swatch,
                            Qt::Alignment side) {
        auto *cell = column(nullptr, 0);
        auto *over = row(nullptr, 8);
        if (swatch)
            over->addWidget(swatch);
        auto *words = new Label(TextStyle::Caption, Role::Muted, name, place);
        over->addWidget(words, 0, side | Qt::AlignVCenter);
        if (side == Qt::AlignLeading)
            over->addStretch(1);
        cell->addLayout(over);
        label = new AmountLabel(style, Role::Text, place);
        label->setSymbolShown(true);
        label->setLocale(m_desk.locale());
        label->setAlignment(side | Qt::AlignVCenter);
        label->setAccessibleName(name);
        cell->addWidget(label);
        cell->addStretch(1);
        figures->addLayout(cell);
        return words;
    };
    figure(tr("Income"), TextStyle::Total, m_income, new Swatch(false, place), Qt::AlignLeading);
    figure(tr("Expense"), TextStyle::Total, m_expense, new Swatch(true, place), Qt::AlignLeading);
    figure(tr("Left over"), TextStyle::Total, m_left, nullptr, Qt::AlignLeading);
    figures->addStretch(1);
    m_beforeHead = figure({}, TextStyle::Input, m_before, nullptr, Qt::AlignTrailing);
    rows->addLayout(figures);
    m_chart = new MonthChart(m_desk.locale(), place);
    rows->addWidget(m_chart, 1);
    connect(m_entries, &QAbstractButton::clicked, this,
            [this] { Q_EMIT entriesRequested(finance::Month::of(m_desk.today()), {}); });
    return place;
}

void OverviewPane::addPart(QVBoxLayout *rows, const QString &title, Label *&remark, QWidget *body, int at)
{
    auto *head = row(nullptr, 8, {inset, 0, inset, 0});
    head->addWidget(new Label(TextStyle::InputStrong, Role::Text, title, this));
    remark = new Label(TextStyle::BodyStrong, Role::Text, {}, this);
    remark->setElided(true);
    remark->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    head->addWidget(remark, 1);
    rows->addLayout(head);
    auto *place = row(nullptr, 0, {at, 0, inset, 0});
    place->addWidget(body);
    rows->addLayout(place);
}

QWidget *OverviewPane::buildSide()
{
    m_side = new Card(this);
    auto *rows = column(m_side, 4, {0, 12, 0, 12});
    m_categories = new BarTable(m_desk.locale(), m_side);
    addPart(rows, tr("By category"), m_categoriesRemark, m_categories, linkInset);
    rows->addStretch(1);
    m_toPayPart = new QWidget(m_side);
    auto *pay = column(m_toPayPart, 4);
    pay->addWidget(new Separator(Qt::Horizontal, m_toPayPart));
    pay->addSpacing(8);
    m_toPay = new BarTable(m_desk.locale(), m_toPayPart);
    addPart(pay, tr("Wages to pay"), m_toPayRemark, m_toPay, linkInset);
    rows->addWidget(m_toPayPart);
    rows->addStretch(1);
    m_toPayPart->setVisible(m_desk.principal().can(Capability::TeamRead));
    return m_side;
}

Result<OverviewPane::Read> OverviewPane::read(access::Session &session, Date today)
{
    const auto moment = session.reader().snapshot();
    if (!moment)
        return moment.error();
    const finance::Month month = finance::Month::of(today);
    const finance::Month last = month.plus(-1);
    const int day = today.toQDate().day();
    const Date until = last.first().plusDays(day - 1) > last.last() ? last.last() : last.first().plusDays(day - 1);
    TRY_ASSIGN(auto months, finance::Reports::months(session, month, monthsShown));
    TRY_ASSIGN(const auto before, finance::Reports::between(session, last.first(), until));
    TRY_ASSIGN(auto categories, finance::Reports::categories(session, month.first(), today));
    const Money none = Money::zero(before.income.currency());
    finance::Receivables owed{
        {finance::AgeBand{none}, finance::AgeBand{none}, finance::AgeBand{none}, finance::AgeBand{none}}, none, {}};
    if (session.can(Capability::PricesRead) && session.can(Capability::OrdersRead)) {
        TRY_ASSIGN(owed, finance::Reports::receivables(session, today));
    }
    TRY_ASSIGN(auto goals, finance::PlanService::goals(session, today));
    Read read{std::move(months), before, std::move(categories), std::move(owed), std::move(goals), {}};
    if (session.can(Capability::TeamRead)) {
        TRY_ASSIGN(read.wages, finance::WageService::standings(session, month.first(), today));
    }
    return read;
}

void OverviewPane::reload()
{
    const Date today = m_desk.today();
    auto reading = m_desk.reader().read<Read>([today](access::Session &session) { return read(session, today); });
    whenDone(std::move(reading), this, [this, asked = ++m_asked](const Result<Read> &result) {
        if (asked != m_asked)
            return;
        if (!result)
            return m_desk.notices().fail(result.error()); // what is shown stays
        show(*result);
    });
}

void OverviewPane::show(const Read &read)
{
    const finance::Month month = finance::Month::of(m_desk.today());
    const QLocale &locale = m_desk.locale();
    m_title->setText(tr("%1 so far").arg(monthName(month, locale)));
    m_span->setText(tr("1 to %1, by the money that moved and what is owed").arg(m_desk.today().toQDate().day()));
    const finance::Figures &now = read.months.back().figures;
    m_income->setAmount(now.income);
    m_expense->setAmount(now.expense);
    m_left->setAmount(now.left());
    m_beforeHead->setText(tr("Left over in the same days of %1").arg(locale.standaloneMonthName(month.plus(-1).month)));
    m_before->setAmount(read.before.left());
    m_before->setAccessibleName(m_beforeHead->text());
    m_chart->setMonths(read.months);
    showCategories(read);
    showOwed(read.owed);
    showGoals(read.goals);
    showToPay(read.wages);
}

void OverviewPane::showCategories(const Read &read)
{
    m_categories->clear();
    if (read.categories.empty()) {
        m_categories->say(tr("Nothing came in or went out this month. Orders that are paid stand here by themselves; "
                             "rent, cloth and the like are entered with Expense."));
        return;
    }
    qint64 largest = 1;
    for (const finance::CategoryFigure &figure : read.categories)
        largest = std::max(largest, figure.amount.minor());
    for (size_t i = 0; i < read.categories.size() && i < categoriesShown; ++i) {
        const finance::CategoryFigure &figure = read.categories[i];
        m_categories->add({categoryName(figure.category), shareOf(figure.amount.minor(), largest), figure.amount,
                           figure.isIncome ? tr("in") : tr("out"), !figure.isIncome, [this, code = figure.category] {
                               Q_EMIT entriesRequested(finance::Month::of(m_desk.today()), code);
                           }});
    }
    if (read.categories.size() > categoriesShown)
        m_categories->say(tr("%n more", nullptr, int(read.categories.size() - categoriesShown)));
}

void OverviewPane::showOwed(const finance::Receivables &owed)
{
    m_owed->clear();
    m_owedRemark->setText(amountText(owed.total, m_desk.locale()));
    const QString names[] = {tr("0–30 days"), tr("31–60 days"), tr("61–90 days"), tr("over 90")};
    for (size_t i = 0; i < owed.bands.size(); ++i) {
        const finance::AgeBand &band = owed.bands[i];
        m_owed->add({names[i], shareOf(band.amount.minor(), owed.total.minor()), band.amount,
                     m_desk.locale().toString(band.count)});
    }
    for (size_t i = 0; i < owed.oldest.size() && i < debtsShown; ++i) {
        const finance::Receivables::Debt &debt = owed.oldest[i];
        const QString who = isolated(debt.name.isEmpty() ? tr("Somebody") : debt.name);
        m_owed->add({tr("%1, %2", "who, number of what they owe").arg(who, debt.number),
                     {},
                     debt.due,
                     tr("%n days", nullptr, debt.days),
                     false,
                     [this, debt] {
                         if (debt.order)
                             Q_EMIT m_desk.navigation().openOrderRequested(*debt.order);
                         else if (debt.invoice)
                             Q_EMIT invoiceRequested(*debt.invoice);
                     }});
    }
}

void OverviewPane::showGoals(const std::vector<finance::Goal> &goals)
{
    clear(m_goals);
    m_goalsRemark->setText(goals.empty() ? QString() : tr("mark = where today should be"));
    constexpr size_t most = 3;
    for (size_t i = 0; i < goals.size() && i < most; ++i)
        m_goals->addWidget(new GoalRow(goals[i], m_desk.locale(), this));
    if (goals.empty()) {
        auto *words =
            new Label(TextStyle::Body, Role::Muted,
                      tr("What is to come in this month, or a machine by the summer: a goal shows how far it is "
                         "and where it will end."),
                      this);
        words->setWordWrap(true);
        m_goals->addWidget(words);
    }
    auto *more = new PlainButton(goals.empty() ? tr("Set a goal…") : tr("All goals"), this);
    more->setButtonSize(Button::Size::Small);
    m_goals->addWidget(more, 0, Qt::AlignLeading);
    connect(more, &QAbstractButton::clicked, this, &OverviewPane::goalsRequested);
}

//! Who was advanced more than they earned is owed nothing.
void OverviewPane::showToPay(const std::optional<std::vector<finance::WageStanding>> &wages)
{
    m_toPay->clear();
    if (!wages)
        return;
    Money all = Money::zero(m_desk.profile().currency);
    for (const finance::WageStanding &one : *wages) {
        if (one.owed.minor() <= 0)
            continue;
        all = all.plus(one.owed).valueOr(all);
        m_toPay->add({isolated(one.name), {}, one.owed, {}, false, [this] { Q_EMIT wagesRequested(); }});
    }
    m_toPayRemark->setText(all.isZero() ? QString() : amountText(all, m_desk.locale()));
    if (all.isZero())
        m_toPay->say(
            tr("No wage is owed. What somebody earned is entered in Wages, and stands here until it is paid."));
}

void OverviewPane::layOut()
{
    const Theme &theme = Theme::instance();
    const bool narrow = width() < theme.px(narrowBelow);
    m_all->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_side->setMinimumWidth(narrow ? 0 : theme.px(sideWidth));
    m_side->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : theme.px(sideWidth));
}

void OverviewPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void OverviewPane::focusFirst()
{
    m_entries->setFocus(Qt::OtherFocusReason);
}

} // namespace thimblely::ui
