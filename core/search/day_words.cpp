// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/search/day_words.h"

#include "core/search/fold.h"

#include <algorithm>
#include <array>

namespace thimblely::search {

namespace {

constexpr int weekdays = 7;
constexpr int months = 12;
constexpr qsizetype fewestLetters = 3;

//! The names of one language as they are compared; Monday and January stand at 1.
struct Names {
    std::array<QStringList, weekdays + 1> weekday;
    std::array<QStringList, months + 1> month;
};

Names namesOf(const QLocale &locale)
{
    Names names;
    const auto add = [](QStringList &to, const QString &name) {
        // "Sept." is one word, "lundi prochain" is none.
        if (const QString folded = fold(name); !folded.isEmpty() && !folded.contains(u' ') && !to.contains(folded))
            to.append(folded);
    };
    for (int day = 1; day <= weekdays; ++day) {
        for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
            add(names.weekday[size_t(day)], locale.dayName(day, format));
            add(names.weekday[size_t(day)], locale.standaloneDayName(day, format));
        }
    }
    for (int month = 1; month <= months; ++month) {
        for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
            add(names.month[size_t(month)], locale.monthName(month, format));
            add(names.month[size_t(month)], locale.standaloneMonthName(month, format));
        }
    }
    return names;
}

void read(const QString &word, const Names &names, DayWord &meant)
{
    const auto look = [&](const auto &lists, unsigned &bits) {
        for (size_t i = 1; i < lists.size(); ++i) {
            for (const QString &name : lists[i]) {
                // A number is no month, though CLDR calls months so where they have no names.
                if (!name.startsWith(word) || name.front().isDigit())
                    continue;
                bits |= 1U << i;
                meant.whole = meant.whole || (name == word && word.size() > fewestLetters);
            }
        }
    };
    look(names.weekday, meant.weekdays);
    look(names.month, meant.months);
}

QByteArray listOf(unsigned bits, int count, const std::function<QByteArray(int)> &name)
{
    QByteArray list;
    for (int i = 1; i <= count; ++i) {
        if (bits & (1U << i))
            list += (list.isEmpty() ? "" : ", ") + name(i);
    }
    return list;
}

QByteArray fits(const DayWord &word, const QByteArray &column)
{
    QByteArray sql;
    if (word.weekdays) // SQLite's Sunday is 0
        sql = "strftime('%w', " + column + ") IN (" +
              listOf(word.weekdays, weekdays, [](int day) { return "'" + QByteArray::number(day % weekdays) + "'"; }) +
              ")";
    if (word.months) {
        sql += (sql.isEmpty() ? "" : " OR ") + QByteArray("substr(") + column + ", 6, 2) IN (" +
               listOf(word.months, months,
                      [](int month) { return "'" + QByteArray::number(month).rightJustified(2, '0') + "'"; }) +
               ")";
    }
    return "(" + sql + ")";
}

} // namespace

bool SaidDays::areWhole() const
{
    return std::ranges::all_of(days, &DayWord::whole);
}

QByteArray SaidDays::condition() const
{
    QByteArray either;
    for (const char *column : {"promised_date", "order_date"}) {
        QByteArray all;
        for (const DayWord &word : days)
            all += (all.isEmpty() ? "" : " AND ") + fits(word, QByteArray("row.") + column);
        either += (either.isEmpty() ? "(" : " OR (") + all + ")";
    }
    return "(" + either + ")";
}

SaidDays saidDays(const QStringList &foldedWords, const QLocale &locale)
{
    static const Names english = namesOf(QLocale(QLocale::English));
    thread_local QLocale lastLocale(QLocale::English);
    thread_local Names own = english;
    if (lastLocale != locale) {
        lastLocale = locale;
        own = namesOf(locale);
    }
    SaidDays said;
    for (const QString &word : foldedWords) {
        DayWord meant;
        if (word.size() >= fewestLetters) {
            read(word, english, meant);
            read(word, own, meant);
        }
        if (meant.weekdays || meant.months)
            said.days.push_back(meant);
        else
            said.rest.append(word);
    }
    return said;
}

} // namespace thimblely::search
