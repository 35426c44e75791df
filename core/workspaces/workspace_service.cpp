// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/workspace_service.h"

#include "core/workspaces/settings.h"
#include "core/workspaces/shop_writer.h"

#include <algorithm>

namespace thimblely {

namespace {

using changes::Operation;
using changes::WriteContext;

const QString depositKey = QStringLiteral("deposit.percent");
constexpr int usualDeposit = 50;
const QString inchPartsKey = QStringLiteral("tape.inch_parts");
constexpr int usualInchParts = 8;

Result<WorkspaceProfile> loadProfile(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT id, name, slug, currency, locale, country_code, time_zone, day_starts_at, unit_system, legal_name,
               tax_id, registration_no, address, phone, email, receipt_terms, fiscal_mode
          FROM workspaces)"));
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "workspace.unknown", {}, {}};
    TRY_ASSIGN(const Currency currency, Currency::parse(query->text(3)));
    WorkspaceProfile profile{query->id<WorkspaceId>(0),
                             query->text(1),
                             query->text(2),
                             currency,
                             query->text(4),
                             query->text(5),
                             query->utf8(6),
                             QTime::fromString(query->text(7), QStringLiteral("HH:mm")),
                             query->utf8(8) == "imperial" ? UnitSystem::Imperial : UnitSystem::Metric,
                             query->text(9),
                             query->text(10),
                             query->text(11),
                             query->text(12),
                             query->text(13),
                             query->text(14),
                             query->text(15),
                             {},
                             usualDeposit,
                             usualInchParts};
    TRY_ASSIGN(profile.receipts, receiptModeFromCode(query->text(16)));
    TRY_ASSIGN(profile.tax, loadTax(connection));
    TRY_ASSIGN(const auto deposit, workspaces::setting(connection, depositKey));
    if (deposit)
        profile.depositPercent = deposit->toInt(usualDeposit);
    TRY_ASSIGN(const auto parts, workspaces::setting(connection, inchPartsKey));
    if (parts)
        profile.inchParts = parts->toInt(usualInchParts);
    TRY_ASSIGN(const auto remind, workspaces::setting(connection, QLatin1String(remindDaysKey)));
    if (remind)
        profile.remindDays = remindDaysFromJson(*remind).value_or(usualRemindDays());
    TRY_ASSIGN(const auto rush, workspaces::setting(connection, QLatin1String(rushKey)));
    if (rush)
        profile.rush = RushTerms::fromJson(*rush, currency);
    return profile;
}

Result<void> validate(const WorkspaceProfile &profile)
{
    if (profile.name.trimmed().isEmpty())
        return Error{ErrorKind::Invalid, "workspace.no_name", {}, {}};
    if (!profile.calendar())
        return Error{ErrorKind::Invalid, "workspace.bad_zone", {QString::fromLatin1(profile.timeZone)}, {}};
    if (profile.depositPercent < 0 || profile.depositPercent > 100)
        return Error{ErrorKind::Invalid, "workspace.bad_deposit", {}, {}};
    if (profile.inchParts != 8 && profile.inchParts != 4)
        return Error{ErrorKind::Invalid, "workspace.bad_inch_parts", {}, {}};
    if (!areRemindDays(profile.remindDays))
        return Error{ErrorKind::Invalid, "workspace.bad_remind_days", {}, {}};
    const auto isRate = [](Rate rate) { return rate >= Rate(0) && rate <= Rate::percent(100); };
    const bool taxed = isRate(profile.tax.rate) &&
                       std::ranges::all_of(profile.tax.byKind, [&](const auto &kind) { return isRate(kind.second); });
    if (!taxed)
        return Error{ErrorKind::Invalid, "workspace.bad_tax", {}, {}};
    return {};
}

std::vector<access::Field> differences(const WorkspaceProfile &before, const WorkspaceProfile &after)
{
    std::vector<access::Field> fields;
    const auto text = [&](const char *column, QString WorkspaceProfile::*member) {
        const QString value = (after.*member).trimmed();
        if (before.*member != value)
            fields.push_back({column, value.isEmpty() ? access::FieldValue(std::nullopt) : access::FieldValue(value)});
    };
    text("name", &WorkspaceProfile::name);
    text("locale", &WorkspaceProfile::locale);
    text("country_code", &WorkspaceProfile::countryCode);
    text("legal_name", &WorkspaceProfile::legalName);
    text("tax_id", &WorkspaceProfile::taxId);
    text("registration_no", &WorkspaceProfile::registrationNo);
    text("address", &WorkspaceProfile::address);
    text("phone", &WorkspaceProfile::phone);
    text("email", &WorkspaceProfile::email);
    text("receipt_terms", &WorkspaceProfile::receiptTerms);
    if (before.currency != after.currency)
        fields.push_back({"currency", after.currency.code()});
    if (before.timeZone != after.timeZone)
        fields.push_back({"time_zone", after.timeZone});
    if (before.dayStartsAt != after.dayStartsAt)
        fields.push_back({"day_starts_at", after.dayStartsAt.toString(QStringLiteral("HH:mm"))});
    if (before.receipts != after.receipts)
        fields.push_back({"fiscal_mode", toCode(after.receipts)});
    if (before.units != after.units)
        fields.push_back({"unit_system", after.units == UnitSystem::Imperial ? "imperial" : "metric"});
    return fields;
}

} // namespace

Result<void> workspaces::writeProfile(WriteContext &context, const WorkspaceProfile &profile)
{
    TRY(validate(profile));
    TRY_ASSIGN(const WorkspaceProfile before, loadProfile(context.connection()));
    const std::vector<access::Field> fields = differences(before, profile);
    if (!fields.empty())
        TRY(context.rows().update(storage::Table::Workspaces, profile.id, fields));
    if (before.tax != profile.tax)
        TRY(setSetting(context, QLatin1String(taxKey), profile.tax.toJson()));
    if (before.depositPercent != profile.depositPercent)
        TRY(setSetting(context, depositKey, profile.depositPercent));
    if (before.inchParts != profile.inchParts)
        TRY(setSetting(context, inchPartsKey, profile.inchParts));
    if (before.remindDays != profile.remindDays)
        TRY(setSetting(context, QLatin1String(remindDaysKey), toJson(profile.remindDays)));
    if (before.rush != profile.rush)
        TRY(setSetting(context, QLatin1String(rushKey), profile.rush.toJson()));
    return {};
}

WorkspaceService::WorkspaceService(access::Session &session, changes::WriteDoor &door)
    : m_session(session), m_door(door)
{}

Result<WorkspaceProfile> WorkspaceService::load()
{
    return loadProfile(m_session.reader());
}

QFuture<Result<void>> WorkspaceService::update(const WorkspaceProfile &profile)
{
    return m_door.write<void>(Operation{"workspace.update"},
                              [profile](WriteContext &context) { return workspaces::writeProfile(context, profile); });
}

Result<std::optional<QJsonValue>> WorkspaceService::setting(const QString &key)
{
    return workspaces::setting(m_session.reader(), key);
}

QFuture<Result<void>> WorkspaceService::setSetting(const QString &key, const QJsonValue &value)
{
    return m_door.write<void>(Operation{"settings.set", {key}}, [key, value](WriteContext &context) {
        return workspaces::setSetting(context, key, value);
    });
}

} // namespace thimblely
