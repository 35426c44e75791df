// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/promise_service.h"

#include "core/access/session.h"
#include "core/base/error_args.h"
#include "core/changes/write_door.h"
#include "core/inventory/code_table.h"
#include "core/inventory/read_rows.h"
#include "core/inventory/shop_terms.h"
#include "core/orders/piece_writer.h"
#include "core/orders/promise_writer.h"

#include <QCoreApplication>

namespace thimblely::orders {

namespace {

using changes::Operation;
using changes::WriteContext;
using inventory::ShopTerms;

constexpr inventory::CodeTable<PromiseReason, 5> reasons{"why", {"client", "cloth", "workroom", "illness", "other"}};

Result<PromiseChange> mapChange(storage::Statement &row)
{
    TRY_ASSIGN(const Date to, Date::parse(row.text(2)));
    PromiseChange change{row.instant(0), std::nullopt, to, std::nullopt, row.text(4)};
    if (!row.isNull(1)) {
        TRY_ASSIGN(change.from, Date::parse(row.text(1)));
    }
    if (!row.isNull(3)) {
        TRY_ASSIGN(change.why, reasons.value(row.text(3)));
    }
    return change;
}

Result<void> write(WriteContext &context, const PromiseMove &move)
{
    TRY(context.principal().require(access::Capability::OrdersWrite));
    TRY_ASSIGN(const OrderDetail order, openOrder(context, move.order));
    const QString words = move.words.trimmed();
    if (move.why == PromiseReason::Other && words.isEmpty())
        return Error{ErrorKind::Invalid, "order.promise_no_reason", {}, {}};
    QJsonObject why{{QStringLiteral("why"), QString::fromLatin1(toCode(move.why))}};
    if (!words.isEmpty())
        why.insert(QStringLiteral("words"), words);
    TRY(setPromise(context, order, move.to, why));
    context.nameIt({order.number, errorArg(move.to.date)});
    return {};
}

} // namespace

QByteArray toCode(PromiseReason why)
{
    return reasons.code(why);
}

Result<PromiseReason> promiseReasonFromCode(QStringView code)
{
    return reasons.value(code);
}

QString promiseReasonWords(PromiseReason why)
{
    switch (why) {
    case PromiseReason::Client:
        return QCoreApplication::translate("PromiseReason", "The client asked");
    case PromiseReason::Cloth:
        return QCoreApplication::translate("PromiseReason", "The cloth came late");
    case PromiseReason::Workroom:
        return QCoreApplication::translate("PromiseReason", "The workroom needs longer");
    case PromiseReason::Illness:
        return QCoreApplication::translate("PromiseReason", "Somebody is ill");
    case PromiseReason::Other:
        return QCoreApplication::translate("PromiseReason", "Another reason");
    }
    Q_UNREACHABLE();
}

Result<std::vector<PromiseChange>> PromiseService::changes(OrderId order) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY(reader.principal().require(access::Capability::OrdersRead));
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT occurred_at, data ->> 'from', data ->> 'to', data ->> 'why', data ->> 'words'
          FROM sys_activity
         WHERE order_id = ? AND kind = 'promise' AND data ->> 'to' IS NOT NULL
         ORDER BY occurred_at DESC)"));
    query->bind(order);
    return inventory::readRows<PromiseChange>(*query, mapChange);
}

Result<KeptPromises> PromiseService::kept() const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY(reader.principal().require(access::Capability::OrdersRead));
    TRY_ASSIGN(const ShopTerms terms, ShopTerms::load(reader));
    const Date today = terms.calendar.dayOf(m_door.clock().now());
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT completed_at, first_promised_date
          FROM orders
         WHERE status = 'completed' AND completed_at >= ? AND first_promised_date IS NOT NULL)"));
    query->bind(terms.calendar.startOf(today.plusDays(-keptDays)));
    KeptPromises kept{keptDays};
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return kept;
        ++kept.promised;
        if (terms.calendar.dayOf(query->instant(0)) <= query->date(1))
            ++kept.kept;
    }
}

QFuture<Result<void>> PromiseService::move(PromiseMove move)
{
    return m_door.write<void>(Operation{"order.move_promise"},
                              [move = std::move(move)](WriteContext &context) { return write(context, move); });
}

} // namespace thimblely::orders
