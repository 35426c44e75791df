// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/finance/till.h"

namespace thimblely::finance {

// How an entry of a till is read; for this folder.

//! Of an entry ("paid"): it was announced and has not come in, or takes such money back. What takes back money that a
//! closing held before it came takes it off the day that is open now.
inline constexpr char entryWaits[] =
    "(paid.payment_method IN ('transfer', 'mobile_money') AND paid.transaction_type = 'income'"
    " AND paid.confirmed_at IS NULL"
    " AND (paid.reverses_transaction_id IS NULL"
    "      OR EXISTS (SELECT 1 FROM transactions AS taken"
    "                  WHERE taken.id = paid.reverses_transaction_id AND taken.closing_id IS NULL)))";

//! Of an entry, or of what it takes back: nothing is left of it.
inline constexpr char entryIsTakenBack[] =
    "EXISTS (SELECT 1 FROM transactions AS whole WHERE whole.id = ifnull(paid.reverses_transaction_id, paid.id)"
    "           AND whole.amount_minor <= (SELECT ifnull(sum(back.amount_minor), 0) FROM transactions AS back"
    "                                       WHERE back.reverses_transaction_id = whole.id))";

//! Whose money an entry ("paid" of the order "booked") is: the client as they are called today; for who does not read
//! clients, as the order has it. `join` follows those of the two.
struct WhoseMoney {
    explicit WhoseMoney(const access::Principal &who);
    QByteArray name;
    QByteArray join;
};

//! Entries ("paid") with the names of their order and client, as far as `who` reads them; `which`: the rest of the WHERE,
//! and the order.
QByteArray entryQuery(const access::Principal &who, const QByteArray &which);
Result<TillEntry> mapEntry(const storage::Statement &row, Currency currency);
constexpr int entryTaxes = 20; //!< the column of entryQuery() that holds the taxes, as order_taxes.h writes them

} // namespace thimblely::finance
