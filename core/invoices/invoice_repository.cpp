// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/invoice_repository.h"

#include "core/finance/invoice_dues.h"
#include "core/inventory/read_rows.h"
#include "core/invoices/free_invoice.h"
#include "core/invoices/invoice_json.h"

#include <QJsonDocument>

#include <algorithm>

namespace thimblely::invoices {

namespace {

Error notFound()
{
    return {ErrorKind::NotFound, "invoice.not_found", {}, {}};
}

Result<InvoiceDocument> mapDocument(storage::Statement &row)
{
    TRY_ASSIGN(const InvoiceKind kind, invoiceKindFromCode(row.text(2)));
    TRY_ASSIGN(const Currency currency, Currency::parse(row.text(11)));
    TRY_ASSIGN(const orders::PaymentStatus status, orders::paymentStatusFromCode(row.text(18)));
    const auto money = [&](int column) { return Money(row.int64(column), currency); };
    TRY_ASSIGN(const Money unpaid, money(16).minus(money(17)));
    TRY_ASSIGN(const Money open, unpaid.minus(money(22)));
    const Money waiting(std::clamp<qint64>(row.int64(25), 0, std::max<qint64>(0, open.minor())), currency);
    TRY_ASSIGN(const Money balance, open.minus(waiting));
    InvoiceDocument document{row.id<InvoiceId>(0),
                             row.optionalId<OrderId>(1).value_or(noOrder),
                             {},
                             kind,
                             row.text(3),
                             row.text(4),
                             row.date(5),
                             row.optionalDate(6),
                             row.optionalDate(7),
                             partyFrom(QJsonDocument::fromJson(row.utf8(8)).object()),
                             partyFrom(QJsonDocument::fromJson(row.utf8(9)).object()),
                             {},
                             taxesFromJson(row.utf8(12), currency),
                             false,
                             money(13),
                             money(14),
                             money(15),
                             money(16),
                             money(17),
                             balance,
                             status,
                             row.text(19),
                             row.blob(20),
                             row.blob(21),
                             money(22),
                             row.optionalId<InvoiceId>(23),
                             row.text(24),
                             waiting.isZero() ? std::nullopt : std::optional(waiting)};
    document.placeOfSupply = row.text(26);
    document.stamp = stampFrom(QJsonDocument::fromJson(row.utf8(27)).object().value(QLatin1String("stamp")).toObject());
    TRY(linesFromJson(row.utf8(10), currency, document));
    return document;
}

} // namespace

Result<InvoiceDocument> InvoiceRepository::load(InvoiceId invoice)
{
    TRY_ASSIGN(auto query, m_connection.query(QByteArray(R"(
        SELECT id, order_id, kind, invoice_number, series, issued_date, supply_date, due_date, bills_from, bills_to,
               lines, currency, tax_breakdown, subtotal_minor, discount_minor, tax_minor, total_minor,
               amount_paid_minor, payment_status, notes, prev_sha256, document_sha256,)") +
                                              finance::invoiceCredited + R"(,
               corrects_invoice_id,
               (SELECT corrected.invoice_number FROM invoices AS corrected WHERE corrected.id = paper.corrects_invoice_id),)" +
                                              finance::invoiceWaiting + R"(,
               place_of_supply, fiscal
          FROM invoices AS paper
         WHERE id = ? AND invoice_number IS NOT NULL)"));
    query->bind(invoice);
    TRY_ASSIGN(std::optional<InvoiceDocument> found, inventory::readRow<InvoiceDocument>(*query, mapDocument));
    if (!found)
        return notFound();
    return std::move(*found);
}

Result<QByteArray> InvoiceRepository::chainedBuyer(InvoiceId invoice)
{
    TRY_ASSIGN(auto query, m_connection.query("SELECT fiscal ->> 'buyer_sha256' FROM invoices WHERE id = ?"));
    query->bind(invoice);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return notFound();
    return QByteArray::fromHex(query->utf8(0));
}

Result<std::optional<QByteArray>> InvoiceRepository::salt(InvoiceId invoice)
{
    TRY_ASSIGN(auto query, m_connection.query("SELECT bills_to ->> 'salt' FROM invoices WHERE id = ?"));
    query->bind(invoice);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return notFound();
    return query->isNull(0) ? std::optional<QByteArray>() : std::optional(QByteArray::fromHex(query->utf8(0)));
}

Result<std::optional<ClientId>> InvoiceRepository::billedTo(InvoiceId invoice)
{
    TRY_ASSIGN(auto query, m_connection.query("SELECT client_id FROM invoices WHERE id = ?"));
    query->bind(invoice);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return notFound();
    return query->optionalId<ClientId>(0);
}

Result<std::vector<InvoiceId>> InvoiceRepository::ofOrder(OrderId order, InvoiceKind kind)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id FROM invoices
         WHERE order_id = ? AND kind = ? AND invoice_number IS NOT NULL AND status <> 'cancelled'
         ORDER BY id)"));
    query->bind(order).bindUtf8(toCode(kind));
    std::vector<InvoiceId> ids;
    for (;;) {
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return ids;
        ids.push_back(query->id<InvoiceId>(0));
    }
}

Result<std::optional<InvoiceId>> InvoiceRepository::forOrder(OrderId order, InvoiceKind kind,
                                                             const std::optional<ClientId> &payer)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT id FROM invoices
         WHERE order_id = ?1 AND kind = ?2 AND invoice_number IS NOT NULL AND status <> 'cancelled'
           AND client_id IS ifnull(?3, (SELECT client_id FROM orders WHERE id = ?1))
         ORDER BY id DESC
         LIMIT 1)"));
    query->bind(order).bindUtf8(toCode(kind)).bind(payer);
    TRY_ASSIGN(const bool found, query->step());
    return found ? std::optional(query->id<InvoiceId>(0)) : std::nullopt;
}

Result<std::vector<InvoiceDocument>> InvoiceRepository::documents(OrderId order, InvoiceKind kind)
{
    TRY_ASSIGN(const std::vector<InvoiceId> ids, ofOrder(order, kind));
    std::vector<InvoiceDocument> documents;
    for (const InvoiceId id : ids) {
        TRY_ASSIGN(InvoiceDocument document, load(id));
        documents.push_back(std::move(document));
    }
    return documents;
}

Result<std::vector<InvoiceDocument>> InvoiceRepository::billing(OrderId order, InvoiceKind kind)
{
    TRY_ASSIGN(std::vector<InvoiceDocument> documents, this->documents(order, kind));
    if (kind != InvoiceKind::Invoice)
        return documents;
    TRY_ASSIGN(std::vector<InvoiceDocument> notes, this->documents(order, InvoiceKind::CreditNote));
    documents.insert(documents.end(), std::make_move_iterator(notes.begin()), std::make_move_iterator(notes.end()));
    return documents;
}

Result<QByteArray> InvoiceRepository::hashBefore(const QString &series, const QString &number)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT document_sha256 FROM invoices
         WHERE series = ?1 AND invoice_number < ?2
         ORDER BY invoice_number DESC
         LIMIT 1)"));
    query->bind(series, number);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->blob(0) : QByteArray();
}

Result<Party> InvoiceRepository::shop()
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT ifnull(legal_name, name), address, phone, email, tax_id, registration_no, country_code
          FROM workspaces
         WHERE id = ?)"));
    query->bind(m_connection.principal().workspace);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "workspace.not_found", {}, {}};
    return Party{query->text(0), query->text(1), query->text(2), query->text(3),
                 query->text(4), query->text(5), query->text(6)};
}

Result<QString> InvoiceRepository::terms()
{
    TRY_ASSIGN(auto query, m_connection.query("SELECT receipt_terms FROM workspaces WHERE id = ?"));
    query->bind(m_connection.principal().workspace);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->text(0) : QString();
}

Result<Party> InvoiceRepository::buyer(ClientId client)
{
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT name, ifnull(company, ''), ifnull(address, ''), ifnull(phone_as_typed, ifnull(phone, '')),
               ifnull(email, ''), ifnull(tax_id, '')
          FROM clients
         WHERE id = ?)"));
    query->bind(client);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "client.unknown", {}, {}};
    const QString company = query->text(1);
    const QString address = company.isEmpty() ? query->text(2) : company + u'\n' + query->text(2);
    return Party{query->text(0), address.trimmed(), query->text(3), query->text(4), query->text(5), {}, {}};
}

} // namespace thimblely::invoices
