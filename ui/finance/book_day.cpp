// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/book_day.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace thimblely::ui {

namespace {

class BookDays {
    Q_DECLARE_TR_FUNCTIONS(BookDays)
};

Error malformed(const QString &typed)
{
    return {ErrorKind::Invalid, "date.malformed", {typed}, {}};
}

//! 0: none.
int monthOf(const QString &word, const QLocale &locale)
{
    constexpr int letters = 3;
    if (word.size() < letters)
        return 0;
    for (int month = 1; month <= 12; ++month) {
        for (const QLocale &language : {locale, QLocale(QLocale::English)}) {
            if (language.standaloneMonthName(month).startsWith(word, Qt::CaseInsensitive))
                return month;
        }
    }
    return 0;
}

//! Without a year the last such day.
Result<Date> lastSuch(int day, int month, int year, Date today, const QString &typed)
{
    const QDate now = today.toQDate();
    if (year > 0 && year < 100)
        year += 2000;
    QDate found(year > 0 ? year : now.year(), month, day);
    if (year <= 0 && (!found.isValid() || found > now))
        found = QDate(now.year() - 1, month, day);
    if (!found.isValid() || found > now)
        return malformed(typed);
    return Date::fromQDate(found);
}

} // namespace

Result<Date> bookDay(const QString &typed, Date today, const QLocale &locale)
{
    const QString text = typed.simplified().toLower();
    if (text == QLatin1String("today") || text == BookDays::tr("today").toLower())
        return today;
    if (text == QLatin1String("yesterday") || text == BookDays::tr("yesterday").toLower())
        return today.plusDays(-1);
    static const QRegularExpression iso(QStringLiteral("^(\\d{4})-(\\d{1,2})-(\\d{1,2})$"));
    static const QRegularExpression figures(QStringLiteral("^(\\d{1,2})(?:[./](\\d{1,2})\\.?(?:[./]?(\\d{2,4}))?)?$"));
    static const QRegularExpression words(QStringLiteral("^(\\d{1,2})\\.? ?(\\p{L}+)\\.?(?: (\\d{4}))?$"));
    if (const auto match = iso.match(text); match.hasMatch())
        return lastSuch(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt(), today, typed);
    if (const auto match = figures.match(text); match.hasMatch()) {
        int day = match.captured(1).toInt();
        if (match.captured(2).isEmpty()) { // of this month, or of the last one
            const QDate now = today.toQDate();
            const QDate month = day > now.day() ? QDate(now.year(), now.month(), 1).addMonths(-1) : now;
            return lastSuch(day, month.month(), month.year(), today, typed);
        }
        int month = match.captured(2).toInt();
        if (text.contains(u'/') && locale.dateFormat(QLocale::ShortFormat).toLower().startsWith(u'm'))
            std::swap(day, month);
        return lastSuch(day, month, match.captured(3).toInt(), today, typed);
    }
    if (const auto match = words.match(text); match.hasMatch()) {
        if (const int month = monthOf(match.captured(2), locale); month > 0)
            return lastSuch(match.captured(1).toInt(), month, match.captured(3).toInt(), today, typed);
    }
    return malformed(typed);
}

} // namespace thimblely::ui
