// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

namespace thimblely::ui {

/*!
 * Has the system's fonts, which stand in for letters that the bundled ones lack, read on a thread of its own. As the
 * first thing in main() it is done when the QApplication is. Of each family the upright regular and bold ones count: a
 * system has 1,800 fonts where the Noto families are installed, a start would look through all of them, once and again
 * for each size of text, and nothing here is drawn in the others.
 */
void beginReadingSystemFonts();

//! Returns when they are read; begins where nobody did. Before Qt looks for its first font.
void awaitSystemFonts();

} // namespace thimblely::ui
