// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/session.h"
#include "core/finance/payment_service.h"
#include "core/invoices/claim_piece.h"
#include "core/invoices/invoice_list.h"
#include "core/invoices/invoice_repository.h"
#include "core/invoices/invoice_service.h"
#include "core/orders/order_reader.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace thimblely::invoices {

namespace {

//! Where the money of one receipt went: other orders, invoices of no order, and what is kept (neither).
struct Part {
    std::optional<OrderId> order;
    std::optional<InvoiceId> invoice;
    std::optional<ClientId> payer;
    Money amount;
};

//! One payment may go to several orders, and what exceeds them is kept: one receipt for all of it.
Result<std::vector<Part>> alsoOn(access::ScopedConnection &reader, const finance::Payment &payment)
{
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT paid.order_id, paid.client_id, paid.amount_minor, paid.invoice_id
          FROM transactions AS paid
         WHERE paid.receipt_no = ? AND paid.id <> ? AND paid.transaction_type = 'income'
           AND paid.reverses_transaction_id IS NULL
         ORDER BY paid.occurred_at, paid.id)"));
    query->bind(payment.receiptNumber, payment.id);
    std::vector<Part> parts;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return parts;
        parts.push_back({query->optionalId<OrderId>(0), query->optionalId<InvoiceId>(3), query->optionalId<ClientId>(1),
                         Money(query->int64(2), payment.amount.currency())});
    }
}

//! Of whom the money of a payment is counted: who is named, else the order's client.
const orders::PayerShare &shareOf(const orders::OrderDetail &order, const std::optional<ClientId> &payer)
{
    const orders::PayerShare *const named = order.shareOf(payer);
    return named ? *named : order.payers.front();
}

QString tr(const char *text)
{
    return QCoreApplication::translate("Receipt", text);
}

//! Whoever stood at the till.
Result<QString> cashierOf(access::ScopedConnection &reader, TransactionId payment)
{
    if (!reader.principal().can(access::Capability::TeamRead))
        return QString();
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT full_name FROM profiles WHERE id = (SELECT created_by FROM transactions WHERE id = ?))"));
    query->bind(payment);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->text(0) : QString();
}

//! In which the shop writes amounts of cloth.
Result<QLocale> localeOf(access::ScopedConnection &reader)
{
    TRY_ASSIGN(auto shop, reader.query("SELECT locale FROM workspaces WHERE id = ?"));
    shop->bind(reader.principal().workspace);
    TRY(shop->step());
    return QLocale(shop->text(0));
}

//! What one of those who pay pays for, a line each.
std::vector<ClaimCharge> paidLines(const orders::OrderDetail &order, const ClaimPayer &payer, const QLocale &locale)
{
    std::vector<ClaimCharge> lines;
    for (const orders::Piece &piece : order.pieces) {
        if (piece.isCancelled() || order.payerOf(piece) != payer.share.client)
            continue;
        const QString amount = orders::isGoods(piece.facts.kind) && piece.facts.quantity != Quantity::whole(1)
                                   ? piece.facts.quantity.toText(locale) + u' ' + piece.facts.unit
                                   : QString();
        const QString colour = QString(piece.facts.colour + u' ' + piece.facts.mark).simplified();
        QStringList words{piece.facts.setNo > 0 ? tr("%1 (%2)").arg(piece.facts.name, piece.facts.setName)
                                                : piece.facts.name,
                          colour, amount, piece.wearerName.isEmpty() ? QString() : tr("for %1").arg(piece.wearerName)};
        words.removeAll(QString());
        lines.push_back({words.join(QStringLiteral(", ")), piece.total});
    }
    lines.insert(lines.end(), payer.charges.begin(), payer.charges.end());
    return lines;
}

//! The order as it stood with this receipt's money, whatever was paid since.
Result<ReceiptOrder> receiptOrder(const orders::OrderDetail &order, const std::vector<finance::Payment> &payments,
                                  const QString &receipt, const Part &part, const QLocale &locale)
{
    const orders::PayerShare &share = shareOf(order, part.payer);
    Money paid = Money::zero(order.currency);
    Money waiting = paid;
    const auto last = std::ranges::find(payments.rbegin(), payments.rend(), receipt, &finance::Payment::receiptNumber);
    for (auto one = payments.begin(); one != last.base(); ++one) {
        if (shareOf(order, one->client).client != share.client)
            continue;
        Money &sum = one->waiting ? waiting : paid;
        TRY_ASSIGN(sum, sum.plus(one->amount));
    }
    TRY_ASSIGN(const Money open, share.share.minus(paid));
    TRY_ASSIGN(const Money balance, open.minus(waiting));
    TRY_ASSIGN(const ClaimPayer payer, payerOf(order, share));
    return ReceiptOrder{order.number,
                        paidLines(order, payer, locale),
                        payer.taxOnTop,
                        share.share,
                        part.amount,
                        paid,
                        balance,
                        waiting.isZero() ? std::nullopt : std::optional(waiting),
                        share.client == order.client ? QString() : order.clientName};
}

//! The invoice as it stood with this receipt's money; what was credited of it since is taken off, as from an order what
//! was cancelled.
Result<ReceiptOrder> receiptBill(access::Session &session, const InvoiceDocument &invoice, const QString &receipt,
                                 const Money &put)
{
    TRY_ASSIGN(const auto payments, InvoiceListService(session).payments(invoice.id));
    Money paid = Money::zero(invoice.total.currency());
    Money waiting = paid;
    const auto last = std::ranges::find(payments.rbegin(), payments.rend(), receipt, &finance::Payment::receiptNumber);
    for (auto one = payments.begin(); one != last.base(); ++one) {
        Money &sum = one->waiting ? waiting : paid;
        TRY_ASSIGN(sum, sum.plus(one->amount));
    }
    TRY_ASSIGN(const Money total, invoice.total.minus(invoice.credited));
    TRY_ASSIGN(const Money open, total.minus(paid));
    TRY_ASSIGN(const Money balance, open.minus(waiting));
    std::vector<ClaimCharge> lines;
    for (const InvoiceLine &line : invoice.lines)
        lines.push_back({line.text, line.total});
    if (!invoice.credited.isZero()) {
        TRY_ASSIGN(const Money off, invoice.credited.negated());
        lines.push_back({tr("Credited"), off});
    }
    const bool onTop = !invoice.taxInclusive && !invoice.tax.isZero();
    ReceiptOrder bill{
        invoice.number, std::move(lines), onTop ? std::optional(invoice.tax) : std::nullopt,       total, put,
        paid,           balance,          waiting.isZero() ? std::nullopt : std::optional(waiting)};
    bill.isInvoice = true;
    return bill;
}

//! The payment of an invoice of no order that has the receipt's number, and which.
Result<std::optional<std::pair<TransactionId, InvoiceId>>> paymentOfInvoice(access::ScopedConnection &reader,
                                                                            TransactionId id)
{
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT paid.id, paid.invoice_id
          FROM transactions AS asked
          JOIN transactions AS paid ON paid.id = asked.id OR paid.receipt_no = asked.receipt_no
         WHERE asked.id = ? AND paid.order_id IS NULL AND paid.invoice_id IS NOT NULL
         ORDER BY paid.id <> asked.id, paid.occurred_at, paid.id
         LIMIT 1)"));
    query->bind(id);
    TRY_ASSIGN(const bool found, query->step());
    return found ? std::optional(std::pair(query->id<TransactionId>(0), query->id<InvoiceId>(1))) : std::nullopt;
}

//! The payment of an order that has the receipt's number; none: its money went to no order.
Result<std::optional<TransactionId>> paymentOfOrder(access::ScopedConnection &reader, TransactionId id)
{
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT paid.id
          FROM transactions AS asked
          JOIN transactions AS paid ON paid.id = asked.id OR paid.receipt_no = asked.receipt_no
         WHERE asked.id = ? AND paid.order_id IS NOT NULL
         ORDER BY paid.id <> asked.id, paid.occurred_at, paid.id
         LIMIT 1)"));
    query->bind(id);
    TRY_ASSIGN(const bool found, query->step());
    return found ? std::optional(query->id<TransactionId>(0)) : std::nullopt;
}

//! Which receipt money that is given back takes back, and of which day.
void nameTakenBack(ReceiptDocument &receipt, const std::vector<finance::Payment> &payments)
{
    const auto before = std::ranges::find(payments, *receipt.payment.reverses, &finance::Payment::id);
    if (before == payments.end())
        return;
    receipt.takesBack = before->receiptNumber;
    receipt.takesBackOf = before->date;
}

//! Adds to what is kept for the client.
Result<void> keep(ReceiptDocument &receipt, const Money &amount)
{
    TRY_ASSIGN(receipt.kept, receipt.kept.value_or(Money::zero(amount.currency())).plus(amount));
    return {};
}

//! Of money that went to invoices of no order, and to no order.
Result<ReceiptDocument> billReceipt(access::Session &session, TransactionId payment, InvoiceId invoice)
{
    access::ScopedConnection &reader = session.reader();
    InvoiceRepository invoices(reader);
    TRY_ASSIGN(const InvoiceDocument bill, invoices.load(invoice));
    TRY_ASSIGN(const auto payments, InvoiceListService(session).payments(invoice));
    const auto one = std::ranges::find(payments, payment, &finance::Payment::id);
    if (one == payments.end())
        return Error{ErrorKind::NotFound, "payment.not_found", {}, {}};
    TRY_ASSIGN(Party shop, invoices.shop());
    TRY_ASSIGN(const QString terms, invoices.terms());
    ReceiptDocument receipt{
        std::move(shop), one->receiptNumber, bill.to.name, one->occurredAt, one->date, *one, {}, std::nullopt, terms};
    TRY_ASSIGN(receipt.takenBy, cashierOf(reader, payment));
    TRY_ASSIGN(ReceiptOrder first, receiptBill(session, bill, one->receiptNumber, one->amount));
    receipt.orders.push_back(std::move(first));
    if (one->reverses) {
        nameTakenBack(receipt, payments);
        return receipt;
    }
    TRY_ASSIGN(const std::vector<Part> also, alsoOn(reader, *one));
    for (const Part &part : also) {
        if (!part.invoice) {
            TRY(keep(receipt, part.amount));
            continue;
        }
        TRY_ASSIGN(const InvoiceDocument other, invoices.load(*part.invoice));
        TRY_ASSIGN(ReceiptOrder next, receiptBill(session, other, one->receiptNumber, part.amount));
        receipt.orders.push_back(std::move(next));
    }
    return receipt;
}

//! Of money that went to no order: what is kept for a client, and what is paid back of that.
Result<ReceiptDocument> creditReceipt(access::ScopedConnection &reader,
                                      const Result<std::optional<finance::Payment>> &read)
{
    TRY_ASSIGN(const auto kept, read);
    if (!kept)
        return Error{ErrorKind::NotFound, "payment.not_found", {}, {}};
    QString name;
    if (kept->client && reader.principal().can(access::Capability::ClientsRead)) {
        TRY_ASSIGN(auto query, reader.query("SELECT name FROM clients WHERE id = ?"));
        query->bind(*kept->client);
        TRY_ASSIGN(const bool found, query->step());
        name = found ? query->text(0) : QString();
    }
    InvoiceRepository invoices(reader);
    TRY_ASSIGN(Party shop, invoices.shop());
    TRY_ASSIGN(const QString terms, invoices.terms());
    ReceiptDocument receipt{std::move(shop),
                            kept->receiptNumber,
                            name,
                            kept->occurredAt,
                            kept->date,
                            *kept,
                            {},
                            kept->amount.isNegative() ? std::nullopt : std::optional(kept->amount),
                            terms};
    TRY_ASSIGN(receipt.takenBy, cashierOf(reader, kept->id));
    return receipt;
}

} // namespace

Result<ReceiptDocument> InvoiceService::receipt(TransactionId asked) const
{
    TRY(m_session.principal().require(access::Capability::PricesRead));
    access::ScopedConnection &reader = m_session.reader();
    TRY_ASSIGN(const auto ofOrder, paymentOfOrder(reader, asked));
    if (!ofOrder) {
        TRY_ASSIGN(const auto ofInvoice, paymentOfInvoice(reader, asked));
        if (ofInvoice)
            return billReceipt(m_session, ofInvoice->first, ofInvoice->second);
    }
    if (!ofOrder)
        return creditReceipt(reader, finance::PaymentService(m_session, m_door).ofCredit(asked));
    const TransactionId payment = *ofOrder;
    TRY_ASSIGN(auto query, reader.query("SELECT order_id FROM transactions WHERE id = ?"));
    query->bind(payment);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "payment.not_found", {}, {}};
    const OrderId id = query->id<OrderId>(0);
    TRY_ASSIGN(const orders::OrderDetail order, orders::loadOrder(reader, id));
    finance::PaymentService service(m_session, m_door);
    TRY_ASSIGN(const auto payments, service.ofOrder(id));
    const auto one = std::ranges::find(payments, payment, &finance::Payment::id);
    if (one == payments.end())
        return Error{ErrorKind::NotFound, "payment.not_found", {}, {}};
    InvoiceRepository invoices(reader);
    TRY_ASSIGN(Party shop, invoices.shop());
    TRY_ASSIGN(const QString terms, invoices.terms());
    TRY_ASSIGN(const QLocale locale, localeOf(reader));
    ReceiptDocument receipt{std::move(shop),
                            one->receiptNumber,
                            shareOf(order, one->client).name,
                            one->occurredAt,
                            one->date,
                            *one,
                            {},
                            std::nullopt,
                            terms};
    receipt.soldBy = order.sellerName;
    TRY_ASSIGN(receipt.takenBy, cashierOf(reader, payment));
    TRY_ASSIGN(ReceiptOrder first,
               receiptOrder(order, payments, one->receiptNumber, {id, {}, one->client, one->amount}, locale));
    receipt.orders.push_back(std::move(first));
    if (one->reverses) {
        nameTakenBack(receipt, payments);
        return receipt;
    }
    TRY_ASSIGN(const std::vector<Part> also, alsoOn(reader, *one));
    for (const Part &part : also) {
        if (part.invoice) {
            TRY_ASSIGN(const InvoiceDocument bill, invoices.load(*part.invoice));
            TRY_ASSIGN(ReceiptOrder next, receiptBill(m_session, bill, one->receiptNumber, part.amount));
            receipt.orders.push_back(std::move(next));
            continue;
        }
        if (!part.order) {
            TRY(keep(receipt, part.amount));
            continue;
        }
        TRY_ASSIGN(const orders::OrderDetail other, orders::loadOrder(reader, *part.order));
        TRY_ASSIGN(const auto others, service.ofOrder(*part.order));
        TRY_ASSIGN(ReceiptOrder next, receiptOrder(other, others, one->receiptNumber, part, locale));
        if (const QString payer = shareOf(other, part.payer).name; payer != receipt.clientName)
            next.payer = payer;
        receipt.orders.push_back(std::move(next));
    }
    return receipt;
}

Result<Money> ReceiptDocument::whole() const
{
    Money sum = kept.value_or(Money::zero(payment.amount.currency()));
    for (const ReceiptOrder &order : orders) {
        TRY_ASSIGN(sum, sum.plus(order.put));
    }
    return sum;
}

} // namespace thimblely::invoices
