// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

class QAbstractButton;

namespace thimblely::ui {

/*!
 * From now on Enter presses the button while it has the keyboard, as Space does: once, however long it is held, and not
 * with Ctrl or its like, which are the window's. GUI thread.
 */
void pressByEnter(QAbstractButton *button);

} // namespace thimblely::ui
