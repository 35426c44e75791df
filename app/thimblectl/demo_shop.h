// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "app/thimblectl/demo_clock.h"
#include "app/thimblectl/demo_random.h"

#include "core/access/session.h"
#include "core/base/date.h"
#include "core/changes/write_door.h"

#include <QString>
#include <functional>

#include <memory>
#include <vector>

namespace thimblectl {

//! Who can sign in to the demo; shown by the verb, since nobody else knows the passwords.
struct DemoPerson {
    QString name;
    QString login;
    QString password;
    QString pin;
    QString role;
    QString workspace; //!< slug
};

//! What one workspace of the demo is made of.
struct DemoPlan {
    thimblely::Date today;
    std::optional<thimblely::Instant> latest; //!< nothing has happened later; none: until that day's noon
    int clients;
    int orders;
    std::function<void(qint64 done, qint64 total)> progress; //!< called as the orders' stories are told
};

//! A demo workspace while it is being filled.
struct DemoShop {
    std::unique_ptr<thimblely::access::Session> session;
    std::unique_ptr<thimblely::changes::WriteDoor> door;
    std::vector<thimblely::ClientId> clients;
    std::vector<std::optional<thimblely::MeasurementSetId>> measured; //!< beside clients
    std::vector<thimblely::PersonId> workroom;                        //!< those to whom pieces are given, by turns
};

//! The first workspace of a new file and its owner.
thimblely::Result<thimblely::access::Principal> makeDemoFile(const QString &path, const DemoClock &clock,
                                                             std::vector<DemoPerson> &people);
//! A further one of the same owner.
thimblely::Result<thimblely::access::Principal> makeDemoWorkspace(const QString &path, int number,
                                                                  const thimblely::access::Principal &owner,
                                                                  const DemoClock &clock,
                                                                  std::vector<DemoPerson> &people);

//! Opens the workspace and adds its people, its cloth and its price list.
thimblely::Result<DemoShop> openDemoShop(const QString &path, const thimblely::access::Principal &owner,
                                         const DemoClock &clock);
thimblely::Result<void> addDemoStaff(DemoShop &shop, std::vector<DemoPerson> &people);
thimblely::Result<void> addDemoClients(DemoShop &shop, const DemoPlan &plan, DemoRandom &random);

//! Orders in all stages around the plan's day, told in the order in which they happened.
thimblely::Result<void> addDemoOrders(DemoShop &shop, const DemoPlan &plan, DemoRandom &random, DemoClock &clock);
//! What the plan's day itself is made of, after its orders: fittings, questions to clients, places on the rail.
thimblely::Result<void> addDemoDay(DemoShop &shop, const DemoPlan &plan, DemoRandom &random, const DemoClock &clock);
//! What was written with clients whose order is ready, after the day.
thimblely::Result<void> addDemoMessages(DemoShop &shop);

} // namespace thimblectl
