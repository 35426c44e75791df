// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_text.h"

namespace thimblely::ui {

namespace {

using finance::DayPage;

QString partName(const PaperText &write, const finance::TurnoverPart &part)
{
    using What = finance::TurnoverPart::What;
    switch (part.what) {
    case What::Way:
        return write.method(*part.method);
    case What::GivenBack:
        return PaperText::tr("  given back");
    case What::KeptAsCredit:
        return PaperText::tr("Kept as credit");
    case What::CreditPaidBack:
        return PaperText::tr("Credit paid back");
    }
    Q_UNREACHABLE();
}

void writeMethods(Sheet &sheet, const PaperText &write, const DayPage &page)
{
    for (const finance::TurnoverPart &part : finance::turnoverParts(page.sums, finance::GivenBack::Apart))
        write.pair(sheet, partName(write, part), write.figure(part.amount));
    sheet.stitch(0, sheet.width());
    write.pair(sheet, PaperText::tr("Taken for orders"), write.amount(page.sums.turnover), Face::Large);
    if (!page.sums.waiting.isZero())
        write.pair(sheet,
                   page.sums.waitingWasTaken ? PaperText::tr("of it not come in yet")
                                             : PaperText::tr("Waited for, not in it"),
                   write.figure(page.sums.waiting));
    write.pair(sheet, PaperText::tr("Receipts"), QString::number(page.sums.sales));
    if (page.sums.refunds > 0)
        write.pair(sheet, PaperText::tr("Given back, receipts"), QString::number(page.sums.refunds));
    for (const finance::ReceiptRun &run : page.sums.receipts)
        sheet.text(run.first == run.last ? run.first : PaperText::tr("%1 to %2").arg(run.first, run.last), Face::Small);
}

void writeTaxes(Sheet &sheet, const PaperText &write, const DayPage &page)
{
    if (page.sums.taxes.empty())
        return;
    sheet.line();
    for (const finance::TaxPart &part : page.sums.taxes) {
        const QString name =
            part.name.isEmpty() ? PaperText::tr("Untaxed") : part.name + u' ' + write.percent(part.rate);
        write.pair(sheet, name, write.figure(part.tax));
        write.pair(sheet, PaperText::tr("  on"), write.figure(part.net), Face::Small);
    }
}

void writeDrawer(Sheet &sheet, const PaperText &write, const DayPage &page)
{
    sheet.line();
    sheet.text(PaperText::tr("Drawer"), Face::Strong);
    write.pair(sheet, PaperText::tr("Float"), write.figure(page.opening));
    write.pair(sheet, PaperText::tr("Paid in"), write.figure(page.sums.paidIn));
    write.pair(sheet, PaperText::tr("Paid out"), write.figure(page.sums.paidOut));
    write.pair(sheet, PaperText::tr("Should be there"), write.figure(page.count.expected));
    write.pair(sheet, PaperText::tr("Counted"), write.figure(page.count.counted));
    write.pair(sheet, PaperText::tr("Difference"), write.figure(page.count.difference), Face::Strong);
    if (page.count.cardDifference) {
        write.pair(sheet, PaperText::tr("Card terminal"), write.figure(*page.count.cardTotal));
        write.pair(sheet, PaperText::tr("Card, difference"), write.figure(*page.count.cardDifference));
    }
    if (!page.reason.isEmpty())
        sheet.text(page.reason, Face::Small);
    write.pair(sheet, PaperText::tr("Left in the drawer"), write.figure(page.kept));
    write.pair(sheet, PaperText::tr("To the bank"), write.figure(page.bankDrop));
    for (auto piece = page.pieces.rbegin(); piece != page.pieces.rend(); ++piece) {
        const Money value(piece->first, page.kept.currency());
        sheet.text(PaperText::tr("%1 × %2").arg(piece->second).arg(write.figure(value)), Face::Small, Side::Leading,
                   Role::Muted);
    }
}

} // namespace

void writeDayPage(Sheet &sheet, const Paper &paper, const DayPagePaper &day)
{
    const PaperText write(paper);
    const DayPage &page = day.page;
    write.slipHead(sheet, day.shop);
    sheet.text(day.shop.taxId, Face::Small, Side::Centre, Role::Muted);
    sheet.text(PaperText::tr("Day page (Z) %1").arg(page.number), Face::Large, Side::Centre);
    if (page.ofAnotherDevice)
        sheet.text(PaperText::tr("till on another computer"), Face::Small, Side::Centre, Role::Muted);
    if (page.openedAt)
        sheet.text(PaperText::tr("opened %1").arg(write.moment(*page.openedAt)), Face::Small, Side::Centre,
                   Role::Muted);
    sheet.text(PaperText::tr("closed %1").arg(write.moment(page.closedAt)), Face::Small, Side::Centre, Role::Muted);
    sheet.text(page.closedBy, Face::Small, Side::Centre, Role::Muted);
    sheet.space(2);
    writeMethods(sheet, write, page);
    writeTaxes(sheet, write, page);
    if (!page.sums.creditUsed.isZero())
        write.pair(sheet, PaperText::tr("Credit used"), write.figure(page.sums.creditUsed));
    writeDrawer(sheet, write, page);
    sheet.line();
    write.pair(sheet, PaperText::tr("All days so far"), write.amount(page.perpetual), Face::Strong);
    // What this page is known again by; `thimblectl verify` finds a row that was changed since.
    sheet.text(QString::fromLatin1(page.hash), Face::Small, Side::Centre, Role::Muted);
}

} // namespace thimblely::ui
