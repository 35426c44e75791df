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

//! What is done to it, a task each line, and as far as it is priced what comes to the price at its head.
void writeTasks(Sheet &sheet, const PaperText &write, const invoices::ClaimPiece &piece)
{
    for (const invoices::ClaimTask &task : piece.tasks) {
        if (!task.price || !piece.total)
            sheet.text(task.words, Face::Small);
    }
    if (const auto parts = invoices::partsOf(piece)) {
        for (const invoices::ClaimCharge &part : *parts)
            write.pair(sheet, part.words, write.figure(*part.amount), Face::Small);
    }
}

//! Who wears it, what is done to it, and what was noted. For the workroom no prices.
void writePiece(Sheet &sheet, const PaperText &write, const invoices::ClaimPiece &piece, bool priced)
{
    if (!piece.wearer.isEmpty())
        sheet.text(PaperText::tr("for %1").arg(piece.wearer), Face::Small);
    if (priced)
        writeTasks(sheet, write, piece);
    for (const invoices::ClaimTask &task : piece.tasks) {
        if (!priced)
            sheet.text(task.words);
    }
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

void writeTax(Sheet &sheet, const PaperText &write, const std::optional<Money> &onTop)
{
    if (onTop)
        write.pair(sheet, PaperText::tr("Tax"), write.figure(*onTop));
}

//! What is asked, or what is too much; less than nothing is no word for a client.
void writeOpen(Sheet &sheet, const PaperText &write, const Money &due)
{
    const bool over = due.isNegative();
    write.pair(sheet, over ? PaperText::tr("Paid too much") : PaperText::tr("To pay"),
               write.figure(over ? due.negated().valueOr(due) : due), Face::Strong);
}

void writePaid(Sheet &sheet, const PaperText &write, const Money &paid, const Money &waiting)
{
    write.pair(sheet, PaperText::tr("Paid"), write.figure(paid));
    if (!waiting.isZero())
        write.pair(sheet, PaperText::tr("On its way"), write.figure(waiting));
}

//! "Suit, piece 1 of 2": which of a set's pieces it is.
QString setWords(const invoices::ClaimPiece &piece)
{
    return PaperText::tr("%1, piece %2 of %3").arg(piece.set).arg(piece.inSet).arg(piece.ofSet);
}

void writePricedPiece(Sheet &sheet, const PaperText &write, const invoices::ClaimPiece &piece)
{
    sheet.line();
    const bool within = piece.inSet > 1 && piece.total && piece.total->isZero(); // the first of the set has the price
    write.pair(sheet, colourOf(piece), piece.total && !within ? write.figure(*piece.total) : QString(), Face::Strong);
    if (!piece.sold.isEmpty())
        sheet.text(piece.sold, Face::Small);
    sheet.text(piece.tag, Face::Small, Side::Leading, Role::Muted);
    if (piece.ofSet > 1)
        sheet.text(within ? PaperText::tr("%1, piece %2 of %3, in the price of the first")
                                .arg(piece.set)
                                .arg(piece.inSet)
                                .arg(piece.ofSet)
                          : setWords(piece),
                   Face::Small);
    writePiece(sheet, write, piece, true);
}

//! One of several who pay: their pieces, what these come to, what of it is paid and what is left.
void writePayer(Sheet &sheet, const PaperText &write, const invoices::ClaimCheck &claim,
                const invoices::ClaimPayer &payer)
{
    sheet.space(1);
    sheet.stitch(0, sheet.width());
    sheet.text(PaperText::tr("%1 pays").arg(payer.share.name.isEmpty() ? claim.clientName : payer.share.name),
               Face::Large);
    for (const invoices::ClaimPiece &piece : claim.pieces) {
        if (piece.payer == payer.share.client)
            writePricedPiece(sheet, write, piece);
    }
    if (!payer.charges.empty())
        sheet.line();
    writeCharges(sheet, write, payer.charges, Face::Strong);
    sheet.line();
    writeTax(sheet, write, payer.taxOnTop);
    write.pair(sheet, PaperText::tr("Comes to"), write.figure(payer.share.share), Face::Strong);
    writePaid(sheet, write, payer.share.paid, payer.share.waiting);
    writeOpen(sheet, write, payer.share.due());
}

//! What all of it comes to. Who paid too much pays for nobody else: both figures stand there.
void writeSums(Sheet &sheet, const PaperText &write, const invoices::ClaimCheck &claim)
{
    sheet.space(1);
    sheet.stitch(0, sheet.width());
    if (!claim.payers.empty())
        sheet.text(PaperText::tr("All together"), Face::Small, Side::Leading, Role::Muted);
    if (claim.isNote) {
        const Money net = claim.sums->total.minus(claim.sums->tax).valueOr(claim.sums->total);
        write.pair(sheet, PaperText::tr("Before tax"), write.figure(net));
        write.pair(sheet, PaperText::tr("Tax"), write.figure(claim.sums->tax));
    } else {
        writeTax(sheet, write, claim.taxOnTop);
    }
    write.pair(sheet, PaperText::tr("Total"), write.amount(claim.sums->total), Face::Large);
    writePaid(sheet, write, claim.sums->paid, claim.sums->waiting);
    const Money toPay = claim.toPay.value_or(claim.sums->due());
    const bool over = claim.overpaid && !claim.overpaid->isZero();
    if (!over || !toPay.isZero())
        write.pair(sheet, PaperText::tr("To pay"), write.figure(toPay), Face::Strong);
    if (over)
        write.pair(sheet, PaperText::tr("Paid too much"), write.figure(*claim.overpaid), Face::Strong);
}

//! What was paid for in one order: its lines come to its total.
void writeOrder(Sheet &sheet, const PaperText &write, const invoices::ReceiptOrder &order)
{
    write.pair(sheet, order.isInvoice ? PaperText::tr("Invoice") : PaperText::tr("Order"), order.number, Face::Strong);
    if (!order.orderOf.isEmpty())
        sheet.text(PaperText::tr("a part of the order of %1").arg(order.orderOf), Face::Small);
    writeCharges(sheet, write, order.lines, Face::Small);
    writeTax(sheet, write, order.taxOnTop);
    write.pair(sheet, order.isInvoice ? PaperText::tr("Invoice comes to") : PaperText::tr("Order comes to"),
               write.figure(order.total));
    write.pair(sheet, PaperText::tr("Paid so far"), write.figure(order.paidSoFar));
    if (order.waiting)
        write.pair(sheet, PaperText::tr("On its way"), write.figure(*order.waiting));
    writeOpen(sheet, write, order.balance);
    sheet.line();
}

//! Whom the client dealt with, where the shop asks for it.
void writeSeller(Sheet &sheet, const QString &name)
{
    if (!name.isEmpty())
        sheet.text(PaperText::tr("Served by %1").arg(name), Face::Small, Side::Centre, Role::Muted);
}

//! Who took the money, where that is another than who sold.
void writeCashier(Sheet &sheet, const invoices::ReceiptDocument &receipt)
{
    if (!receipt.takenBy.isEmpty() && receipt.takenBy != receipt.soldBy)
        sheet.text(PaperText::tr("Cashier: %1").arg(receipt.takenBy), Face::Small, Side::Centre, Role::Muted);
}

//! How much and how, why, and which payment it takes back.
void writeGivenBack(Sheet &sheet, const PaperText &write, const invoices::ReceiptDocument &receipt)
{
    const finance::Payment &payment = receipt.payment;
    const QString how = payment.method ? PaperText::tr("Given back, %1").arg(write.method(*payment.method))
                                       : PaperText::tr("Given back");
    write.pair(sheet, how, write.amount(payment.amount.negated().valueOr(payment.amount)), Face::Large);
    if (receipt.orders.empty())
        sheet.text(PaperText::tr("Of what was kept for you"));
    if (!payment.reason.isEmpty())
        sheet.text(PaperText::tr("Why: %1").arg(payment.reason));
    if (!receipt.takesBack.isEmpty() && receipt.takesBackOf)
        sheet.text(
            PaperText::tr("Takes back receipt %1 of %2").arg(receipt.takesBack, write.day(*receipt.takesBackOf)));
    write.terms(sheet, receipt.terms);
}

//! "Transfer announced, not received": what the paper is until the money is there.
QString announcedWords(const PaperText &write, const invoices::ReceiptDocument &receipt)
{
    const auto &method = receipt.payment.method;
    return method ? PaperText::tr("%1 announced, not received").arg(write.method(*method))
                  : PaperText::tr("Announced, not received");
}

QString paidWords(const PaperText &write, const invoices::ReceiptDocument &receipt)
{
    if (receipt.isAnnounced()) // how stands above
        return PaperText::tr("Announced");
    return receipt.payment.method ? PaperText::tr("Paid, %1").arg(write.method(*receipt.payment.method))
                                  : PaperText::tr("Paid");
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
    if (claim.isNote) // a paper of its own in law, though it also fetches the pieces
        sheet.text(PaperText::tr("Note"), Face::Title, Side::Centre);
    sheet.text(PaperText::tr("Claim check"), Face::Small, Side::Centre, Role::Muted);
    sheet.text(claim.orderNumber, Face::Title, Side::Centre);
    barcodeOf(sheet, claim.barcode, 11);
    if (!claim.paperTicketNumber.isEmpty())
        sheet.text(PaperText::tr("Ticket %1").arg(claim.paperTicketNumber), Face::Small, Side::Centre, Role::Muted);
    sheet.space(1);
    sheet.text(claim.clientName, Face::Strong);
    sheet.text(claim.clientPhone);
    if (!claim.orderOf.isEmpty())
        sheet.text(PaperText::tr("a part of the order of %1").arg(claim.orderOf), Face::Small);
    if (claim.promisedDate) {
        sheet.space(1);
        sheet.text(PaperText::tr("Ready by"), Face::Small, Side::Leading, Role::Muted);
        sheet.text(write.promise(claim.promisedDate, claim.promisedTime), Face::Large);
    }
    if (claim.rush)
        sheet.text(PaperText::tr("Rush"), Face::Strong);
    writeFittings(sheet, write, claim);
    sheet.space(1);
    for (const invoices::ClaimPayer &payer : claim.payers)
        writePayer(sheet, write, claim, payer);
    if (claim.payers.empty()) {
        for (const invoices::ClaimPiece &piece : claim.pieces)
            writePricedPiece(sheet, write, piece);
        if (!claim.charges.empty())
            sheet.line();
        writeCharges(sheet, write, claim.charges, Face::Strong);
    }
    if (claim.sums)
        writeSums(sheet, write, claim);
    write.terms(sheet, claim.terms);
    sheet.space(1);
    sheet.text(write.moment(claim.bookedAt), Face::Small, Side::Centre, Role::Muted);
    writeSeller(sheet, claim.soldBy);
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
        writeTax(sheet, write, order.taxOnTop);
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
        if (piece.isGoods) // it goes home, and hangs nowhere
            continue;
        if (!std::exchange(first, false)) {
            sheet.space(3);
            sheet.stitch(0, sheet.width());
            sheet.space(3);
        }
        sheet.text(piece.tag, Face::Title, Side::Centre);
        barcodeOf(sheet, piece.barcode, 9);
        write.pair(sheet, claim.clientName, claim.rush ? PaperText::tr("Rush") : QString(), Face::Strong);
        sheet.text(colourOf(piece), Face::Strong);
        if (piece.ofSet > 1)
            sheet.text(setWords(piece), Face::Strong);
        writePiece(sheet, write, piece, false);
        sheet.text(write.promise(claim.promisedDate, claim.promisedTime), Face::Large);
    }
}

//! Where a part of the money went.
static QString partWords(const invoices::ReceiptOrder &order)
{
    if (order.isInvoice)
        return PaperText::tr("Invoice %1").arg(order.number);
    return order.payer.isEmpty() ? PaperText::tr("Order %1").arg(order.number)
                                 : PaperText::tr("Order %1, %2").arg(order.number, order.payer);
}

void writeReceipt(Sheet &sheet, const Paper &paper, const invoices::ReceiptDocument &receipt)
{
    const PaperText write(paper);
    write.slipHead(sheet, receipt.shop);
    const bool back = receipt.payment.amount.isNegative();
    if (receipt.isAnnounced())
        sheet.text(announcedWords(write, receipt), Face::Large, Side::Centre);
    else
        sheet.text(back ? PaperText::tr("Money given back") : PaperText::tr("Receipt"), Face::Small, Side::Centre,
                   Role::Muted);
    sheet.text(receipt.receiptNumber, receipt.isAnnounced() ? Face::Strong : Face::Large, Side::Centre);
    sheet.text(write.moment(receipt.takenAt), Face::Small, Side::Centre, Role::Muted);
    writeSeller(sheet, receipt.soldBy);
    writeCashier(sheet, receipt);
    sheet.space(2);
    sheet.text(receipt.clientName, Face::Strong);
    for (const invoices::ReceiptOrder &order : receipt.orders)
        writeOrder(sheet, write, order);
    const finance::Payment &payment = receipt.payment;
    if (payment.tendered) {
        write.pair(sheet, PaperText::tr("Given"), write.figure(*payment.tendered));
        if (payment.change)
            write.pair(sheet, PaperText::tr("Change"), write.figure(*payment.change));
    }
    sheet.stitch(0, sheet.width());
    if (back)
        return writeGivenBack(sheet, write, receipt);
    write.pair(sheet, paidWords(write, receipt), write.amount(receipt.whole().valueOr(payment.amount)), Face::Large);
    if (receipt.orders.size() > 1 || receipt.kept) {
        for (const invoices::ReceiptOrder &order : receipt.orders)
            write.pair(sheet, partWords(order), write.figure(order.put));
    }
    if (receipt.kept)
        write.pair(sheet, PaperText::tr("Kept for your next order"), write.figure(*receipt.kept));
    if (!payment.reference.isEmpty())
        write.pair(sheet, PaperText::tr("Reference"), payment.reference);
    if (receipt.isAnnounced())
        sheet.text(PaperText::tr("This is no receipt: the money has not come in yet."));
    write.terms(sheet, receipt.terms);
}

} // namespace thimblely::ui
