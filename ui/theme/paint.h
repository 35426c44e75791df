// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/roles.h"

#include <QRect>
#include <QString>

class QPainter;
class QWidget;

namespace thimblely::ui {

//! A filled rounded field with a crisp 1 px border; either colour may be invalid and is then left out.
void paintPanel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border, int radius = 6);

//! A dividing 1 px line in Role::Line along the foot of `rect`.
void paintFootLine(QPainter *painter, const QRect &rect);

//! Fill and leading accent bar of the selected row, on the right where the layout is mirrored.
void paintSelection(QPainter *painter, const QRect &rect, Qt::LayoutDirection direction);

//! The dashed line above a total (6 on, 4 off), centred in `rect`.
void paintStitch(QPainter *painter, const QRect &rect);

/*!
 * Flags for drawing one line of text at the leading or trailing `side`, vertically centred. The order of the words is
 * that of the text itself, not of the window: a phone number stays readable in a mirrored window.
 */
int textFlags(const QString &text, Qt::Alignment side, Qt::LayoutDirection direction);

//! Dynamic properties by which a widget speaks to the style.
namespace property {
inline constexpr char Error[] = "thimblelyError";               //!< bool: the input is drawn with the border of errors
inline constexpr char RingOnParent[] = "thimblelyRingOnParent"; //!< bool: the focus ring goes round the parent
inline constexpr char NoRing[] = "thimblelyNoRing";             //!< bool: the widget draws its own focus
} // namespace property

//! Marks or unmarks an input as wrong and repaints it.
void setInputError(QWidget *input, bool wrong);

} // namespace thimblely::ui
