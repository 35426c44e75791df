// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_text.h"

#include <algorithm>

namespace thimblely::ui {

namespace {

//! The beginning of a day's name by which no other day is meant: "M", "Tu", "Th". "T" alone would be two days.
QString lettersOf(const QLocale &locale, int weekday)
{
    const QString name = locale.dayName(weekday, QLocale::LongFormat);
    qsizetype letters = 1;
    for (int other = 1; other <= 7; ++other) {
        const QString day = locale.dayName(other, QLocale::LongFormat);
        while (other != weekday && letters < name.size() && day.startsWith(name.first(letters), Qt::CaseInsensitive))
            ++letters;
    }
    return name.first(letters);
}

//! The band with the day's name, beneath it its letters and the hour, or without one the day of the month.
void writeDay(Sheet &sheet, const Paper &paper, Date day, const std::optional<QTime> &time)
{
    const QString name = paper.locale.toString(day.toQDate(), QStringLiteral("dddd d"));
    sheet.band(name.toUpper(), Face::Title);
    Cell letters{0, sheet.width() * 0.42, lettersOf(paper.locale, day.toQDate().dayOfWeek()), Face::Number};
    Cell end{sheet.width() * 0.45, sheet.width() * 0.55,
             time ? paper.locale.toString(*time, QLocale::ShortFormat) : paper.locale.toString(day.toQDate().day()),
             time ? Face::Name : Face::Number, Side::Trailing};
    letters.fits = end.fits = true;
    sheet.row({letters, end});
}

//! Who wears it, where it is not the client's own.
QString wearerOf(const invoices::ClaimCheck &claim, const invoices::ClaimPiece &piece)
{
    return piece.wearer.isEmpty() ? claim.clientName : piece.wearer;
}

//! Of a party each wearer's together, under the name.
void writePieces(Sheet &sheet, const PaperText &write, const invoices::ClaimCheck &claim)
{
    QStringList wearers;
    for (const invoices::ClaimPiece &piece : claim.pieces) {
        if (const QString wearer = wearerOf(claim, piece); !wearers.contains(wearer))
            wearers.append(wearer);
    }
    const bool named = wearers.size() > 1 || (!wearers.isEmpty() && wearers.front() != claim.clientName);
    for (const QString &wearer : std::as_const(wearers)) {
        if (named) {
            sheet.space(1);
            sheet.text(wearer, Face::Strong);
        }
        for (const invoices::ClaimPiece &piece : claim.pieces) {
            if (wearerOf(claim, piece) != wearer)
                continue;
            const QString words =
                piece.colour.isEmpty() ? piece.name : piece.name + QStringLiteral(", ") + piece.colour;
            write.pair(sheet, words, piece.tag, named ? Face::Body : Face::Strong);
        }
    }
}

} // namespace

void writeAgain(Sheet &sheet)
{
    sheet.text(PaperText::tr("Printed again"), Face::Strong, Side::Centre);
    sheet.space(1);
}

//! The days of the week are told apart from afar by a band with their name and its first letters.
void writeRackSlip(Sheet &sheet, const Paper &paper, const invoices::ClaimCheck &claim)
{
    const PaperText write(paper);
    if (claim.promisedDate)
        writeDay(sheet, paper, *claim.promisedDate, claim.promisedTime);
    if (claim.rush)
        sheet.band(PaperText::tr("Rush").toUpper(), Face::Title);
    sheet.row({{0, sheet.width(), claim.orderNumber, Face::Number, Side::Centre, Role::Text, true}});
    sheet.text(claim.clientName, Face::Name, Side::Centre);
    if (const auto code = code128(claim.barcode))
        sheet.barcode(*code, 11);
    sheet.space(1);
    const int pieces = int(claim.pieces.size());
    sheet.text(pieces == 1 ? PaperText::tr("1 piece") : PaperText::tr("%n pieces", nullptr, pieces), Face::Large,
               Side::Centre);
    writePieces(sheet, write, claim);
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
