// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_text.h"

namespace thimblely::ui {

namespace {

QString colourOf(const invoices::ClaimPiece &piece)
{
    return piece.colour.isEmpty() ? piece.name : piece.name + QStringLiteral(", ") + piece.colour;
}

//! What was noted, a line each.
QStringList notesOf(const invoices::ClaimPiece &piece)
{
    QStringList lines;
    if (!piece.condition.isEmpty())
        lines.append(PaperText::tr("Noted: %1").arg(piece.condition.join(QStringLiteral(", "))));
    if (!piece.ownCloth.isEmpty())
        lines.append(PaperText::tr("Own cloth: %1").arg(piece.ownCloth));
    if (piece.photos > 0)
        lines.append(PaperText::tr("Photos kept: %1").arg(piece.photos));
    if (!piece.cloth.isEmpty())
        lines.append(PaperText::tr("Cloth: %1").arg(piece.cloth));
    return lines;
}

//! Who wears it, what is done to it, a task each line, and what was noted. For the workroom no prices.
void writePiece(Sheet &sheet, const PaperText &write, const invoices::ClaimPiece &piece, bool priced)
{
    if (!piece.wearer.isEmpty())
        sheet.text(PaperText::tr("for %1").arg(piece.wearer), Face::Small);
    for (const invoices::ClaimTask &task : piece.tasks) {
        if (priced && task.price)
            write.pair(sheet, task.words, write.figure(*task.price), Face::Small);
        else
            sheet.text(task.words, priced ? Face::Small : Face::Body);
    }
    if (priced && piece.priceBefore)
        write.pair(sheet, PaperText::tr("before"), write.figure(*piece.priceBefore), Face::Small);
    sheet.text(piece.style.join(QStringLiteral(", ")), priced ? Face::Small : Face::Body);
    const QStringList notes = notesOf(piece);
    for (const QString &note : notes)
        sheet.text(note, Face::Small);
}

void writeCharges(Sheet &sheet, const PaperText &write, const std::vector<invoices::ClaimCharge> &charges, Face face)
{
    for (const invoices::ClaimCharge &charge : charges)
        write.pair(sheet, charge.words, charge.amount ? write.figure(*charge.amount) : QString(), face);
}

void barcodeOf(Sheet &sheet, const QString &payload, double height)
{
    if (const auto code = code128(payload))
        sheet.barcode(*code, height);
}

} // namespace

void writeClaimCheck(Sheet &sheet, const Paper &paper, const invoices::ClaimCheck &claim)
{
    const PaperText write(paper);
    write.slipHead(sheet, claim.shop);
    sheet.text(PaperText::tr("Claim check"), Face::Small, Side::Centre, Role::Muted);
    sheet.text(claim.orderNumber, Face::Title, Side::Centre);
    barcodeOf(sheet, claim.barcode, 11);
    if (!claim.paperTicketNumber.isEmpty())
        sheet.text(PaperText::tr("Ticket %1").arg(claim.paperTicketNumber), Face::Small, Side::Centre, Role::Muted);
    sheet.space(1);
    sheet.text(claim.clientName, Face::Strong);
    sheet.text(claim.clientPhone);
    if (claim.promisedDate) {
        sheet.space(1);
        sheet.text(PaperText::tr("Ready by"), Face::Small, Side::Leading, Role::Muted);
        sheet.text(write.promise(claim.promisedDate, claim.promisedTime), Face::Large);
    }
    if (claim.rush)
        sheet.text(PaperText::tr("Rush"), Face::Strong);
    sheet.space(1);
    for (const invoices::ClaimPiece &piece : claim.pieces) {
        sheet.line();
        write.pair(sheet, colourOf(piece), piece.total ? write.figure(*piece.total) : QString(), Face::Strong);
        sheet.text(piece.tag, Face::Small, Side::Leading, Role::Muted);
        writePiece(sheet, write, piece, true);
    }
    if (!claim.charges.empty())
        sheet.line();
    writeCharges(sheet, write, claim.charges, Face::Strong);
    if (claim.sums) {
        sheet.space(1);
        sheet.stitch(0, sheet.width());
        write.pair(sheet, PaperText::tr("Total"), write.amount(claim.sums->total), Face::Large);
        write.pair(sheet, PaperText::tr("Paid"), write.figure(claim.sums->paid));
        if (!claim.sums->waiting.isZero())
            write.pair(sheet, PaperText::tr("On its way"), write.figure(claim.sums->waiting));
        write.pair(sheet, PaperText::tr("To pay"), write.figure(claim.sums->due()), Face::Strong);
    }
    write.terms(sheet, claim.terms);
    sheet.space(1);
    sheet.text(write.moment(claim.bookedAt), Face::Small, Side::Centre, Role::Muted);
}

//! No number and no receipt: what it would cost, and until when.
void writeQuote(Sheet &sheet, const Paper &paper, const invoices::QuoteDocument &quote)
{
    const PaperText write(paper);
    const invoices::ClaimCheck &order = quote.order;
    write.slipHead(sheet, order.shop);
    sheet.text(PaperText::tr("Offer"), Face::Title, Side::Centre);
    sheet.text(write.day(quote.madeOn), Face::Small, Side::Centre, Role::Muted);
    sheet.space(1);
    sheet.text(order.clientName, Face::Strong);
    sheet.text(order.clientPhone);
    if (order.promisedDate)
        write.pair(sheet, PaperText::tr("Ready by"), write.promise(order.promisedDate, order.promisedTime));
    sheet.space(1);
    for (const invoices::ClaimPiece &piece : order.pieces) {
        sheet.line();
        write.pair(sheet, colourOf(piece), piece.total ? write.figure(*piece.total) : QString(), Face::Strong);
        writePiece(sheet, write, piece, true);
    }
    if (!order.charges.empty())
        sheet.line();
    writeCharges(sheet, write, order.charges, Face::Strong);
    sheet.space(1);
    sheet.stitch(0, sheet.width());
    if (order.sums) {
        if (!order.sums->discount.isZero())
            write.pair(sheet, PaperText::tr("Discount"), write.figure(order.sums->discount));
        write.pair(sheet, PaperText::tr("Total"), write.amount(order.sums->total), Face::Large);
    }
    write.pair(sheet, PaperText::tr("Prices stand until"), write.day(quote.until), Face::Strong);
    write.terms(sheet, order.terms);
    sheet.space(1);
    sheet.text(PaperText::tr("This is an offer. It is no receipt."), Face::Small, Side::Centre, Role::Muted);
}

void writeTags(Sheet &sheet, const Paper &paper, const invoices::ClaimCheck &claim)
{
    const PaperText write(paper);
    bool first = true;
    for (const invoices::ClaimPiece &piece : claim.pieces) {
        if (!std::exchange(first, false)) {
            sheet.space(3);
            sheet.stitch(0, sheet.width());
            sheet.space(3);
        }
        sheet.text(piece.tag, Face::Title, Side::Centre);
        barcodeOf(sheet, piece.barcode, 9);
        write.pair(sheet, claim.clientName, claim.rush ? PaperText::tr("Rush") : QString(), Face::Strong);
        sheet.text(colourOf(piece), Face::Strong);
        writePiece(sheet, write, piece, false);
        sheet.text(write.promise(claim.promisedDate, claim.promisedTime), Face::Large);
    }
}

void writeReceipt(Sheet &sheet, const Paper &paper, const invoices::ReceiptDocument &receipt)
{
    const PaperText write(paper);
    write.slipHead(sheet, receipt.shop);
    const bool back = receipt.payment.amount.isNegative();
    sheet.text(back ? PaperText::tr("Money given back") : PaperText::tr("Receipt"), Face::Small, Side::Centre,
               Role::Muted);
    sheet.text(receipt.receiptNumber, Face::Large, Side::Centre);
    sheet.text(write.moment(receipt.takenAt), Face::Small, Side::Centre, Role::Muted);
    sheet.space(2);
    write.pair(sheet, PaperText::tr("Order"), receipt.orderNumber, Face::Strong);
    sheet.text(receipt.clientName);
    if (!receipt.orderOf.isEmpty())
        sheet.text(PaperText::tr("a part of the order of %1").arg(receipt.orderOf), Face::Small);
    sheet.text(receipt.pieces.join(QStringLiteral(", ")), Face::Small, Side::Leading, Role::Muted);
    writeCharges(sheet, write, receipt.charges, Face::Small);
    sheet.line();
    const finance::Payment &payment = receipt.payment;
    if (payment.tendered) {
        write.pair(sheet, PaperText::tr("Given"), write.figure(*payment.tendered));
        if (payment.change)
            write.pair(sheet, PaperText::tr("Change"), write.figure(*payment.change));
    }
    sheet.stitch(0, sheet.width());
    const QString how =
        payment.method ? PaperText::tr("Paid, %1").arg(write.method(*payment.method)) : PaperText::tr("Paid");
    Money whole = payment.amount;
    for (const invoices::ReceiptLine &line : receipt.also)
        whole = whole.plus(line.amount).valueOr(whole);
    write.pair(sheet, how, write.amount(whole), Face::Large);
    if (!receipt.also.empty())
        write.pair(sheet, PaperText::tr("Order %1").arg(receipt.orderNumber), write.figure(payment.amount));
    for (const invoices::ReceiptLine &line : receipt.also)
        write.pair(sheet,
                   line.orderNumber.isEmpty() ? PaperText::tr("Kept for your next order")
                   : line.payer.isEmpty()     ? PaperText::tr("Order %1").arg(line.orderNumber)
                                              : PaperText::tr("Order %1, %2").arg(line.orderNumber, line.payer),
                   write.figure(line.amount));
    if (!payment.reference.isEmpty())
        write.pair(sheet, PaperText::tr("Reference"), payment.reference);
    if (payment.waiting)
        sheet.text(PaperText::tr("The transfer has not come in yet."), Face::Small);
    sheet.space(1);
    write.pair(sheet, PaperText::tr("Order comes to"), write.figure(receipt.orderTotal));
    write.pair(sheet, PaperText::tr("Paid so far"), write.figure(receipt.paidSoFar));
    if (receipt.waiting)
        write.pair(sheet, PaperText::tr("On its way"), write.figure(*receipt.waiting));
    write.pair(sheet, PaperText::tr("To pay"), write.figure(receipt.balance), Face::Strong);
    write.terms(sheet, receipt.terms);
}

} // namespace thimblely::ui
