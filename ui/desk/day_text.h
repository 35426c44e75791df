// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"

#include <QLocale>
#include <QString>

namespace thimblely::ui {

//! A day in a few letters, as rows and column heads have room for: "14 Mar", of another year "Sep 2025".
QString dayText(Date day, Date today, const QLocale &locale);
//! "14 Mar 2026".
QString wholeDayText(Date day, const QLocale &locale);

} // namespace thimblely::ui
