// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_text.h"

namespace thimblely::ui {

namespace {

// Columns on the 180 mm of an A4 page inside its margins.
constexpr double numberAt = 28;
constexpr double textAt = 48;
constexpr double totalAt = 118;
constexpr double balanceAt = 150;
constexpr double amountWidth = 30;
constexpr double newestAt = 112;
constexpr double formerAt = 150;
constexpr double valueWidth = 30;

Cell head(double from, double width, const QString &text, Side side = Side::Leading)
{
    return {from, width, text, Face::Small, side, Role::Muted};
}

void writeStatementColumns(Sheet &sheet, const invoices::Statement &statement)
{
    sheet.row({head(0, 26, PaperText::tr("Date")), head(numberAt, 18, PaperText::tr("Order")),
               head(textAt, totalAt - textAt - 4, PaperText::tr("Work")),
               head(totalAt, amountWidth, PaperText::tr("Amount"), Side::Trailing),
               head(balanceAt, amountWidth, PaperText::tr("To pay, %1").arg(statement.owed.currency().code()),
                    Side::Trailing)});
    sheet.line();
}

void writeMeasureColumns(Sheet &sheet, const MeasureSheet &measures)
{
    sheet.row({head(0, newestAt - 4, PaperText::tr("Measure")),
               head(newestAt, valueWidth, measures.newest, Side::Trailing),
               head(formerAt, valueWidth, measures.former, Side::Trailing)});
    sheet.line();
}

} // namespace

void writeStatement(Sheet &sheet, const Paper &paper, const invoices::Statement &statement)
{
    const PaperText write(paper);
    write.sheetHead(sheet, statement.shop, PaperText::tr("Statement"), write.day(statement.asOf));
    sheet.row({head(0, 90, PaperText::tr("For"))});
    sheet.row({{0, 120, statement.client.name, Face::Large},
               {120, 60, statement.clientNumber, Face::Large, Side::Trailing, Role::Muted}});
    sheet.row({{0, 120, PaperText::facts(statement.client), Face::Body}});
    sheet.space(8);
    sheet.setPageHead([&statement](Sheet &page) { writeStatementColumns(page, statement); });
    writeStatementColumns(sheet, statement);
    for (const invoices::StatementLine &line : statement.lines) {
        sheet.row({{0, 26, write.day(line.orderDate)},
                   {numberAt, 18, line.orderNumber, Face::Strong},
                   {textAt, totalAt - textAt - 4, line.text},
                   {totalAt, amountWidth, write.figure(line.total), Face::Body, Side::Trailing},
                   {balanceAt, amountWidth, line.overpaid ? QString() : write.figure(line.balance), Face::Strong,
                    Side::Trailing}});
        if (line.overpaid)
            sheet.row({{textAt, totalAt - textAt - 4, PaperText::tr("Paid too much"), Face::Small},
                       {balanceAt, amountWidth, write.figure(*line.overpaid), Face::Small, Side::Trailing}});
        sheet.line();
    }
    if (statement.owed.isZero())
        sheet.text(PaperText::tr("Nothing is owed."));
    sheet.setPageHead({});
    sheet.need(30);
    sheet.space(2);
    sheet.stitch(totalAt - 12, sheet.width() - totalAt + 12);
    const auto sum = [&](const QString &name, const Money &amount, Face face, Face figure) {
        sheet.row({{totalAt - 12, 40, name, face},
                   {totalAt + 14, sheet.width() - totalAt - 14, write.amount(amount), figure, Side::Trailing}});
    };
    sum(PaperText::tr("To pay"), statement.owed, Face::Large, Face::Sum);
    if (statement.waiting)
        sum(PaperText::tr("On its way"), *statement.waiting, Face::Body, Face::Strong);
    if (statement.overpaid)
        sum(PaperText::tr("Paid too much"), *statement.overpaid, Face::Body, Face::Strong);
    if (!statement.credit.isZero())
        sum(PaperText::tr("We hold for you"), statement.credit, Face::Body, Face::Strong);
    sheet.finish();
}

void writeMeasureSheet(Sheet &sheet, const Paper &paper, const MeasureSheet &measures)
{
    const PaperText write(paper);
    write.sheetHead(sheet, measures.shop, PaperText::tr("Measurements"), write.day(measures.printed));
    sheet.row({{0, 120, measures.client, Face::Title},
               {120, 60, measures.clientNumber, Face::Large, Side::Trailing, Role::Muted}});
    sheet.text(measures.what, Face::Body, Side::Leading, Role::Muted);
    if (!measures.fitNotes.isEmpty())
        sheet.text(measures.fitNotes, Face::Strong);
    sheet.space(4);
    sheet.setPageHead([&measures](Sheet &page) { writeMeasureColumns(page, measures); });
    writeMeasureColumns(sheet, measures);
    for (const MeasureSheetLine &line : measures.lines) {
        sheet.row({{0, newestAt - 4, line.name},
                   {newestAt, valueWidth, line.newest, Face::Large, Side::Trailing},
                   {formerAt, valueWidth, line.former, Face::Body, Side::Trailing, Role::Muted}});
        sheet.line();
    }
    sheet.setPageHead({});
    sheet.finish();
}

} // namespace thimblely::ui
