// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/barcode.h"
#include "ui/documents/paper_text.h"

namespace thimblely::ui {

namespace {

constexpr double codeSize = 36; // mm; a telephone reads it from the table

} // namespace

void writeInvitationSlip(Sheet &sheet, const Paper &paper, const InvitationSlip &invitation)
{
    const PaperText write(paper);
    write.sheetHead(sheet, invitation.shop, PaperText::tr("Invitation"),
                    PaperText::tr("until %1").arg(write.day(invitation.until)));
    if (!invitation.whom.isEmpty())
        sheet.row({{0, sheet.width(), PaperText::tr("For %1").arg(invitation.whom), Face::Large}});
    sheet.space(2);
    sheet.text(PaperText::tr("%1 invites you to work here as: %2.").arg(invitation.inviter, invitation.work));
    sheet.space(6);
    sheet.row({{0, sheet.width(), invitation.code, Face::Title}});
    sheet.line();
    sheet.space(4);
    if (const auto code = qrCode(invitation.code))
        sheet.square(*code, codeSize);
    sheet.space(4);
    sheet.text(
        PaperText::tr("At the shop’s computer, choose “I have an invitation” under the faces and type the code, or"
                      " scan it. You choose your name and PIN yourself."));
    sheet.space(2);
    sheet.text(PaperText::tr("It lets one person in, once, whoever has it: give it to nobody else."));
    sheet.finish();
}

} // namespace thimblely::ui
