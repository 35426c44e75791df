// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_text.h"

namespace thimblely::ui {

void writeAgain(Sheet &sheet)
{
    sheet.text(PaperText::tr("Printed again"), Face::Strong, Side::Centre);
    sheet.space(1);
}

//! The days of the week are told apart from afar by a band with their name and its first letter.
void writeRackSlip(Sheet &sheet, const Paper &paper, const invoices::ClaimCheck &claim)
{
    const PaperText write(paper);
    if (claim.promisedDate) {
        const QString day = paper.locale.toString(claim.promisedDate->toQDate(), QStringLiteral("dddd d"));
        sheet.band(day.toUpper(), Face::Title);
        sheet.row({{0, sheet.width() * 0.3, day.first(1).toUpper(), Face::Number},
                   {sheet.width() * 0.3, sheet.width() * 0.7,
                    claim.promisedTime ? paper.locale.toString(*claim.promisedTime, QLocale::ShortFormat) : QString(),
                    Face::Name, Side::Trailing}});
    }
    if (claim.rush)
        sheet.band(PaperText::tr("Rush").toUpper(), Face::Title);
    sheet.text(claim.orderNumber, Face::Number, Side::Centre);
    sheet.text(claim.clientName, Face::Name, Side::Centre);
    if (const auto code = code128(claim.barcode))
        sheet.barcode(*code, 11);
    sheet.space(1);
    const int pieces = int(claim.pieces.size());
    sheet.text(pieces == 1 ? PaperText::tr("1 piece") : PaperText::tr("%n pieces", nullptr, pieces), Face::Large,
               Side::Centre);
    for (const invoices::ClaimPiece &piece : claim.pieces) {
        const QString words = piece.colour.isEmpty() ? piece.name : piece.name + QStringLiteral(", ") + piece.colour;
        write.pair(sheet, words, piece.tag, Face::Strong);
    }
}

void writeTestSlip(Sheet &sheet, const Paper &paper, const TestSlip &test)
{
    const PaperText write(paper);
    write.slipHead(sheet, test.shop);
    sheet.text(test.printer, Face::Strong, Side::Centre);
    sheet.text(PaperText::tr("%1 mm: both ends of the dashed line must be there.").arg(paper.rollWidth), Face::Small,
               Side::Centre);
    sheet.stitch(0, sheet.width());
    sheet.text(QStringLiteral("Àé ñ ß ł ş ọ ẹ  عباءة  कुर्ता  ½ ¼ ⅛"), Face::Large, Side::Centre);
    sheet.text(write.amount(Money(12'345'678, test.currency)), Face::Sum, Side::Centre);
    sheet.space(2);
    if (const auto code = code128(QString::fromLatin1(testCode)))
        sheet.barcode(*code, 11);
    sheet.text(QString::fromLatin1(testCode), Face::Small, Side::Centre, Role::Muted);
}

} // namespace thimblely::ui
