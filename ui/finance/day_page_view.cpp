// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/day_page_view.h"

#include "core/finance/till_service.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/figure_rows.h"
#include "ui/desk/pay_methods.h"
#include "ui/documents/order_papers.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QScrollArea>

namespace thimblely::ui {

namespace {

constexpr int stepSize = 20;

QString rateText(const finance::TaxPart &part, const QLocale &locale)
{
    const QString rate = locale.toString(double(part.rate.millionths()) / 10'000.0, 'g', 6);
    return part.name.isEmpty() ? DayPageView::tr("Untaxed") : DayPageView::tr("%1 %2 %").arg(part.name, rate);
}

} // namespace

DayPageView::DayPageView(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_title(new Label(TextStyle::Heading, Role::Text, {}, this)),
      m_words(new Label(TextStyle::Body, Role::Muted, {}, this)), m_money(new FigureRows(desk.locale(), this)),
      m_count(new FigureRows(desk.locale(), this)), m_older(new PlainButton(tr("Day before"), this)),
      m_newer(new PlainButton(tr("Day after"), this)), m_print(new PrimaryButton(tr("Print"), this))
{
    m_words->setWordWrap(true);
    m_print->setCaption(QStringLiteral("F8"));
    auto *scroll = new QScrollArea(this);
    auto *body = new QWidget(scroll);
    auto *columns = row(body, 32, {0, 0, 8, 0});
    for (FigureRows *rows : {m_money, m_count}) {
        auto *one = column(nullptr, 0);
        one->addWidget(rows);
        one->addStretch(1);
        columns->addLayout(one, 1);
    }
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(body);
    body->setAutoFillBackground(false);
    auto *back = new PlainButton(tr("Back"), this);
    back->setCaption(tr("Esc"));
    auto *buttons = row(nullptr, 8);
    buttons->addWidget(back);
    buttons->addStretch(1);
    for (Button *each : {m_older, m_newer, m_print})
        buttons->addWidget(each);
    auto *all = column(this, 8, {20, 16, 20, 16});
    all->addWidget(m_title);
    all->addWidget(m_words);
    all->addWidget(scroll, 1);
    all->addLayout(buttons);
    connect(back, &QAbstractButton::clicked, this, &DayPageView::left);
    connect(m_older, &QAbstractButton::clicked, this, [this] { step(1); });
    connect(m_newer, &QAbstractButton::clicked, this, [this] { step(-1); });
    connect(m_print, &QAbstractButton::clicked, this, &DayPageView::print);
}

bool DayPageView::showNewest()
{
    m_pages.clear();
    m_at = 0;
    if (!fetch())
        return false;
    if (m_pages.empty()) {
        m_desk.notices().say(tr("No day was closed yet. Count and close makes the first page."));
        return false;
    }
    show(m_pages.front());
    return true;
}

//! The next ones; false where they cannot be read, which is said.
bool DayPageView::fetch()
{
    const auto before = m_pages.empty() ? std::nullopt : std::optional(m_pages.back().id);
    const auto more = finance::TillService(m_desk.session(), m_desk.door()).dayPages(before, stepSize);
    if (!more) {
        m_desk.notices().fail(more.error());
        return false;
    }
    m_mayHaveMore = more->size() == size_t(stepSize);
    m_pages.insert(m_pages.end(), more->begin(), more->end());
    return true;
}

void DayPageView::showPage(ActivityId closing)
{
    if (showNewest() && m_pages.front().id != closing)
        m_desk.notices().say(tr("Another closing followed this one."));
}

void DayPageView::step(int by)
{
    if (by > 0 && !hasOlder() && m_mayHaveMore && !fetch())
        return;
    const auto at = qint64(m_at) + by;
    if (at < 0 || at >= qint64(m_pages.size()))
        return;
    m_at = size_t(at);
    show(m_pages[m_at]);
}

void DayPageView::show(const finance::DayPage &page)
{
    const QString number = m_desk.locale().toString(page.number);
    m_title->setText(page.ofAnotherDevice ? tr("Day page %1, till on another computer").arg(number)
                                          : tr("Day page %1").arg(number));
    const auto moment =
        QDateTime::fromMSecsSinceEpoch(page.closedAt.msecs(), QTimeZone(m_desk.calendar().zone())).time();
    const QString day = wholeDayText(page.day, m_desk.locale());
    const QString time = m_desk.locale().toString(moment, QLocale::ShortFormat);
    m_words->setText(page.closedBy.isEmpty() ? tr("%1, closed at %2").arg(day, time)
                                             : tr("%1, closed at %2 by %3").arg(day, time, page.closedBy));
    showMoney(page);
    showCount(page);
    m_newer->setEnabled(m_at > 0);
    m_older->setEnabled(hasOlder() || m_mayHaveMore);
}

void DayPageView::showMoney(const finance::DayPage &page)
{
    m_money->clear();
    m_money->add(tr("Taken for orders"), page.sums.turnover, {}, true);
    for (const finance::TurnoverPart &part : finance::turnoverParts(page.sums, finance::GivenBack::Apart))
        m_money->add(turnoverPartName(part), part.amount);
    if (!page.sums.waiting.isZero())
        m_money->add(tr("Waited for"), page.sums.waiting,
                     page.sums.waitingWasTaken ? tr("in what was taken") : tr("not in what was taken"));
    for (const finance::TaxPart &part : page.sums.taxes)
        m_money->add(rateText(part, m_desk.locale()), part.tax, tr("on %1").arg(figureText(part.net, m_desk.locale())));
    if (!page.sums.creditUsed.isZero())
        m_money->add(tr("Credit used"), page.sums.creditUsed);
    if (page.sums.receipts.empty())
        m_money->addText(tr("Receipts"), tr("none"));
    for (const finance::ReceiptRun &run : page.sums.receipts)
        m_money->addText(tr("Receipts"), run.first == run.last ? run.first : tr("%1 to %2").arg(run.first, run.last));
    m_money->add(tr("All days so far"), page.perpetual);
}

void DayPageView::showCount(const finance::DayPage &page)
{
    m_count->clear();
    m_count->add(tr("Float"), page.opening);
    m_count->add(tr("Paid out"), page.sums.paidOut);
    m_count->add(tr("Paid in"), page.sums.paidIn);
    m_count->add(tr("Should be there"), page.count.expected);
    m_count->add(tr("Counted"), page.count.counted);
    m_count->add(tr("Difference"), page.count.difference, page.reason, true);
    if (page.count.cardDifference)
        m_count->add(tr("Card terminal"), *page.count.cardTotal,
                     page.count.cardDifference->isZero()
                         ? tr("agrees")
                         : tr("differs by %1").arg(figureText(*page.count.cardDifference, m_desk.locale())));
    m_count->add(tr("Left in the drawer"), page.kept);
    m_count->add(tr("To the bank"), page.bankDrop);
}

void DayPageView::print()
{
    if (m_at < m_pages.size())
        OrderPapers(m_desk).printDayPage(m_pages[m_at]);
}

void DayPageView::focusFirst()
{
    m_print->setFocus(Qt::OtherFocusReason);
}

} // namespace thimblely::ui
