// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

namespace thimblely {

/*!
 * Whether this program works in a practice copy just now (core/backup/practice.h), so that whatever leaves it says so:
 * papers are marked, and no message is opened. For all windows of the process; any thread. Off at the start.
 */
bool isPractising();
void setPractising(bool on);

} // namespace thimblely
