// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/garments.h"
#include "ui/documents/paper_text.h"

namespace thimblely::ui {

namespace {

//! The columns, in parts of the width.
struct Columns {
    explicit Columns(double width) : m_width(width) {}
    Cell cell(double from, double width, const QString &text, Face face = Face::Body, Side side = Side::Leading,
              Role role = Role::Text) const
    {
        return {m_width * from, m_width * width, text, face, side, role};
    }
    Cell head(double from, double width, const QString &text, Side side = Side::Leading) const
    {
        return cell(from, width, text, Face::Small, side, Role::Muted);
    }

private:
    double m_width;
};

void writeHead(Sheet &sheet)
{
    const Columns columns(sheet.width());
    sheet.row({columns.head(0, 0.12, PaperText::tr("Received")), columns.head(0.13, 0.12, PaperText::tr("Ready since")),
               columns.head(0.26, 0.30, PaperText::tr("Piece")), columns.head(0.57, 0.22, PaperText::tr("Owner")),
               columns.head(0.80, 0.08, PaperText::tr("Place")),
               columns.head(0.88, 0.12, PaperText::tr("Price"), Side::Trailing)});
    sheet.line();
}

void writeLine(Sheet &sheet, const PaperText &write, const invoices::UncollectedLine &line)
{
    const Columns columns(sheet.width());
    const QString owner = line.phone.isEmpty() ? line.owner : line.owner + u'\n' + line.phone;
    sheet.row(
        {columns.cell(0, 0.12, write.day(line.received)),
         columns.cell(0.13, 0.12, line.readySince ? write.day(*line.readySince) : QString()),
         columns.cell(0.26, 0.30, line.tag + u' ' + line.name), columns.cell(0.57, 0.22, owner),
         columns.cell(0.80, 0.08, line.rack),
         columns.cell(0.88, 0.12, line.total ? write.figure(*line.total) : QString(), Face::Body, Side::Trailing)});
    sheet.line();
}

} // namespace

void writeUncollectedList(Sheet &sheet, const Paper &paper, const invoices::UncollectedList &list)
{
    const PaperText write(paper);
    write.sheetHead(sheet, list.shop, PaperText::tr("Ready and not fetched"), write.day(list.asOf));
    const QString pieces = pieceCount(int(list.lines.size()));
    //: %1: "2 pieces"
    sheet.text(list.overDays > 0 ? PaperText::tr("%1 ready for more than %2 days.").arg(pieces).arg(list.overDays)
                                 : PaperText::tr("%1 ready.").arg(pieces));
    sheet.space(4);
    sheet.setPageHead(writeHead);
    writeHead(sheet);
    for (const invoices::UncollectedLine &line : list.lines)
        writeLine(sheet, write, line);
    sheet.setPageHead({});
    if (list.sum)
        write.pair(sheet, PaperText::tr("Together"), write.amount(*list.sum), Face::Large);
    sheet.space(16);
    sheet.row(
        {{0, sheet.width() * 0.45, PaperText::tr("Date and signature"), Face::Small, Side::Leading, Role::Muted}});
    sheet.finish();
}

} // namespace thimblely::ui
