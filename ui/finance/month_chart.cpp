// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/month_chart.h"

#include "ui/finance/book_words.h"
#include "ui/finance/share_bar.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace thimblely::ui {

namespace {

constexpr int barWidth = 18;
constexpr int barGap = 2;
constexpr int axisWidth = 56;
constexpr int leastHeight = 160;
constexpr int usualHeight = 190; // grows with its place

const Theme &theme()
{
    return Theme::instance();
}

int labelHeight()
{
    return theme().lineHeight(TextStyle::Caption);
}

} // namespace

MonthChart::MonthChart(const QLocale &locale, QWidget *parent) : QWidget(parent), m_locale(locale)
{
    setAccessibleName(tr("Income and expense by month"));
    setFocusPolicy(Qt::TabFocus); // to be read out
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    connect(&HideMoney::instance(), &HideMoney::changed, this, &MonthChart::describe);
}

void MonthChart::setMonths(std::vector<finance::MonthFigures> months)
{
    m_months = std::move(months);
    describe();
    update();
}

void MonthChart::describe()
{
    QStringList words;
    for (const finance::MonthFigures &month : m_months) {
        words.append(tr("%1: income %2, expense %3, left %4")
                         .arg(monthName(month.month, m_locale), amountText(month.figures.income, m_locale),
                              amountText(month.figures.expense, m_locale), amountText(month.figures.left(), m_locale)));
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

QSize MonthChart::sizeHint() const
{
    return {theme().px(560), theme().px(usualHeight)};
}

QSize MonthChart::minimumSizeHint() const
{
    return {theme().px(320), theme().px(leastHeight)};
}

std::vector<qint64> MonthChart::steps(qint64 largest)
{
    if (largest <= 0)
        return {0};
    constexpr int most = 5;
    qint64 step = 1;
    for (qint64 power = 1;; power *= 10) {
        bool found = false;
        for (const int times : {1, 2, 5}) {
            step = power * times;
            if (largest / step < most) {
                found = true;
                break;
            }
        }
        if (found || power > largest)
            break;
    }
    std::vector<qint64> marks{0};
    while (marks.back() < largest)
        marks.push_back(marks.back() + step);
    return marks;
}

QString MonthChart::shortFigure(qint64 minor, int minorDigits, const QLocale &locale)
{
    const double whole = double(minor) / std::pow(10.0, minorDigits); // drawn, never reckoned with
    const double size = std::abs(whole);
    if (size >= 1e6)
        return tr("%1 m", "millions").arg(locale.toString(whole / 1e6, 'g', size >= 1e8 ? 4 : 3));
    if (size >= 1e4)
        return tr("%1 k", "thousands").arg(locale.toString(whole / 1e3, 'f', 0));
    return locale.toString(qRound64(whole));
}

QRect MonthChart::plot() const
{
    const int foot = 2 * labelHeight() + 8;
    return rect().adjusted(theme().px(axisWidth), labelHeight() / 2, 0, -foot);
}

void MonthChart::paintGrid(QPainter &painter, const QRect &area, qint64 top) const
{
    const int digits = m_months.front().figures.income.currency().minorDigits();
    painter.setFont(theme().font(TextStyle::Caption));
    const std::vector<qint64> marks = steps(top);
    for (const qint64 mark : marks) {
        const int y = area.bottom() - int(double(mark) / double(std::max<qint64>(1, marks.back())) * area.height());
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(area.left(), y, area.width(), 1)),
                         theme().color(mark == 0 ? Role::Outline : Role::Line));
        const QRect label = QStyle::visualRect(layoutDirection(), rect(),
                                               QRect(0, y - labelHeight() / 2, area.left() - 8, labelHeight()));
        painter.setPen(theme().color(Role::Muted));
        const QString words = shortFigure(mark, digits, m_locale);
        painter.drawText(label, textFlags(words, Qt::AlignRight, layoutDirection()), words);
    }
}

//! What the figures under the months are.
void MonthChart::paintLeftHead(QPainter &painter, const QRect &area) const
{
    const QRect place(0, area.bottom() + 5 + labelHeight(), area.left() - 8, labelHeight());
    const QString words = tr("left", "what is left over, before the figures of the months");
    painter.setPen(theme().color(Role::Muted));
    painter.setFont(theme().font(TextStyle::Caption));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place),
                     textFlags(words, Qt::AlignRight, layoutDirection()), words);
}

void MonthChart::paintBar(QPainter &painter, const QRect &bar, bool isIncome, bool isNow) const
{
    if (bar.height() <= 0)
        return;
    if (isIncome) {
        painter.fillRect(bar, theme().color(isNow ? Role::Text : Role::Muted));
        return;
    }
    paintHatched(painter, bar);
}

void MonthChart::paintMonth(QPainter &painter, const QRect &column, const QRect &area, size_t index, qint64 top) const
{
    const finance::MonthFigures &month = m_months[index];
    const bool now = index + 1 == m_months.size();
    const auto mirrored = [this](const QRect &of) { return QStyle::visualRect(layoutDirection(), rect(), of); };
    if (now)
        paintPanel(&painter, mirrored(column.adjusted(2, -4, -2, 0)), theme().color(Role::Window),
                   theme().color(Role::Line));
    const int width = std::min(theme().px(barWidth), (column.width() - 8) / 2);
    const int left = column.left() + (column.width() - 2 * width - barGap) / 2;
    const auto bar = [&](int x, const Money &amount) {
        const int height = int(double(std::max<qint64>(0, amount.minor())) / double(top) * area.height());
        return mirrored(QRect(x, area.bottom() - height, width, height));
    };
    paintBar(painter, bar(left, month.figures.income), true, now);
    paintBar(painter, bar(left + width + barGap, month.figures.expense), false, now);
    QRect words(column.left(), area.bottom() + 5, column.width(), labelHeight());
    painter.setPen(theme().color(Role::Text));
    painter.setFont(theme().font(now ? TextStyle::CaptionStrong : TextStyle::Caption));
    painter.drawText(mirrored(words), Qt::AlignCenter, shortMonthName(month.month, m_locale));
    words.translate(0, labelHeight());
    painter.setPen(theme().color(Role::Muted));
    painter.setFont(theme().font(TextStyle::Caption));
    const Money left_ = month.figures.left();
    const bool any = !month.figures.income.isZero() || !month.figures.expense.isZero();
    painter.drawText(mirrored(words), Qt::AlignCenter,
                     any ? shortFigure(left_.minor(), left_.currency().minorDigits(), m_locale)
                         : QStringLiteral("\u2013"));
}

void MonthChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_months.empty())
        return;
    if (HideMoney::instance().isOn()) {
        painter.setPen(theme().color(Role::Muted));
        painter.setFont(theme().font(TextStyle::Body));
        painter.drawText(rect(), Qt::AlignCenter, hiddenAmount());
        return;
    }
    qint64 largest = 0;
    for (const finance::MonthFigures &month : m_months)
        largest = std::max({largest, month.figures.income.minor(), month.figures.expense.minor()});
    const qint64 top = std::max<qint64>(1, steps(largest).back());
    const QRect area = plot();
    paintGrid(painter, area, largest);
    paintLeftHead(painter, area);
    const int columns = int(m_months.size());
    for (int i = 0; i < columns; ++i) {
        const int left = area.left() + area.width() * i / columns;
        const int right = area.left() + area.width() * (i + 1) / columns;
        paintMonth(painter, QRect(left, area.top(), right - left, height() - area.top()), area, size_t(i), top);
    }
}

} // namespace thimblely::ui
