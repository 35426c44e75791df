// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/media.h"
#include "core/changes/write_context.h"
#include "core/finance/till.h"

namespace thimblely::finance {

// Parts of write operations, on the writer thread. Errors: till_service.h.

Result<void> openTill(changes::WriteContext &context, const Money &lying);

//! Money that goes into or out of the drawer and is nobody's payment.
struct TillMove {
    TillEntryKind kind; //!< PaidIn, PaidOut or BankDrop
    Money amount;
    QString reason;
    std::optional<changes::Media> photo = {}; //!< of the slip
};
Result<TransactionId> moveMoney(changes::WriteContext &context, const TillMove &move);

Result<CountResult> countTill(changes::WriteContext &context, const CountSheet &sheet, const AtTill &which = {});
Result<ActivityId> closeTill(changes::WriteContext &context, const CloseDraft &draft, const AtTill &which = {});

//! How a till stands, for the reader and the writer alike.
Result<TillState> tillState(access::ScopedConnection &connection, const AtTill &which = {});
Result<DayPage> dayPageOf(access::ScopedConnection &connection, ActivityId closing);

} // namespace thimblely::finance
