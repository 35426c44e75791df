// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measurement_template.h"

#include "core/measurements/measured_value.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <set>

namespace thimblely {

namespace {

constexpr int mostNameLetters = 100;
constexpr size_t mostFields = 120;
constexpr QLatin1StringView childPrefix("child_");

QString translated(const QString &name)
{
    return QCoreApplication::translate("Measurement", name.toUtf8().constData());
}

Error refusal(const char *code, const QStringList &args = {})
{
    return {ErrorKind::Invalid, code, args, {}};
}

QJsonObject toJson(const TemplateField &field, int order)
{
    QJsonObject object{{QStringLiteral("code"), field.code},
                       {QStringLiteral("section"), field.section},
                       {QStringLiteral("order"), order}};
    if (!field.label.isEmpty())
        object.insert(QStringLiteral("label"), field.label);
    if (field.required)
        object.insert(QStringLiteral("required"), true);
    if (field.sides)
        object.insert(QStringLiteral("sides"), true);
    if (field.kind == MeasurementKind::Finished)
        object.insert(QStringLiteral("kind"), QStringLiteral("finished"));
    if (!field.choices.isEmpty())
        object.insert(QStringLiteral("choices"), QJsonArray::fromStringList(field.choices));
    return object;
}

TemplateField fieldFromJson(const QJsonValue &json)
{
    TemplateField field{json[QLatin1String("code")].toString(), json[QLatin1String("label")].toString(),
                        json[QLatin1String("section")].toString(), json[QLatin1String("required")].toBool(),
                        json[QLatin1String("sides")].toBool()};
    if (json[QLatin1String("kind")].toString() == QLatin1String("finished"))
        field.kind = MeasurementKind::Finished;
    const QJsonArray choices = json[QLatin1String("choices")].toArray();
    for (const auto &choice : choices)
        field.choices.append(choice.toString());
    return field;
}

Result<void> validate(const TemplateField &field, std::set<QString> &seen)
{
    const bool known = measurementField(field.code) != nullptr;
    if (field.code.isEmpty() || (!known && field.label.trimmed().isEmpty()))
        return refusal("template.field_no_name");
    if (!seen.insert(field.code).second)
        return refusal("template.same_field", {nameOf(field)});
    if (field.choices.size() == 1)
        return refusal("template.one_choice", {nameOf(field)});
    return {};
}

} // namespace

MeasurementKind kindOf(const TemplateField &field)
{
    const MeasurementField *known = measurementField(field.code);
    return known ? known->kind : field.kind;
}

QString nameOf(const TemplateField &field)
{
    return field.label.isEmpty() ? nameOfCode(field.code) : field.label;
}

QString nameOfCode(const QString &code)
{
    if (const MeasurementField *known = measurementField(code))
        return QCoreApplication::translate("Measurement", known->name);
    QString words = code.mid(code.startsWith(u'@') ? 1 : 0);
    if (const QLatin1StringView end = codeEndOf(dimensionOf(code)); words.endsWith(end))
        words.chop(end.size());
    words.replace(u'_', u' ');
    return words.left(1).toUpper() + words.mid(1);
}

QString nameOf(const MeasurementTemplate &garment)
{
    return translated(garment.name);
}

bool isForChildren(QStringView garmentType)
{
    return garmentType.startsWith(childPrefix);
}

QString garmentTypeFor(const QString &garmentType, bool children)
{
    const QString garment = isForChildren(garmentType) ? garmentType.mid(childPrefix.size()) : garmentType;
    return children ? childPrefix + garment : garment;
}

QString ownFieldCode(const QString &label, MeasurementDimension dimension)
{
    QString code;
    for (const QChar c : label.trimmed().toCaseFolded()) {
        if (c.isLetterOrNumber() || c.isMark())
            code += c;
        else if (!code.endsWith(u'_'))
            code += u'_';
    }
    while (code.endsWith(u'_'))
        code.chop(1);
    return code.isEmpty() ? QString() : u'@' + code.left(60) + codeEndOf(dimension);
}

Result<void> validate(const TemplateDraft &draft)
{
    const QString name = draft.name.trimmed();
    if (name.isEmpty())
        return refusal("template.no_name");
    if (name.size() > mostNameLetters)
        return refusal("template.name_too_long", {QString::number(mostNameLetters)});
    if (draft.fields.empty())
        return refusal("template.no_fields");
    if (draft.fields.size() > mostFields)
        return refusal("template.too_many_fields", {QString::number(mostFields)});
    std::set<QString> seen;
    for (const TemplateField &field : draft.fields)
        TRY(validate(field, seen));
    return {};
}

QByteArray fieldsToJson(const std::vector<TemplateField> &fields)
{
    QJsonArray array;
    int order = 1;
    for (const TemplateField &field : fields)
        array.append(toJson(field, order++));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

std::vector<TemplateField> fieldsFromJson(const QByteArray &json)
{
    std::vector<std::pair<int, TemplateField>> placed;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const auto &value : array)
        placed.push_back({value[QLatin1String("order")].toInt(), fieldFromJson(value)});
    std::ranges::stable_sort(placed, {}, &std::pair<int, TemplateField>::first);
    std::vector<TemplateField> fields;
    fields.reserve(placed.size());
    for (auto &[order, field] : placed)
        fields.push_back(std::move(field));
    return fields;
}

} // namespace thimblely
