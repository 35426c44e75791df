// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/cancel_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/finance/money_entry.h"
#include "core/finance/overpaid_writer.h"
#include "core/finance/refund_rights.h"
#include "core/invoices/billed_lines.h"
#include "core/invoices/invoice_repository.h"
#include "core/invoices/invoice_writer.h"
#include "core/orders/order_reader.h"
#include "core/orders/order_totals.h"
#include "core/orders/piece_writer.h"

#include <algorithm>

namespace thimblely::invoices {

namespace {

using access::Capability;
using changes::Operation;
using changes::WriteContext;
using orders::OrderDetail;
using orders::Piece;
using orders::PieceCancel;

//! The pieces, and the charges that end with the last of them.
std::vector<const Piece *> rowsThatGo(const OrderDetail &order, const std::vector<Piece> &going)
{
    std::vector<const Piece *> rows;
    std::ranges::transform(going, std::back_inserter(rows), [](const Piece &piece) { return &piece; });
    const bool charges = orders::endsOrder(order, going) && std::ranges::none_of(order.pieces, &Piece::isCollected);
    for (const Piece &charge : order.charges) {
        if (charges && charge.isHere())
            rows.push_back(&charge);
    }
    return rows;
}

Result<std::vector<CreditPlan>> creditsFor(access::ScopedConnection &connection, const OrderDetail &order,
                                           const std::vector<Piece> &going, const QString &reason)
{
    if (!connection.principal().can(Capability::InvoicesRead))
        return std::vector<CreditPlan>();
    TRY_ASSIGN(const auto billing, InvoiceRepository(connection).billing(order.id, InvoiceKind::Invoice));
    std::vector<CreditRow> rows;
    for (const Piece *row : rowsThatGo(order, going))
        rows.push_back({*row, Money::zero(order.currency), Money::zero(order.currency)});
    return creditPlans(billing, rows, reason);
}

Result<Money> sumOf(const OrderDetail &order, const std::vector<const Piece *> &rows,
                    const std::optional<ClientId> &payer)
{
    Money sum = Money::zero(order.currency);
    for (const Piece *row : rows) {
        if (order.payerOf(*row) != payer)
            continue;
        TRY_ASSIGN(sum, sum.plus(orders::worthOf(order, *row)));
    }
    return sum;
}

Result<Money> comesTo(const OrderDetail &order, const orders::PieceDraft &fee)
{
    TRY_ASSIGN(const auto totals, orders::totalsOf(fee, order.currency, order.taxInclusive));
    return order.taxInclusive ? Result<Money>(totals.total) : totals.total.plus(totals.tax);
}

//! Of each who pays, what is paid beyond what they pay of it then.
Result<void> addMoney(CancelFigures &figures, const OrderDetail &order, const std::optional<orders::PieceDraft> &fee)
{
    const auto rows = rowsThatGo(order, figures.pieces);
    if (fee) {
        TRY_ASSIGN(figures.kept, comesTo(order, *fee));
    }
    for (const orders::PayerShare &share : order.payers) {
        TRY_ASSIGN(const Money less, sumOf(order, rows, share.client));
        TRY_ASSIGN(figures.worth, figures.worth.plus(less));
        TRY_ASSIGN(Money stays, share.share.minus(less));
        if (fee && fee->payer == share.client) {
            TRY_ASSIGN(stays, stays.plus(figures.kept));
        }
        TRY_ASSIGN(const Money over, share.paid.minus(stays));
        if (over.minor() > 0) {
            TRY_ASSIGN(figures.back, figures.back.plus(over));
        }
    }
    return {};
}

Result<CancelFigures> figuresOf(access::ScopedConnection &connection, const PieceCancel &what, const Clock &clock)
{
    TRY(connection.principal().require(Capability::PricesRead));
    TRY_ASSIGN(const OrderDetail order, orders::loadOrder(connection, what.order));
    TRY_ASSIGN(std::vector<Piece> going, orders::piecesToCancel(order, what));
    TRY_ASSIGN(const auto fee, orders::cancelFee(order, going, what.kept));
    const Money zero = Money::zero(order.currency);
    CancelFigures figures{std::move(going), zero, order.sums->paid, zero, zero, order.sums->waiting};
    TRY(addMoney(figures, order, fee));
    figures.isWhole = orders::endsOrder(order, figures.pieces);
    figures.isBegun = std::ranges::any_of(figures.pieces, &Piece::isBegun);
    figures.isOfOwnCloth = std::ranges::any_of(figures.pieces, &Piece::isOfOwnCloth);
    TRY_ASSIGN(const auto credits, creditsFor(connection, order, figures.pieces, what.reason));
    for (const CreditPlan &credit : credits)
        figures.invoices.append(credit.invoice.number);
    for (const Piece &piece : figures.pieces) {
        const auto &cloth = piece.facts.clothOrder;
        if (cloth && !cloth->arrived && !cloth->merchant.isEmpty() && !figures.merchants.contains(cloth->merchant))
            figures.merchants.append(cloth->merchant);
    }
    if (figures.isBegun)
        figures.needs.push_back(Capability::ProductionUnlock);
    TRY_ASSIGN(const bool mayGiveBack, finance::mayGiveBack(connection, figures.back, clock));
    if (figures.back.minor() > 0 && !mayGiveBack)
        figures.needs.push_back(Capability::OrdersRefund);
    if (!figures.invoices.isEmpty())
        figures.needs.push_back(Capability::InvoicesCredit);
    return figures;
}

Result<void> nameCancelled(WriteContext &context, const CancelFigures &figures, const Cancelled &done)
{
    QStringList tags;
    for (const Piece &piece : figures.pieces) {
        TRY_ASSIGN(const QString tag, orders::tagOf(context, piece.id));
        tags.append(tag);
    }
    const QString what = figures.isWhole ? done.number : tags.join(QStringLiteral(", "));
    if (done.back)
        return finance::nameMoney(context, *done.back, what);
    context.nameIt({what});
    return {};
}

Result<Cancelled> write(WriteContext &context, const Cancelling &cancelling)
{
    TRY_ASSIGN(const CancelFigures figures, figuresOf(context.connection(), cancelling.what, context.clock()));
    TRY_ASSIGN(const OrderDetail order, orders::loadOrder(context.connection(), cancelling.what.order));
    Cancelled done{order.number, std::nullopt, {}};
    const QString reason = cancelling.what.reason.trimmed();
    // The papers first: of an order that is cancelled nothing is billed any more.
    TRY_ASSIGN(const auto credits, creditsFor(context.connection(), order, figures.pieces, reason));
    TRY_ASSIGN(done.creditNotes, issueCreditNotes(context, credits, cancelling.approvals));
    TRY(orders::cancelPieces(context, cancelling.what,
                             access::approvalFor(Capability::ProductionUnlock, cancelling.approvals)));
    TRY_ASSIGN(done.back,
               finance::giveBackOverpaid(context, order.id, cancelling.back, reason,
                                         access::approvalFor(Capability::OrdersRefund, cancelling.approvals)));
    TRY(nameCancelled(context, figures, done));
    return done;
}

} // namespace

Result<CancelFigures> CancelService::figures(const PieceCancel &what) const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    return figuresOf(reader, what, m_door.clock());
}

QFuture<Result<Cancelled>> CancelService::cancel(Cancelling cancelling)
{
    const auto known = figures(cancelling.what);
    const bool whole = known && known->isWhole;
    const bool undoable = !known || known->invoices.isEmpty(); // a paper that was issued stays
    Operation operation =
        whole ? Operation{"order.cancel", {}, undoable} : Operation{"order.cancel_piece", {}, undoable};
    return m_door.write<Cancelled>(std::move(operation), [cancelling = std::move(cancelling)](WriteContext &context) {
        return write(context, cancelling);
    });
}

} // namespace thimblely::invoices
