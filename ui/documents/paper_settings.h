// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

namespace thimblely::ui {

/*!
 * Where this device sends the papers of the shop and what it prints with an order; of the device, not of the shop, since
 * printers stand beside one of them. GUI thread only.
 */
struct PaperSettings {
    QString slipPrinter;  //!< for claim checks, tags, rack slips, receipts and day pages; empty: PDF
    QString sheetPrinter; //!< for A4; empty: PDF
    int rollWidth = 80;   //!< mm, 80 or 58
    bool drawer = false;  //!< hangs on the lead of the slip printer: opened where cash changes hands
    bool tags = true;     //!< with each order
    bool rackSlip = true; //!< with each order

    static PaperSettings load();
    void save() const;
    //! Where PDFs go: THIMBLELY_PAPERS, the setting "papers/folder", or "papers" beside the shop's file.
    static QString folder(const QString &shopFile);

    friend bool operator==(const PaperSettings &, const PaperSettings &) = default;
};

} // namespace thimblely::ui
