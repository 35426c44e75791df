// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/finance/books.h"

namespace thimblely::finance {

// Parts of write operations, on the writer thread. Errors: books_service.h.

Result<TransactionId> enterBook(changes::WriteContext &context, const BookDraft &draft);
Result<TransactionId> reverseBook(changes::WriteContext &context, TransactionId id, const QString &reason);
Result<void> closeBooks(changes::WriteContext &context, Date lastDay);

//! For the reader and the writer alike.
Result<std::optional<Date>> booksClosedUntil(access::ScopedConnection &connection);

} // namespace thimblely::finance
