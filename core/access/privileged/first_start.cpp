// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/first_start.h"

#include "core/access/natural_ids.h"
#include "core/access/policy.h"
#include "core/access/privileged/own_operation.h"
#include "core/access/privileged/workspace_slug.h"
#include "core/storage/transaction.h"

namespace thimblely::access {

namespace {

constexpr const char *makeKind = "workspace.make";

std::optional<QString> unlessEmpty(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

//! What a workspace begins with; under one operation, which the journal's triggers ask for.
class Founding {
public:
    Founding(storage::Connection &connection, DeviceId device, PersonId person, WorkspaceId workspace, Instant now)
        : m_connection(connection), m_device(device), m_person(person), m_workspace(workspace), m_now(now)
    {}

    Result<void> addDevice(const QString &name)
    {
        TRY_ASSIGN(auto device, m_connection.query("INSERT INTO sys_devices (id, name, first_seen_at, last_seen_at)"
                                                   " VALUES (?1, ?2, ?3, ?3) ON CONFLICT (id) DO NOTHING"));
        device->bind(m_device, name, m_now);
        TRY(device->run());
        TRY_ASSIGN(auto here, m_connection.query("INSERT INTO sys_meta (key, value) VALUES ('device_id', ?)"
                                                 " ON CONFLICT (key) DO UPDATE SET value = excluded.value"));
        here->bind(m_device);
        return here->run();
    }

    Result<void> addPerson(const NewOwner &owner)
    {
        TRY_ASSIGN(auto profile, m_connection.query(R"(
            INSERT INTO profiles (id, email, full_name, role, country_code, locale, unit_system, onboarding_completed,
                                  created_at, updated_at)
            VALUES (?1, ?2, ?3, 'business', ?4, ?5, ?6, 1, ?7, ?7))"));
        profile->bind(m_person, unlessEmpty(owner.email), owner.name, unlessEmpty(owner.countryCode),
                      unlessEmpty(owner.locale), owner.unitSystem, m_now);
        TRY(profile->run());
        TRY_ASSIGN(auto login, m_connection.query(R"(
            INSERT INTO auth_users (id, email, login_name, password_hash, pin_hash, created_at, updated_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6))"));
        login->bind(m_person, unlessEmpty(owner.email), unlessEmpty(owner.loginName));
        for (const auto &hash : {owner.passwordHash, owner.pinHash}) {
            if (hash)
                login->bindUtf8(*hash);
            else
                login->bindNull();
        }
        login->bind(m_now);
        return login->run();
    }

    Result<void> addWorkspace(const NewWorkspace &workspace)
    {
        QString slug = workspace.slug;
        if (slug.isEmpty()) {
            TRY_ASSIGN(slug, freeSlug(m_connection, slugFromName(workspace.name)));
        }
        TRY_ASSIGN(auto shop, m_connection.query(R"(
            INSERT INTO workspaces (id, owner_id, name, slug, business_type, country_code, currency, locale, time_zone,
                                    unit_system, fiscal_mode, created_at, updated_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12))"));
        shop->bind(m_workspace, m_person, workspace.name, slug, workspace.businessType, workspace.countryCode,
                   workspace.currency, unlessEmpty(workspace.locale),
                   workspace.timeZone.isEmpty() ? QStringLiteral("UTC") : workspace.timeZone, workspace.unitSystem,
                   workspace.receiptMode, m_now);
        TRY(shop->run());
        TRY_ASSIGN(auto member, m_connection.query(R"(
            INSERT INTO workspace_members (id, workspace_id, user_id, role, status, accepted_at, created_at, updated_at)
            VALUES (?1, ?2, ?3, 'admin', 'active', ?4, ?4, ?4))"));
        member->bind(memberId(m_workspace, m_person), m_workspace, m_person, m_now);
        TRY(member->run());
        // Holds the letter for this device; the series of orders and papers are made when their first number is taken.
        TRY_ASSIGN(auto series, m_connection.query("INSERT INTO sys_series (workspace_id, device_id, kind, series)"
                                                   " VALUES (?, ?, 'client', 'A')"));
        series->bind(m_workspace, m_device);
        TRY(series->run());
        for (const auto &[key, json] : workspace.settings)
            TRY(addSetting(key, json));
        return {};
    }

private:
    Result<void> addSetting(const QByteArray &key, const QByteArray &json)
    {
        TRY_ASSIGN(auto setting, m_connection.query(R"(
            INSERT INTO sys_settings (id, workspace_id, key, value, created_at, updated_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?5))"));
        setting->bind(settingId(m_workspace, std::nullopt, std::nullopt, key), m_workspace)
            .bindUtf8(key)
            .bindUtf8(json);
        setting->bind(m_now);
        return setting->run();
    }

    storage::Connection &m_connection;
    const DeviceId m_device;
    const PersonId m_person;
    const WorkspaceId m_workspace;
    const Instant m_now;
};

Principal principalOf(PersonId person, WorkspaceId workspace, DeviceId device)
{
    return {person,
            workspace,
            device,
            memberId(workspace, person),
            Role::Owner,
            Job::None,
            capabilitiesOf(Role::Owner, Job::None)};
}

Result<void> requireMayFound(storage::Connection &connection, PersonId person)
{
    TRY_ASSIGN(auto query, connection.query("SELECT role, workspace_access_at IS NOT NULL FROM profiles"
                                            " WHERE id = ? AND is_active = 1 AND deleted_at IS NULL"));
    query->bind(person);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "row.not_found", {QStringLiteral("profiles")}, {}};
    if (!mayCreateWorkspace(query->utf8(0), query->boolean(1)))
        return Error{ErrorKind::Forbidden, "access.customer", {}, {}};
    return {};
}

} // namespace

Result<Principal> makeFirstOwner(const storage::OpenOptions &options, const NewOwner &owner,
                                 const NewWorkspace &workspace, DeviceId device, const QString &deviceName,
                                 const Clock &clock)
{
    TRY_ASSIGN(const auto connection, storage::Connection::open(options));
    const PersonId person = PersonId::make(clock);
    const WorkspaceId shop = WorkspaceId::make(clock);
    TRY_ASSIGN(auto transaction, storage::WriteTransaction::begin(*connection));
    Founding founding(*connection, device, person, shop, clock.now());
    TRY(founding.addDevice(deviceName));
    TRY(beginOperation(*connection, {person, shop, device}, "first_start", {workspace.name}, clock));
    TRY(founding.addPerson(owner));
    TRY(founding.addWorkspace(workspace));
    TRY(endOperation(*connection));
    TRY(transaction.commit());
    return principalOf(person, shop, device);
}

Result<Principal> makeWorkspace(const storage::OpenOptions &options, PersonId owner, const NewWorkspace &workspace,
                                DeviceId device, const Clock &clock)
{
    TRY_ASSIGN(const auto connection, storage::Connection::open(options));
    const WorkspaceId shop = WorkspaceId::make(clock);
    TRY_ASSIGN(auto transaction, storage::WriteTransaction::begin(*connection));
    TRY(requireMayFound(*connection, owner));
    Founding founding(*connection, device, owner, shop, clock.now());
    TRY(beginOperation(*connection, {owner, shop, device}, makeKind, {workspace.name}, clock));
    TRY(founding.addWorkspace(workspace));
    TRY(endOperation(*connection));
    TRY(transaction.commit());
    return principalOf(owner, shop, device);
}

} // namespace thimblely::access
