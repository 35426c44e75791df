// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/party_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/clients/client_service.h"
#include "core/clients/client_writer.h"
#include "core/clients/phone_number.h"
#include "core/orders/addition_writer.h"
#include "core/orders/order_reader.h"
#include "core/orders/piece_measures.h"
#include "core/search/searched_rows.h"

#include <algorithm>

namespace thimblely::orders {

namespace {

using access::Capability;
using changes::Operation;
using changes::WriteContext;
using storage::Table;
using Guests = std::vector<PartyGuest>;

constexpr int looked = 20; // cards that a name or a number is looked for among

bool isSamePhone(const Client &client, const QString &national, const QString &country)
{
    return std::ranges::any_of(client.fields.phones, [&](const Phone &phone) {
        return !national.isEmpty() && readPhone(phone.number, country).national == national;
    });
}

//! Pieces that were tried on, as their appointments say.
Result<std::set<OrderItemId>> triedOn(access::ScopedConnection &connection, OrderId order)
{
    std::set<OrderItemId> pieces;
    if (!connection.principal().can(Capability::CalendarRead))
        return pieces;
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT json_each.value
          FROM events AS fitting, json_each(fitting.order_item_ids)
         WHERE fitting.order_id = ? AND fitting.event_type = 'fitting' AND fitting.outcome ->> 'came')"));
    query->bind(order);
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return pieces;
        if (const auto piece = OrderItemId::parse(query->text(0)))
            pieces.insert(*piece);
    }
}

Result<std::optional<Instant>> lastTaken(access::ScopedConnection &connection, ClientId person)
{
    if (!connection.principal().can(Capability::MeasurementsRead))
        return std::optional<Instant>();
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT max(taken_at) FROM client_measurements WHERE client_id = ? AND status = 'current' AND kind = 'body')"));
    query->bind(person);
    TRY(query->step());
    return query->optionalInstant(0);
}

//! Clients of their own: who pays is said of the pieces, and of this order alone.
Result<void> inviteAll(WriteContext &context, Guests &guests)
{
    if (guests.empty())
        return Error{ErrorKind::Invalid, "party.no_names", {}, {}};
    for (PartyGuest &guest : guests) {
        if (guest.known)
            continue;
        ClientDraft draft;
        draft.name = guest.typed.name.isEmpty() ? guest.typed.phone : guest.typed.name;
        if (!guest.typed.phone.isEmpty())
            draft.phones.push_back({guest.typed.phone});
        TRY_ASSIGN(guest.known, clients::add(context, draft));
        guest.knownName = draft.name;
    }
    return {};
}

//! Where somebody has pieces of the order already, they are not dressed twice.
bool isDressed(const OrderDetail &order, ClientId person)
{
    return std::ranges::any_of(
        order.pieces, [&](const Piece &piece) { return !piece.isCancelled() && order.wearerOf(piece) == person; });
}

struct Measured {
    ClientId person;
    QString garment;
    MeasurementSetId set;
};

Result<Guests> dressAll(WriteContext &context, OrderId id, Guests guests, const std::vector<OrderItemId> &like,
                        const std::vector<Measured> &measured, const Approvals &approvals)
{
    TRY_ASSIGN(const OrderDetail order, loadOrder(context.connection(), id));
    context.nameIt({order.number});
    TRY(inviteAll(context, guests));
    Addition addition{id};
    for (const PartyGuest &guest : guests) {
        if (isDressed(order, *guest.known))
            continue;
        std::vector<PieceDraft> theirs;
        for (const Piece &piece : order.pieces) {
            if (piece.isCancelled() || std::ranges::find(like, piece.id) == like.end())
                continue;
            PieceDraft draft = alikeFor(piece.facts, guest.known == order.client ? std::nullopt : guest.known);
            const auto set = std::ranges::find_if(measured, [&](const Measured &each) {
                return each.person == *guest.known && each.garment == draft.garmentType;
            });
            if (set != measured.end())
                draft.measurementSet = set->set;
            theirs.push_back(std::move(draft));
        }
        renumberSets(theirs, nextSetNo(addition.pieces));
        addition.pieces.insert(addition.pieces.end(), theirs.begin(), theirs.end());
    }
    if (addition.pieces.empty())
        return Error{ErrorKind::Conflict, "party.nothing_copied", {}, {}};
    TRY(addToOrder(context, addition, approvals));
    return guests;
}

Result<OrderDetail> bookedOrder(WriteContext &context, OrderId id)
{
    TRY(context.principal().require(Capability::OrdersWrite));
    TRY_ASSIGN(OrderDetail order, loadOrder(context.connection(), id));
    if (order.status == OrderStatus::Draft)
        return Error{ErrorKind::Conflict, "order.is_draft", {}, {}};
    context.nameIt({order.number});
    return order;
}

} // namespace

PieceDraft alikeFor(const PieceDraft &piece, std::optional<ClientId> wearer)
{
    PieceDraft draft = piece;
    draft.wearer = wearer;
    draft.payer.reset();
    draft.measurementSet.reset();
    draft.photos.clear();
    draft.patternRef.clear();
    draft.condition.clear();
    draft.clientCloth.reset();
    draft.clientClothNote.clear();
    if (draft.fabricSource == FabricSource::Client)
        draft.fabricSource.reset();
    if (draft.kind == PieceKind::Redo)
        draft.kind = PieceKind::Alteration;
    return draft;
}

int Party::unmeasured() const
{
    return int(std::ranges::count_if(members, [](const PartyMember &member) { return !member.isMeasured(); }));
}

Result<Party> PartyService::load(OrderId id) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY(reader.principal().require(Capability::OrdersRead));
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(OrderDetail order, loadOrder(reader, id));
    TRY_ASSIGN(const auto fitted, triedOn(reader, id));
    std::vector<PartyMember> members = membersOf(order, fitted);
    for (PartyMember &member : members) {
        if (member.person) {
            TRY_ASSIGN(member.takenAt, lastTaken(reader, *member.person));
        }
    }
    return Party{std::move(order), std::move(members)};
}

Result<std::vector<PartyGuest>> PartyService::recognise(const std::vector<PartyName> &names) const
{
    ClientService clients(m_session, m_door);
    TRY_ASSIGN(const QString country, clients::countryOf(m_session.reader()));
    Guests guests;
    for (const PartyName &name : names) {
        PartyGuest guest{name};
        const QString national = name.phone.isEmpty() ? QString() : readPhone(name.phone, country).national;
        TRY_ASSIGN(const auto found, clients.search(name.phone.isEmpty() ? name.name : name.phone, looked));
        std::vector<Client> alike;
        for (const ClientSummary &row : found) {
            TRY_ASSIGN(Client client, clients.load(row.id));
            const bool same = name.phone.isEmpty() ? client.fields.name.compare(name.name, Qt::CaseInsensitive) == 0
                                                   : isSamePhone(client, national, country);
            if (same)
                alike.push_back(std::move(client));
        }
        if (alike.size() == 1) { // of two of that name nobody knows which
            guest.known = alike.front().id;
            guest.knownName = alike.front().fields.name;
            guest.knownNumber = alike.front().number;
        }
        const bool again = guest.known && std::ranges::find(guests, guest.known, &PartyGuest::known) != guests.end();
        if (!again)
            guests.push_back(std::move(guest));
    }
    return guests;
}

QFuture<Result<Guests>> PartyService::invite(Guests guests)
{
    Operation operation{"party.invite", {QString::number(guests.size())}}; // before they move on
    return m_door.write<Guests>(std::move(operation),
                                [guests = std::move(guests)](WriteContext &context) -> Result<Guests> {
                                    Guests invited = guests;
                                    TRY(inviteAll(context, invited));
                                    return invited;
                                });
}

QFuture<Result<Guests>> PartyService::dress(OrderId order, Guests guests, std::vector<OrderItemId> like,
                                            Approvals approvals)
{
    std::vector<Measured> measured; // read here: of whoever is known, as the counter proposes them
    if (const auto detail = loadOrder(m_session.reader(), order)) {
        for (const PartyGuest &guest : guests) {
            for (const Piece &piece : detail->pieces) {
                if (!guest.known || std::ranges::find(like, piece.id) == like.end())
                    continue;
                const auto sets = measuresFor(m_session, m_door, *guest.known, piece.facts.garmentType);
                if (sets && !sets->empty())
                    measured.push_back({*guest.known, piece.facts.garmentType, sets->front().set});
            }
        }
    }
    return m_door.write<Guests>(Operation{"party.dress"},
                                [order, guests = std::move(guests), like = std::move(like),
                                 measured = std::move(measured),
                                 approvals = std::move(approvals)](WriteContext &context) -> Result<Guests> {
                                    return dressAll(context, order, guests, like, measured, approvals);
                                });
}

QFuture<Result<void>> PartyService::setPayer(OrderId order, std::vector<OrderItemId> pieces,
                                             std::optional<ClientId> payer)
{
    return m_door.write<void>(
        Operation{"party.payer"}, [order, pieces = std::move(pieces), payer](WriteContext &context) -> Result<void> {
            TRY(context.principal().require(Capability::PricesRead));
            TRY_ASSIGN(const OrderDetail detail, bookedOrder(context, order));
            const auto stored = payer == detail.client ? std::nullopt : payer;
            for (const OrderItemId &id : pieces) {
                const auto piece = std::ranges::find(detail.pieces, id, &Piece::id);
                if (piece == detail.pieces.end())
                    return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
                if (piece->isCancelled())
                    return Error{ErrorKind::Conflict, "order.piece_cancelled", {QString::number(piece->position)}, {}};
                if (piece->facts.payer != stored)
                    TRY(context.rows().update(Table::OrderItems, id, {{"payer_client_id", stored}}));
            }
            return {};
        });
}

QFuture<Result<int>> PartyService::takeMeasures(OrderId order)
{
    return m_door.write<int>(Operation{"party.measures"}, [order](WriteContext &context) -> Result<int> {
        TRY(context.principal().require(Capability::MeasurementsRead));
        TRY_ASSIGN(const OrderDetail detail, bookedOrder(context, order));
        int taken = 0;
        for (const Piece &piece : detail.pieces) {
            const auto body = detail.wearerOf(piece);
            if (!body || piece.facts.measurementSet || piece.measuresFrozen || piece.isCancelled() ||
                piece.facts.kind != PieceKind::Make || piece.stage >= Stage::Cut)
                continue;
            TRY_ASSIGN(auto query, context.query(R"(
                SELECT taken.id FROM client_measurements AS taken
                  LEFT JOIN measurement_templates AS garment ON garment.id = taken.template_id
                 WHERE taken.client_id = ?1 AND taken.status = 'current' AND taken.kind = 'body'
                   AND taken.taken_at >= ?2
                 ORDER BY garment.garment_type IS ?3 DESC, taken.taken_at DESC
                 LIMIT 1)"));
            query->bind(*body, detail.createdAt, piece.facts.garmentType);
            TRY_ASSIGN(const bool found, query->step());
            if (!found)
                continue;
            TRY(context.rows().update(Table::OrderItems, piece.id,
                                      {{"client_measurement_id", query->id<MeasurementSetId>(0)}}));
            ++taken;
        }
        return taken;
    });
}

QFuture<Result<void>> PartyService::setEventDate(OrderId order, std::optional<Date> day)
{
    return m_door.write<void>(Operation{"party.event_date"}, [order, day](WriteContext &context) -> Result<void> {
        TRY_ASSIGN(const OrderDetail detail, bookedOrder(context, order));
        return context.rows().update(Table::Orders, order, {{"event_date", day}});
    });
}

} // namespace thimblely::orders
