// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/hours_service.h"

#include "core/workspaces/settings.h"
#include "core/workspaces/shop_writer.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace thimblely {

namespace {

using access::Capability;
using changes::Operation;
using changes::WriteContext;

Result<std::vector<MemberHours>> readPeople(access::ScopedConnection &connection)
{
    std::vector<MemberHours> people;
    if (!connection.principal().can(Capability::TeamRead))
        return people;
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT member.id, coalesce(member.display_name, person.full_name),
               ifnull(member.job_title IN ('cutter', 'stitcher', 'finisher'), 0), member.working_hours
          FROM workspace_members AS member LEFT JOIN profiles AS person ON person.id = member.user_id
         WHERE member.status = 'active'
         ORDER BY 2, member.id)"));
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return people;
        const QJsonDocument own = QJsonDocument::fromJson(query->utf8(3));
        people.push_back({query->id<MemberId>(0), query->text(1), query->boolean(2),
                          WorkWeek::fromJson(own[QLatin1String("week")])});
    }
}

Result<ShopHours> readHours(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.query("SELECT locale FROM workspaces"));
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "workspace.unknown", {}, {}};
    TRY_ASSIGN(const auto hours, workspaces::setting(connection, QLatin1String(workingHoursKey)));
    TRY_ASSIGN(const auto fittings, workspaces::setting(connection, QLatin1String(fittingRulesKey)));
    TRY_ASSIGN(std::vector<MemberHours> people, readPeople(connection));
    return ShopHours{WorkingHours::fromJson(hours.value_or(QJsonValue()), query->text(0)),
                     FittingRules::fromJson(fittings.value_or(QJsonValue())), std::move(people)};
}

Result<void> writePerson(WriteContext &context, const MemberHours &person)
{
    const access::FieldValue column =
        person.week ? access::FieldValue(QJsonDocument(QJsonObject{{QStringLiteral("week"), person.week->toJson()}})
                                             .toJson(QJsonDocument::Compact))
                    : access::FieldValue(std::nullopt);
    return context.rows().update(storage::Table::WorkspaceMembers, person.member, {{"working_hours", column}});
}

} // namespace

Result<void> workspaces::writeHours(WriteContext &context, const ShopHours &hours)
{
    TRY(context.principal().require(Capability::WorkspaceManage));
    if (hours.hours.week.isEmpty())
        return Error{ErrorKind::Invalid, "hours.nobody", {}, {}};
    TRY_ASSIGN(const ShopHours before, readHours(context.connection()));
    if (before.hours.week != hours.hours.week || before.hours.closed != hours.hours.closed)
        TRY(setSetting(context, QLatin1String(workingHoursKey), hours.hours.toJson()));
    if (before.fittings != hours.fittings)
        TRY(setSetting(context, QLatin1String(fittingRulesKey), hours.fittings.toJson()));
    for (const MemberHours &person : hours.people) {
        for (const MemberHours &was : before.people) {
            if (was.member == person.member && was.week != person.week)
                TRY(writePerson(context, person));
        }
    }
    return {};
}

Result<ShopHours> HoursService::load() const
{
    return readHours(m_session.reader());
}

QFuture<Result<void>> HoursService::save(ShopHours hours)
{
    return m_door.write<void>(Operation{"workspace.hours"}, [hours = std::move(hours)](WriteContext &context) {
        return workspaces::writeHours(context, hours);
    });
}

} // namespace thimblely
