// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/roles.h"

#include <QPainterPath>
#include <QRectF>

class QPainter;

namespace thimblely::ui {

//! The shape that tells a status without its colour, as an outline to fill; scaled from 14 × 14 into `rect`.
QPainterPath statusShape(Status status, const QRectF &rect);

Role foreground(Status status);
Role background(Status status);

//! Fills the status' shape in `color`, 14 px drawn, antialiased.
void paintStatusShape(QPainter *painter, Status status, const QRectF &rect, const QColor &color);

} // namespace thimblely::ui
