// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/base/id.h"
#include "core/changes/write_context.h"

#include <QLocale>
#include <QStringList>

#include <optional>
#include <vector>

namespace thimblely::search {

//! What can be found.
enum class Kind { Client = 1, Order = 2 };
using Kinds = unsigned; //!< Kind values, or-ed
constexpr Kinds everyKind = unsigned(Kind::Client) | unsigned(Kind::Order);

struct Hit {
    Kind kind;
    IdBytes row;

    friend bool operator==(const Hit &, const Hit &) = default;
};

struct Words;     // what was typed, as it is looked for
struct Candidate; // a hit and how good it is

/*!
 * The search over names, numbers, phones, garments and colours of a workspace.
 *
 * Every word must be found: one or two letters at the start of a word, three and more anywhere in one, digits anywhere
 * in a number. The words in the index are those of one workspace each, so that a name which is common elsewhere costs
 * nothing here, and each hit is joined to the scoped view of its table: what a person may not read is not found.
 * put() and remove() run inside a write operation; find() on the thread of its connection.
 */
class SearchIndex {
public:
    //! Replaces what is found of a row; writes nothing where that is unchanged.
    static Result<void> put(changes::WriteContext &context, Kind kind, const IdBytes &row, const QStringList &texts);
    static Result<void> remove(changes::WriteContext &context, Kind kind, const IdBytes &row);

    //! Best first: words that begin the text, then words that begin a word, then the rest; newest first among equals.
    static Result<std::vector<Hit>> find(access::ScopedConnection &connection, QStringView text, Kinds kinds,
                                         int limit);
    /*!
     * As find(), and then the orders whose day of intake or promise is the one that was said: "navy trousers tuesday",
     * in the language of `locale` or in English. What only begins like a day ("mar" of Maryam) is taken for one where
     * no order has the word itself. A day alone looks through the newest 4,000 orders.
     */
    static Result<std::vector<Hit>> findSaid(access::ScopedConnection &connection, QStringView text,
                                             const QLocale &locale, Kinds kinds, int limit);

private:
    static Result<std::optional<qint64>> scopeOf(access::ScopedConnection &connection);
    //! `days`: a condition that the order fits as well; empty: none.
    static Result<std::vector<Hit>> findWords(access::ScopedConnection &connection, const QStringList &words,
                                              Kinds kinds, int limit, const QByteArray &days = {});
    static Result<qint64> nextId(changes::WriteContext &context, Kind kind);
    static Result<void> collect(access::ScopedConnection &connection, qint64 range, Kind kind, const Words &words,
                                std::vector<Candidate> &candidates);
};

} // namespace thimblely::search
