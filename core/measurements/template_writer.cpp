// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/template_writer.h"

#include "core/changes/restored_rows.h"
#include "core/measurements/measurement_repository.h"

#include <QCoreApplication>

#include <algorithm>

namespace thimblely::measurements {

namespace {

constexpr auto table = storage::Table::MeasurementTemplates;

QLatin1StringView garmentTypeOf(Garment garment)
{
    switch (garment) {
    case Garment::Shirt:
        return QLatin1StringView("shirt");
    case Garment::Trousers:
        return QLatin1StringView("trousers");
    case Garment::Jacket:
        return QLatin1StringView("jacket");
    case Garment::Waistcoat:
        return QLatin1StringView("waistcoat");
    case Garment::Dress:
        return QLatin1StringView("dress");
    case Garment::Skirt:
        return QLatin1StringView("skirt");
    case Garment::Blouse:
        return QLatin1StringView("blouse");
    case Garment::Agbada:
        break;
    }
    return QLatin1StringView("agbada");
}

//! What is measured on a grown bust says nothing of a child.
bool isOfGrownPeople(const QString &code)
{
    return code == QLatin1String("highbust_circ") || code == QLatin1String("lowbust_circ") ||
           code.startsWith(QLatin1String("bustpoint_"));
}

//! Without these no garment of its kind is cut; the shop may ask for more or for fewer.
QStringList neededCodes(Garment garment)
{
    const QString chest = QStringLiteral("bust_circ");
    const QString waist = QStringLiteral("waist_circ");
    const QString hip = QStringLiteral("hip_circ");
    const QString shoulders = QStringLiteral("shoulder_tip_to_shoulder_tip_b");
    const QString sleeve = QStringLiteral("arm_shoulder_tip_to_wrist");
    const QString back = QStringLiteral("neck_back_to_waist_b");
    switch (garment) {
    case Garment::Shirt:
        return {QStringLiteral("neck_mid_circ"), chest, shoulders, sleeve};
    case Garment::Trousers:
        return {waist, hip, QStringLiteral("leg_waist_side_to_floor"), QStringLiteral("leg_crotch_to_floor")};
    case Garment::Jacket:
        return {chest, waist, hip, shoulders, back, sleeve};
    case Garment::Waistcoat:
        return {chest, waist, back};
    case Garment::Dress:
        return {chest, waist, hip, back};
    case Garment::Skirt:
        return {waist, hip};
    case Garment::Blouse:
        return {chest, shoulders};
    case Garment::Agbada:
        break;
    }
    return {chest, shoulders, sleeve};
}

//! A jacket shows where shoulders and arms differ; for the others one side will do until the shop says otherwise.
bool isToldApart(const BuiltinTemplate &builtin, const QString &code)
{
    return builtin.garment == Garment::Jacket && !builtin.child &&
           (code == QLatin1String("shoulder_length") || code == QLatin1String("arm_shoulder_tip_to_wrist"));
}

//! What is worn together is still several garments.
QString finishedSection(const QString &code)
{
    if (code.startsWith(QLatin1String("@agbada_")))
        return QStringLiteral(QT_TRANSLATE_NOOP("Measurement", "Agbada robe"));
    if (code == QLatin1String("@kaftan_length") || code.startsWith(QLatin1String("@neck_")))
        return QStringLiteral(QT_TRANSLATE_NOOP("Measurement", "Inner top"));
    if (code.startsWith(QLatin1String("@sokoto_")))
        return QStringLiteral(QT_TRANSLATE_NOOP("Measurement", "Sokoto"));
    return code == QLatin1String("@cap") ? QStringLiteral(QT_TRANSLATE_NOOP("Measurement", "Cap"))
                                         : QStringLiteral("finished");
}

std::vector<TemplateField> fieldsOf(const BuiltinTemplate &builtin)
{
    std::vector<TemplateField> fields;
    const QStringList codes = templateCodes(builtin.garment);
    for (const QString &code : codes) {
        if (builtin.child && isOfGrownPeople(code))
            continue;
        const bool finished = measurementField(code)->kind == MeasurementKind::Finished;
        TemplateField field{code, {}, finished ? finishedSection(code) : QStringLiteral("body")};
        field.sides = isToldApart(builtin, code);
        field.required = neededCodes(builtin.garment).contains(code);
        fields.push_back(std::move(field));
    }
    return fields;
}

access::FieldValue orNull(const QString &text)
{
    return text.isEmpty() ? access::FieldValue(std::nullopt) : access::FieldValue(text);
}

//! Two of one name could not be told apart in a menu.
Result<void> requireFreeName(changes::WriteContext &context, const QString &name, const std::optional<TemplateId> &self)
{
    TRY_ASSIGN(auto query, context.query("SELECT id FROM measurement_templates WHERE name = ?"));
    query->bind(name);
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return {};
        if (!self || query->id<TemplateId>(0) != *self)
            return Error{ErrorKind::Invalid, "template.name_taken", {name}, {}};
    }
}

//! One that comes out of the bin finds its name taken as a new one would.
const changes::RestoredRows
    templatesFollow(table, [](changes::WriteContext &context, const IdBytes &row) -> Result<void> {
        const TemplateId id(row);
        TRY_ASSIGN(const auto found, measurementTemplate(context.connection(), id));
        return found ? requireFreeName(context, found->name, id) : Result<void>();
    });

Result<MeasurementTemplate> existing(changes::WriteContext &context, TemplateId id)
{
    TRY_ASSIGN(auto found, measurementTemplate(context.connection(), id));
    if (!found)
        return Error{ErrorKind::NotFound, "template.unknown", {}, {}};
    return std::move(*found);
}

} // namespace

Result<TemplateId> addTemplate(changes::WriteContext &context, const TemplateDraft &draft)
{
    TRY(validate(draft));
    const QString name = draft.name.trimmed();
    TRY(requireFreeName(context, name, {}));
    const TemplateId id = TemplateId::make(context.clock());
    TRY(context.rows().insert(table, id,
                              {{"name", name},
                               {"garment_type", orNull(draft.garmentType)},
                               {"fields", fieldsToJson(draft.fields)},
                               {"is_builtin", false}}));
    return id;
}

Result<void> updateTemplate(changes::WriteContext &context, TemplateId id, const TemplateDraft &draft)
{
    TRY(validate(draft));
    TRY_ASSIGN(const MeasurementTemplate before, existing(context, id));
    const QString name = draft.name.trimmed();
    std::vector<access::Field> fields;
    if (name != before.name) {
        TRY(requireFreeName(context, name, id));
        fields.push_back({"name", name});
    }
    if (draft.garmentType != before.garmentType)
        fields.push_back({"garment_type", orNull(draft.garmentType)});
    if (draft.fields != before.fields)
        fields.push_back({"fields", fieldsToJson(draft.fields)});
    if (fields.empty())
        return {};
    fields.push_back({"version", qint64(before.version + 1)});
    return context.rows().update(table, id, fields);
}

Result<void> reorderTemplate(changes::WriteContext &context, TemplateId id, const QStringList &codes)
{
    TRY_ASSIGN(MeasurementTemplate found, existing(context, id));
    // Fields that are not named keep their order behind the named ones.
    std::ranges::stable_sort(found.fields, {}, [&](const TemplateField &field) {
        const qsizetype place = codes.indexOf(field.code);
        return place < 0 ? codes.size() : place;
    });
    return updateTemplate(context, id, found.draft());
}

Result<void> removeTemplate(changes::WriteContext &context, TemplateId id)
{
    TRY_ASSIGN(const MeasurementTemplate found, existing(context, id));
    if (found.builtin)
        return Error{ErrorKind::Invalid, "template.builtin", {found.name}, {}};
    return context.rows().remove(table, id.bytes());
}

TemplateId builtinTemplateId(WorkspaceId workspace, QLatin1StringView key)
{
    return TemplateId::fromName("measurement_template:" + workspace.view().toByteArray() + ':' +
                                QByteArray(key.data(), key.size()));
}

Result<void> installBuiltinTemplates(changes::WriteContext &context)
{
    for (const BuiltinTemplate &builtin : builtinTemplates()) {
        const TemplateId id = builtinTemplateId(context.principal().workspace, builtin.key);
        TRY_ASSIGN(const auto known, measurementTemplate(context.connection(), id));
        if (known)
            continue;
        const QString garment = garmentTypeFor(garmentTypeOf(builtin.garment), builtin.child);
        TRY(context.rows().insert(table, id,
                                  {{"name", builtin.name},
                                   {"garment_type", garment},
                                   {"fields", fieldsToJson(fieldsOf(builtin))},
                                   {"is_builtin", true}}));
    }
    return {};
}

} // namespace thimblely::measurements
