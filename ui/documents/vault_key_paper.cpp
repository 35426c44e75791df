// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_text.h"

#include <QDir>

namespace thimblely::ui {

namespace {

constexpr qsizetype groupsInARow = 4;

} // namespace

void writeVaultKeySheet(Sheet &sheet, const Paper &paper, const VaultKeySheet &key)
{
    const PaperText write(paper);
    write.sheetHead(sheet, {}, PaperText::tr("Key of the shop’s files"), write.day(key.made));
    sheet.text(QDir::toNativeSeparators(key.shopFile));
    sheet.space(4);
    sheet.text(PaperText::tr("Keep it where money is kept, and not beside the computer. Whoever has it and the computer"
                             " can read everything of the shop."));
    sheet.space(6);
    const QStringList groups = key.key.split(u'-');
    for (qsizetype at = 0; at < groups.size(); at += groupsInARow) {
        sheet.row({{0, sheet.width(), groups.mid(at, groupsInARow).join(QStringLiteral("  –  ")), Face::Title}});
        sheet.line();
    }
    sheet.space(6);
    sheet.text(PaperText::tr("It gives a new passphrase when yours is forgotten: “Passphrase forgotten?” where the"
                             " passphrase is asked for. Digits 0 to 9 and letters a to f; hyphens and case do not"
                             " matter. It is the master key of gocryptfs, which opens the folder without Thimblely"
                             " too."));
    sheet.space(2);
    sheet.text(PaperText::tr("Without the passphrase and without this sheet the files are lost for good; nobody can"
                             " bring them back. Only the sealed backups are left then, opened by their own code."));
    sheet.finish();
}

} // namespace thimblely::ui
