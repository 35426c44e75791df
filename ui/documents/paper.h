// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/finance/till.h"
#include "core/invoices/documents.h"

#include <QByteArray>
#include <QLocale>

#include <variant>

class QPagedPaintDevice;

namespace thimblely::ui {

//! The page of a day that the till was closed on.
struct DayPagePaper {
    invoices::Party shop;
    finance::DayPage page;
};

//! One tag for each piece, cut between them.
struct GarmentTags {
    invoices::ClaimCheck order;
};

/*!
 * A paper of the shop as a pure value: what is on it, and how the shop writes days and money. Money on it stands as it
 * is, also while the screen hides it; a preview asks for `moneyHidden`.
 */
struct Paper {
    using Content = std::variant<invoices::ClaimCheck, invoices::ReceiptDocument, invoices::InvoiceDocument,
                                 GarmentTags, DayPagePaper>;

    Content content;
    QLocale locale;
    ShopCalendar calendar;
    bool moneyHidden = false;

    //! "claim-1042", as its file is called; letters, digits and hyphens only.
    QString fileName() const;
};

//! The paper as PDF: A4 for invoices, an 80 mm roll for the rest. Any thread.
QByteArray pdfOf(const Paper &paper);

//! The same onto a printer that was set up. Any thread.
Result<void> printTo(const QString &printerName, const Paper &paper);

} // namespace thimblely::ui
