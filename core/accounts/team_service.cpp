// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/team_service.h"

#include "core/access/member_rules.h"
#include "core/access/natural_ids.h"
#include "core/access/privileged/principal_store.h"
#include "core/accounts/background.h"
#include "core/accounts/login_names.h"
#include "core/accounts/member_rows.h"
#include "core/accounts/pin_hash.h"
#include "core/accounts/secret_rules.h"
#include "core/base/namesakes.h"

namespace thimblely {

namespace {

using changes::Operation;
using changes::WriteContext;

access::FieldValue titleOf(access::Job job)
{
    switch (job) {
    case access::Job::Counter:
        return "counter";
    case access::Job::Cutter:
        return "cutter";
    case access::Job::Stitcher:
        return "stitcher";
    case access::Job::Finisher:
        return "finisher";
    case access::Job::None:
        break;
    }
    return std::nullopt;
}

Result<void> validate(const NewPerson &person, const access::Principal &own)
{
    if (person.name.simplified().isEmpty() || person.name.size() > 200)
        return Error{ErrorKind::Invalid, "team.no_name", {}, {}};
    if (!access::mayAssignRole(own.role, person.role))
        return Error{ErrorKind::Forbidden, "access.refused", {QStringLiteral("team:manage")}, {}};
    if (const auto more = access::beyond(own.capabilities, access::capabilitiesOf(person.role, person.job)))
        return Error{ErrorKind::Forbidden, "team.beyond_own", {QString::fromLatin1(access::nameOf(*more))}, {}};
    if (person.pin.isEmpty() && person.password.isEmpty())
        return validatePin(person.pin);
    if (!person.pin.isEmpty())
        TRY(validatePin(person.pin));
    if (!person.password.isEmpty())
        TRY(validatePassword(person.password));
    return {};
}

//! The name they sign in by where they have no e-mail: free in this file.
Result<QString> loginFor(access::PrincipalStore &store, const NewPerson &person)
{
    if (!person.login.trimmed().isEmpty()) {
        TRY_ASSIGN(const auto taken, store.findByLogin(person.login));
        if (taken)
            return Error{ErrorKind::Conflict, "team.login_taken", {person.login.trimmed()}, {}};
        return person.login.trimmed();
    }
    return accounts::freeLoginName(store, person.name);
}

Result<void> addRows(WriteContext &context, PersonId id, const NewPerson &person)
{
    const QString name = person.name.simplified();
    TRY(accounts::requireOtherName(context, name));
    TRY(context.rows().insert(storage::Table::Profiles, id, {{"full_name", name}}));
    const MemberId member = access::memberId(context.principal().workspace, id);
    return context.rows().insert(storage::Table::WorkspaceMembers, member,
                                 {{"user_id", id},
                                  {"role", access::nameOf(person.role)},
                                  {"display_name", name},
                                  {"job_title", titleOf(person.job)},
                                  {"invited_by", context.principal().person},
                                  {"status", "active"},
                                  {"accepted_at", context.clock().now()}});
}

Result<std::vector<TeamMember>> loadMembers(access::ScopedConnection &connection, const QByteArray &ofStatus)
{
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT member.id, member.user_id, coalesce(member.display_name, person.full_name), member.role,
               member.job_title, member.colour, member.status = 'active', member.status = 'removed',
               ifnull(member.accepted_at, member.created_at)
          FROM workspace_members AS member LEFT JOIN profiles AS person ON person.id = member.user_id
         WHERE member.status IN )" + ofStatus +
                                            " ORDER BY 3, member.id"));
    std::vector<TeamMember> members;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        TRY_ASSIGN(const access::Role role, access::roleFromName(query->utf8(3)));
        members.push_back({query->id<MemberId>(0), query->id<PersonId>(1), query->text(2), role,
                           access::jobFromTitle(query->text(4)), query->text(5), query->boolean(6), query->text(4),
                           query->boolean(7), query->instant(8), query->text(2)});
    }
    tellApart(members, &TeamMember::person);
    return members;
}

Result<PersonId> addPerson(const QString &path, changes::WriteDoor &door, const NewPerson &person)
{
    TRY_ASSIGN(auto store, access::PrincipalStore::open(storage::OpenOptions{path}));
    TRY_ASSIGN(const QString login, loginFor(*store, person));
    std::optional<QByteArray> passwordHash;
    std::optional<QByteArray> pinHash;
    if (!person.password.isEmpty()) {
        TRY_ASSIGN(passwordHash, hashSecret(person.password));
    }
    if (!person.pin.isEmpty()) {
        TRY_ASSIGN(const QByteArray fileId, store->fileId());
        TRY_ASSIGN(const PinHash hash, hashNewPin(fileId, person.pin));
        pinHash = hash.toText();
    }
    const PersonId id = PersonId::make(door.clock());
    // Not undoable: the login, which never enters the journal, would stay behind.
    TRY(changes::await(door.write<void>(Operation{"team.add", {person.name.simplified()}, false},
                                        [id, person](WriteContext &context) { return addRows(context, id, person); })));
    TRY(store->addLogin(id, login, passwordHash, pinHash, door.clock().now()));
    return id;
}

} // namespace

TeamService::TeamService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

Result<std::vector<TeamMember>> TeamService::members()
{
    return loadMembers(m_session.reader(), "('active', 'suspended')");
}

Result<std::vector<TeamMember>> TeamService::left()
{
    return loadMembers(m_session.reader(), "('removed')");
}

QFuture<Result<PersonId>> TeamService::add(const NewPerson &person)
{
    const access::Principal own = m_session.principal();
    const auto allowed = m_session.principal().require(access::Capability::TeamManage);
    return accounts::runOn<Result<PersonId>>(
        *QThreadPool::globalInstance(),
        [path = m_session.path(), own, allowed, person, &door = m_door]() -> Result<PersonId> {
            if (!allowed)
                return allowed.error();
            TRY(validate(person, own));
            return addPerson(path, door, person);
        });
}

} // namespace thimblely
