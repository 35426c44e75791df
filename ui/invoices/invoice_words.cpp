// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/invoices/invoice_words.h"

#include "ui/desk/day_text.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

class InvoiceWords {
    Q_DECLARE_TR_FUNCTIONS(InvoiceWords)
};

} // namespace

using invoices::InvoiceState;

QString invoiceTitle(const invoices::InvoiceSummary &invoice)
{
    switch (invoice.state) {
    case InvoiceState::Draft:
        return InvoiceWords::tr("Draft");
    case InvoiceState::CreditNote:
        return InvoiceWords::tr("Credit note %1").arg(invoice.number);
    default:
        return InvoiceWords::tr("Invoice %1").arg(invoice.number);
    }
}

Status invoiceStatus(InvoiceState state)
{
    switch (state) {
    case InvoiceState::Draft:
        return Status::InWork;
    case InvoiceState::Open:
    case InvoiceState::PartlyPaid:
        return Status::Waiting;
    case InvoiceState::Overdue:
        return Status::Late;
    case InvoiceState::Paid:
        return Status::Ready;
    case InvoiceState::CreditNote:
        return Status::Collected;
    }
    Q_UNREACHABLE();
}

QString invoiceStateWord(const invoices::InvoiceSummary &invoice, Date today)
{
    switch (invoice.state) {
    case InvoiceState::Draft:
        return InvoiceWords::tr("Draft");
    case InvoiceState::Open:
        return InvoiceWords::tr("Open");
    case InvoiceState::PartlyPaid:
        return InvoiceWords::tr("Partly paid");
    case InvoiceState::Overdue:
        return invoice.due ? InvoiceWords::tr("Overdue %1", "so many days").arg(ageText(*invoice.due, today))
                           : InvoiceWords::tr("Overdue");
    case InvoiceState::Paid:
        return InvoiceWords::tr("Paid");
    case InvoiceState::CreditNote:
        return InvoiceWords::tr("Credit note");
    }
    Q_UNREACHABLE();
}

} // namespace thimblely::ui
