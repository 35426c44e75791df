// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/invoice_service.h"

#include "core/access/session.h"
#include "core/calendar/calendar_service.h"
#include "core/changes/write_door.h"
#include "core/finance/receipt_rules.h"
#include "core/inventory/shop_terms.h"
#include "core/invoices/claim_piece.h"
#include "core/invoices/invoice_json.h"
#include "core/invoices/invoice_lines.h"
#include "core/invoices/invoice_repository.h"
#include "core/invoices/invoice_writer.h"
#include "core/orders/order_reader.h"

#include <algorithm>
#include <utility>

namespace thimblely::invoices {

namespace {

using changes::Operation;
using changes::WriteContext;

Error broken(const char *what)
{
    return {ErrorKind::Corrupt, "invoice.changed", {}, QString::fromLatin1(what)};
}

//! Of one who pays, as if it were an order of its own.
orders::OrderSums sumsOf(const ClaimPayer &payer)
{
    using orders::PaymentStatus;
    const orders::PayerShare &share = payer.share;
    const Money none = Money::zero(share.share.currency());
    const auto status = share.balance().minor() <= 0 ? PaymentStatus::Paid
                        : share.paid.minor() <= 0    ? PaymentStatus::Unpaid
                                                     : PaymentStatus::Partial;
    return {share.share, none,         payer.taxOnTop.value_or(none), share.share, share.paid, share.balance(),
            status,      share.waiting};
}

} // namespace

Result<InvoiceDocument> InvoiceService::load(InvoiceId invoice) const
{
    TRY(m_session.principal().require(access::Capability::InvoicesRead));
    TRY(m_session.principal().require(access::Capability::PricesRead));
    return InvoiceRepository(m_session.reader()).load(invoice);
}

Result<std::optional<InvoiceId>> InvoiceService::forOrder(OrderId order, std::optional<ClientId> payer) const
{
    TRY(m_session.principal().require(access::Capability::InvoicesRead));
    TRY(m_session.principal().require(access::Capability::PricesRead));
    return InvoiceRepository(m_session.reader()).forOrder(order, InvoiceKind::Invoice, payer);
}

Result<std::vector<InvoiceDocument>> InvoiceService::creditNotes(OrderId order) const
{
    TRY(m_session.principal().require(access::Capability::InvoicesRead));
    TRY(m_session.principal().require(access::Capability::PricesRead));
    return InvoiceRepository(m_session.reader()).documents(order, InvoiceKind::CreditNote);
}

Result<bool> InvoiceService::hasUnbilled(OrderId order, std::optional<ClientId> payer) const
{
    TRY(m_session.principal().require(access::Capability::InvoicesRead));
    TRY(m_session.principal().require(access::Capability::PricesRead));
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const orders::OrderDetail detail, orders::loadOrder(reader, order));
    TRY_ASSIGN(const auto earlier, InvoiceRepository(reader).billing(order, InvoiceKind::Invoice));
    TRY_ASSIGN(const auto lines, linesOf(detail, payer ? payer : detail.client, earlier));
    return !lines.empty();
}

Result<void> InvoiceService::verify(InvoiceId invoice) const
{
    TRY_ASSIGN(const InvoiceDocument document, load(invoice));
    InvoiceRepository invoices(m_session.reader());
    TRY_ASSIGN(const QByteArray buyer, invoices.chainedBuyer(invoice));
    TRY_ASSIGN(const std::optional<QByteArray> salt, invoices.salt(invoice));
    if (salt && buyerHash(document.to, *salt) != buyer)
        return broken("buyer");
    if (documentHash(document, buyer) != document.documentHash)
        return broken("document");
    TRY_ASSIGN(const QByteArray before, invoices.hashBefore(document.series, document.number));
    if (before != document.previousHash)
        return broken("chain");
    return {};
}

//! What of an order stands on the papers that go with it, whether it is booked or offered.
Result<ClaimCheck> InvoiceService::checkOf(const orders::OrderDetail &order) const
{
    InvoiceRepository invoices(m_session.reader());
    TRY_ASSIGN(Party shop, invoices.shop());
    TRY_ASSIGN(const QString terms, invoices.terms());
    std::vector<ClaimPiece> pieces;
    for (const orders::Piece &piece : order.pieces) {
        if (piece.isCancelled())
            continue;
        TRY_ASSIGN(ClaimPiece claim, claimPiece(m_session.reader(), order, piece));
        pieces.push_back(std::move(claim));
    }
    std::vector<ClaimPayer> payers;
    for (const orders::PayerShare &share : order.payers) {
        TRY_ASSIGN(ClaimPayer payer, payerOf(order, share));
        payers.push_back(std::move(payer));
    }
    if (payers.size() < 2)
        payers.clear();
    ClaimCheck check{std::move(shop),
                     order.number,
                     order.number,
                     order.paperTicketNumber,
                     order.clientName,
                     order.clientPhone,
                     order.createdAt,
                     order.promisedDate,
                     order.promisedTime,
                     order.rush,
                     std::move(pieces),
                     order.sums,
                     terms,
                     chargesOf(order),
                     taxOnTop(order),
                     std::move(payers),
                     order.toPay(),
                     order.overpaid()};
    check.soldBy = order.sellerName;
    TRY_ASSIGN(const auto rules, finance::loadReceiptRules(m_session.reader()));
    const bool booked = order.status != orders::OrderStatus::Draft;
    check.isNote = booked && order.sums && rules.wantsNote(order.sums->total);
    return check;
}

Result<ClaimCheck> InvoiceService::claimCheck(OrderId id) const
{
    TRY_ASSIGN(const orders::OrderDetail order, orders::loadOrder(m_session.reader(), id));
    if (order.status == orders::OrderStatus::Draft)
        return Error{ErrorKind::Conflict, "order.is_draft", {}, {}};
    TRY_ASSIGN(ClaimCheck check, checkOf(order));
    if (!m_session.principal().can(access::Capability::CalendarRead))
        return check;
    TRY_ASSIGN(const auto fittings, calendar::CalendarService(m_session).ofOrder(id));
    for (const calendar::Fitting &fitting : fittings)
        check.fittings.push_back({fitting.startsAt, fitting.garments.join(QStringLiteral(", ")), fitting.who});
    return check;
}

Result<ClaimCheck> InvoiceService::claimCheck(OrderId id, ClientId payer) const
{
    TRY(m_session.principal().require(access::Capability::PricesRead));
    TRY_ASSIGN(ClaimCheck check, claimCheck(id));
    const auto own =
        std::ranges::find(check.payers, std::optional(payer), [](const ClaimPayer &each) { return each.share.client; });
    if (own == check.payers.end())
        return Error{ErrorKind::NotFound, "order.pays_nothing", {check.orderNumber}, {}};
    if (own != check.payers.begin()) {
        TRY_ASSIGN(const Party buyer, InvoiceRepository(m_session.reader()).buyer(payer));
        check.orderOf = std::exchange(check.clientName, own->share.name);
        check.clientPhone = buyer.phone;
    }
    std::erase_if(check.pieces, [&](const ClaimPiece &piece) { return piece.payer != payer; });
    std::erase_if(check.fittings, [&](const ClaimFitting &fitting) { // another's is no date of theirs
        return !fitting.who.isEmpty() && fitting.who != own->share.name &&
               std::ranges::find(check.pieces, fitting.who, &ClaimPiece::wearer) == check.pieces.end();
    });
    check.sums = sumsOf(*own);
    check.charges = own->charges;
    check.taxOnTop = own->taxOnTop;
    check.toPay = own->share.toPay();
    check.overpaid = own->share.overpaid();
    check.payers.clear();
    check.ofOnePayer = true;
    return check;
}

Result<QuoteDocument> InvoiceService::quote(OrderId id) const
{
    TRY(m_session.principal().require(access::Capability::PricesRead));
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const orders::OrderDetail offer, orders::loadOrder(reader, id));
    if (offer.status != orders::OrderStatus::Draft || !offer.quote)
        return Error{ErrorKind::Conflict, "order.not_a_quote", {}, {}};
    TRY_ASSIGN(const inventory::ShopTerms terms, inventory::ShopTerms::load(reader));
    TRY_ASSIGN(ClaimCheck check, checkOf(offer));
    return QuoteDocument{std::move(check), terms.calendar.dayOf(offer.quote->at), offer.quote->until};
}

QFuture<Result<void>> InvoiceService::stamp(InvoiceId invoice, const FiscalStamp &stamp)
{
    return m_door.write<void>(Operation{"invoice.stamp"},
                              [invoice, stamp](WriteContext &context) { return writeStamp(context, invoice, stamp); });
}

QFuture<Result<InvoiceDocument>> InvoiceService::issue(OrderId order, InvoiceKind kind, std::optional<ClientId> payer)
{
    return m_door.write<InvoiceDocument>(
        Operation{"invoice.issue", {}, false},
        [order, kind, payer](WriteContext &context) { return issueInvoice(context, order, kind, payer); });
}

} // namespace thimblely::invoices
