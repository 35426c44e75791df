// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/figure_text.h"

#include <limits>

namespace thimblely {

namespace {

int digitOf(QChar c)
{
    return c.category() == QChar::Number_DecimalDigit ? c.digitValue() : -1; // not "²"
}

//! Whether `c` separates groups, also as people type it: any space for a no-break space, ' for ’.
bool isGroupSeparator(QChar c, const QString &group)
{
    if (group.size() != 1)
        return false;
    return c == group[0] || (c.isSpace() && group[0].isSpace()) || (c == u'\'' && group[0] == u'\u2019');
}

bool isDirectionMark(QChar c)
{
    return c == u'\u200e' || c == u'\u200f' || c == u'\u061c';
}

//! Groups of three from the right; the ones further left may be of two (lakh, crore). Fed digit by digit.
class Grouping {
public:
    void digit() { ++m_run; }
    bool separator()
    {
        const bool fits = m_grouped ? m_run == 2 || m_run == 3 : m_run >= 1 && m_run <= 3;
        m_grouped = true;
        m_run = 0;
        return fits;
    }
    bool isGrouped() const { return m_grouped; }
    bool endsWell() const { return !m_grouped || m_run == 3; }

private:
    bool m_grouped = false;
    int m_run = 0;
};

} // namespace

std::optional<Figure> readFigure(QStringView text, const QLocale &locale)
{
    const QString decimal = locale.decimalPoint();
    const QString group = locale.groupSeparator();
    Figure figure{false, 0, 0};
    Grouping grouping;
    bool inFraction = false;
    bool started = false;
    int digitsSeen = 0;
    for (const QChar c : text.trimmed()) {
        if (isDirectionMark(c))
            continue;
        if (const int digit = digitOf(c); digit >= 0) {
            if (figure.digits > (std::numeric_limits<quint64>::max() - quint64(digit)) / 10)
                return {};
            figure.digits = figure.digits * 10 + quint64(digit);
            ++digitsSeen;
            if (inFraction)
                ++figure.fractionDigits;
            else
                grouping.digit();
        } else if (!started && (c == u'-' || c == u'\u2212')) {
            figure.negative = true;
        } else if (inFraction || digitsSeen == 0) {
            return {};
        } else if (QStringView(decimal) == c) {
            inFraction = true;
        } else if (isGroupSeparator(c, group)) {
            if (!grouping.separator())
                return {};
        } else if (c == u'.' && !grouping.isGrouped()) {
            inFraction = true;
        } else {
            return {};
        }
        started = true;
    }
    if (digitsSeen == 0 || (inFraction && figure.fractionDigits == 0) || !grouping.endsWell())
        return {};
    return figure;
}

QString writeFigure(bool negative, quint64 whole, const QString &fraction, const QLocale &locale)
{
    QString text = negative ? QStringLiteral("\u2212") : QString();
    text += locale.toString(whole);
    if (!fraction.isEmpty())
        text += locale.decimalPoint();
    for (const QChar digit : fraction)
        text += locale.toString(digit.digitValue());
    return text;
}

} // namespace thimblely
