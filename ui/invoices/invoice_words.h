// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/invoice_list.h"
#include "ui/theme/roles.h"

#include <QString>

namespace thimblely::ui {

// How an invoice is called and how it stands, the same in its list and on its page.

//! "Invoice A-26-00017", "Credit note …", "Draft".
QString invoiceTitle(const invoices::InvoiceSummary &invoice);
Status invoiceStatus(invoices::InvoiceState state);
//! "Open", "Overdue 3 days", "Paid".
QString invoiceStateWord(const invoices::InvoiceSummary &invoice, Date today);

} // namespace thimblely::ui
