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
    const QStringList called = coloursCalled(typed);
    return called.size() == 1 ? called.first() : typed;
}

QStringList coloursCalled(const QString &typed)
{
    QStringList called;
    if (typed.size() < 2 || clothColour(typed).isValid())
        return called;
    for (const inventory::ClothColour &cloth : clothColours()) {
        const QString name = translatedName(cloth);
        if (name.startsWith(typed, Qt::CaseInsensitive))
            called.append(name);
    }
    return called;
}

} // namespace thimblely::ui
