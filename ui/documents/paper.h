// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/finance/till.h"
#include "core/finance/wage_service.h"
#include "core/inventory/stock.h"
#include "core/invoices/work_papers.h"
#include "core/privacy/client_file.h"

#include <QByteArray>
#include <QImage>
#include <QLocale>
#include <QMetaType>

#include <optional>
#include <variant>
#include <vector>

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

//! What hangs with the order on the rail, to be read across the room: the day, the number, the name.
struct RackSlip {
    invoices::ClaimCheck order;
};

struct MeasureSheetLine {
    QString name;
    QString newest;
    QString former; //!< empty: none
};

//! A client's measures as the card shows them, for the workroom or for the client.
struct MeasureSheet {
    invoices::Party shop;
    QString client;
    QString clientNumber;
    QString what;   //!< which set, and its unit
    QString newest; //!< over the values
    QString former; //!< over those before; empty: there are none
    std::vector<MeasureSheetLine> lines;
    QString fitNotes;
    Date printed;
};

//! Everything held on a client, for them to take away.
struct HeldPaper {
    invoices::Party shop;
    privacy::ClientFile file;
};

//! Shows what a printer does with widths, letters, money and bar codes.
struct TestSlip {
    invoices::Party shop;
    Currency currency; //!< of the shop
    QString printer;   //!< its name
};

//! The codes that give who has lost the password a new one. Never a file: it is printed, or written down from the screen.
struct RecoverySheet {
    invoices::Party shop;
    QString owner;
    QStringList codes;
    Date made;
};

//! The key that opens the shop's encrypted folder without its passphrase (core/vault/vault.h). Never a file, as above.
struct VaultKeySheet {
    QString shopFile;
    QString key;
    Date made;
};

//! An invitation into the shop, to be given to somebody. Never a file of the program's own accord, as above.
struct InvitationSlip {
    invoices::Party shop;
    QString code;
    QString whom; //!< empty: for whoever has it
    QString work; //!< what they will be
    QString inviter;
    Date until;
};

//! On a roll or a shelf, to be read from the other side of the room and scanned from near.
struct StockLabel {
    QString name;
    QString remarks;
    QString number; //!< as people say it; empty: what the bars say
    QString code;   //!< what the bars say
};

//! Cut between them.
struct StockLabels {
    std::vector<StockLabel> labels;
    QString fileWord; //!< of the file it is written to: the roll's number, "shelf-A2"
};

//! What is to be bought, by supplier.
struct PurchasePaper {
    invoices::Party shop;
    Date asOf;
    std::vector<inventory::Purchase> lines;
};

//! Somebody's wages of a month, to be signed.
struct WageSlip {
    invoices::Party shop;
    QString name;
    QString month;
    Date printed;
    finance::WageSheet sheet;
};

//! What a work order is printed on; all other sheets are A4.
enum class SheetSize { A4, A5 };

enum class PaperKind {
    ClaimCheck,
    Tags,
    RackSlip,
    Receipt,
    Invoice,
    Statement,
    WorkOrder,
    Notice,
    UncollectedAll,
    UncollectedLong
};

//! A paper that is wanted, by what it is about: enough to make it again tomorrow, with what is true then.
struct PaperOrder {
    PaperKind kind;
    IdBytes about; //!< an order, a payment, an invoice or a client
    SheetSize sheet = SheetSize::A4;
    std::optional<IdBytes> payer = {}; //!< of a claim check: one of those who pay, with their pieces; none: the whole

    friend bool operator==(const PaperOrder &, const PaperOrder &) = default;
};

/*!
 * A paper of the shop as a pure value: what is on it, and how the shop writes days and money. Money on it stands as it
 * is, also while the screen hides it; a preview asks for `moneyHidden`.
 */
struct Paper {
    using Content =
        std::variant<invoices::ClaimCheck, invoices::ReceiptDocument, invoices::InvoiceDocument,
                     invoices::QuoteDocument, GarmentTags, RackSlip, DayPagePaper, invoices::Statement, MeasureSheet,
                     invoices::WorkOrder, invoices::UncollectedNotice, invoices::UncollectedList, RecoverySheet,
                     VaultKeySheet, InvitationSlip, HeldPaper, TestSlip, StockLabels, PurchasePaper, WageSlip>;

    Content content;
    QLocale locale;
    ShopCalendar calendar;
    bool moneyHidden = false;
    bool again = false; //!< printed before: says so, so that no two are taken for two payments
    int rollWidth = 80; //!< mm, of what is no sheet
    SheetSize sheet = SheetSize::A4;
    bool inches = false;                   //!< in which measures are read
    std::optional<PaperOrder> source = {}; //!< how it is made again; none: only here and now
    bool opensDrawer = false;              //!< where the printer has the drawer on its lead: cash changed hands

    bool isRoll() const;
    //! "claim-1042", as its file is called; letters, digits and hyphens only.
    QString fileName() const;
};

//! The code on a TestSlip, as a scanner must give it back.
inline constexpr const char *testCode = "TEST1042P2";

//! The paper as PDF: a sheet for invoices, statements, measures, work orders, notices and what is held, a roll for the rest. Any thread.
QByteArray pdfOf(const Paper &paper);

//! As it will come out, a picture for each page. Any thread.
std::vector<QImage> picturesOf(const Paper &paper, int dotsPerMillimetre);

//! A roll as an image. Any thread.
QImage rollImage(const Paper &paper, int dotsPerMillimetre);

//! The same onto a printer that was set up: one of the system's, or a receipt printer (esc_pos.h). Any thread.
Result<void> printTo(const QString &printerName, const Paper &paper);

} // namespace thimblely::ui

Q_DECLARE_METATYPE(thimblely::ui::PaperOrder)
