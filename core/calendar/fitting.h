// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace thimblely::calendar {

//! An appointment at which a client tries on what is made for them.
struct Fitting {
    EventId id;
    Instant startsAt;
    QString title;             //!< as typed
    QString who;               //!< the client's name; empty where there is none or it may not be read
    QStringList garments;      //!< what is tried on, else the order's pieces; empty where it may not be read
    std::optional<int> number; //!< 1 is the first fitting of the piece
    std::optional<ClientId> client;
    std::optional<OrderId> order;
    QString stage =
        {}; //!< "baste", "forward", "finish" of what is built on canvas; empty: it goes by its number. Translated
};

} // namespace thimblely::calendar
