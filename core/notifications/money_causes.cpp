// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notifications/cause_lists.h"

#include "core/access/session.h"
#include "core/notifications/people_names.h"

namespace thimblely::notifications {

namespace {

using access::ScopedConnection;
using K = NotificationKind;

constexpr const char *notTakenBack = R"(
           AND NOT EXISTS (SELECT 1 FROM transactions AS back
                            WHERE back.reverses_transaction_id = paid.id AND back.amount_minor >= paid.amount_minor))";

//! Rows of: the payment, its order, the order's number, when, who.
Result<void> addRows(CauseSearch &search, K kind, const QByteArray &sql)
{
    ScopedConnection &reader = search.session.reader();
    TRY_ASSIGN(auto query, reader.query(sql));
    query->bind(search.oldest(), search.session.principal().person, mostOfAKind);
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return {};
        const auto payment = query->id<RowId>(0);
        TRY_ASSIGN(QString who, nameOf(reader, query->optionalId<PersonId>(4)));
        search.add({kind,
                    storage::Table::Transactions,
                    payment,
                    QByteArray::number(query->int64(3)),
                    {NotificationScreen::Order, query->id<RowId>(1)},
                    {query->text(2), std::move(who)},
                    search.calendar.dayOf(query->instant(3)),
                    payment});
    }
}

//! For the orders that one wrote or looks after; what has not come in yet is no payment.
Result<void> addTaken(CauseSearch &search)
{
    return addRows(search, K::PaymentTaken,
                   QByteArray(R"(
        SELECT paid.id, paid.order_id, booked.order_number, paid.occurred_at, paid.created_by
          FROM transactions AS paid JOIN orders AS booked ON booked.id = paid.order_id
         WHERE paid.date >= ?1 AND paid.transaction_type = 'income' AND paid.reverses_transaction_id IS NULL
           AND +paid.created_by <> ?2 AND (+booked.created_by = ?2 OR +booked.assigned_to = ?2)
           AND booked.order_number IS NOT NULL
           AND (paid.payment_method NOT IN ('transfer', 'mobile_money') OR paid.confirmed_at IS NOT NULL))") +
                       notTakenBack + " ORDER BY paid.date DESC, paid.id DESC LIMIT ?3");
}

Result<void> addCame(CauseSearch &search)
{
    return addRows(search, K::TransferCame,
                   QByteArray(R"(
        SELECT paid.id, paid.order_id, booked.order_number, paid.confirmed_at, max(came.person_id)
          FROM transactions AS paid JOIN orders AS booked ON booked.id = paid.order_id
          JOIN sys_activity AS came ON came.transaction_id = paid.id AND came.kind = 'confirmed'
               AND +came.person_id <> ?2
         WHERE paid.date >= ?1 AND +paid.created_by = ?2 AND paid.confirmed_at IS NOT NULL
           AND booked.order_number IS NOT NULL)") +
                       notTakenBack + " GROUP BY paid.id ORDER BY paid.date DESC, paid.id DESC LIMIT ?3");
}

} // namespace

Result<void> addMoneyCauses(CauseSearch &search)
{
    if (search.wants(K::PaymentTaken))
        TRY(addTaken(search));
    if (search.wants(K::TransferCame))
        TRY(addCame(search));
    return {};
}

} // namespace thimblely::notifications
