// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"

#include <QJsonObject>

#include <optional>

namespace thimblely::ui {

class Desk;

/*
 * A count of the drawer that was begun (finance/count_form.h). That its form is open is a fact of the desk, which a
 * crash or a lock ends; what was typed is a draft on the disk, of the till's day: once that day is closed, by whomever,
 * it is a count of a drawer that is no more, and forgotten. GUI thread only.
 */

//! Its form is on the screen, or behind another one: nothing is said to anybody of what should be in the drawer.
bool isTillCountOpen(const Desk &desk);
void setTillCountOpen(Desk &desk, bool open);

//! A count was begun and is not made yet: nobody who is not told the sums is shown what they could add up.
bool isTillCountBegun(Desk &desk);
//! What was typed of it; none: nothing was begun, or of a day that was closed since.
std::optional<QJsonObject> tillCountDraft(Desk &desk, const finance::AtTill &till = {});
void keepTillCountDraft(Desk &desk, QJsonObject typed, const finance::AtTill &till = {});
//! It was made, or given up.
void forgetTillCount(Desk &desk, const finance::AtTill &till = {});

} // namespace thimblely::ui
