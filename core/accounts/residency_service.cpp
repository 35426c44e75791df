// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/residency_service.h"

namespace thimblely {

namespace {

using changes::Operation;
using changes::WriteContext;

Result<Residency> loadResidency(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query,
               connection.query("SELECT country_code, region, data_residency_region FROM own_profile WHERE id = ?"));
    query->bind(connection.principal().person);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "row.not_found", {QStringLiteral("profiles")}, {}};
    return Residency{query->text(0), query->text(1), query->text(2)};
}

Result<void> writeResidency(WriteContext &context, const Residency &residency)
{
    TRY_ASSIGN(const Residency before, loadResidency(context.connection()));
    std::vector<access::Field> fields;
    const auto add = [&](const char *column, QString Residency::*member) {
        const QString &value = residency.*member;
        if (before.*member != value)
            fields.push_back({column, value.isEmpty() ? access::FieldValue(std::nullopt) : access::FieldValue(value)});
    };
    add("country_code", &Residency::country);
    add("region", &Residency::region);
    add("data_residency_region", &Residency::data);
    return fields.empty() ? Result<void>()
                          : context.rows().update(storage::Table::Profiles, context.principal().person, fields);
}

} // namespace

Result<Residency> ResidencyService::load() const
{
    return loadResidency(m_session.reader());
}

QFuture<Result<void>> ResidencyService::save(const Residency &residency)
{
    return m_door.write<void>(Operation{"profile.places"},
                              [residency](WriteContext &context) { return writeResidency(context, residency); });
}

} // namespace thimblely
