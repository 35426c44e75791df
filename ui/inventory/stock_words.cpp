// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/inventory/stock_words.h"

#include "core/inventory/cloth_colours.h"

#include <QCoreApplication>

namespace thimblely::ui {

using inventory::ItemKind;
using inventory::Movement;
using inventory::MovementType;
using inventory::WasteReason;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("StockWords", text);
}

#define WORD(text) QT_TRANSLATE_NOOP("StockWords", text)

QString shelfMoveName(const Movement &movement)
{
    const bool out = movement.quantity.milli() < 0;
    switch (movement.type) {
    case MovementType::StockIn:
        return say(WORD("Came in"));
    case MovementType::StockOut:
        return say(WORD("Taken off the shelf"));
    case MovementType::Adjustment:
        return say(WORD("Corrected"));
    case MovementType::Return:
        return out ? say(WORD("Sent back")) : say(WORD("Came back"));
    case MovementType::Reserve:
        return say(WORD("Put aside"));
    case MovementType::Release:
        return say(WORD("Let go"));
    case MovementType::Cut:
        return say(WORD("Cut"));
    case MovementType::Remnant:
        return out ? say(WORD("Remnant cut off")) : say(WORD("Remnant"));
    case MovementType::Count:
        return say(WORD("Counted"));
    case MovementType::Waste:
        return say(WORD("Thrown away"));
    }
    Q_UNREACHABLE();
}

} // namespace

QString quantityText(Quantity quantity, const QString &unit, const QLocale &locale)
{
    //: a quantity and its unit: 42.5 m
    return say(WORD("%1 %2")).arg(quantity.toText(locale), unit);
}

QString signedText(Quantity quantity, const QLocale &locale)
{
    const QString figure = (quantity.milli() < 0 ? -quantity : quantity).toText(locale);
    return quantity.milli() < 0 ? QChar(0x2212) + figure : QLatin1Char('+') + figure;
}

QString movementName(const Movement &movement)
{
    if (movement.reason == QLatin1String("undo")) {
        Movement before = movement;
        before.quantity = -movement.quantity;
        //: what was done, which is taken back
        return say(WORD("Taken back: %1")).arg(shelfMoveName(before));
    }
    if (movement.type == MovementType::Waste) {
        if (const auto reason = inventory::wasteReasonFromCode(movement.reason))
            return say(WORD("Thrown away: %1")).arg(wasteReasonName(*reason));
    }
    return shelfMoveName(movement);
}

QString wasteReasonName(WasteReason reason)
{
    switch (reason) {
    case WasteReason::Flaw:
        return say(WORD("flaw"));
    case WasteReason::CutWrong:
        return say(WORD("cut wrong"));
    case WasteReason::Damaged:
        return say(WORD("damaged"));
    case WasteReason::Moth:
        return say(WORD("moth"));
    case WasteReason::Sample:
        return say(WORD("sample"));
    case WasteReason::Lost:
        return say(WORD("lost"));
    }
    Q_UNREACHABLE();
}

QString kindName(ItemKind kind)
{
    switch (kind) {
    case ItemKind::FabricRoll:
        return say(WORD("Roll of cloth"));
    case ItemKind::Trim:
        return say(WORD("Trim"));
    case ItemKind::ReadyMade:
        return say(WORD("Goods"));
    case ItemKind::Service:
        break;
    }
    Q_UNREACHABLE();
}

QString itemRemarks(const inventory::ItemRow &item)
{
    QStringList parts{item.sku, item.composition,
                      item.location.isEmpty() ? QString() : say(WORD("shelf %1")).arg(item.location)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" \u00b7 "));
}

QColor swatchColour(const QString &colour)
{
    for (const inventory::ClothColour &cloth : inventory::clothColours()) {
        for (const QString &name : {inventory::translatedName(cloth), QString::fromLatin1(cloth.name)}) {
            if (colour.trimmed().compare(name, Qt::CaseInsensitive) == 0)
                return QColor::fromRgb(cloth.argb);
        }
    }
    return {};
}

#undef WORD

} // namespace thimblely::ui
