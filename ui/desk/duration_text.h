// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QLocale>
#include <QString>

namespace thimblely::ui {

//! Hours of work as they are told: "40 min", "1.5 h", from ten hours on whole ones.
QString durationText(int minutes, const QLocale &locale);

} // namespace thimblely::ui
