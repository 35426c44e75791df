// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/free_invoice_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/finance/payment_writer.h"
#include "core/inventory/shop_terms.h"
#include "core/invoices/free_invoice_writer.h"
#include "core/invoices/invoice_repository.h"
#include "core/workspaces/tax_settings.h"

namespace thimblely::invoices {

using access::Capability;
using changes::Operation;
using changes::WriteContext;

Result<FreeInvoice> FreeInvoiceService::blank() const
{
    TRY_ASSIGN(const TaxSettings tax, loadTax(m_session.reader()));
    FreeInvoice invoice;
    invoice.taxInclusive = tax.pricesIncludeTax;
    return invoice;
}

Result<FreeInvoice> FreeInvoiceService::draft(InvoiceId draft) const
{
    TRY(m_session.principal().require(Capability::InvoicesRead));
    TRY(m_session.principal().require(Capability::PricesRead));
    return readDraft(m_session.reader(), draft);
}

Result<Money> FreeInvoiceService::creditable(InvoiceId invoice) const
{
    TRY(m_session.principal().require(Capability::InvoicesRead));
    TRY(m_session.principal().require(Capability::PricesRead));
    TRY_ASSIGN(const InvoiceDocument document, InvoiceRepository(m_session.reader()).load(invoice));
    return document.total.minus(document.credited);
}

QFuture<Result<InvoiceId>> FreeInvoiceService::keep(std::optional<InvoiceId> draft, FreeInvoice invoice)
{
    return m_door.write<InvoiceId>(
        Operation{"invoice.draft"},
        [draft, invoice = std::move(invoice)](WriteContext &context) { return writeDraft(context, draft, invoice); });
}

QFuture<Result<void>> FreeInvoiceService::drop(InvoiceId draft)
{
    return m_door.write<void>(Operation{"invoice.drop_draft"},
                              [draft](WriteContext &context) { return dropDraft(context, draft); });
}

QFuture<Result<InvoiceDocument>> FreeInvoiceService::issue(std::optional<InvoiceId> draft, FreeInvoice invoice)
{
    return m_door.write<InvoiceDocument>(
        Operation{"invoice.issue", {}, false},
        [draft, invoice = std::move(invoice)](WriteContext &context) { return issueFree(context, draft, invoice); });
}

QFuture<Result<finance::PaymentTaken>> FreeInvoiceService::take(InvoiceId invoice, finance::PaymentDraft payment)
{
    return m_door.write<finance::PaymentTaken>(Operation{"payment.take"},
                                               [invoice, payment = std::move(payment)](WriteContext &context) {
                                                   return finance::takeForInvoice(context, invoice, payment);
                                               });
}

QFuture<Result<InvoiceDocument>> FreeInvoiceService::credit(InvoiceId invoice, Money amount, QString reason,
                                                            access::Approvals approvals)
{
    return m_door.write<InvoiceDocument>(
        Operation{"invoice.credit", {}, false},
        [invoice, amount, reason = std::move(reason), approvals = std::move(approvals)](WriteContext &context) {
            return creditFree(context, invoice, amount, reason.trimmed(), approvals);
        });
}

} // namespace thimblely::invoices
