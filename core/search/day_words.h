// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QLocale>
#include <QStringList>

#include <vector>

namespace thimblely::search {

//! A word that may name weekdays or months ("mar" is Tuesday or March in French): a day fits if one of them does.
struct DayWord {
    unsigned weekdays = 0; //!< bit 1 Monday … bit 7 Sunday
    unsigned months = 0;   //!< bit 1 January … bit 12 December
    bool whole = false;    //!< the whole name, not the beginning of one

    friend bool operator==(const DayWord &, const DayWord &) = default;
};

//! What was typed, its words for days taken out: "navy trousers tuesday" is the words "navy trousers" and a Tuesday.
struct SaidDays {
    QStringList rest;
    std::vector<DayWord> days; //!< every one of them must fit

    bool any() const { return !days.empty(); }
    bool areWhole() const;
    /*!
     * SQL that is true where the day of intake or the promised day of the order `row` fits all of them; made of
     * numbers only.
     */
    QByteArray condition() const;
};

/*!
 * Finds the names of weekdays and months among folded words, in the language of `locale` and in English: whole, or
 * their first three letters and more ("tue", "thurs", "feb"). Pure.
 *
 * Days are read out of what was typed and not written into the index: the index is made once, in whatever language,
 * and read by people of several; a seventh of all orders would stand under each weekday, so that the word costs
 * without narrowing; and a promise that moves would have to be indexed again.
 */
SaidDays saidDays(const QStringList &foldedWords, const QLocale &locale);

} // namespace thimblely::search
