// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measurement_writer.h"

#include "core/measurements/measurement_repository.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <set>

namespace thimblely::measurements {

namespace {

constexpr auto setTable = storage::Table::ClientMeasurements;

QByteArray listToJson(const QStringList &list)
{
    return QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact);
}

QByteArray stringToJson(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

QByteArray carriedToJson(const std::map<QString, MeasurementSetId> &carried)
{
    QJsonObject object;
    for (const auto &[code, from] : carried)
        object.insert(code, from.toString());
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

access::FieldValue orNull(const QString &text)
{
    return text.isEmpty() ? access::FieldValue(std::nullopt) : access::FieldValue(text);
}

Result<void> validate(const MeasurementDraft &draft)
{
    if (draft.values.empty() && draft.kind != SetKind::FitAdjustment) // nothing is adjusted any more
        return Error{ErrorKind::Invalid, "measure.empty", {}, {}};
    std::set<std::pair<QString, Side>> seen;
    for (const MeasuredValue &value : draft.values) {
        const bool whole = seen.contains({value.code, Side::Both});
        const bool halves = seen.contains({value.code, Side::Left}) || seen.contains({value.code, Side::Right});
        if (whole || (halves && value.side == Side::Both) || !seen.insert({value.code, value.side}).second)
            return Error{ErrorKind::Invalid, "measure.same_code", {value.code}, {}};
    }
    return {};
}

Result<QString> garmentOf(changes::WriteContext &context, const std::optional<TemplateId> &templateId)
{
    if (!templateId)
        return QString();
    TRY_ASSIGN(const auto known, measurementTemplate(context.connection(), *templateId));
    if (!known)
        return Error{ErrorKind::NotFound, "template.unknown", {}, {}};
    return known->garmentType;
}

} // namespace

Result<MeasurementSetId> save(changes::WriteContext &context, const MeasurementDraft &draft)
{
    TRY(validate(draft));
    TRY_ASSIGN(const QString garment, garmentOf(context, draft.templateId));
    TRY_ASSIGN(const auto before, currentSet(context.connection(), draft.client, draft.kind, draft.templateId));
    const MeasurementSetId id = MeasurementSetId::make(context.clock());
    if (before)
        TRY(context.rows().update(setTable, *before, {{"status", "superseded"}}));
    std::vector<access::Field> fields = {
        {"client_id", draft.client},
        {"template_id", draft.templateId},
        {"supersedes_id", before},
        {"order_item_id", draft.piece},
        {"event_id", draft.fitting},
        {"kind", toColumn(draft.kind)},
        {"garment_type", orNull(garment)},
        {"status", "current"},
        {"measurements", toJson(draft.values)},
        {"source", draft.source.isEmpty() ? QStringLiteral("here") : draft.source},
        {"change_reason", draft.changeReason ? access::FieldValue(toCode(*draft.changeReason)) : std::nullopt},
        {"taken_by", context.principal().person},
        {"taken_at", draft.takenAt.value_or(context.clock().now())},
        {"notes", orNull(draft.notes.trimmed())},
    };
    if (!draft.posture.isEmpty())
        fields.push_back({"posture", stringToJson(draft.posture)});
    if (!draft.carried.empty())
        fields.push_back({"carried", carriedToJson(draft.carried)});
    if (!draft.warningsAccepted.isEmpty())
        fields.push_back({"warnings_accepted", listToJson(draft.warningsAccepted)});
    TRY(context.rows().insert(setTable, id, fields));
    return id;
}

Result<void> bringBack(changes::WriteContext &context, MeasurementSetId set, ClientId client)
{
    TRY_ASSIGN(const auto before, currentSet(context.connection(), client, SetKind::Body, {}));
    TRY(context.rows().restore(setTable, set.bytes()));
    if (!before)
        return {};
    TRY(context.rows().update(setTable, *before, {{"status", "superseded"}}));
    return context.rows().update(setTable, set, {{"supersedes_id", *before}, {"status", "current"}});
}

Result<bool> exists(changes::WriteContext &context, MeasurementSetId set)
{
    TRY_ASSIGN(auto query, context.query("SELECT 1 FROM client_measurements WHERE id = ?"));
    query->bind(set);
    return query->step();
}

} // namespace thimblely::measurements
