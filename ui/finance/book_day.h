// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"

#include <QLocale>

namespace thimblely::ui {

/*!
 * A day that was, as somebody types it into the books: "today", "yesterday", "14", "14 nov", "14.11", "14/11/2026",
 * "2026-11-14"; without a year, or a month, the last such day. "date.malformed" where it is none, or still to come. Pure.
 */
Result<Date> bookDay(const QString &typed, Date today, const QLocale &locale);

} // namespace thimblely::ui
