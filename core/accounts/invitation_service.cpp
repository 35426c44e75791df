// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/invitation_service.h"

#include "core/access/member_rules.h"
#include "core/access/privileged/principal_store.h"
#include "core/accounts/background.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace thimblely {

namespace {

using access::Capability;
using access::FieldValue;
using accounts::InvitationPaper;
using accounts::InvitationSeal;
using changes::Operation;
using changes::WriteContext;
using storage::Table;

constexpr int longestDays = 60;
constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

Result<void> checkInvitation(const access::Principal &own, const NewInvitation &invitation)
{
    TRY(own.require(Capability::TeamManage));
    if (!access::mayAssignRole(own.role, invitation.role))
        return Error{ErrorKind::Forbidden, "access.refused", {QStringLiteral("team:manage")}, {}};
    const auto given = access::capabilitiesOf(invitation.role, access::jobFromTitle(invitation.jobTitle));
    if (const auto more = access::beyond(own.capabilities, given))
        return Error{ErrorKind::Forbidden, "team.beyond_own", {QString::fromLatin1(access::nameOf(*more))}, {}};
    if (invitation.days < 1 || invitation.days > longestDays)
        return Error{ErrorKind::Invalid, "invitation.bad_days", {QString::number(longestDays)}, {}};
    return {};
}

struct Names {
    QString shop;
    QString inviter;
};

Result<Names> namesFor(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT (SELECT name FROM workspaces), coalesce(member.display_name, person.full_name)
          FROM workspace_members AS member LEFT JOIN profiles AS person ON person.id = member.user_id
         WHERE member.id = ?)"));
    query->bind(connection.principal().member);
    TRY(query->step());
    return Names{query->text(0), query->text(1)};
}

FieldValue textOrNull(const QString &text)
{
    return text.isEmpty() ? FieldValue(std::nullopt) : FieldValue(text);
}

Result<void> insertRow(WriteContext &context, const InvitationPaper &paper, const InvitationSeal &seal)
{
    return context.rows().insert(Table::WorkspaceInvitations, paper.id,
                                 {{"email", textOrNull(paper.email)},
                                  {"role", access::nameOf(paper.role)},
                                  {"invited_by", context.principal().person},
                                  {"token_hash", access::BlobValue{paper.tokenHash}},
                                  {"expires_at", paper.expiresAt},
                                  {"metadata", accounts::invitationMetadata(paper, seal)}});
}

Result<QByteArray> fileIdOf(const QString &path)
{
    TRY_ASSIGN(auto store, access::PrincipalStore::open(storage::OpenOptions{path}));
    return store->fileId();
}

} // namespace

Result<std::vector<OpenInvitation>> InvitationService::open() const
{
    TRY(m_session.principal().require(Capability::TeamManage));
    TRY_ASSIGN(auto query, m_session.reader().query(R"(
        SELECT invited.id, invited.role, ifnull(invited.metadata ->> '$.job', ''), invited.email,
               coalesce(member.display_name, person.full_name, ''), invited.expires_at
          FROM workspace_invitations AS invited
          LEFT JOIN workspace_members AS member ON member.user_id = invited.invited_by
          LEFT JOIN profiles AS person ON person.id = invited.invited_by
         WHERE invited.status IN ('pending', 'expired') ORDER BY invited.created_at DESC, invited.id DESC)"));
    std::vector<OpenInvitation> open;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return open;
        TRY_ASSIGN(const access::Role role, access::roleFromName(query->utf8(1)));
        const Instant expires = query->instant(5);
        open.push_back({query->id<InvitationId>(0), role, query->text(2), query->text(3), query->text(4), expires,
                        expires <= m_door.clock().now()});
    }
}

QFuture<Result<MadeInvitation>> InvitationService::make(const NewInvitation &invitation)
{
    const access::Principal own = m_session.principal();
    const auto checked = checkInvitation(own, invitation);
    const auto names = checked ? namesFor(m_session.reader()) : Result<Names>(checked.error());
    return accounts::runOn<Result<MadeInvitation>>(
        *QThreadPool::globalInstance(),
        [path = m_session.path(), own, names, invitation, &door = m_door]() -> Result<MadeInvitation> {
            if (!names)
                return names.error();
            TRY_ASSIGN(const QByteArray fileId, fileIdOf(path));
            const QString code = accounts::newInvitationCode();
            const Instant expires(door.clock().now().msecs() + invitation.days * dayMs);
            const InvitationPaper paper{InvitationId::make(door.clock()),
                                        own.workspace,
                                        names->shop,
                                        invitation.role,
                                        invitation.jobTitle.simplified(),
                                        invitation.email.trimmed(),
                                        names->inviter,
                                        expires,
                                        *accounts::tokenHashOf(code)};
            const InvitationSeal seal = accounts::sealInvitation(fileId, paper);
            TRY(changes::await(door.write<void>(Operation{"team.invite"}, [paper, seal](WriteContext &context) {
                return insertRow(context, paper, seal);
            })));
            return MadeInvitation{paper.id, code, accounts::writeInvitation(paper, seal, code), expires};
        });
}

QFuture<Result<void>> InvitationService::withdraw(InvitationId invitation)
{
    return m_door.write<void>(Operation{"team.withdraw"}, [invitation](WriteContext &context) -> Result<void> {
        TRY(context.principal().require(Capability::TeamManage));
        TRY_ASSIGN(auto query, context.query("SELECT status FROM workspace_invitations WHERE id = ?"));
        query->bind(invitation);
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return Error{ErrorKind::NotFound, "row.not_found", {QStringLiteral("workspace_invitations")}, {}};
        const QByteArray status = query->utf8(0);
        if (status != "pending" && status != "expired")
            return Error{ErrorKind::Conflict, "invitation.not_open", {}, {}};
        return context.rows().update(Table::WorkspaceInvitations, invitation, {{"status", "cancelled"}});
    });
}

} // namespace thimblely
