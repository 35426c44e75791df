// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/item.h"

namespace thimblely::inventory {

//! What is usually done to such a garment, nine names in the order of the counter's keys. Translated; any thread.
QStringList usualTasks(QStringView garmentType);
//! Of one of these names: whether it is done by so much of a length.
bool isUsualByLength(const QString &task);
//! The same as lines of a price list that is still empty: each once, for the garments it is done to, without a price.
std::vector<ItemDraft> usualServices();

} // namespace thimblely::inventory
