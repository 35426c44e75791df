// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/item.h"

#include <vector>

namespace thimblely::ui {

//! Something that can be done to a garment: a line of the price list, or what is usually done, without a price.
struct TaskChoice {
    QString name;
    std::optional<InventoryItemId> service = {};
    QString zone = {};
    bool needsAmount = false; //!< "take in by …"
    int minutes = 0;
    std::optional<Money> price = {};
    bool byLength = false; //!< a bare figure is a length, also where nobody has to say it
    friend bool operator==(const TaskChoice &, const TaskChoice &) = default;
};

//! How many of them have a key, 1 to 9.
inline constexpr size_t taskKeys = 9;

/*!
 * In the order of the keys 1 to 9: the lines of the price list that have a rank, then what is usually done to such a
 * garment where the list does not name it; lines without a rank come last and are found by their name.
 */
std::vector<TaskChoice> taskChoices(const std::vector<inventory::Service> &priceList, const QString &garmentType);

} // namespace thimblely::ui
