// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/work_papers.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/inventory/shop_terms.h"
#include "core/invoices/claim_piece.h"
#include "core/invoices/invoice_repository.h"
#include "core/invoices/invoice_service.h"
#include "core/orders/order_reader.h"

namespace thimblely::invoices {

namespace {

QString colourOf(const orders::Piece &piece)
{
    return QString(piece.facts.colour + u' ' + piece.facts.mark).trimmed();
}

Result<WorkPiece> workPiece(access::ScopedConnection &reader, const orders::OrderDetail &order,
                            const orders::Piece &piece)
{
    TRY_ASSIGN(const ClaimPiece claim, claimPiece(reader, order, piece));
    WorkPiece work{claim.tag,
                   claim.barcode,
                   claim.name,
                   claim.colour,
                   claim.wearer,
                   piece.facts.kind,
                   {},
                   piece.facts.description,
                   claim.condition,
                   claim.ownCloth,
                   piece.facts.shopCloth,
                   claim.style,
                   piece.facts.patternRef,
                   piece.hold ? piece.hold->question : QString(),
                   piece.hold ? piece.hold->answer : QString(),
                   {},
                   {}};
    for (const ClaimTask &task : claim.tasks)
        work.tasks.append(task.words);
    TRY_ASSIGN(work.measures, orders::workMeasures(reader, piece.id));
    TRY_ASSIGN(work.notes, orders::notesOf(reader, piece.id));
    return work;
}

} // namespace

Result<WorkOrder> InvoiceService::workOrder(OrderId id) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const orders::OrderDetail order, orders::loadOrder(reader, id));
    if (order.status == orders::OrderStatus::Draft)
        return Error{ErrorKind::Conflict, "order.is_draft", {}, {}};
    TRY_ASSIGN(Party shop, InvoiceRepository(reader).shop());
    WorkOrder work{std::move(shop),    order.number,    order.number, order.clientName, order.promisedDate,
                   order.promisedTime, order.eventDate, order.rush,   order.notes,      {}};
    for (const orders::Piece &piece : order.pieces) {
        if (!piece.isHere())
            continue;
        TRY_ASSIGN(WorkPiece one, workPiece(reader, order, piece));
        work.pieces.push_back(std::move(one));
    }
    return work;
}

Result<UncollectedNotice> InvoiceService::uncollectedNotice(OrderId id) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY(reader.principal().require(access::Capability::ClientsRead));
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const orders::OrderDetail order, orders::loadOrder(reader, id));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(reader));
    InvoiceRepository invoices(reader);
    TRY_ASSIGN(Party shop, invoices.shop());
    TRY_ASSIGN(QString printed, invoices.terms());
    Party client{order.clientName, {}, order.clientPhone, {}, {}, {}, {}};
    if (order.client) {
        TRY_ASSIGN(client, invoices.buyer(*order.client));
    }
    UncollectedNotice notice{std::move(shop),
                             std::move(client),
                             order.number,
                             order.number,
                             order.orderDate,
                             terms.calendar.dayOf(m_door.clock().now()),
                             {},
                             std::nullopt,
                             std::move(printed)};
    if (order.sums) {
        notice.balance = order.toPay();
        notice.overpaid = order.overpaid();
        if (order.isShared())
            notice.payers = order.payers;
        notice.total = order.sums->total;
        notice.paid = order.sums->paid;
    }
    const orders::AttemptService attempts(m_session, m_door);
    for (const orders::Piece &piece : order.pieces) {
        if (!piece.isReady() || piece.isCancelled())
            continue;
        TRY_ASSIGN(const ClaimPiece claim, claimPiece(reader, order, piece));
        UncollectedPiece one{claim.tag, piece.facts.name, piece.rack, std::nullopt, piece.total, {}};
        if (const QString colour = colourOf(piece); !colour.isEmpty())
            one.name += QStringLiteral(", ") + colour;
        if (piece.readyAt)
            one.readySince = terms.calendar.dayOf(*piece.readyAt);
        TRY_ASSIGN(one.attempts, attempts.ofPiece(piece.id));
        notice.pieces.push_back(std::move(one));
    }
    if (notice.pieces.empty())
        return Error{ErrorKind::Conflict, "order.nothing_ready", {}, {}};
    return notice;
}

} // namespace thimblely::invoices
