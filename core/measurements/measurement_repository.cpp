// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measurement_repository.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <set>

namespace thimblely::measurements {

namespace {

constexpr char templateColumns[] = "SELECT id, name, garment_type, fields, is_builtin, version"
                                   "  FROM measurement_templates";

// In the order of toSet() below.
constexpr char setColumns[] = R"(
    SELECT taken.id, taken.client_id, taken.template_id, taken.kind, taken.status, taken.measurements, taken.posture,
           taken.taken_by, coalesce(member.display_name, person.full_name), taken.taken_at, taken.warnings_accepted,
           taken.notes, taken.supersedes_id, taken.change_reason, taken.carried
      FROM client_measurements AS taken
      LEFT JOIN workspace_members AS member ON member.user_id = taken.taken_by
      LEFT JOIN profiles AS person ON person.id = taken.taken_by)";

SetKind kindFromColumn(const QByteArray &column)
{
    if (column == "finished_garment")
        return SetKind::FinishedGarment;
    return column == "fit_adjustment" ? SetKind::FitAdjustment : SetKind::Body;
}

SetStatus statusFromColumn(const QByteArray &column)
{
    if (column == "superseded")
        return SetStatus::Superseded;
    return column == "draft" ? SetStatus::Draft : SetStatus::Current;
}

QStringList listFromJson(const QByteArray &json)
{
    QStringList list;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const auto &value : array)
        list.append(value.toString());
    return list;
}

QString stringFromJson(const QByteArray &json)
{
    // A bare string is no JSON document of its own.
    return QJsonDocument::fromJson('[' + json + ']').array().at(0).toString();
}

std::map<QString, MeasurementSetId> carriedFromJson(const QByteArray &json)
{
    std::map<QString, MeasurementSetId> carried;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (const auto from = MeasurementSetId::parse(entry->toString()))
            carried.insert_or_assign(entry.key(), *from);
    }
    return carried;
}

MeasurementTemplate toTemplate(storage::Statement &row)
{
    return {row.id<TemplateId>(0),       row.text(1),    row.text(2),
            fieldsFromJson(row.utf8(3)), row.boolean(4), int(row.int64(5))};
}

Result<MeasurementSet> toSet(storage::Statement &row)
{
    TRY_ASSIGN(std::vector<MeasuredValue> values, measuredValuesFromJson(row.utf8(5)));
    return MeasurementSet{row.id<MeasurementSetId>(0),
                          row.id<ClientId>(1),
                          row.optionalId<TemplateId>(2),
                          kindFromColumn(row.utf8(3)),
                          statusFromColumn(row.utf8(4)),
                          std::move(values),
                          stringFromJson(row.utf8(6)),
                          row.optionalId<PersonId>(7),
                          row.text(8),
                          row.instant(9),
                          listFromJson(row.utf8(10)),
                          row.text(11),
                          row.optionalId<MeasurementSetId>(12),
                          changeReasonFromCode(row.utf8(13)),
                          carriedFromJson(row.utf8(14))};
}

} // namespace

const char *toColumn(SetKind kind)
{
    switch (kind) {
    case SetKind::FinishedGarment:
        return "finished_garment";
    case SetKind::FitAdjustment:
        return "fit_adjustment";
    case SetKind::Body:
        break;
    }
    return "body";
}

Result<std::vector<MeasurementTemplate>> templates(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.query(QByteArray(templateColumns) + " ORDER BY name, id"));
    std::vector<MeasurementTemplate> list;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return list;
        list.push_back(toTemplate(*query));
    }
}

Result<std::optional<MeasurementTemplate>> measurementTemplate(access::ScopedConnection &connection, TemplateId id)
{
    TRY_ASSIGN(auto query, connection.query(QByteArray(templateColumns) + " WHERE id = ?"));
    query->bind(id);
    TRY_ASSIGN(const bool found, query->step());
    return found ? std::optional(toTemplate(*query)) : std::nullopt;
}

Result<std::vector<MeasurementSet>> setsOf(access::ScopedConnection &connection, ClientId client, int limit)
{
    TRY_ASSIGN(auto query, connection.query(QByteArray(setColumns) +
                                            " WHERE taken.client_id = ? ORDER BY taken.taken_at DESC, taken.id DESC"
                                            " LIMIT ?"));
    query->bind(client, limit);
    std::vector<MeasurementSet> sets;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return sets;
        TRY_ASSIGN(MeasurementSet set, toSet(*query));
        sets.push_back(std::move(set));
    }
}

Result<std::optional<MeasurementSet>> load(access::ScopedConnection &connection, MeasurementSetId id)
{
    TRY_ASSIGN(auto query, connection.query(QByteArray(setColumns) + " WHERE taken.id = ?"));
    query->bind(id);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return std::optional<MeasurementSet>();
    TRY_ASSIGN(MeasurementSet set, toSet(*query));
    return std::optional(std::move(set));
}

Result<std::vector<CurrentValue>> currentValues(access::ScopedConnection &connection, ClientId client, SetKind kind)
{
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT id, taken_at, measurements FROM client_measurements
         WHERE client_id = ? AND status = 'current' AND kind = ? ORDER BY taken_at DESC, id DESC)"));
    query->bind(client, toColumn(kind));
    std::set<QString> known;
    std::vector<CurrentValue> values;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        const auto set = query->id<MeasurementSetId>(0);
        const Instant takenAt = query->instant(1);
        TRY_ASSIGN(const std::vector<MeasuredValue> measured, measuredValuesFromJson(query->utf8(2)));
        // The newest set that has a code has it for both sides: an older left sleeve says nothing beside it.
        std::set<QString> here;
        for (const MeasuredValue &value : measured) {
            if (known.contains(value.code))
                continue;
            here.insert(value.code);
            values.push_back({value, set, takenAt});
        }
        known.merge(here);
    }
    std::ranges::stable_sort(values, {}, [](const CurrentValue &value) {
        const MeasurementField *field = measurementField(value.value.code);
        return field ? field - measurementFields().data() : qptrdiff(measurementFields().size());
    });
    return values;
}

Result<std::optional<MeasurementSetId>> currentSet(access::ScopedConnection &connection, ClientId client, SetKind kind,
                                                   const std::optional<TemplateId> &templateId)
{
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT id FROM client_measurements
         WHERE client_id = ? AND status = 'current' AND kind = ? AND template_id IS ?
         ORDER BY taken_at DESC, id DESC LIMIT 1)"));
    query->bind(client, toColumn(kind), templateId);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->optionalId<MeasurementSetId>(0) : std::nullopt;
}

} // namespace thimblely::measurements
