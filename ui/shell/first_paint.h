// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

class QWidget;

namespace thimblely::ui {

/*!
 * Says in the log (thimblely.ui, debug) that `page` is on the screen and takes keys, once it is: painted, something
 * in it with the keyboard, and the event loop turning again. What a start takes is measured by it.
 */
void logFirstPaint(QWidget *page, const char *name);

} // namespace thimblely::ui
