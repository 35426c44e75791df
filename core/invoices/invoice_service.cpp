// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/invoice_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/finance/payment_service.h"
#include "core/inventory/shop_terms.h"
#include "core/invoices/claim_piece.h"
#include "core/invoices/invoice_json.h"
#include "core/invoices/invoice_lines.h"
#include "core/invoices/invoice_repository.h"
#include "core/invoices/invoice_writer.h"
#include "core/orders/order_reader.h"

#include <algorithm>
#include <span>

namespace thimblely::invoices {

namespace {

using changes::Operation;
using changes::WriteContext;

Error broken(const char *what)
{
    return {ErrorKind::Corrupt, "invoice.changed", {}, QString::fromLatin1(what)};
}

std::vector<ClaimCharge> chargesOf(const orders::OrderDetail &order)
{
    std::vector<ClaimCharge> charges;
    for (const orders::Piece &charge : order.charges) {
        if (!charge.isCancelled())
            charges.push_back({orders::chargeWords(*charge.facts.charge), charge.total});
    }
    return charges;
}

const orders::PayerShare &shareOf(const orders::OrderDetail &order, const finance::Payment &payment)
{
    const orders::PayerShare *const named = order.shareOf(payment.client);
    return named ? *named : order.payers.front();
}

//! The share of who made the last of these payments as it was then, whatever was paid since.
Result<orders::PayerShare> shareThen(const orders::OrderDetail &order, std::span<const finance::Payment> payments)
{
    orders::PayerShare share = shareOf(order, payments.back());
    share.paid = share.waiting = Money::zero(order.currency);
    for (const finance::Payment &payment : payments) {
        if (shareOf(order, payment).client != share.client)
            continue;
        Money &sum = payment.waiting ? share.waiting : share.paid;
        TRY_ASSIGN(sum, sum.plus(payment.amount));
    }
    return share;
}

//! One payment may go to several orders, and what exceeds them is kept: one receipt for all of it.
Result<std::vector<ReceiptLine>> alsoOn(access::ScopedConnection &reader, const finance::Payment &payment)
{
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT booked.order_number, paid.amount_minor,
               (SELECT name FROM clients AS payer
                 WHERE payer.id = paid.client_id AND paid.client_id IS NOT booked.client_id)
          FROM transactions AS paid
          LEFT JOIN orders AS booked ON booked.id = paid.order_id
         WHERE paid.receipt_no = ? AND paid.id <> ? AND paid.transaction_type = 'income'
           AND paid.reverses_transaction_id IS NULL
         ORDER BY paid.occurred_at, paid.id)"));
    query->bind(payment.receiptNumber, payment.id);
    std::vector<ReceiptLine> lines;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return lines;
        lines.push_back({query->text(0), Money(query->int64(1), payment.amount.currency()),
                         query->isNull(0) ? QString() : query->text(2)});
    }
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

Result<bool> InvoiceService::hasUnbilled(OrderId order, std::optional<ClientId> payer) const
{
    TRY(m_session.principal().require(access::Capability::InvoicesRead));
    TRY(m_session.principal().require(access::Capability::PricesRead));
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto moment, reader.snapshot());
    TRY_ASSIGN(const orders::OrderDetail detail, orders::loadOrder(reader, order));
    TRY_ASSIGN(const auto earlier, InvoiceRepository(reader).documents(order, InvoiceKind::Invoice));
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

Result<ReceiptDocument> InvoiceService::receipt(TransactionId payment) const
{
    TRY(m_session.principal().require(access::Capability::PricesRead));
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(auto query, reader.query("SELECT order_id FROM transactions WHERE id = ? AND order_id IS NOT NULL"));
    query->bind(payment);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "payment.not_found", {}, {}};
    TRY_ASSIGN(const orders::OrderDetail order, orders::loadOrder(reader, query->id<OrderId>(0)));
    TRY_ASSIGN(const auto payments, finance::PaymentService(m_session, m_door).ofOrder(order.id));
    const auto paid = std::ranges::find(payments, payment, &finance::Payment::id);
    if (paid == payments.end())
        return Error{ErrorKind::NotFound, "payment.not_found", {}, {}};
    TRY_ASSIGN(const orders::PayerShare share, shareThen(order, {payments.begin(), paid + 1}));
    return receiptOf(order, *paid, share);
}

Result<ReceiptDocument> InvoiceService::receiptOf(const orders::OrderDetail &order, const finance::Payment &payment,
                                                  const orders::PayerShare &share) const
{
    access::ScopedConnection &reader = m_session.reader();
    InvoiceRepository invoices(reader);
    TRY_ASSIGN(Party shop, invoices.shop());
    TRY_ASSIGN(const QString terms, invoices.terms());
    QStringList names;
    for (const orders::Piece &piece : order.pieces) {
        if (!piece.isCancelled() && order.payerOf(piece) == share.client)
            names.append(piece.facts.name);
    }
    TRY_ASSIGN(auto also, payment.reverses ? Result<std::vector<ReceiptLine>>(std::vector<ReceiptLine>())
                                           : alsoOn(reader, payment));
    const bool isOwn = share.client == order.client;
    return ReceiptDocument{std::move(shop),
                           payment.receiptNumber,
                           order.number,
                           share.name,
                           payment.occurredAt,
                           payment.date,
                           payment,
                           names,
                           share.share,
                           share.paid,
                           share.due(),
                           terms,
                           std::move(also),
                           isOwn ? chargesOf(order) : std::vector<ClaimCharge>(),
                           share.waiting.isZero() ? std::nullopt : std::optional(share.waiting),
                           isOwn ? QString() : order.clientName};
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
    return ClaimCheck{std::move(shop),
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
                      chargesOf(order)};
}

Result<ClaimCheck> InvoiceService::claimCheck(OrderId id) const
{
    TRY_ASSIGN(const orders::OrderDetail order, orders::loadOrder(m_session.reader(), id));
    if (order.status == orders::OrderStatus::Draft)
        return Error{ErrorKind::Conflict, "order.is_draft", {}, {}};
    return checkOf(order);
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

QFuture<Result<InvoiceDocument>> InvoiceService::issue(OrderId order, InvoiceKind kind, std::optional<ClientId> payer)
{
    return m_door.write<InvoiceDocument>(
        Operation{"invoice.issue", {}, false},
        [order, kind, payer](WriteContext &context) { return issueInvoice(context, order, kind, payer); });
}

} // namespace thimblely::invoices
