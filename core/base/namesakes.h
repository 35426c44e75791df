// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace thimblely {

//! A name as it is compared with another one: letter case, blanks and how a letter is composed make no difference. Pure.
QString nameKey(const QString &name);
bool isSameName(const QString &one, const QString &other);
//! "Amina Okafor (2)".
QString numberedName(const QString &name, int number);

/*!
 * Where several people of a list have one name, all but the one whom the file knows longest get a number in it, so that
 * nobody is taken for another. Each row has a `name`; `person` gives whose it is, `list` which of several lists that lie
 * in `rows` together it belongs to. A row's `hasNamesake`, where it has that, is set.
 */
template <typename Row, typename Person, typename List>
void tellApart(std::vector<Row> &rows, Person person, List list)
{
    using Id = std::decay_t<std::invoke_result_t<Person, const Row &>>;
    std::map<std::pair<std::decay_t<std::invoke_result_t<List, const Row &>>, QString>, std::set<Id>> people;
    const auto keyOf = [&](const Row &row) { return std::pair(std::invoke(list, row), nameKey(row.name)); };
    for (const Row &row : rows)
        people[keyOf(row)].insert(std::invoke(person, row));
    for (Row &row : rows) {
        const std::set<Id> &same = people[keyOf(row)];
        // Ids follow each other in time.
        const auto before = std::distance(same.begin(), same.find(std::invoke(person, row)));
        if constexpr (requires { row.hasNamesake; })
            row.hasNamesake = same.size() > 1;
        if (before > 0)
            row.name = numberedName(row.name, int(before) + 1);
    }
}

//! The same of one list.
template <typename Row, typename Person>
void tellApart(std::vector<Row> &rows, Person person)
{
    tellApart(rows, person, [](const Row &) { return 0; });
}

} // namespace thimblely
