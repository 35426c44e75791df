// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>

#include "core/base/id.h"

class QMenu;
class QMimeData;
class QWidget;

namespace thimblely::ui {

class Desk;

//! The photo of a page of the old book, large over the window of `over`, until a key or a click. A failure is a notice.
void showPagePhoto(Desk &desk, const QByteArray &sha256, QWidget &over);

//! A line of `menu` that shows it, where the order stands on a page of the old book.
void offerOldPage(QMenu &menu, Desk &desk, OrderId order, QWidget &over);

//! Whether the first file of a drop is called like a picture.
bool isPhoto(const QMimeData &mime);

} // namespace thimblely::ui
