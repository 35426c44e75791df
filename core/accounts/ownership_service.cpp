// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/ownership_service.h"

#include "core/access/natural_ids.h"
#include "core/access/privileged/principal_store.h"
#include "core/accounts/background.h"
#include "core/accounts/pin_check.h"

namespace thimblely {

namespace {

using access::Approval;
using access::Capability;
using access::Principal;
using access::PrincipalStore;
using changes::Operation;
using changes::WriteContext;
using storage::Table;

Error refusal(ErrorKind kind, const char *code, const QStringList &args = {})
{
    return {kind, code, args, {}};
}

//! Their own word, after their own secret; a wrong one says whose it was.
Result<Approval> wordOf(PrincipalStore &store, const Clock &clock, const Principal &at, PersonId person,
                        const QString &secret, Capability capability, const char *wrong)
{
    if (const auto right = accounts::checkPinOrPassword(store, clock, person, secret); !right)
        return right.error().code == "accounts.wrong" ? refusal(ErrorKind::WrongSecret, wrong) : right.error();
    return store.confirm(person, at.workspace, at.device, capability, clock.now());
}

Result<QString> nameOf(WriteContext &context, PersonId person)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT ifnull(member.display_name, person.full_name)
          FROM workspace_members AS member JOIN profiles AS person ON person.id = member.user_id
         WHERE member.user_id = ? AND member.status = 'active')"));
    query->bind(person);
    TRY_ASSIGN(const bool found, query->step());
    return found ? Result<QString>(query->text(0)) : refusal(ErrorKind::Conflict, "member.owner_not_active");
}

//! Of whom it was and of whom it is: the words for it, each spent here.
Result<void> spend(const Principal &own, const Approval &mine, const Approval &theirs, PersonId to, Instant now)
{
    TRY_ASSIGN(const PersonId giver, mine.spend(own, Capability::WorkspaceTransfer, now));
    TRY_ASSIGN(const PersonId taker, theirs.spend(own, Capability::OwnData, now));
    return giver == own.person && taker == to ? Result<void>() : refusal(ErrorKind::Forbidden, "approval.other");
}

Result<void> handOver(WriteContext &context, PersonId to, const Approval &mine, const Approval &theirs)
{
    const Principal &own = context.principal();
    TRY(own.require(Capability::WorkspaceTransfer));
    TRY(spend(own, mine, theirs, to, context.clock().now()));
    TRY_ASSIGN(const QString name, nameOf(context, to));
    context.nameIt({name});
    // An owner's row holds admin, whoever it is; who was the owner is one from then on.
    for (const PersonId person : {to, own.person})
        TRY(context.rows().update(Table::WorkspaceMembers, access::memberId(own.workspace, person),
                                  {{"role", access::nameOf(access::Role::Admin)}}));
    return context.rows().update(Table::Workspaces, own.workspace, {{"owner_id", to}});
}

Result<void> removeNamed(WriteContext &context, const QString &typed)
{
    TRY(context.principal().require(Capability::WorkspaceDelete));
    TRY_ASSIGN(auto query, context.query("SELECT name FROM workspaces"));
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return refusal(ErrorKind::NotFound, "workspace.unknown");
    const QString name = query->text(0);
    query->reset(); // it reads the row that goes
    if (typed.simplified() != name.simplified())
        return refusal(ErrorKind::Invalid, "workspace.other_name", {name});
    context.nameIt({name});
    return context.rows().remove(Table::Workspaces, context.principal().workspace.bytes());
}

} // namespace

QFuture<Result<void>> OwnershipService::transfer(PersonId to, const QString &ownSecret, const QString &theirSecret)
{
    return accounts::runOn<Result<void>>(
        *QThreadPool::globalInstance(),
        [path = m_session.path(), own = m_session.principal(), to, ownSecret, theirSecret,
         &door = m_door]() -> Result<void> {
            TRY(own.require(Capability::WorkspaceTransfer));
            if (to == own.person)
                return refusal(ErrorKind::Conflict, "ownership.same");
            TRY_ASSIGN(const auto store, PrincipalStore::open(storage::OpenOptions{path}));
            TRY_ASSIGN(const Approval mine, wordOf(*store, door.clock(), own, own.person, ownSecret,
                                                   Capability::WorkspaceTransfer, "ownership.own_secret"));
            TRY_ASSIGN(const Approval theirs, wordOf(*store, door.clock(), own, to, theirSecret, Capability::OwnData,
                                                     "ownership.their_secret"));
            return changes::await(
                door.write<void>(Operation{"workspace.transfer", {}, false}, [to, mine, theirs](WriteContext &context) {
                    return handOver(context, to, mine, theirs);
                }));
        });
}

QFuture<Result<void>> OwnershipService::remove(const QString &typed)
{
    return m_door.write<void>(Operation{"workspace.delete", {}, false},
                              [typed](WriteContext &context) { return removeNamed(context, typed); });
}

QFuture<Result<void>> OwnershipService::leave()
{
    return m_door.write<void>(Operation{"team.leave", {}, false}, [](WriteContext &context) -> Result<void> {
        const Principal own = context.principal();
        TRY_ASSIGN(const QString name, nameOf(context, own.person));
        context.nameIt({name});
        return context.rows().update(Table::WorkspaceMembers, own.member, {{"status", "removed"}});
    });
}

Result<accounts::OpenWork> OwnershipService::openWork() const
{
    return accounts::openWorkOf(m_session.reader(), m_session.principal().person, m_door.clock().now());
}

} // namespace thimblely
