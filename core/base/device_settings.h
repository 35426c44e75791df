// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>
#include <QVariant>

namespace thimblely {

/*!
 * What this computer keeps for its account beside any shop: printers, folders, the scanner, how the window looks
 * (QSettings). What is set while somebody practises on a copy (practice_mode.h) holds until the practice ends and is
 * never written: nothing outside of the copy changes. Any thread.
 */
QVariant deviceSetting(const QString &key, const QVariant &otherwise = {});
void setDeviceSetting(const QString &key, const QVariant &value);

//! Forgets what was set while practising; practice_mode.cpp calls it as the practice ends.
void forgetPracticeSettings();

} // namespace thimblely
