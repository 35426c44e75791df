// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/till_entry_rows.h"

namespace thimblely::finance {

namespace {

//! `profitable`: income that counts in profit.
TillEntryKind kindOf(const QByteArray &category, bool byCredit, bool profitable)
{
    if (category == "client_credit")
        return byCredit ? TillEntryKind::CreditUsed : TillEntryKind::Credit;
    for (const auto &[word, kind] :
         {std::pair("paid_in", TillEntryKind::PaidIn), std::pair("paid_out", TillEntryKind::PaidOut),
          std::pair("bank_drop", TillEntryKind::BankDrop), std::pair("float", TillEntryKind::Float),
          std::pair("till_difference", TillEntryKind::Difference), std::pair("wage", TillEntryKind::Wage),
          std::pair("wage_advance", TillEntryKind::Wage), std::pair("opening_payment", TillEntryKind::PaidOut)}) {
        if (category == word)
            return kind;
    }
    return profitable ? TillEntryKind::Sale : TillEntryKind::Other;
}

} // namespace

WhoseMoney::WhoseMoney(const access::Principal &who)
    : name(who.can(access::Capability::ClientsRead) ? "ifnull(client.name, booked.customer_name)"
                                                    : "(booked.customer_name)"),
      join(who.can(access::Capability::ClientsRead)
               ? " LEFT JOIN clients AS client ON client.id = ifnull(paid.client_id, booked.client_id)"
               : "")
{}

QByteArray entryQuery(const access::Principal &who, const QByteArray &which)
{
    const WhoseMoney whose(who);
    return QByteArray(R"(
        SELECT paid.id, paid.till_seq, paid.occurred_at, paid.category, paid.amount_minor, paid.payment_method,
               paid.order_id, booked.order_number, )") +
           whose.name + R"(, paid.receipt_no,
               paid.payment_ref, ifnull(paid.reason, paid.description), paid.reverses_transaction_id IS NOT NULL,
               paid.metadata ->> 'correction',
               (paid.transaction_type = 'income') = (paid.reverses_transaction_id IS NULL), )" +
           entryWaits + R"(,
               paid.amount_minor - (SELECT ifnull(sum(back.amount_minor), 0) FROM transactions AS back
                                     WHERE back.reverses_transaction_id = paid.id),
               paid.approved_by IS NOT NULL, paid.transaction_type = 'income' AND paid.effect = 'profit',
               paid.closing_id IS NOT NULL, paid.tax_breakdown, )" +
           entryWaits + " AND " + entryIsTakenBack + R"(
          FROM transactions AS paid
          LEFT JOIN orders AS booked ON booked.id = paid.order_id)" +
           whose.join + " WHERE " + which;
}

Result<TillEntry> mapEntry(const storage::Statement &row, Currency currency)
{
    std::optional<PaymentMethod> method;
    if (!row.isNull(5)) {
        TRY_ASSIGN(method, paymentMethodFromCode(row.text(5)));
    }
    const bool comesIn = row.boolean(14);
    return TillEntry{row.id<TransactionId>(0),
                     row.int64(1),
                     row.instant(2),
                     kindOf(row.utf8(3), method == PaymentMethod::Credit, row.boolean(18)),
                     Money(comesIn ? row.int64(4) : -row.int64(4), currency),
                     method,
                     row.optionalId<OrderId>(6),
                     row.text(7),
                     row.text(8),
                     row.text(9),
                     row.text(10),
                     row.text(11),
                     row.boolean(12),
                     row.boolean(13),
                     row.boolean(15),
                     Money(row.boolean(12) ? 0 : row.int64(16), currency),
                     row.boolean(17),
                     row.boolean(19),
                     row.boolean(21)};
}

} // namespace thimblely::finance
