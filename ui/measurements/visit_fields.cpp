// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/visit_fields.h"

#include "ui/desk/day_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace thimblely::ui {

namespace {

constexpr int keptDays = 183; // older values stop the cursor
constexpr size_t mostEarlier = 2;
constexpr std::array sides{BodySide::Both, BodySide::Left, BodySide::Right};
constexpr std::array sideNames{"both", "left", "right"};

std::optional<LengthUnit> lengthUnitOf(AmountUnit unit)
{
    switch (unit) {
    case AmountUnit::Centimetre:
        return LengthUnit::Centimetre;
    case AmountUnit::Millimetre:
        return LengthUnit::Millimetre;
    case AmountUnit::Inch:
        return LengthUnit::Inch;
    default:
        return {};
    }
}

AmountUnit amountUnitOf(LengthUnit unit)
{
    switch (unit) {
    case LengthUnit::Centimetre:
        return AmountUnit::Centimetre;
    case LengthUnit::Millimetre:
        return AmountUnit::Millimetre;
    case LengthUnit::Inch:
        return AmountUnit::Inch;
    }
    Q_UNREACHABLE();
}

Side sideOf(BodySide side)
{
    return side == BodySide::Left ? Side::Left : side == BodySide::Right ? Side::Right : Side::Both;
}

BodySide bodySideOf(Side side)
{
    return side == Side::Left ? BodySide::Left : side == Side::Right ? BodySide::Right : BodySide::Both;
}

FieldValue valueIn(const MeasurementSet &set, const QString &code)
{
    FieldValue found;
    for (const MeasuredValue &value : set.values) {
        const auto unit = lengthUnitOf(value.unit);
        if (value.code == code && unit)
            found.side(bodySideOf(value.side)) = TypedLength{value.length(), *unit, value.text};
    }
    return found;
}

//! A value taken whole is asked for left and right now, or the other way round: each side gets what is known of it.
FieldValue fitted(FieldValue value, bool paired)
{
    if (paired && value.both) {
        value.left = value.both;
        value.right = value.both;
        value.both.reset();
    }
    return value;
}

std::optional<LengthRange> lengths(const std::optional<MeasurementRange> &range)
{
    if (!range)
        return {};
    return LengthRange{Length(range->least), Length(range->most)};
}

std::optional<MeasurementRange> usualFor(const MeasurementField &field, GenderForFit gender)
{
    if (gender == GenderForFit::Female)
        return field.women;
    return gender == GenderForFit::Male ? field.men : std::nullopt;
}

//! What others call the field, unless the name says it already.
QString anotherName(const MeasurementField &known, const QString &name)
{
    const QStringList aliases = known.aliases();
    for (const QString &alias : aliases) {
        if (!name.contains(alias, Qt::CaseInsensitive))
            return alias;
    }
    return {};
}

void addEarlier(const VisitSources &from, MeasureField &field)
{
    for (const MeasurementSet &set : from.sets) {
        if (set.kind != SetKind::Body || set.status == SetStatus::Draft || field.earlier.size() == mostEarlier)
            continue;
        const FieldValue raw = valueIn(set, field.code);
        if (raw.isEmpty())
            continue;
        const FieldValue value = fitted(raw, field.paired);
        const Date day = from.calendar.dayOf(set.takenAt);
        const bool first = field.earlier.empty();
        field.earlier.push_back({value, dayText(day, from.today, from.locale), day.daysTo(from.today)});
        const bool otherGarment = set.templateId != from.garment.id;
        if (first && otherGarment && set.status == SetStatus::Current && day.daysTo(from.today) <= keptDays) {
            field.today = value;
            field.state = FieldState::Kept;
        }
    }
}

} // namespace

std::vector<MeasureField> visitFields(const VisitSources &from)
{
    std::vector<MeasureField> fields;
    for (const TemplateField &asked : from.garment.fields) {
        const MeasurementField *known = measurementField(asked.code);
        const bool ofTheBody = !known || known->kind == MeasurementKind::Body;
        if (!ofTheBody || dimensionOf(asked.code) != MeasurementDimension::Length)
            continue;
        MeasureField field;
        field.code = asked.code;
        field.name = !asked.label.isEmpty() ? asked.label
                     : known                ? QCoreApplication::translate("Measurement", known->name)
                                            : asked.code;
        field.paired = asked.sides;
        if (known) {
            field.alsoKnownAs = anotherName(*known, field.name);
            field.ask = lengths(known->ask);
            field.usual = lengths(usualFor(*known, from.gender));
        }
        addEarlier(from, field);
        fields.push_back(std::move(field));
    }
    return fields;
}

MeasuredValue toMeasured(const QString &code, BodySide side, const TypedLength &length)
{
    return {code, sideOf(side), length.value.tenthsOfMm(), amountUnitOf(length.unit), length.text};
}

std::vector<MeasuredValue> valuesOf(const std::vector<MeasureField> &fields)
{
    std::vector<MeasuredValue> values;
    for (const MeasureField &field : fields) {
        for (const BodySide side : sides) {
            if (const auto &length = field.today.side(side))
                values.push_back(toMeasured(field.code, side, *length));
        }
    }
    return values;
}

std::vector<MeasuredValue> carriedOver(const MeasurementSet &before, const std::vector<MeasuredValue> &values)
{
    std::vector<MeasuredValue> carried;
    for (const MeasuredValue &value : before.values) {
        if (std::ranges::find(values, value.code, &MeasuredValue::code) == values.end())
            carried.push_back(value);
    }
    return carried;
}

QJsonObject measuredToJson(const std::vector<MeasureField> &fields, const std::vector<MeasureField> &atStart)
{
    QJsonObject values;
    for (size_t i = 0; i < fields.size(); ++i) {
        const MeasureField &field = fields[i];
        if (i < atStart.size() && field.today == atStart[i].today && field.state == atStart[i].state)
            continue;
        QJsonObject entry{{QStringLiteral("kept"), field.state == FieldState::Kept}};
        for (size_t side = 0; side < sides.size(); ++side) {
            if (const auto &length = field.today.side(sides[side])) {
                entry.insert(QLatin1String(sideNames[side]),
                             QJsonObject{{QStringLiteral("text"), length->text},
                                         {QStringLiteral("unit"), toCode(length->unit)}});
            }
        }
        values.insert(field.code, entry);
    }
    return values;
}

void measuredFromJson(const QJsonObject &json, std::vector<MeasureField> &fields)
{
    for (MeasureField &field : fields) {
        const auto found = json.constFind(field.code);
        if (found == json.constEnd())
            continue;
        const QJsonObject entry = found->toObject();
        FieldValue value;
        for (size_t side = 0; side < sides.size(); ++side) {
            const QJsonObject typed = entry.value(QLatin1String(sideNames[side])).toObject();
            const auto unit = lengthUnitFromCode(typed.value(QLatin1String("unit")).toString());
            if (!unit)
                continue;
            if (const auto length = TypedLength::parse(typed.value(QLatin1String("text")).toString(), *unit))
                value.side(sides[side]) = *length;
        }
        field.today = value;
        field.state = value.isEmpty()                               ? FieldState::Empty
                      : entry.value(QLatin1String("kept")).toBool() ? FieldState::Kept
                                                                    : FieldState::Measured;
    }
}

} // namespace thimblely::ui
