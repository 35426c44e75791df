// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/capability.h"

#include <QByteArray>
#include <QLocale>
#include <QString>
#include <QStringList>

#include <optional>

namespace thimblely::ui {

/*!
 * What an operation is called once it is done, in a sentence for a toast or the history: "Order 1042 booked". Money that
 * it moved follows, with whose it is (core/finance/money_entry.h says how it is named): "Order 1042 booked, ₦6,000,
 * A. Bello". A kind of an undo says "Undone: …". Kinds that are nobody's news ("setting.set") give an empty text.
 */
QString operationText(const QByteArray &kind, const QStringList &args, const QLocale &locale = QLocale(),
                      const QString &insteadOfMoney = {});

//! What taking back needs where an operation moved money; none where it moved none.
std::optional<access::Capability> undoNeeds(const QByteArray &kind, const QStringList &args);

} // namespace thimblely::ui
