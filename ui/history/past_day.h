// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"

#include <QLocale>

#include <optional>

namespace thimblely::ui {

/*!
 * A day that was, as it is typed: "today", "yesterday", "mon" (the last one; today counts), "14 nov", "14.11", "14/11/25",
 * "2025-11-14". Without a year the last such day. Nothing where it is not understood or is still to come. Pure.
 */
std::optional<Date> pastDay(const QString &typed, Date today, const QLocale &locale);

} // namespace thimblely::ui
