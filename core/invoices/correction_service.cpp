// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/correction_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/invoices/invoice_repository.h"
#include "core/invoices/invoice_writer.h"
#include "core/orders/correction_writer.h"
#include "core/orders/order_reader.h"
#include "core/orders/order_totals.h"

#include <algorithm>

namespace thimblely::invoices {

namespace {

using access::Capability;
using changes::Operation;
using changes::WriteContext;
using orders::Correction;
using orders::OrderDetail;
using orders::Piece;

//! A row as it is and as it would be.
struct Repriced {
    Piece row;
    orders::PieceTotals before;
    orders::PieceTotals after;
};

Result<std::vector<Repriced>> repricedBy(const OrderDetail &order, const Correction &correction)
{
    std::vector<Repriced> rows;
    for (const orders::CorrectedPiece &corrected : correction.pieces) {
        const auto piece = std::ranges::find(order.pieces, corrected.piece, &Piece::id);
        if (piece == order.pieces.end())
            return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
        TRY_ASSIGN(const orders::PieceDraft facts, orders::correctedFacts(*piece, corrected.facts));
        TRY_ASSIGN(const auto before, orders::totalsOf(piece->facts, order.currency, order.taxInclusive));
        TRY_ASSIGN(const auto after, orders::totalsOf(facts, order.currency, order.taxInclusive));
        rows.push_back({*piece, before, after});
    }
    const Money zero = Money::zero(order.currency);
    for (const Piece &charge : orders::chargesThatEnd(order, correction)) {
        TRY_ASSIGN(const auto before, orders::totalsOf(charge.facts, order.currency, order.taxInclusive));
        rows.push_back({charge, before, {zero, zero, zero, zero}});
    }
    return rows;
}

Result<std::vector<CreditPlan>> creditsFor(access::ScopedConnection &connection, const OrderDetail &order,
                                           const std::vector<Repriced> &rows, const QString &reason)
{
    std::vector<CreditRow> cheaper;
    for (const Repriced &row : rows) {
        if (row.after.total.minor() < row.before.total.minor())
            cheaper.push_back({row.row, row.after.total, row.after.tax});
    }
    if (cheaper.empty() || !connection.principal().can(Capability::InvoicesRead))
        return std::vector<CreditPlan>();
    TRY_ASSIGN(const auto billing, InvoiceRepository(connection).billing(order.id, InvoiceKind::Invoice));
    return creditPlans(billing, cheaper, reason);
}

Result<Money> totalAfter(const OrderDetail &order, const std::vector<Repriced> &rows)
{
    Money total = order.sums->total;
    const auto paidFor = [&order](const orders::PieceTotals &totals) {
        return order.taxInclusive ? Result<Money>(totals.total) : totals.total.plus(totals.tax);
    };
    for (const Repriced &row : rows) {
        TRY_ASSIGN(const Money before, paidFor(row.before));
        TRY_ASSIGN(const Money after, paidFor(row.after));
        TRY_ASSIGN(total, total.minus(before));
        TRY_ASSIGN(total, total.plus(after));
    }
    return total;
}

bool cutsAnew(const OrderDetail &order, const Correction &correction)
{
    return std::ranges::any_of(correction.pieces, [&](const orders::CorrectedPiece &corrected) {
        const auto piece = std::ranges::find(order.pieces, corrected.piece, &Piece::id);
        return piece != order.pieces.end() && piece->isBegun() && orders::changesTheCut(piece->facts, corrected.facts);
    });
}

Result<bool> isDearerThanBilled(access::ScopedConnection &connection, const OrderDetail &order,
                                const std::vector<Repriced> &rows)
{
    const bool dearer = std::ranges::any_of(
        rows, [](const Repriced &row) { return row.after.total.minor() > row.before.total.minor(); });
    if (!dearer || !connection.principal().can(Capability::InvoicesRead))
        return false;
    TRY_ASSIGN(const auto invoices, InvoiceRepository(connection).documents(order.id, InvoiceKind::Invoice));
    return !invoices.empty();
}

Result<CorrectionFigures> figuresOf(access::ScopedConnection &connection, const Correction &correction)
{
    TRY(connection.principal().require(Capability::PricesRead));
    TRY_ASSIGN(const OrderDetail order, orders::loadOrder(connection, correction.order));
    TRY_ASSIGN(const auto rows, repricedBy(order, correction));
    TRY_ASSIGN(const Money after, totalAfter(order, rows));
    CorrectionFigures figures{order.sums->total, after};
    TRY_ASSIGN(const auto credits, creditsFor(connection, order, rows, {}));
    for (const CreditPlan &credit : credits)
        figures.credited.append(credit.invoice.number);
    TRY_ASSIGN(figures.isBilledMore, isDearerThanBilled(connection, order, rows));
    figures.unlocks = cutsAnew(order, correction);
    if (figures.unlocks)
        figures.needs.push_back(Capability::ProductionUnlock);
    if (!figures.credited.isEmpty())
        figures.needs.push_back(Capability::InvoicesCredit);
    return figures;
}

Result<Corrected> write(WriteContext &context, const Correction &correction, const access::Approvals &approvals)
{
    TRY_ASSIGN(const OrderDetail order, orders::loadOrder(context.connection(), correction.order));
    TRY_ASSIGN(const auto rows, repricedBy(order, correction));
    TRY_ASSIGN(const auto credits, creditsFor(context.connection(), order, rows, correction.why.trimmed()));
    // The paper first: beneath one that bills it the price stays.
    TRY_ASSIGN(auto notes, issueCreditNotes(context, credits, approvals));
    TRY_ASSIGN(const orders::Booked corrected, orders::correctOrder(context, correction, approvals));
    context.nameIt({corrected.number});
    return Corrected{corrected.number, std::move(notes)};
}

} // namespace

Result<CorrectionFigures> CorrectionService::figures(const Correction &correction) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    return figuresOf(reader, correction);
}

QFuture<Result<Corrected>> CorrectionService::correct(Correction correction, access::Approvals approvals)
{
    const auto known = figures(correction);
    const bool undoable = !known || known->credited.isEmpty(); // a paper that was issued stays
    return m_door.write<Corrected>(Operation{"order.correct", {}, undoable},
                                   [correction = std::move(correction), approvals = std::move(approvals)](
                                       WriteContext &context) { return write(context, correction, approvals); });
}

} // namespace thimblely::invoices
