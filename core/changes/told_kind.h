// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

namespace thimblely::changes {

//! That somebody was reminded of something: the program did it, so it stands in the way of no undo, as a printed paper.
inline constexpr const char *toldKind = "event.tell";

} // namespace thimblely::changes
