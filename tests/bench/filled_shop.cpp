// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/bench/filled_shop.h"

#include "core/access/privileged/principal_store.h"

#include <QFile>

namespace thimblely::bench {

namespace {

std::unique_ptr<FilledShop> theShop;

} // namespace

FilledShop &FilledShop::instance()
{
    if (!theShop)
        theShop.reset(new FilledShop);
    return *theShop;
}

void FilledShop::close()
{
    theShop.reset();
}

FilledShop::FilledShop()
{
    if (!QFile::copy(path(), barePath()))
        qFatal("the file cannot be copied");
    bare = std::make_unique<Bare>(barePath().toStdString());
    session = openSession(0);
    door = valueOf(changes::WriteDoor::open(*session, clock));
}

access::Principal FilledShop::principal(int workspace)
{
    const auto store = valueOf(access::PrincipalStore::open(storage::OpenOptions{path()}));
    const DeviceId device = idOf<DeviceId>(workspaceId(workspace));
    return valueOf(store->load(idOf<PersonId>(personId(workspace)), idOf<WorkspaceId>(workspaceId(workspace)), device));
}

std::unique_ptr<access::Session> FilledShop::openSession(int workspace)
{
    return valueOf(access::Session::open(path(), principal(workspace)));
}

} // namespace thimblely::bench
