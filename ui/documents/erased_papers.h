// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

namespace thimblely::ui {

class Desk;

/*!
 * Papers of who was erased are not printed any more: drops them from what waits, now and whenever somebody has written
 * to the file past this window, as an erasure does. As long as the desk lives; GUI thread only.
 */
void followErasures(Desk &desk);

} // namespace thimblely::ui
