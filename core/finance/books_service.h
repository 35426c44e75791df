// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/books.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::finance {

/*!
 * The books: every row of money of the shop, by day. Nothing in them is changed; a mistake is a row that takes it back,
 * with its reason. A period that was closed takes no more rows: what comes later is of the next one.
 *
 * Errors: "books.no_category", "books.closed" (args[0] the day), "books.closed_already", "books.open_day", "books.awaited" (args[0] how many, args[1] the day), "books.future",
 * "books.not_reversible", "payment.not_positive", "payment.no_reason", "payment.other_currency", "payment.not_found";
 * Forbidden with finance:read, finance:write, or workspace:manage where a period is closed.
 */
class BooksService {
public:
    BooksService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! The newest day first; for the reader's thread too, as filters may look at every row.
    static Result<std::vector<BookEntry>> page(access::Session &session, const BookFilter &filter,
                                               const std::optional<BookPlace> &after, int limit);
    //! Those in use, most used first.
    Result<QStringList> categories() const;
    //! The last day of the periods that are closed; none: none is.
    Result<std::optional<Date>> closedUntil() const;

    QFuture<Result<TransactionId>> enter(BookDraft entry);
    //! All that is left of it. A row of an open period is taken back on its own day, of a closed one today.
    QFuture<Result<TransactionId>> reverse(TransactionId entry, QString reason);
    QFuture<Result<void>> close(Date lastDay);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::finance
