// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/feed/finished_work.h"

#include "core/access/scoped_connection.h"
#include "core/changes/media_register.h"
#include "core/inventory/fields.h"
#include "core/orders/piece_json.h"

#include <algorithm>

namespace thimblely::feed {

namespace {

using access::Capability;

//! A card whose consent is asked for; an order to nobody in particular has none that could agree.
Result<void> askCard(access::ScopedConnection &reader, const std::optional<ClientId> &client, FinishedWork &work,
                     bool &allAgreed)
{
    if (!client) {
        allAgreed = false;
        return {};
    }
    TRY_ASSIGN(auto query, reader.query("SELECT name, photo_consent_at FROM clients WHERE id = ?"));
    query->bind(*client);
    TRY_ASSIGN(const bool found, query->step());
    if (!found) { // in the bin, or merged away: who it was can be asked no more
        allAgreed = false;
        return {};
    }
    work.people.append(query->text(0));
    const auto at = query->optionalInstant(1);
    if (!at) {
        allAgreed = false;
        work.withoutConsent.append(query->text(0));
    } else if (!work.consentAt || *work.consentAt < *at) {
        work.consentAt = at;
    }
    return {};
}

Result<void> addPhotos(access::ScopedConnection &reader, const QByteArray &json, FinishedWork &work)
{
    for (const changes::Media &photo : orders::photosNamed(inventory::listFromJson(json))) {
        if (std::ranges::find(work.photos, photo.sha256, &changes::Media::sha256) != work.photos.end())
            continue;
        TRY_ASSIGN(auto known, changes::MediaRegister::find(reader, photo.sha256));
        if (known)
            work.photos.push_back(std::move(*known));
    }
    return {};
}

} // namespace

Result<FinishedWork> finishedWork(access::ScopedConnection &reader, OrderId order)
{
    TRY(reader.principal().require(Capability::OrdersRead));
    TRY(reader.principal().require(Capability::ClientsRead));
    TRY_ASSIGN(auto head,
               reader.query("SELECT order_number, client_id, status, customer_name FROM orders WHERE id = ?"));
    head->bind(order);
    TRY_ASSIGN(const bool found, head->step());
    if (!found || head->isNull(0))
        return Error{ErrorKind::NotFound, "order.not_found", {}, {}};
    FinishedWork work{order, head->text(0), {}};
    if (head->utf8View(2) != QByteArrayView("completed"))
        return Error{ErrorKind::Invalid, "feed.not_finished", {work.number}, {}};
    const auto payer = head->optionalId<ClientId>(1);
    if (const QString asWritten = head->text(3); !asWritten.isEmpty())
        work.people.append(asWritten);
    bool allAgreed = true;
    TRY(askCard(reader, payer, work, allAgreed));

    TRY_ASSIGN(auto pieces, reader.query(R"(
        SELECT item_name, colour, media, release_media, wearer_client_id
          FROM order_items
         WHERE order_id = ? AND cancelled_at IS NULL AND charge IS NULL
         ORDER BY position)"));
    pieces->bind(order);
    QStringList words;
    std::vector<ClientId> wearers;
    QByteArrayList asTheyCame;
    QByteArrayList asTheyLeft;
    for (;;) {
        TRY_ASSIGN(const bool more, pieces->step());
        if (!more)
            break;
        words.append((pieces->text(0) + u' ' + pieces->text(1)).simplified());
        asTheyCame.append(pieces->utf8(2));
        asTheyLeft.append(pieces->utf8(3));
        const auto wearer = pieces->optionalId<ClientId>(4);
        if (wearer && wearer != payer && std::ranges::find(wearers, *wearer) == wearers.end())
            wearers.push_back(*wearer);
    }
    words.removeDuplicates();
    work.words = words.join(QStringLiteral(", "));
    for (const ClientId &wearer : wearers)
        TRY(askCard(reader, wearer, work, allAgreed));
    if (!allAgreed)
        work.consentAt.reset();
    for (const QByteArray &json : asTheyLeft + asTheyCame)
        TRY(addPhotos(reader, json, work));
    return work;
}

} // namespace thimblely::feed
