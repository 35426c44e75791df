// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

namespace thimblely::changes {

//! That somebody was told of something, or has read it: the program did it, so it stands in the way of no undo, as a
//! printed paper, and is in no history.
inline constexpr const char *toldKind = "event.tell";

} // namespace thimblely::changes
