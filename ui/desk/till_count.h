// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>

namespace thimblely::ui {

class Desk;

//! The draft of a count of the drawer (finance/count_form.h).
inline constexpr const char *tillCountDraft = "till_count";
inline constexpr const char *tillCountOpen = "open"; //!< in it: the form is on the screen

//! A count was begun and is not made yet: nobody who is not told the sums is shown what they could add up.
bool isTillCountBegun(Desk &desk);
//! Its form is on the screen, or behind another one: nothing is said to anybody of what should be in the drawer.
bool isTillCountOpen(Desk &desk);

} // namespace thimblely::ui
