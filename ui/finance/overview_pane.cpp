// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/overview_pane.h"

#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/finance/book_words.h"
#include "ui/finance/goal_row.h"
#include "ui/finance/month_chart.h"
#include "ui/finance/share_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QGridLayout>
#include <QScrollArea>

namespace thimblely::ui {

using access::Capability;

namespace {

constexpr int monthsShown = 12;
constexpr size_t categoriesShown = 6;

//! A name, a bar, an amount and a muted remark in one row.
QWidget *barRow(const QString &name, int share, const Money &amount, const QString &remark, const QLocale &locale,
                QWidget *parent)
{
    auto *place = new QWidget(parent);
    auto *cells = row(place, 8);
    auto *words = new Label(TextStyle::Body, Role::Text, name, place);
    words->setElided(true);
    auto *bar = new ShareBar(place);
    bar->setShare(share);
    auto *figure = new AmountLabel(TextStyle::BodyStrong, Role::Text, place);
    figure->setLocale(locale);
    figure->setAmount(amount);
    cells->addWidget(words, 3);
    cells->addWidget(bar, 2);
    cells->addWidget(figure);
    if (!remark.isEmpty()) {
        auto *muted = new Label(TextStyle::Caption, Role::Muted, remark, place);
        muted->setMinimumWidth(Theme::instance().px(56));
        muted->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        cells->addWidget(muted);
    }
    place->setMinimumHeight(Theme::instance().px(28));
    return place;
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
    auto *all = column(body, 12);
    all->addWidget(buildMonth(), 3);
    auto *lower = row(nullptr, 12);
    lower->addWidget(card(tr("By category"), m_categories, m_categoriesRemark), 1);
    lower->addWidget(card(tr("Owed to you"), m_owed, m_owedRemark), 1);
    lower->addWidget(card(tr("Goals"), m_goals, m_goalsRemark), 1);
    all->addLayout(lower, 2);
    scroll->setWidget(body);
    body->setAutoFillBackground(false); // which the scroll area has just turned on
    column(this, 0)->addWidget(scroll);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &OverviewPane::reload);
}

QWidget *OverviewPane::buildMonth()
{
    auto *place = new Card(this);
    auto *rows = column(place, 8, {20, 12, 20, 12});
    auto *head = row(nullptr, 12);
    m_title = new Label(TextStyle::InputStrong, Role::Text, {}, place);
    m_span = new Label(TextStyle::Body, Role::Muted, {}, place);
    m_entries = new FlatButton(tr("Its entries"), place);
    head->addWidget(m_title);
    head->addWidget(m_span);
    head->addStretch(1);
    head->addWidget(m_entries);
    rows->addLayout(head);
    auto *figures = row(nullptr, 32);
    const auto figure = [&](const QString &name, TextStyle style, AmountLabel *&label) {
        auto *cell = column(nullptr, 0);
        cell->addWidget(new Label(TextStyle::Caption, Role::Muted, name, place));
        label = new AmountLabel(style, Role::Text, place);
        label->setSymbolShown(true);
        label->setLocale(m_desk.locale());
        label->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
        label->setAccessibleName(name);
        cell->addWidget(label);
        figures->addLayout(cell);
    };
    figure(tr("Income ■"), TextStyle::Total, m_income);
    figure(tr("Expense □"), TextStyle::Total, m_expense);
    figure(tr("Left over"), TextStyle::Total, m_left);
    figures->addStretch(1);
    figure(tr("Left over in the same days of the month before"), TextStyle::Input, m_before);
    rows->addLayout(figures);
    m_chart = new MonthChart(m_desk.locale(), place);
    rows->addWidget(m_chart, 1);
    connect(m_entries, &QAbstractButton::clicked, this,
            [this] { Q_EMIT entriesRequested(finance::Month::of(m_desk.today()), {}); });
    return place;
}

QWidget *OverviewPane::card(const QString &title, QVBoxLayout *&rows, Label *&remark)
{
    auto *place = new Card(this);
    auto *all = column(place, 4, {20, 12, 20, 12});
    auto *head = row(nullptr, 8);
    head->addWidget(new Label(TextStyle::InputStrong, Role::Text, title, place));
    remark = new Label(TextStyle::BodyStrong, Role::Text, {}, place);
    remark->setElided(true);
    remark->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    head->addWidget(remark, 1);
    all->addLayout(head);
    rows = column(nullptr, 4);
    all->addLayout(rows);
    all->addStretch(1);
    return place;
}

void OverviewPane::clear(QVBoxLayout *rows)
{
    while (QLayoutItem *item = rows->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
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
    return Read{std::move(months), before, std::move(categories), std::move(owed), std::move(goals)};
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
    m_title->setText(tr("%1 so far").arg(monthName(month, m_desk.locale())));
    m_span->setText(tr("1 to %1, by the money that moved and what is owed").arg(m_desk.today().toQDate().day()));
    const finance::Figures &now = read.months.back().figures;
    m_income->setAmount(now.income);
    m_expense->setAmount(now.expense);
    m_left->setAmount(now.left());
    m_before->setAmount(read.before.left());
    m_chart->setMonths(read.months);
    showCategories(read);
    showOwed(read.owed);
    showGoals(read.goals);
}

void OverviewPane::showCategories(const Read &read)
{
    clear(m_categories);
    if (read.categories.empty()) {
        auto *none = new Label(TextStyle::Body, Role::Muted, tr("Nothing came in or went out this month."), this);
        none->setWordWrap(true);
        return m_categories->addWidget(none);
    }
    qint64 largest = 1;
    for (const finance::CategoryFigure &figure : read.categories)
        largest = std::max(largest, figure.amount.minor());
    for (size_t i = 0; i < read.categories.size() && i < categoriesShown; ++i) {
        const finance::CategoryFigure &figure = read.categories[i];
        m_categories->addWidget(barRow(categoryName(figure.category), shareOf(figure.amount.minor(), largest),
                                       figure.amount, figure.isIncome ? tr("in") : tr("out"), m_desk.locale(), this));
    }
}

void OverviewPane::showOwed(const finance::Receivables &owed)
{
    clear(m_owed);
    m_owedRemark->setText(amountText(owed.total, m_desk.locale()));
    const QString names[] = {tr("0–30 days"), tr("31–60 days"), tr("61–90 days"), tr("over 90")};
    for (size_t i = 0; i < owed.bands.size(); ++i) {
        const finance::AgeBand &band = owed.bands[i];
        m_owed->addWidget(barRow(names[i], shareOf(band.amount.minor(), owed.total.minor()), band.amount,
                                 m_desk.locale().toString(band.count), m_desk.locale(), this));
    }
    for (const finance::Receivables::Debt &debt : owed.oldest) {
        auto *link = new FlatButton(tr("%1, %2: %3 days", "who, number, how long it is owed")
                                        .arg(isolated(debt.name.isEmpty() ? tr("Somebody") : debt.name), debt.number,
                                             m_desk.locale().toString(debt.days)),
                                    this);
        link->setButtonSize(Button::Size::Small);
        m_owed->addWidget(link, 0, Qt::AlignLeading);
        connect(link, &QAbstractButton::clicked, this, [this, debt] {
            if (debt.order)
                Q_EMIT m_desk.navigation().openOrderRequested(*debt.order);
            else if (debt.invoice)
                Q_EMIT invoiceRequested(*debt.invoice);
        });
        if (m_owed->count() >= 6)
            break;
    }
}

void OverviewPane::showGoals(const std::vector<finance::Goal> &goals)
{
    clear(m_goals);
    m_goalsRemark->setText(goals.empty() ? QString() : tr("mark = where today should be"));
    constexpr size_t most = 4;
    for (size_t i = 0; i < goals.size() && i < most; ++i)
        m_goals->addWidget(new GoalRow(goals[i], m_desk.locale(), this));
    auto *more = new FlatButton(goals.empty() ? tr("Set a goal…") : tr("All goals"), this);
    more->setButtonSize(Button::Size::Small);
    m_goals->addWidget(more, 0, Qt::AlignLeading);
    connect(more, &QAbstractButton::clicked, this, &OverviewPane::goalsRequested);
}

void OverviewPane::focusFirst()
{
    m_entries->setFocus(Qt::OtherFocusReason);
}

} // namespace thimblely::ui
