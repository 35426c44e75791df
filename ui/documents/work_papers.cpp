// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measurement_template.h"
#include "ui/documents/paper_text.h"

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int measureColumns = 3;
constexpr double barcodeWidth = 40;

QString kindWords(orders::PieceKind kind)
{
    using orders::PieceKind;
    switch (kind) {
    case PieceKind::Make:
        return PaperText::tr("Make");
    case PieceKind::Alteration:
        return PaperText::tr("Alteration");
    case PieceKind::Redo:
        return PaperText::tr("Redo");
    case PieceKind::ReadyMade:
    case PieceKind::Fabric:
    case PieceKind::Service:
        return {};
    }
    Q_UNREACHABLE();
}

QString measureName(const MeasuredValue &value)
{
    const QString name = nameOfCode(value.code);
    return value.side == thimblely::Side::Both   ? name
           : value.side == thimblely::Side::Left ? PaperText::tr("%1, left").arg(name)
                                                 : PaperText::tr("%1, right").arg(name);
}

//! In columns, name and value: read at arm's length with the shears in hand.
void writeMeasures(Sheet &sheet, const Paper &paper, const PaperText &write, const orders::WorkMeasures &measures)
{
    const Date taken = paper.calendar.dayOf(measures.takenAt);
    const QString in = paper.inches ? PaperText::tr("inches") : PaperText::tr("cm");
    sheet.space(1);
    sheet.text(measures.frozen ? PaperText::tr("Measures of %1 in %2, as it was cut").arg(write.day(taken), in)
                               : PaperText::tr("Measures of %1 in %2").arg(write.day(taken), in),
               Face::Small, Side::Leading, Role::Muted);
    const auto unit = paper.inches ? LengthUnit::Inch : LengthUnit::Centimetre;
    const double width = sheet.width() / measureColumns;
    for (size_t i = 0; i < measures.values.size(); i += measureColumns) {
        std::vector<Cell> cells;
        for (size_t j = i; j < std::min(i + measureColumns, measures.values.size()); ++j) {
            const MeasuredValue &value = measures.values[j];
            const double at = double(j - i) * width;
            cells.push_back({at, width * 0.62, measureName(value)});
            cells.push_back({at + width * 0.62, width * 0.28,
                             shownAmongLengths(value, unit, paper.locale.decimalPoint()), Face::Strong,
                             Side::Trailing});
        }
        sheet.row(cells);
    }
    if (!measures.posture.isEmpty())
        sheet.text(PaperText::tr("Posture: %1").arg(measures.posture), Face::Small);
}

//! What is known of its cloth, a line each.
QStringList clothOf(const invoices::WorkPiece &piece, const QLocale &locale)
{
    QStringList lines;
    if (!piece.cloth.isEmpty())
        lines.append(PaperText::tr("Own cloth: %1").arg(piece.cloth));
    if (piece.shopCloth)
        lines.append(PaperText::tr("Shop cloth: %1 m").arg(locale.toString(double(piece.shopCloth->milli()) / 1000.0)));
    if (!piece.condition.isEmpty())
        lines.append(PaperText::tr("Noted: %1").arg(piece.condition.join(QStringLiteral(", "))));
    return lines;
}

void writeWorkPiece(Sheet &sheet, const Paper &paper, const PaperText &write, const invoices::WorkPiece &piece)
{
    sheet.need(28);
    sheet.line();
    sheet.space(1);
    const QString name = piece.colour.isEmpty() ? piece.name : piece.name + QStringLiteral(", ") + piece.colour;
    sheet.row({{0, sheet.width() * 0.2, piece.tag, Face::Large},
               {sheet.width() * 0.2, sheet.width() * 0.55, name, Face::Large},
               {sheet.width() * 0.75, sheet.width() * 0.25, kindWords(piece.kind), Face::Strong, Side::Trailing}});
    if (!piece.wearer.isEmpty())
        sheet.text(PaperText::tr("for %1").arg(piece.wearer));
    for (const QString &task : piece.tasks)
        sheet.text(QStringLiteral("\u2610  ") + task, Face::Strong);
    if (!piece.description.isEmpty())
        sheet.text(piece.description);
    const QStringList cloth = clothOf(piece, paper.locale);
    for (const QString &line : cloth)
        sheet.text(line);
    for (const QString &choice : piece.style)
        sheet.text(choice);
    if (!piece.pattern.isEmpty())
        sheet.text(PaperText::tr("Pattern %1").arg(piece.pattern), Face::Strong);
    if (!piece.answer.isEmpty())
        sheet.text(PaperText::tr("Asked: %1 Answer: %2").arg(piece.question, piece.answer), Face::Strong);
    else if (!piece.question.isEmpty())
        sheet.text(PaperText::tr("Waits for the answer: %1").arg(piece.question), Face::Strong);
    for (const orders::PieceNote &note : piece.notes)
        sheet.text(PaperText::tr("%1: %2").arg(write.day(paper.calendar.dayOf(note.at)), note.text));
    if (piece.measures)
        writeMeasures(sheet, paper, write, *piece.measures);
    sheet.space(2);
}

void writeUncollected(Sheet &sheet, const Paper &paper, const PaperText &write, const invoices::UncollectedPiece &piece)
{
    const double width = sheet.width();
    sheet.need(16);
    sheet.row({{0, 24, piece.tag, Face::Strong},
               {26, width * 0.42, piece.name},
               {26 + width * 0.43, width * 0.22, piece.readySince ? write.day(*piece.readySince) : QString()},
               {width - 30, 30, piece.total ? write.figure(*piece.total) : QString(), Face::Body, Side::Trailing}});
    for (const orders::Attempt &attempt : piece.attempts)
        sheet.row(
            {{26, width - 26, PaperText::tr("%1: %2").arg(write.day(paper.calendar.dayOf(attempt.at)), attempt.text),
              Face::Small, Side::Leading, Role::Muted}});
    sheet.line();
}

} // namespace

void writeWorkOrder(Sheet &sheet, const Paper &paper, const invoices::WorkOrder &work)
{
    const PaperText write(paper);
    sheet.setFoot([&work, &write](Sheet &page) {
        page.rowAt(page.pageHeight() - 12,
                   {{0, page.width() * 0.6, PaperText::tr("Order %1, %2").arg(work.orderNumber, work.clientName),
                     Face::Small, Side::Leading, Role::Muted},
                    {page.width() * 0.6, page.width() * 0.4, write.promise(work.promisedDate, work.promisedTime),
                     Face::Small, Side::Trailing, Role::Muted}});
    });
    sheet.row({{0, sheet.width() * 0.5, PaperText::tr("Work order"), Face::Small, Side::Leading, Role::Muted},
               {sheet.width() * 0.5, sheet.width() * 0.5, work.shop.name, Face::Small, Side::Trailing, Role::Muted}});
    sheet.row({{0, sheet.width() * 0.5, work.orderNumber, Face::Title},
               {sheet.width() * 0.4, sheet.width() * 0.6, work.clientName, Face::Large, Side::Trailing}});
    sheet.row({{0, sheet.width() * 0.7, write.promise(work.promisedDate, work.promisedTime), Face::Large},
               {sheet.width() * 0.7, sheet.width() * 0.3, work.rush ? PaperText::tr("Rush").toUpper() : QString(),
                Face::Large, Side::Trailing}});
    if (work.eventDate)
        sheet.text(PaperText::tr("Worn on %1").arg(write.day(*work.eventDate)));
    if (const auto code = code128(work.barcode); code && sheet.width() > barcodeWidth)
        sheet.barcode(*code, 9);
    if (!work.notes.isEmpty())
        sheet.text(work.notes, Face::Strong);
    sheet.space(2);
    for (const invoices::WorkPiece &piece : work.pieces)
        writeWorkPiece(sheet, paper, write, piece);
    if (work.pieces.empty())
        sheet.text(PaperText::tr("No piece of it is here."));
    sheet.finish();
}

void writeNotice(Sheet &sheet, const Paper &paper, const invoices::UncollectedNotice &notice)
{
    const PaperText write(paper);
    write.sheetHead(sheet, notice.shop, PaperText::tr("Please fetch what is ready"), write.day(notice.asOf));
    sheet.row({{0, 120, notice.client.name, Face::Large}});
    sheet.row({{0, 120, PaperText::facts(notice.client)}});
    sheet.space(8);
    sheet.text(PaperText::tr("Order %1, taken %2. These pieces are finished and hang in our shop:")
                   .arg(notice.orderNumber, write.day(notice.orderDate)));
    sheet.space(4);
    sheet.row({{0, 24, PaperText::tr("Piece"), Face::Small, Side::Leading, Role::Muted},
               {26 + sheet.width() * 0.43, sheet.width() * 0.22, PaperText::tr("Ready since"), Face::Small,
                Side::Leading, Role::Muted},
               {sheet.width() - 30, 30, PaperText::tr("Price"), Face::Small, Side::Trailing, Role::Muted}});
    sheet.line();
    for (const invoices::UncollectedPiece &piece : notice.pieces)
        writeUncollected(sheet, paper, write, piece);
    if (notice.balance) {
        sheet.space(2);
        if (notice.total && notice.paid && !notice.paid->isZero()) { // of the whole order, which may have other pieces
            write.pair(sheet, PaperText::tr("Order comes to"), write.amount(*notice.total));
            write.pair(sheet, PaperText::tr("Paid so far"), write.amount(*notice.paid));
        }
        for (const orders::PayerShare &payer : notice.payers) {
            const bool over = !payer.overpaid().isZero();
            write.pair(sheet,
                       over ? PaperText::tr("%1 paid too much").arg(payer.name)
                            : PaperText::tr("%1 pays").arg(payer.name),
                       write.amount(over ? payer.overpaid() : payer.toPay()));
        }
        write.pair(sheet, PaperText::tr("To pay"), write.amount(*notice.balance), Face::Large);
        if (notice.payers.empty() && notice.overpaid && !notice.overpaid->isZero())
            write.pair(sheet, PaperText::tr("Paid too much"), write.amount(*notice.overpaid));
    }
    sheet.space(6);
    sheet.text(PaperText::tr("Please fetch them, or tell us how you wish to have them. We are glad to help."));
    write.terms(sheet, notice.terms);
    sheet.space(16);
    sheet.row({{0, sheet.width() * 0.45, PaperText::tr("Handed over or sent on, signature"), Face::Small, Side::Leading,
                Role::Muted}});
    sheet.finish();
}

} // namespace thimblely::ui
