// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"

#include <QJsonObject>

namespace thimblely::ui {

// A piece as it lies in the device draft of the counter: all that was typed of it, and what it came with where it was
// taken up again.

QJsonObject pieceToJson(const orders::PieceDraft &piece);
orders::PieceDraft pieceFromJson(const QJsonObject &json, Currency currency);

} // namespace thimblely::ui
