// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/member_rules.h"

#include "core/access/role.h"
#include "core/access/scoped_connection.h"
#include "core/base/namesakes.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace thimblely::access {

namespace {

using namespace std::string_view_literals;

constexpr std::array rightColumns = {"role"sv,   "job_title"sv,         "permissions"sv,
                                     "status"sv, "discount_limit_bp"sv, "refund_limit_minor"sv};

//! As far as what a member may do depends on their row.
struct Rights {
    std::optional<PersonId> person = {};
    Role role = Role::Viewer;
    Job job = Job::None;
    QByteArray permissions = {};
    qint64 discountLimit = 0;
    qint64 refundLimit = 0;

    Result<CapabilitySet> capabilities() const { return applyPermissions(capabilitiesOf(role, job), permissions); }
};

Error forbidden(const char *code, const QStringList &args = {})
{
    return {ErrorKind::Forbidden, code, args, {}};
}

bool touchesRights(std::span<const Field> fields)
{
    return std::ranges::any_of(fields, [](const Field &field) {
        return std::ranges::find(rightColumns, std::string_view(field.column)) != rightColumns.end();
    });
}

bool isSet(std::span<const Field> fields, std::string_view column)
{
    return std::ranges::any_of(fields, [column](const Field &field) { return field.column == column; });
}

Result<Rights> rightsOf(ScopedConnection &connection, const IdBytes &member)
{
    // Of oneself everybody reads them, of others who manages the team.
    const bool own = connection.principal().member.bytes() == member;
    TRY_ASSIGN(auto query,
               connection.query(QByteArray("SELECT user_id, role, job_title, permissions, discount_limit_bp,"
                                           " refund_limit_minor FROM ") +
                                (own ? "own_membership" : "workspace_members") + " WHERE id = ?"));
    query->bind(RowId(member));
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "row.not_found", {QStringLiteral("workspace_members")}, {}};
    TRY_ASSIGN(const Role role, roleFromName(query->utf8(1)));
    return Rights{query->id<PersonId>(0),
                  role,
                  jobFromTitle(query->text(2)),
                  query->isNull(3) ? QByteArray() : query->utf8(3),
                  query->optionalInt64(4).value_or(0),
                  query->optionalInt64(5).value_or(0)};
}

Result<void> lay(Rights &rights, const Field &field)
{
    const std::string_view column = field.column;
    const auto *text = std::get_if<QByteArray>(&field.value.get());
    const auto *number = std::get_if<qint64>(&field.value.get());
    if (column == "role"sv) {
        TRY_ASSIGN(rights.role, roleFromName(text ? QByteArrayView(*text) : QByteArrayView()));
    } else if (column == "job_title"sv) {
        rights.job = jobFromTitle(text ? QString::fromUtf8(*text) : QString());
    } else if (column == "permissions"sv) {
        rights.permissions = text ? *text : QByteArray();
    } else if (column == "discount_limit_bp"sv) {
        rights.discountLimit = number ? *number : 0;
    } else if (column == "refund_limit_minor"sv) {
        rights.refundLimit = number ? *number : 0;
    }
    return {};
}

//! A limit is a part of a right: who has neither the right nor such a limit gives none.
Result<void> checkLimits(const Principal &own, const Rights &mine, const Rights &before, const Rights &after)
{
    const auto tooMuch = [&](Capability right, qint64 Rights::*limit) {
        return after.*limit > before.*limit && !own.can(right) && after.*limit > mine.*limit;
    };
    if (tooMuch(Capability::OrdersDiscount, &Rights::discountLimit) ||
        tooMuch(Capability::OrdersRefund, &Rights::refundLimit))
        return forbidden("team.limit_beyond_own");
    return {};
}

Result<void> checkRise(ScopedConnection &connection, const Rights &before, const Rights &after)
{
    const Principal &own = connection.principal();
    TRY_ASSIGN(const CapabilitySet had, before.capabilities());
    TRY_ASSIGN(const CapabilitySet has, after.capabilities());
    if (const auto more = beyond(own.capabilities | had, has))
        return forbidden("team.beyond_own", {QString::fromLatin1(nameOf(*more))});
    if (after.discountLimit <= before.discountLimit && after.refundLimit <= before.refundLimit)
        return {};
    TRY_ASSIGN(const Rights mine, rightsOf(connection, own.member.bytes()));
    return checkLimits(own, mine, before, after);
}

Result<void> checkWhose(const Principal &own, const Rights &theirs)
{
    if (own.role == Role::Owner)
        return {};
    if (theirs.person == own.person)
        return forbidden("team.own_rights");
    return theirs.role > own.role ? forbidden("team.of_higher") : Result<void>();
}

//! Everybody may go, but the owner, whom the file itself keeps.
bool isLeaving(const Principal &own, const Rights &theirs, std::span<const Field> fields)
{
    if (theirs.person != own.person || fields.size() != 1 || fields[0].column != "status"sv)
        return false;
    const auto *status = std::get_if<QByteArray>(&fields[0].value.get());
    return status && *status == "removed";
}

} // namespace

Result<void> requireOtherName(storage::Statement &names, const QString &name)
{
    for (;;) {
        TRY_ASSIGN(const bool row, names.step());
        if (!row)
            return {};
        if (isSameName(names.text(0), name))
            return Error{ErrorKind::Conflict, "team.same_name", {names.text(0)}, {}};
    }
}

std::optional<Capability> beyond(const CapabilitySet &own, const CapabilitySet &given)
{
    // The narrower form of a right is no right of its own: who may see every piece may show somebody theirs.
    const CapabilitySet more = given - own - CapabilitySet{Capability::OrdersReadAssigned};
    for (int each = 0; each < capabilityCount; ++each) {
        if (more.has(Capability(each)))
            return Capability(each);
    }
    return std::nullopt;
}

Result<void> requireMayChangeMember(ScopedConnection &connection, const IdBytes &member, std::span<const Field> fields)
{
    if (!touchesRights(fields))
        return {};
    TRY_ASSIGN(const Rights before, rightsOf(connection, member));
    // That the owner stays is said by the file itself (guards.sql), whoever asks.
    if (before.role == Role::Owner && isSet(fields, "status"sv))
        return {};
    if (isLeaving(connection.principal(), before, fields))
        return {};
    TRY(checkWhose(connection.principal(), before));
    Rights after = before;
    for (const Field &field : fields)
        TRY(lay(after, field));
    if (before.role == Role::Owner) // an owner may do everything, whatever stands in the row
        return {};
    return checkRise(connection, before, after);
}

Result<void> requireMayAddMember(ScopedConnection &connection, std::span<const Field> fields)
{
    Rights after;
    for (const Field &field : fields)
        TRY(lay(after, field));
    return checkRise(connection, Rights{}, after);
}

Result<void> requireMayDropMember(ScopedConnection &connection, const IdBytes &member)
{
    const auto theirs = rightsOf(connection, member);
    if (!theirs) // in the bin: what they were is looked at when somebody uses it
        return theirs.error().kind == ErrorKind::NotFound ? Result<void>() : theirs.error();
    if (theirs->role == Role::Owner)
        return {};
    return checkWhose(connection.principal(), *theirs);
}

} // namespace thimblely::access
