// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_text.h"

namespace thimblely::ui {

namespace {

constexpr int columns = 2;
constexpr double columnWidth = 84;

} // namespace

void writeRecoverySheet(Sheet &sheet, const Paper &paper, const RecoverySheet &recovery)
{
    const PaperText write(paper);
    write.sheetHead(sheet, recovery.shop, PaperText::tr("Recovery sheet"), write.day(recovery.made));
    sheet.row({{0, sheet.width(), PaperText::tr("For %1").arg(recovery.owner), Face::Large}});
    sheet.space(4);
    sheet.text(PaperText::tr("Keep it where money is kept, and not beside the computer. Whoever has it can set a new"
                             " password and open the shop."));
    sheet.space(6);
    for (qsizetype i = 0; i < recovery.codes.size(); i += columns) {
        std::vector<Cell> cells;
        for (qsizetype column = 0; column < columns && i + column < recovery.codes.size(); ++column)
            cells.push_back({double(column) * columnWidth, columnWidth - 4, recovery.codes[i + column], Face::Title});
        sheet.row(cells);
        sheet.line();
    }
    sheet.space(6);
    sheet.text(PaperText::tr("Each code is good once: “Password lost?” under the faces, or “thimblectl reset-owner”."
                             " Strike it out when it is used."));
    sheet.space(2);
    sheet.text(
        PaperText::tr("Without the password and without a code nobody can sign in as the owner again, ever. No data is"
                      " lost by that: all of it stays in the shop’s file and in the backups. Colleagues go on"
                      " working, and a backup is opened by its own code."));
    sheet.finish();
}

} // namespace thimblely::ui
