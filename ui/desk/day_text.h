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
//! How long ago it is, in the largest unit that is whole: "today", "5 days", "3 weeks", "8 months", "2 years".
QString ageText(Date day, Date today);

} // namespace thimblely::ui
