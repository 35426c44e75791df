// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/client_photos.h"

#include "core/changes/media_register.h"
#include "core/inventory/fields.h"
#include "core/orders/piece_json.h"

#include <algorithm>

namespace thimblely::orders {

Result<std::vector<changes::Media>> photosOfClient(access::Session &session, ClientId client, int most)
{
    access::ScopedConnection &reader = session.reader();
    TRY(reader.principal().require(access::Capability::OrdersRead));
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT piece.media, piece.client_fabric_media, piece.release_media
          FROM orders AS booked JOIN order_items AS piece ON piece.order_id = booked.id
         WHERE booked.client_id = ?1
           AND (piece.media IS NOT NULL OR piece.client_fabric_media IS NOT NULL OR piece.release_media IS NOT NULL)
         ORDER BY booked.order_date DESC, booked.id DESC, piece.position
         LIMIT ?2)"));
    query->bind(client, most);
    std::vector<changes::Media> photos;
    const auto add = [&](const changes::Media &photo) -> Result<void> {
        const bool there = std::ranges::find(photos, photo.sha256, &changes::Media::sha256) != photos.end();
        if (there || int(photos.size()) >= most)
            return {};
        TRY_ASSIGN(const auto known, changes::MediaRegister::find(reader, photo.sha256));
        if (known) // else it was erased, or has not come here yet
            photos.push_back(*known);
        return {};
    };
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more || int(photos.size()) >= most)
            return photos;
        for (const changes::Media &photo : photosNamed(inventory::listFromJson(query->utf8(0))))
            TRY(add(photo));
        if (!query->isNull(1))
            TRY(add(changes::Media{query->blob(1)}));
        for (const changes::Media &photo : photosNamed(inventory::listFromJson(query->utf8(2))))
            TRY(add(photo));
    }
}

} // namespace thimblely::orders
