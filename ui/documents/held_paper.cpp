// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_text.h"

#include <ranges>

namespace thimblely::ui {

namespace {

// Columns on the 180 mm of an A4 page inside its margins.
constexpr double nameWidth = 42;
constexpr double textAt = 46;

void writeFact(Sheet &sheet, const QString &name, const QString &text, Role role = Role::Text)
{
    sheet.row({{0, nameWidth, name, Face::Small, Side::Leading, Role::Muted},
               {textAt, sheet.width() - textAt, text, Face::Body, Side::Leading, role}});
}

auto toldOf(const privacy::HeldRecord &record)
{
    return record.facts | std::views::filter(&privacy::HeldFact::isForPeople);
}

bool isForPeople(const privacy::HeldChange &change)
{
    return change.before.isForPeople;
}

//! A few short words fit into one row.
bool isShort(const privacy::HeldRecord &record)
{
    qsizetype letters = 0;
    for (const privacy::HeldFact &fact : toldOf(record))
        letters += fact.name.size() + fact.text.size() + 4;
    return record.changes.empty() && letters < 110;
}

void writeRecord(Sheet &sheet, const privacy::HeldRecord &record)
{
    if (isShort(record)) {
        QStringList parts;
        for (const privacy::HeldFact &fact : toldOf(record))
            parts.append(PaperText::tr("%1: %2").arg(fact.name, fact.text));
        sheet.text(parts.join(QStringLiteral("  \u00b7  ")));
        return sheet.line();
    }
    sheet.need(24);
    for (const privacy::HeldFact &fact : toldOf(record))
        writeFact(sheet, fact.name, fact.text);
    for (const privacy::HeldChange &change : record.changes | std::views::filter(isForPeople))
        writeFact(sheet, PaperText::tr("%1 before").arg(change.before.name),
                  PaperText::tr("%1 (until %2)").arg(change.before.text, change.when), Role::Muted);
    sheet.space(1);
    sheet.line();
}

} // namespace

void writeHeld(Sheet &sheet, const Paper &paper, const HeldPaper &held)
{
    const PaperText write(paper);
    write.sheetHead(sheet, held.shop, PaperText::tr("What we hold on you"), write.day(held.file.madeOn));
    sheet.row({{0, 120, held.file.client, Face::Title},
               {120, 60, held.file.number, Face::Large, Side::Trailing, Role::Muted}});
    sheet.text(
        PaperText::tr("Everything this shop keeps on you, what it said before included. You may ask for it to be "
                      "put right or erased."),
        Face::Body, Side::Leading, Role::Muted);
    sheet.setFoot([&held](Sheet &page) {
        page.rowAt(page.pageHeight() - 12,
                   {{0, 120, held.file.client, Face::Small, Side::Leading, Role::Muted},
                    {120, 60, PaperText::tr("Page %1").arg(page.page()), Face::Small, Side::Trailing, Role::Muted}});
    });
    for (const privacy::HeldSection &section : held.file.sections) {
        sheet.space(5);
        sheet.need(24); // a heading never stands alone at the foot
        sheet.text(section.title, Face::Large);
        sheet.line();
        for (const privacy::HeldRecord &record : section.records)
            writeRecord(sheet, record);
    }
    if (!held.file.pictures.isEmpty()) {
        sheet.space(5);
        sheet.need(24);
        sheet.text(PaperText::tr("Pictures"), Face::Large);
        sheet.line();
        for (const QString &picture : held.file.pictures)
            sheet.text(picture, Face::Small);
    }
    sheet.finish();
}

} // namespace thimblely::ui
