// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/colours.h"

#include "core/inventory/cloth_colours.h"

namespace thimblely::ui {

using inventory::clothColours;
using inventory::translatedName;

QColor clothColour(const QString &name)
{
    for (const inventory::ClothColour &cloth : clothColours()) {
        if (name.compare(translatedName(cloth), Qt::CaseInsensitive) == 0)
            return QColor::fromRgb(cloth.argb);
    }
    return {};
}

QString wholeColourName(const QString &typed)
{
    if (typed.size() < 2)
        return typed;
    QString found;
    for (const inventory::ClothColour &cloth : clothColours()) {
        const QString name = translatedName(cloth);
        if (!name.startsWith(typed, Qt::CaseInsensitive))
            continue;
        if (!found.isEmpty())
            return typed; // "bl": black or blue
        found = name;
    }
    return found.isEmpty() ? typed : found;
}

} // namespace thimblely::ui
