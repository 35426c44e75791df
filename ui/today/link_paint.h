// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QFontMetrics>
#include <QRect>

class QAbstractButton;
class QPainter;

namespace thimblely::ui {

//! Under a number that leads somewhere; in the colour of its words while it is pointed at.
void paintUnderline(QPainter *painter, const QRect &words, const QFontMetrics &metrics, bool hovered);

//! What links have in common: the hand, Enter, and that they follow colours and text size.
void makeLink(QAbstractButton *button);

} // namespace thimblely::ui
