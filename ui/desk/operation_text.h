// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace thimblely::ui {

/*!
 * What an operation is called once it is done, in a sentence for a toast or the history: "Order 1042 booked". A kind of
 * an undo says "Undone: …". Kinds that are nobody's news ("setting.set") give an empty text.
 */
QString operationText(const QByteArray &kind, const QStringList &args);

} // namespace thimblely::ui
