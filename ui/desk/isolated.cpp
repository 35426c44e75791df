// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/isolated.h"

#include <QGuiApplication>

#include <algorithm>

namespace thimblely::ui {

namespace {

bool isStrong(QChar c, bool rightToLeft)
{
    const QChar::Direction direction = c.direction();
    return rightToLeft ? direction == QChar::DirR || direction == QChar::DirAL : direction == QChar::DirL;
}

} // namespace

QString isolated(const QString &typed)
{
    const bool mirrored = QGuiApplication::isRightToLeft();
    const bool turns = std::ranges::any_of(typed, [mirrored](QChar c) { return isStrong(c, !mirrored); });
    return turns ? QChar(0x2068) + typed + QChar(0x2069) : typed;
}

} // namespace thimblely::ui
