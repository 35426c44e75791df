// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/own_workspaces_service.h"

#include "core/access/privileged/principal_store.h"
#include "core/access/privileged/workspace_store.h"
#include "core/accounts/attempt.h"
#include "core/accounts/background.h"
#include "core/accounts/password_hash.h"
#include "core/accounts/pin_check.h"
#include "core/accounts/shop_founding.h"
#include "core/base/log.h"

#include <algorithm>

namespace thimblely {

namespace {

using access::PersonsWorkspace;
using access::Principal;
using access::PrincipalStore;
using access::WorkspaceStore;

Result<std::vector<OwnWorkspace>> listOf(const QString &path, PersonId person)
{
    TRY_ASSIGN(const auto store, WorkspaceStore::open(storage::OpenOptions{path}));
    TRY_ASSIGN(const std::vector<PersonsWorkspace> found, store->of(person));
    std::vector<OwnWorkspace> list;
    list.reserve(found.size());
    for (const PersonsWorkspace &each : found)
        list.push_back({each.id, each.name, each.role, each.jobTitle, each.owner, each.deletedAt});
    return list;
}

Result<EnteredWorkspace> entered(const QString &path, const Principal &person, WorkspaceId workspace)
{
    TRY_ASSIGN(const auto store, WorkspaceStore::open(storage::OpenOptions{path}));
    TRY_ASSIGN(const Principal there, store->enter(person.person, workspace, person.device));
    TRY_ASSIGN(const QString name, store->nameIn(there));
    return EnteredWorkspace{there, name};
}

Result<Principal> make(const QString &path, const Principal &person, const NewShop &typed, const Clock &clock)
{
    if (const std::vector<Error> errors = validateShop(typed); !errors.empty())
        return errors.front();
    TRY_ASSIGN(const Principal owner,
               access::makeWorkspace(storage::OpenOptions{path}, person.person, accounts::workspaceOf(completed(typed)),
                                     person.device, clock));
    // It is there, and the templates that are missing come when somebody measures for the first time.
    if (const auto furnished = accounts::furnish(path, owner, clock); !furnished)
        qCWarning(lcStorage, "a new shop has no templates yet: %s", furnished.error().code.constData());
    return owner;
}

Result<QString> bringBackNewest(const QString &path, const Clock &clock, const QString &login, const QString &password)
{
    TRY_ASSIGN(const auto people, PrincipalStore::open(storage::OpenOptions{path}));
    TRY_ASSIGN(const std::optional<PersonId> person, people->findByLogin(login));
    if (!person) {
        verifySecret(hashOfNothing(), password); // as long as for somebody who is there
        return accounts::wrongSecret();
    }
    TRY(accounts::checkPassword(*people, clock, *person, password));
    TRY_ASSIGN(const std::optional<DeviceId> device, people->device());
    TRY_ASSIGN(const auto store, WorkspaceStore::open(storage::OpenOptions{path}));
    TRY_ASSIGN(const std::vector<PersonsWorkspace> found, store->of(*person));
    const auto newest =
        std::ranges::find_if(found, [](const PersonsWorkspace &each) { return each.deletedAt.has_value(); });
    if (newest == found.end())
        return Error{ErrorKind::NotFound, "workspace.none_deleted", {}, {}};
    TRY(store->bringBack({*person, newest->id, device.value_or(DeviceId::make(clock))}, clock));
    return newest->name;
}

} // namespace

OwnWorkspacesService::OwnWorkspacesService(QString path, const Principal &person, const Clock &clock)
    : m_path(std::move(path)), m_person(person), m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
}

OwnWorkspacesService::~OwnWorkspacesService()
{
    m_pool.waitForDone();
}

QFuture<Result<std::vector<OwnWorkspace>>> OwnWorkspacesService::all()
{
    return accounts::runOn<Result<std::vector<OwnWorkspace>>>(m_pool,
                                                              [this] { return listOf(m_path, m_person.person); });
}

QFuture<Result<bool>> OwnWorkspacesService::mayCreate()
{
    return accounts::runOn<Result<bool>>(m_pool, [this]() -> Result<bool> {
        TRY_ASSIGN(const auto store, WorkspaceStore::open(storage::OpenOptions{m_path}));
        return store->mayMake(m_person.person);
    });
}

QFuture<Result<Principal>> OwnWorkspacesService::create(const NewShop &shop)
{
    return accounts::runOn<Result<Principal>>(m_pool, [this, shop] { return make(m_path, m_person, shop, m_clock); });
}

QFuture<Result<EnteredWorkspace>> OwnWorkspacesService::enter(WorkspaceId workspace)
{
    return accounts::runOn<Result<EnteredWorkspace>>(
        m_pool, [this, workspace] { return entered(m_path, m_person, workspace); });
}

QFuture<Result<void>> OwnWorkspacesService::bringBack(WorkspaceId workspace)
{
    return accounts::runOn<Result<void>>(m_pool, [this, workspace]() -> Result<void> {
        TRY_ASSIGN(const auto store, WorkspaceStore::open(storage::OpenOptions{m_path}));
        return store->bringBack({m_person.person, workspace, m_person.device}, m_clock);
    });
}

QFuture<Result<QString>> OwnWorkspacesService::bringBackLast(const QString &path, const Clock &clock,
                                                             const QString &login, const QString &password)
{
    return accounts::runOn<Result<QString>>(*QThreadPool::globalInstance(), [path, &clock, login, password] {
        return bringBackNewest(path, clock, login, password);
    });
}

} // namespace thimblely
