// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_text.h"

namespace thimblely::ui {

namespace {

QString kindWords(finance::WageKind kind)
{
    switch (kind) {
    case finance::WageKind::Earned:
        return PaperText::tr("Earned");
    case finance::WageKind::Advanced:
        return PaperText::tr("Advance");
    case finance::WageKind::Paid:
        return PaperText::tr("Paid");
    }
    Q_UNREACHABLE();
}

void writeLine(Sheet &sheet, const PaperText &write, const finance::WageLine &line)
{
    const double width = sheet.width();
    const QString what = line.note.isEmpty() ? kindWords(line.kind) : kindWords(line.kind) + u'\n' + line.note;
    sheet.row({{0, width * 0.2, write.day(line.date)},
               {width * 0.22, width * 0.53, what},
               {width * 0.76, width * 0.24, write.figure(line.amount), Face::Body, Side::Trailing}});
    sheet.line();
}

//! Where it is signed by who was paid.
void writeSignature(Sheet &sheet, const QString &name)
{
    sheet.need(30);
    sheet.space(18);
    sheet.line();
    sheet.text(PaperText::tr("Seen and received: %1, day and signature").arg(name), Face::Small, Side::Leading,
               Role::Muted);
}

} // namespace

void writeWageSlip(Sheet &sheet, const Paper &paper, const WageSlip &slip)
{
    const PaperText write(paper);
    write.sheetHead(sheet, slip.shop, PaperText::tr("Wages"), slip.month);
    sheet.text(slip.name, Face::Large);
    sheet.text(PaperText::tr("printed %1").arg(write.day(slip.printed)), Face::Small, Side::Leading, Role::Muted);
    sheet.space(4);
    if (!slip.sheet.before.isZero())
        write.pair(sheet, PaperText::tr("Owed from before"), write.figure(slip.sheet.before));
    for (const finance::WageLine &line : slip.sheet.lines)
        writeLine(sheet, write, line);
    if (slip.sheet.lines.empty())
        sheet.text(PaperText::tr("Nothing was earned or paid."));
    sheet.space(2);
    write.pair(sheet, PaperText::tr("Earned"), write.figure(slip.sheet.earned));
    write.pair(sheet, PaperText::tr("Advanced"), write.figure(slip.sheet.advanced));
    write.pair(sheet, PaperText::tr("Paid"), write.figure(slip.sheet.paid));
    sheet.stitch(0, sheet.width());
    const bool over = slip.sheet.owed.isNegative();
    write.pair(sheet, over ? PaperText::tr("Advanced beyond what was earned") : PaperText::tr("Still to be paid"),
               write.amount(over ? slip.sheet.owed.negated().valueOr(slip.sheet.owed) : slip.sheet.owed), Face::Large);
    writeSignature(sheet, slip.name);
    sheet.finish();
}

} // namespace thimblely::ui
