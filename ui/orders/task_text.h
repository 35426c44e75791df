// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"

#include <QLocale>

namespace thimblely::ui {

/*!
 * A task as it is said and typed at the counter: "Hem -3.5 cm 2000" is what, how much, and its price. The price is the
 * last figure where a unit does not follow it and it does not say how much ("Taper 2500"; "Hem -3.5" has none).
 */
orders::Task taskFromText(const QString &text, Currency currency, const QLocale &locale);
//! The same again, to be changed.
QString taskText(const orders::Task &task, const QLocale &locale);
//! Without its price, as on the chip: "Hem −3.5 cm".
QString taskWords(const orders::Task &task);

//! What is most often done to a garment, in the order of the keys 1 to 9.
QStringList usualTasks(const QString &garmentType);

} // namespace thimblely::ui
