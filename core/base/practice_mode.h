// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

namespace thimblely {

/*!
 * Whether this program works in a practice copy just now (core/backup/practice.h), so that whatever leaves it says so:
 * papers are marked, and no message is opened. For all windows of the process; any thread. Off at the start.
 */
bool isPractising();
//! `shopFile`: the shop's own file, of which the copy was made. Off forgets what was set meanwhile (device_settings.h).
void setPractising(bool on, const QString &shopFile = {});
//! The shop's own file, from which what is not in the copy is read, and only read: its pictures. Empty: none.
QString practisedFile();

} // namespace thimblely
