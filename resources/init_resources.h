// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

namespace thimblely {

//! Registers the fonts (:/fonts) and icons (:/icons, :/app); static linking would drop them if nothing called this.
void initResources();
//! The singulars of what is counted ("1 piece"), for the application; once, at start, on its thread.
void installTexts();

} // namespace thimblely
