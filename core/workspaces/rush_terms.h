// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/money.h"

#include <QJsonValue>

#include <optional>

namespace thimblely {

//! What the shop charges for work that goes before the others; a row of sys_settings ("rush.charge"). A pure value.
struct RushTerms {
    std::optional<Rate> share = {};   //!< of the work
    std::optional<Money> amount = {}; //!< or this, whatever the work costs

    bool charges() const { return share || amount; }
    //! Zero where nothing is charged. Errors: "money.overflow".
    Result<Money> chargeFor(const Money &work) const;

    //! {"share": millionths} or {"minor": amount}; anything else charges nothing.
    static RushTerms fromJson(const QJsonValue &json, Currency currency);
    QJsonValue toJson() const;

    friend bool operator==(const RushTerms &, const RushTerms &) = default;
};

inline constexpr const char *rushKey = "rush.charge";

} // namespace thimblely
