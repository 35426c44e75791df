// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_text.h"

#include <algorithm>
#include <utility>

namespace thimblely::ui {

namespace {

//! Narrower where the paper is: 20 digits are 145 modules, and 10 on either side stay white.
constexpr double widestModule = 0.33;
constexpr double modulesOfLongest = 200;

void writeLabel(Sheet &sheet, const StockLabel &label)
{
    sheet.text(label.name, Face::Title, Side::Centre);
    if (!label.remarks.isEmpty())
        sheet.text(label.remarks, Face::Body, Side::Centre);
    if (const auto code = code128(label.code))
        sheet.barcode(*code, 12, std::min(widestModule, sheet.width() / modulesOfLongest));
    sheet.text(label.number.isEmpty() ? label.code : label.number, label.number.isEmpty() ? Face::Small : Face::Large,
               Side::Centre);
}

QString quantityOf(const Paper &paper, Quantity quantity, const QString &unit)
{
    return PaperText::tr("%1 %2").arg(quantity.toText(paper.locale), unit);
}

void writePurchase(Sheet &sheet, const Paper &paper, const inventory::Purchase &line)
{
    const double width = sheet.width();
    QStringList remarks{line.item.sku, line.item.colour, line.item.composition};
    remarks.removeAll(QString());
    QString name = line.item.name;
    if (!remarks.isEmpty())
        name += u'\n' + remarks.join(QStringLiteral(" \u00b7 "));
    const QString ordered =
        line.item.ordered ? PaperText::tr("on order: %1").arg(quantityOf(paper, *line.item.ordered, line.item.unit))
                          : QString();
    sheet.row(
        {{0, width * 0.5, name},
         {width * 0.52, width * 0.22, quantityOf(paper, line.item.free(), line.item.unit), Face::Body, Side::Trailing},
         {width * 0.76, width * 0.24,
          line.wanted.milli() > 0 ? quantityOf(paper, line.wanted, line.item.unit) : ordered,
          line.wanted.milli() > 0 ? Face::Strong : Face::Small, Side::Trailing}});
    sheet.line();
}

} // namespace

void writeStockLabels(Sheet &sheet, const StockLabels &labels)
{
    bool first = true;
    for (const StockLabel &label : labels.labels) {
        if (!std::exchange(first, false)) {
            sheet.space(3);
            sheet.stitch(0, sheet.width());
            sheet.space(3);
        }
        writeLabel(sheet, label);
    }
}

void writePurchases(Sheet &sheet, const Paper &paper, const PurchasePaper &list)
{
    const PaperText write(paper);
    write.sheetHead(sheet, list.shop, PaperText::tr("To buy"), write.day(list.asOf));
    const auto head = [](Sheet &page) {
        const double width = page.width();
        page.row({{0, width * 0.5, PaperText::tr("What"), Face::Small, Side::Leading, Role::Muted},
                  {width * 0.52, width * 0.22, PaperText::tr("Free"), Face::Small, Side::Trailing, Role::Muted},
                  {width * 0.76, width * 0.24, PaperText::tr("Order"), Face::Small, Side::Trailing, Role::Muted}});
        page.line();
    };
    sheet.setPageHead(head);
    std::optional<QString> supplier;
    for (const inventory::Purchase &line : list.lines) {
        if (supplier != line.supplier) {
            supplier = line.supplier;
            sheet.space(4);
            sheet.need(24); // a supplier never stands alone at the foot
            sheet.text(supplier->isEmpty() ? PaperText::tr("No supplier is said") : *supplier, Face::Large);
            if (!line.contact.isEmpty())
                sheet.text(line.contact, Face::Small, Side::Leading, Role::Muted);
            sheet.space(1);
            head(sheet);
        }
        writePurchase(sheet, paper, line);
    }
    sheet.setPageHead({});
    sheet.finish();
}

} // namespace thimblely::ui
