// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"

#include <set>

namespace thimblely::orders {

//! One of those whom an order dresses: their pieces that stand, and how far these are.
struct PartyMember {
    std::optional<ClientId> person; //!< none: nobody in particular
    QString name;
    std::vector<OrderItemId> pieces = {}; //!< by position
    QStringList garments = {};            //!< "Jacket navy", as the pieces
    int measured = 0;                     //!< of these, made by measures, or not made at all
    int cut = 0;
    int fitted = 0; //!< tried on
    int ready = 0;
    int collected = 0;
    std::optional<Instant> takenAt = {}; //!< when they were measured last; none: never, or it may not be read
    std::optional<ClientId> payer = {};  //!< who pays for their pieces; the order's client where these are several
    QString payerName = {};
    std::optional<Money> toPay = {};   //!< of these pieces; none where the person may not read prices
    std::optional<Money> waiting = {}; //!< of the same, on its way

    bool isMeasured() const { return measured == int(pieces.size()); }
    bool paysOwn() const { return person && payer == person; }
};

//! What is still asked of one piece: what each who pays has paid covers theirs in their order, the charges first.
struct PieceDue {
    Money toPay;
    Money waiting; //!< announced, not come in
};
//! Of the pieces that are not cancelled; empty where prices may not be read. Pure.
std::map<OrderItemId, PieceDue> duesOf(const OrderDetail &order);

//! Who wears what of an order, in the order of their first pieces. `fitted`: the pieces that were tried on. Pure.
std::vector<PartyMember> membersOf(const OrderDetail &order, const std::set<OrderItemId> &fitted = {});

//! Somebody as they are pasted.
struct PartyName {
    QString name;
    QString phone = {}; //!< as typed
    friend bool operator==(const PartyName &, const PartyName &) = default;
};
//! One a line, or with commas between them; digits behind a name are a phone, numbers and bullets before one are none.
//! The same person twice is one. Pure.
std::vector<PartyName> readPartyNames(const QString &pasted);

} // namespace thimblely::orders
