// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/pattern_refs.h"

#include "core/access/session.h"

namespace thimblely::orders {

namespace {

struct Found {
    QByteArray piece; //!< its id sorts by when it was booked
    QString pattern;
};

Result<Found> latest(storage::Statement &query, ClientId body, const QString &garmentType)
{
    query.bind(body, garmentType);
    TRY_ASSIGN(const bool found, query.step());
    return found ? Found{query.blob(0), query.text(1)} : Found{};
}

} // namespace

Result<QString> lastPattern(access::Session &session, ClientId body, const QString &garmentType)
{
    access::ScopedConnection &reader = session.reader();
    TRY(reader.principal().require(access::Capability::OrdersRead));
    if (garmentType.isEmpty())
        return QString();
    TRY_ASSIGN(auto worn, reader.query(R"(
        SELECT id, pattern_ref
          FROM order_items
         WHERE wearer_client_id = ? AND garment_type = ? AND pattern_ref IS NOT NULL
         ORDER BY id DESC
         LIMIT 1)"));
    TRY_ASSIGN(const Found other, latest(*worn, body, garmentType));
    TRY_ASSIGN(auto own, reader.query(R"(
        SELECT piece.id, piece.pattern_ref
          FROM orders JOIN order_items AS piece ON piece.order_id = orders.id
         WHERE orders.client_id = ? AND piece.wearer_client_id IS NULL AND piece.garment_type = ?
           AND piece.pattern_ref IS NOT NULL
         ORDER BY piece.id DESC
         LIMIT 1)"));
    TRY_ASSIGN(const Found mine, latest(*own, body, garmentType));
    return other.piece > mine.piece ? other.pattern : mine.pattern;
}

} // namespace thimblely::orders
