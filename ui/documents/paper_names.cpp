// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/overloaded.h"
#include "ui/documents/order_papers.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("OrderPapers", text);
}

} // namespace

QString OrderPapers::nameOf(const Paper &paper)
{
    return std::visit(
        Overloaded{
            [](const invoices::ClaimCheck &claim) {
                if (claim.isNote && !claim.ofOnePayer)
                    return tr("Note %1").arg(claim.orderNumber);
                return claim.ofOnePayer ? tr("Claim check %1 of %2").arg(claim.orderNumber, claim.clientName)
                                        : tr("Claim check %1").arg(claim.orderNumber);
            },
            [](const invoices::ReceiptDocument &receipt) {
                return receipt.isAnnounced() ? tr("Announced payment %1").arg(receipt.receiptNumber)
                                             : tr("Receipt %1").arg(receipt.receiptNumber);
            },
            [](const invoices::InvoiceDocument &invoice) {
                return invoice.kind == invoices::InvoiceKind::CreditNote ? tr("Credit note %1").arg(invoice.number)
                                                                         : tr("Invoice %1").arg(invoice.number);
            },
            [](const GarmentTags &tags) { return tr("Tags of order %1").arg(tags.order.orderNumber); },
            [](const RackSlip &slip) { return tr("Rack slip %1").arg(slip.order.orderNumber); },
            [](const invoices::WorkOrder &work) { return tr("Work order %1").arg(work.orderNumber); },
            [](const invoices::UncollectedNotice &notice) {
                return tr("Notice about order %1").arg(notice.orderNumber);
            },
            [](const invoices::UncollectedList &) { return tr("List of what nobody fetches"); },
            [](const invoices::Statement &statement) { return tr("Statement of %1").arg(statement.client.name); },
            [](const auto &) { return tr("Paper"); }},
        paper.content);
}

} // namespace thimblely::ui
