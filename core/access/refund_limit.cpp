// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/refund_limit.h"

#include "core/access/scoped_connection.h"

#include <algorithm>
#include <string_view>

namespace thimblely::access {

namespace {

const Field *find(std::span<const Field> fields, std::string_view column)
{
    const auto found = std::ranges::find_if(fields, [column](const Field &field) { return field.column == column; });
    return found == fields.end() ? nullptr : &*found;
}

template <typename T>
const T *valueOf(std::span<const Field> fields, std::string_view column)
{
    const Field *field = find(fields, column);
    return field ? std::get_if<T>(&field->value.get()) : nullptr;
}

Result<qint64> limitOf(ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.query("SELECT refund_limit_minor FROM own_membership WHERE id = ?"));
    query->bind(connection.principal().member);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->optionalInt64(0).value_or(0) : 0;
}

} // namespace

Result<qint64> refundAllowance(ScopedConnection &connection, const Date &day)
{
    if (!connection.principal().can(Capability::PricesRead))
        return 0;
    TRY_ASSIGN(const qint64 limit, limitOf(connection));
    if (limit <= 0)
        return 0;
    // A client's credit that becomes a payment leaves the shop with the money it had (policy.h, neededFor).
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT ifnull(sum(amount_minor), 0)
          FROM transactions
         WHERE date = ? AND created_by = ? AND approved_by IS NULL
           AND coalesce(order_id, invoice_id, client_id) IS NOT NULL
           AND (reverses_transaction_id IS NOT NULL
                OR (transaction_type = 'expense'
                    AND NOT (category = 'client_credit' AND ifnull(payment_method, '') = 'credit'))))"));
    query->bind(day, connection.principal().person);
    TRY(query->step());
    return std::max<qint64>(0, limit - query->int64(0));
}

Result<bool> isWithinRefundLimit(ScopedConnection &connection, std::span<const Field> fields)
{
    const auto *amount = valueOf<qint64>(fields, "amount_minor");
    const auto *date = valueOf<QByteArray>(fields, "date");
    const auto *writer = valueOf<IdBytes>(fields, "created_by");
    // A row that does not say who gave it, or names an approver who did not approve it, is counted to nobody.
    const Field *approver = find(fields, "approved_by");
    if (!amount || !date || !writer || *writer != connection.principal().person.bytes() ||
        (approver && !std::holds_alternative<std::monostate>(approver->value.get())))
        return false;
    const auto day = Date::parse(QString::fromLatin1(*date));
    if (!day)
        return false;
    TRY_ASSIGN(const qint64 left, refundAllowance(connection, *day));
    return *amount <= left;
}

} // namespace thimblely::access
