// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/base/id.h"
#include "core/changes/write_context.h"

#include <QLocale>
#include <QStringList>

#include <functional>
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
 * in a number. The index has lists for each workspace (core/storage/search_marks.h), so that a name which is common elsewhere costs
 * nothing here, and each hit is joined to the scoped view of its table: what a person may not read is not found, nor is
 * what lies in the bin. A full-text index costs most where it grows by one row at a time: the newest rows wait until
 * there are 64 of them, and are looked through meanwhile. put() runs inside a write operation; find() on the thread of its connection.
 */
class SearchIndex {
public:
    //! Replaces what is found of a row; writes nothing where that is unchanged.
    static Result<void> put(changes::WriteContext &context, Kind kind, const IdBytes &row, const QStringList &texts);
    //! The same with texts that were folded before (fold.h).
    static Result<void> putFolded(changes::WriteContext &context, Kind kind, const IdBytes &row, const QString &folded);
    //! The same of a row that was made in this operation and has no entry yet.
    static Result<void> putNew(changes::WriteContext &context, Kind kind, const IdBytes &row, const QString &folded);
    //! At the end of an operation that writes many: what waits is indexed, so that a search need not look through it.
    static Result<void> finishMany(changes::WriteContext &context, Kind kind);

    /*!
     * Makes the entries that the workspace's clients and orders lack, in a transaction of its own and in no operation: for
     * a file that was read from a damaged one. What lies in the bin gets its entry when it is brought back.
     */
    static Result<void> addMissing(access::ScopedConnection &connection, const Clock &clock);

    //! Best first: words that begin the text, then words that begin words of one text (a piece's name and colour), then
    //! of any, then the rest; newest first among equals.
    static Result<std::vector<Hit>> find(access::ScopedConnection &connection, QStringView text, Kinds kinds,
                                         int limit);
    /*!
     * As find(), and then the orders whose day of intake or promise is the one that was said: "navy trousers tuesday",
     * in the language of `locale` or in English. What only begins like a day ("mar" of Maryam) is taken for one where
     * no order has the word itself. A day alone looks through the newest 4,000 orders.
     */
    static Result<std::vector<Hit>> findSaid(access::ScopedConnection &connection, QStringView text,
                                             const QLocale &locale, Kinds kinds, int limit);

    /*!
     * For a file whose rows came in otherwise than through the write door: makes the entries of the connection's
     * workspace, in one transaction of its own. `go`: called now and then; false stops it (Cancelled
     * "search.stopped"), and nothing is changed.
     */
    static Result<void> build(access::ScopedConnection &connection, const Clock &clock,
                              const std::function<bool(qint64 done)> &go = {});

private:
    static constexpr int rangeBits = 39; // of an id: its number; above them the range
    //! The ids of a kind in a workspace.
    struct Range {
        qint64 number;  //!< twice the workspace's, and one more for orders
        qint64 indexed; //!< the last id that the full-text index holds; not before first()

        qint64 first() const { return number << rangeBits; }
        qint64 end() const { return (number + 1) << rangeBits; }
    };
    struct Entry {
        qint64 id;
        QString folded;
    };
    struct Newest; // of an operation that writes many
    static Result<std::optional<Range>> rangeOf(access::ScopedConnection &connection, Kind kind);
    static Result<Range> madeRange(changes::WriteContext &context, Kind kind);
    static Result<qint64> nextId(changes::WriteContext &context, const Range &range);
    static Result<void> add(changes::WriteContext &context, Kind kind, qint64 id, const IdBytes &row,
                            const QString &folded);
    static Result<void> addOfMany(changes::WriteContext &context, Kind kind, const IdBytes &row, const QString &folded);
    static Result<std::optional<Entry>> entryOf(changes::WriteContext &context, const IdBytes &row);
    static Result<void> replace(changes::WriteContext &context, Kind kind, const Entry &known, const QString &folded);
    static Result<void> indexWaiting(changes::WriteContext &context, const Range &range);
    static Result<void> mark(changes::WriteContext &context, const Range &range, const Entry &entry);
    static Result<void> unmark(changes::WriteContext &context, const Range &range, const Entry &entry);
    static Result<void> run(access::ScopedConnection &connection, QByteArrayView sql);
    //! `days`: a condition that the order fits as well; empty: none.
    static Result<std::vector<Hit>> findWords(access::ScopedConnection &connection, const QStringList &words,
                                              Kinds kinds, int limit, const QByteArray &days = {});
    static Result<void> collect(access::ScopedConnection &connection, Kind kind, const Words &words,
                                std::vector<Candidate> &candidates);
};

} // namespace thimblely::search
