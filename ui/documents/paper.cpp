// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper.h"

#include "core/base/file_word.h"
#include "core/base/overloaded.h"
#include "core/base/practice_mode.h"
#include "ui/documents/esc_pos.h"
#include "ui/documents/paper_text.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPdfWriter>
#include <QPrinter>
#include <QPrinterInfo>

#include <cmath>

namespace thimblely::ui {

namespace {

constexpr double longestRoll = 3000;

constexpr double rollMargin = 5; // a head prints 72 mm of 80, 48 of 58

//! What was written: how many pages, and how far down the last row ended.
struct Written {
    int pages;
    double height;
};

Written write(QPaintDevice &device, const Paper &paper, int pages, const std::function<void()> &nextPage)
{
    const bool roll = paper.isRoll();
    Sheet::Look look;
    look.direction = paper.locale.textDirection();
    look.margin = roll ? rollMargin : paper.sheet == SheetSize::A5 ? 10 : 15;
    look.footHeight = roll ? 0 : 8;
    look.endless = roll;
    Sheet sheet(device, look, nextPage);
    if (isPractising()) {
        sheet.setWatermark(PaperText::tr("PRACTICE"));
        sheet.band(PaperText::tr("PRACTICE – not a receipt"), Face::Large);
        sheet.space(1);
    }
    if (paper.again)
        writeAgain(sheet);
    std::visit(Overloaded{[&](const invoices::ClaimCheck &claim) { writeClaimCheck(sheet, paper, claim); },
                          [&](const invoices::ReceiptDocument &receipt) { writeReceipt(sheet, paper, receipt); },
                          [&](const invoices::InvoiceDocument &invoice) { writeInvoice(sheet, paper, invoice, pages); },
                          [&](const invoices::QuoteDocument &quote) { writeQuote(sheet, paper, quote); },
                          [&](const GarmentTags &tags) { writeTags(sheet, paper, tags.order); },
                          [&](const RackSlip &slip) { writeRackSlip(sheet, paper, slip.order); },
                          [&](const DayPagePaper &day) { writeDayPage(sheet, paper, day); },
                          [&](const invoices::Statement &statement) { writeStatement(sheet, paper, statement); },
                          [&](const MeasureSheet &measures) { writeMeasureSheet(sheet, paper, measures); },
                          [&](const invoices::WorkOrder &work) { writeWorkOrder(sheet, paper, work); },
                          [&](const invoices::UncollectedNotice &notice) { writeNotice(sheet, paper, notice); },
                          [&](const invoices::UncollectedList &list) { writeUncollectedList(sheet, paper, list); },
                          [&](const RecoverySheet &recovery) { writeRecoverySheet(sheet, paper, recovery); },
                          [&](const VaultKeySheet &key) { writeVaultKeySheet(sheet, paper, key); },
                          [&](const InvitationSlip &invitation) { writeInvitationSlip(sheet, paper, invitation); },
                          [&](const HeldPaper &held) { writeHeld(sheet, paper, held); },
                          [&](const StockLabels &labels) { writeStockLabels(sheet, labels); },
                          [&](const PurchasePaper &list) { writePurchases(sheet, paper, list); },
                          [&](const WageSlip &slip) { writeWageSlip(sheet, paper, slip); },
                          [&](const TestSlip &test) { writeTestSlip(sheet, paper, test); }},
               paper.content);
    if (isPractising() && roll)
        sheet.band(PaperText::tr("PRACTICE – not a receipt"), Face::Large);
    return {sheet.page(), sheet.y()};
}

QPageLayout layoutOf(const Paper &paper, double rollLength)
{
    const QPageSize size = paper.isRoll() ? QPageSize(QSizeF(paper.rollWidth, rollLength), QPageSize::Millimeter,
                                                      QStringLiteral("roll"), QPageSize::ExactMatch)
                                          : QPageSize(paper.sheet == SheetSize::A5 ? QPageSize::A5 : QPageSize::A4);
    return {size, QPageLayout::Portrait, QMarginsF(0, 0, 0, 0), QPageLayout::Millimeter};
}

Written writePdf(QIODevice *to, const Paper &paper, double rollLength, int pages)
{
    QPdfWriter writer(to);
    writer.setResolution(720);
    writer.setTitle(paper.fileName());
    writer.setCreator(QStringLiteral("Thimblely"));
    writer.setPageLayout(layoutOf(paper, rollLength));
    return write(writer, paper, pages, [&writer] { writer.newPage(); });
}

//! How long the roll and how many the pages are is known once it was written.
Written measure(const Paper &paper)
{
    QBuffer nowhere;
    nowhere.open(QIODevice::WriteOnly);
    return writePdf(&nowhere, paper, longestRoll, 1);
}

} // namespace

bool Paper::isRoll() const
{
    return !std::holds_alternative<invoices::InvoiceDocument>(content) &&
           !std::holds_alternative<invoices::Statement>(content) && !std::holds_alternative<MeasureSheet>(content) &&
           !std::holds_alternative<invoices::WorkOrder>(content) &&
           !std::holds_alternative<invoices::UncollectedNotice>(content) &&
           !std::holds_alternative<invoices::UncollectedList>(content) &&
           !std::holds_alternative<RecoverySheet>(content) && !std::holds_alternative<VaultKeySheet>(content) &&
           !std::holds_alternative<PurchasePaper>(content) && !std::holds_alternative<WageSlip>(content) &&
           !std::holds_alternative<InvitationSlip>(content) && !std::holds_alternative<HeldPaper>(content);
}

QString Paper::fileName() const
{
    return std::visit(
        Overloaded{
            [this](const invoices::ClaimCheck &claim) {
                const QString number = fileWord(claim.orderNumber);
                return claim.ofOnePayer
                           ? QStringLiteral("claim-%1-%2-%3")
                                 .arg(fileWord(claim.clientName), calendar.dayOf(claim.bookedAt).toIso(), number)
                           : QString(QStringLiteral("claim-") + number);
            },
            [](const invoices::ReceiptDocument &receipt) {
                return QString((receipt.isAnnounced() ? QStringLiteral("announced-") : QStringLiteral("receipt-")) +
                               fileWord(receipt.receiptNumber));
            },
            [](const invoices::InvoiceDocument &invoice) {
                return QString((invoice.kind == invoices::InvoiceKind::CreditNote ? QStringLiteral("creditnote-")
                                                                                  : QStringLiteral("invoice-")) +
                               fileWord(invoice.number));
            },
            [](const invoices::QuoteDocument &quote) { // a client may have several on a day
                return QStringLiteral("offer-%1-%2-%3")
                    .arg(fileWord(quote.order.clientName), quote.madeOn.toIso())
                    .arg(quote.order.bookedAt.msecs() / 1000 % 86'400, 5, 10, QLatin1Char('0'));
            },
            [](const GarmentTags &tags) { return QString(QStringLiteral("tags-") + fileWord(tags.order.orderNumber)); },
            [](const RackSlip &slip) { return QString(QStringLiteral("rack-") + fileWord(slip.order.orderNumber)); },
            [](const invoices::Statement &statement) {
                return QStringLiteral("statement-%1-%2-%3")
                    .arg(fileWord(statement.clientNumber), fileWord(statement.client.name), statement.asOf.toIso());
            },
            [](const MeasureSheet &measures) {
                return QStringLiteral("measures-%1-%2-%3")
                    .arg(fileWord(measures.clientNumber), fileWord(measures.client), measures.printed.toIso());
            },
            [](const invoices::WorkOrder &work) {
                return QString(QStringLiteral("work-") + fileWord(work.orderNumber));
            },
            [](const invoices::UncollectedNotice &notice) {
                return QStringLiteral("notice-%1-%2").arg(fileWord(notice.orderNumber), notice.asOf.toIso());
            },
            [](const invoices::UncollectedList &list) {
                return QString(QStringLiteral("uncollected-") + list.asOf.toIso());
            },
            [](const HeldPaper &held) {
                return QStringLiteral("held-%1-%2-%3")
                    .arg(fileWord(held.file.number), fileWord(held.file.client), held.file.madeOn.toIso());
            },
            [](const StockLabels &labels) { return QString(QStringLiteral("label-") + fileWord(labels.fileWord)); },
            [](const PurchasePaper &list) { return QString(QStringLiteral("to-buy-") + list.asOf.toIso()); },
            [](const WageSlip &slip) {
                return QStringLiteral("wages-%1-%2").arg(fileWord(slip.name), fileWord(slip.month));
            },
            [](const RecoverySheet &) { return QStringLiteral("recovery"); },
            [](const VaultKeySheet &) { return QStringLiteral("key"); },
            [](const InvitationSlip &) { return QStringLiteral("invitation"); },
            [](const TestSlip &) { return QStringLiteral("test"); },
            [](const DayPagePaper &day) {
                const QString name = QStringLiteral("day-%1-%2").arg(day.page.day.toIso()).arg(day.page.number);
                // Two tills may have the same number on one day.
                return day.page.ofAnotherDevice ? name + u'-' + QString::fromLatin1(day.page.hash.left(6)) : name;
            }},
        content);
}

QByteArray pdfOf(const Paper &paper)
{
    const Written measured = measure(paper);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    writePdf(&buffer, paper, measured.height + rollMargin, measured.pages);
    return buffer.data();
}

QImage rollImage(const Paper &paper, int dotsPerMillimetre)
{
    const double height = measure(paper).height + rollMargin;
    QImage image(paper.rollWidth * dotsPerMillimetre, int(std::ceil(height * dotsPerMillimetre)),
                 QImage::Format_Grayscale8);
    image.setDotsPerMeterX(dotsPerMillimetre * 1000);
    image.setDotsPerMeterY(dotsPerMillimetre * 1000);
    image.fill(Qt::white);
    write(image, paper, 1, [] {});
    return image;
}

std::vector<QImage> picturesOf(const Paper &paper, int dotsPerMillimetre)
{
    if (paper.isRoll())
        return {rollImage(paper, dotsPerMillimetre)};
    const int pages = measure(paper).pages;
    const QSizeF size = layoutOf(paper, 0).fullRect(QPageLayout::Millimeter).size() * dotsPerMillimetre;
    QImage page(size.toSize(), QImage::Format_RGB32);
    page.setDotsPerMeterX(dotsPerMillimetre * 1000);
    page.setDotsPerMeterY(dotsPerMillimetre * 1000);
    page.fill(Qt::white);
    std::vector<QImage> pictures;
    write(page, paper, pages, [&] {
        pictures.push_back(page.copy());
        page.fill(Qt::white);
    });
    pictures.push_back(std::move(page));
    return pictures;
}

Result<void> printTo(const QString &printerName, const Paper &paper)
{
    if (isEscPosPrinter(printerName))
        return sendToEscPos(printerName, escPosOf(paper));
    const QPrinterInfo info = QPrinterInfo::printerInfo(printerName);
    if (info.isNull())
        return Error{ErrorKind::NotFound, "papers.no_printer", {printerName}, {}};
    const Written measured = measure(paper);
    QPrinter printer(info, QPrinter::HighResolution);
    printer.setFullPage(true);
    printer.setDocName(paper.fileName());
    printer.setPageLayout(layoutOf(paper, measured.height + rollMargin));
    write(printer, paper, measured.pages, [&printer] { printer.newPage(); });
    if (printer.printerState() == QPrinter::Error || printer.printerState() == QPrinter::Aborted)
        return Error{ErrorKind::Io, "papers.printer_failed", {printerName}, {}};
    return {};
}

} // namespace thimblely::ui
