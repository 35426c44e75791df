// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/till_id.h"
#include "core/changes/write_context.h"
#include "core/finance/payment.h"

namespace thimblely::finance {

//! Whether a row counts in profit, in cash, or in both (tables.md): profit = profit + owed, cash = profit + cash_move.
enum class Effect { Profit, CashMove, Owed };

//! One row of the ledger as it is about to be written; for this folder. Amounts are positive, the type gives the sign.
struct MoneyEntry {
    bool isExpense = false;
    QByteArray category; //!< "order", "client_credit", "paid_out" …, or as the shop calls it
    Money amount;
    std::optional<PaymentMethod> method; //!< none where no money moved
    Date date;                           //!< the shop's day
    Effect effect = Effect::Profit;
    std::optional<OrderId> order = {};
    std::optional<ClientId> client = {};
    std::optional<MemberId> member = {};
    std::optional<TransactionId> reverses = {};
    QString reason = {};
    QString receiptNumber = {};
    QString reference = {};
    QString description = {};
    QString externalNumber = {}; //!< what the shop's own fiscal till printed
    std::optional<Money> tendered = {};
    std::optional<Money> change = {};
    QByteArray taxes = {}; //!< JSON of order_taxes.h
    QByteArray photo = {}; //!< SHA-256 of a photo of the slip
    std::optional<PersonId> approvedBy = {};
    std::optional<ActivityId> closing = {};
    std::optional<changes::TillId> till = {}; //!< none: this device's
    bool isCorrection = false;             //!< takes back what was entered wrong, rather than money that was given back
    std::optional<InvoiceId> invoice = {}; //!< of no order
    QString counterparty = {};             //!< who was paid, or who paid
    QString documentNumber = {};           //!< of their bill
};

//! Writes it through its till, as a link of that chain.
Result<TransactionId> enterInTill(changes::WriteContext &context, const MoneyEntry &entry);
//! Writes it beside the till: from the bank, the safe, or where no money moved.
Result<TransactionId> enterBeside(changes::WriteContext &context, const MoneyEntry &entry);

/*!
 * Names the operation by the money it moves, so that whoever takes it back reads what that would move: which order
 * (`numbers`, where they are several), whose, how much. In the args of the operation, in this order; the amount is
 * marked (base/error_args.h).
 */
Result<void> nameMoney(changes::WriteContext &context, const PaymentTaken &money, const QString &numbers = {});

//! The shop's day, which must not lie in books that were closed ("payment.books_closed", args[0] the day).
Result<Date> openDay(changes::WriteContext &context);

//! A transfer or mobile money was seen to arrive. `withRow`: along with the row itself, and taken back with it.
Result<void> noteArrived(changes::WriteContext &context, TransactionId payment, bool withRow);

} // namespace thimblely::finance
