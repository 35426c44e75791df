// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// From one workspace of a file to another, as far as the core has a part in it: who one is there, a session with its views
// and the door for writing. The window's part: window/bench_switching.cpp.
#include "core/access/privileged/first_start.h"
#include "core/accounts/own_workspaces_service.h"
#include "core/changes/write_door.h"
#include "core/storage/migrator.h"
#include "tests/bench/comparison.h"
#include "tests/bench/filled_file.h"

#include <QTemporaryDir>

namespace {

using namespace thimblely;
using namespace thimblely::bench;

void enteringAnother(benchmark::State &state)
{
    const QTemporaryDir folder;
    const SystemClock clock;
    const QString path = folder.filePath(QStringLiteral("two.thimblely"));
    valueOf(storage::Migrator(clock).create(path));
    access::NewOwner owner;
    owner.name = QStringLiteral("Amina Bello");
    owner.loginName = QStringLiteral("amina");
    owner.countryCode = QStringLiteral("NG");
    owner.passwordHash = "none";
    access::NewWorkspace shop;
    shop.name = QStringLiteral("Bello Tailoring");
    shop.countryCode = QStringLiteral("NG");
    shop.currency = QStringLiteral("NGN");
    const DeviceId device = DeviceId::make(clock);
    const access::Principal first = valueOf(
        access::makeFirstOwner(storage::OpenOptions{path}, owner, shop, device, QStringLiteral("Counter"), clock));
    NewShop another;
    another.shopName = QStringLiteral("Bello Weddings");
    another.countryCode = QStringLiteral("NG");
    another.currency = QStringLiteral("NGN");
    const access::Principal second = valueOf(OwnWorkspacesService(path, first, clock).create(another).result());
    bool there = false;
    access::SessionOpener sessions(path);
    std::unique_ptr<OwnWorkspacesService> own;
    std::unique_ptr<access::Session> session;
    std::unique_ptr<changes::WriteDoor> door;
    const auto leave = [&] { // which the window does afterwards, too
        door.reset();
        session.reset();
        own.reset();
    };
    measure(
        state, "another workspace of the file, in the core", {{50, 20'000}},
        [&] {
            const access::Principal &from = there ? second : first;
            const access::Principal &to = there ? first : second;
            there = !there;
            sessions.prepare(); // meanwhile, as the window does
            own = std::make_unique<OwnWorkspacesService>(path, from, clock);
            const EnteredWorkspace entered = valueOf(own->enter(to.workspace).result());
            session = valueOf(sessions.open(entered.principal));
            door = valueOf(changes::WriteDoor::open(*session, clock));
        },
        leave);
    leave();
}

BENCHMARK(enteringAnother)->Iterations(200)->Unit(benchmark::kMicrosecond);

} // namespace
