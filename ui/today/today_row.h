// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "ui/desk/navigation.h"
#include "ui/theme/roles.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace thimblely::ui {

//! What a client is called or written to about.
enum class ReachWhy { Late, Ready, Question };

//! Whom to reach about which of their orders.
struct ReachClient {
    ClientId client;
    OrderId order;
    ReachWhy why;
    friend bool operator==(const ReachClient &, const ReachClient &) = default;
};

//! Where a row of Today leads; nowhere, where there is nothing to go to.
using TodayTarget = std::variant<std::monostate, OrderId, ClientId, TillTask, ReachClient, InventoryItemId>;

//! One line of a card: words, where it stands or how much it is, and the one thing that can be done about it.
struct TodayRow {
    struct Words {
        QString text;
        TextStyle style = TextStyle::Body;
        Role role = Role::Text;
        friend bool operator==(const Words &, const Words &) = default;
    };

    QByteArray key;                //!< unique in its card, and the row's own as long as it is about the same
    std::vector<Words> words = {}; //!< beside each other; the last is shortened first
    std::optional<Status> status = {};
    QString statusWord = {};
    QString figure = {}; //!< at the end, in place of a status
    TextStyle figureStyle = TextStyle::Body;
    QString action = {};    //!< its word; empty: nothing can be done about it here
    TodayTarget acts = {};  //!< where the action leads
    TodayTarget about = {}; //!< what the row is about, shown by a click beside the action

    //! The whole row as it is read out.
    QString spoken() const;

    friend bool operator==(const TodayRow &, const TodayRow &) = default;
};

} // namespace thimblely::ui
