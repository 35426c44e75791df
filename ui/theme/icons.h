// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/roles.h"

#include <QIcon>
#include <QPixmap>

class QPainter;

namespace thimblely::ui {

/*!
 * One of the program's own line icons by its name in resources/icons ("i-today", "g-trousers", "s-late"), drawn in the
 * colour of `role` at the time of painting, muted when disabled. It follows light and dark by itself.
 */
QIcon icon(const char *name, Role role = Role::Text, int px = 22);

//! The same as a pixmap of the present scheme; cached by colour, size and device pixel ratio.
QPixmap iconPixmap(const QByteArray &name, const QColor &color, int px, qreal devicePixelRatio);

//! Paints the icon centred in `rect`, `px` wide and high.
void paintIcon(QPainter *painter, const QByteArray &name, const QRect &rect, const QColor &color, int px = 22);

//! The chevron that points onwards in reading direction.
QByteArray forwardIconName(Qt::LayoutDirection direction);

bool hasIcon(const QByteArray &name);

} // namespace thimblely::ui
