// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/visit_fields.h"

#include "core/measurements/body_rules.h"
#include "ui/desk/day_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace thimblely::ui {

namespace {

constexpr int keptDays = 183; // older values stop the cursor
constexpr size_t mostEarlier = 12;
constexpr std::array sides{BodySide::Both, BodySide::Left, BodySide::Right};
constexpr std::array sideNames{"both", "left", "right"};

FieldValue valueIn(const MeasurementSet &set, const QString &code)
{
    FieldValue found;
    for (const MeasuredValue &value : set.values) {
        if (value.code == code)
            found.side(value.side) = value;
    }
    return found;
}

//! A value taken whole is asked for left and right now, or the other way round: each side gets what is known of it.
FieldValue fitted(FieldValue value, bool paired)
{
    if (paired && value.both) {
        for (const BodySide side : {BodySide::Left, BodySide::Right}) {
            value.side(side) = value.both;
            value.side(side)->side = side;
        }
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

//! Of a set that only carried the value on: the one it was measured for stands there with its own day.
bool isCarriedOn(const MeasurementSet &set, const QString &code, const std::vector<MeasurementSet> &sets)
{
    const auto from = set.carried.find(code);
    return from != set.carried.end() && std::ranges::find(sets, from->second, &MeasurementSet::id) != sets.end();
}

void addEarlier(const VisitSources &from, MeasureField &field)
{
    bool carriedOn = false; // into a set that still counts
    for (const MeasurementSet &set : from.sets) {
        if (set.kind != setKindOf(field.kind) || set.status == SetStatus::Draft || field.earlier.size() == mostEarlier)
            continue;
        const FieldValue raw = valueIn(set, field.code);
        if (raw.isEmpty() || isMistaken(set, field.code, from.sets))
            continue;
        const bool counts = set.status == SetStatus::Current || carriedOn;
        if (isCarriedOn(set, field.code, from.sets)) {
            carriedOn = counts;
            continue;
        }
        const FieldValue value = fitted(raw, field.paired);
        const Date day = from.calendar.dayOf(set.takenAt);
        const qint64 age = day.daysTo(from.today);
        const bool first = field.earlier.empty();
        field.earlier.push_back({value, dayText(day, from.today, from.locale), age, set.id});
        const bool sharedBody = field.kind == MeasurementKind::Body && set.templateId != from.garment.id;
        if (first && sharedBody && counts && age <= keptDays) {
            field.today = value;
            field.state = FieldState::Kept;
        }
    }
}

//! As this garment is cut for this person now.
void addFit(const VisitSources &from, MeasureField &field)
{
    for (const MeasurementSet &set : from.sets) {
        if (set.kind == SetKind::FitAdjustment && set.status == SetStatus::Current &&
            set.templateId == from.garment.id) {
            field.fit = valueIn(set, field.code);
            return;
        }
    }
}

MeasureField fieldFrom(const TemplateField &asked, const MeasuredPerson &person)
{
    MeasureField field;
    field.code = asked.code;
    field.name = nameOf(asked);
    field.section = sectionName(asked.section);
    field.kind = kindOf(asked);
    field.dimension = dimensionOf(asked.code);
    field.choices = asked.choices;
    field.required = asked.required;
    field.paired = asked.sides;
    if (const MeasurementField *known = measurementField(asked.code)) {
        field.alsoKnownAs = anotherName(*known, field.name);
        field.howTo = QCoreApplication::translate("Measurement", known->howTo);
        const bool child = person.child && known->kind == MeasurementKind::Body;
        field.ask = lengths(child ? childRange(*known, person.years) : known->ask);
        field.usual = lengths(child ? std::nullopt : usualFor(*known, person.sex));
    }
    return field;
}

} // namespace

SetKind setKindOf(MeasurementKind kind)
{
    return kind == MeasurementKind::Finished ? SetKind::FinishedGarment : SetKind::Body;
}

QString sectionName(const QString &section)
{
    if (section == QLatin1String("body"))
        return QCoreApplication::translate("Measurement", "On the body");
    if (section == QLatin1String("finished"))
        return QCoreApplication::translate("Measurement", "On the finished garment");
    return QCoreApplication::translate("Measurement", section.toUtf8().constData()); // the shop's own stay as they are
}

std::vector<MeasureField> visitFields(const VisitSources &from)
{
    std::vector<MeasureField> fields;
    for (const TemplateField &asked : from.garment.fields) {
        MeasureField field = fieldFrom(asked, from.person);
        addEarlier(from, field);
        addFit(from, field);
        fields.push_back(std::move(field));
    }
    return fields;
}

namespace {

std::vector<MeasuredValue> allOf(const std::vector<MeasureField> &fields, FieldValue MeasureField::*member)
{
    std::vector<MeasuredValue> values;
    for (const MeasureField &field : fields) {
        for (const BodySide side : sides) {
            if (const auto &value = (field.*member).side(side))
                values.push_back(*value);
        }
    }
    return values;
}

} // namespace

std::vector<MeasuredValue> valuesOf(const std::vector<MeasureField> &fields)
{
    return allOf(fields, &MeasureField::today);
}

std::vector<MeasuredValue> fitsOf(const std::vector<MeasureField> &fields)
{
    return allOf(fields, &MeasureField::fit);
}

std::vector<MeasuredValue> valuesOf(const std::vector<MeasureField> &fields, MeasurementKind kind)
{
    std::vector<MeasureField> ofKind;
    std::ranges::copy_if(fields, std::back_inserter(ofKind), [kind](const auto &field) { return field.kind == kind; });
    return valuesOf(ofKind);
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

namespace {

QJsonObject toJson(const FieldValue &value)
{
    QJsonObject json;
    for (size_t i = 0; i < sides.size(); ++i) {
        if (const auto &side = value.side(sides[i])) {
            json.insert(QLatin1String(sideNames[i]), QJsonObject{{QStringLiteral("amount"), side->amount},
                                                                 {QStringLiteral("text"), side->text},
                                                                 {QStringLiteral("unit"), toCode(side->unit)}});
        }
    }
    return json;
}

FieldValue fromJson(const QString &code, const QJsonObject &json)
{
    FieldValue value;
    for (size_t i = 0; i < sides.size(); ++i) {
        const QJsonObject typed = json.value(QLatin1String(sideNames[i])).toObject();
        const auto unit = amountUnitFromCode(typed.value(QLatin1String("unit")).toString());
        const QJsonValue amount = typed.value(QLatin1String("amount"));
        if (unit && amount.isDouble())
            value.side(sides[i]) =
                MeasuredValue{code, sides[i], amount.toInteger(), *unit, typed.value(QLatin1String("text")).toString()};
    }
    return value;
}

} // namespace

QJsonObject measuredToJson(const std::vector<MeasureField> &fields, const std::vector<MeasureField> &atStart)
{
    QJsonObject values;
    for (const MeasureField &field : fields) {
        const auto before = std::ranges::find(atStart, field.code, &MeasureField::code);
        const bool known = before != atStart.end();
        QJsonObject entry;
        if (!known || field.today != before->today || field.state != before->state) {
            entry = toJson(field.today);
            entry.insert(QStringLiteral("kept"), field.state == FieldState::Kept);
        }
        if (!known || field.fit != before->fit)
            entry.insert(QStringLiteral("fit"), toJson(field.fit));
        if (!entry.isEmpty())
            values.insert(field.code, entry);
    }
    return values;
}

void measuredFromJson(const QJsonObject &json, std::vector<MeasureField> &fields)
{
    for (MeasureField &field : fields) {
        const QJsonObject entry = json.value(field.code).toObject();
        if (entry.contains(QLatin1String("fit")))
            field.fit = fromJson(field.code, entry.value(QLatin1String("fit")).toObject());
        if (!entry.contains(QLatin1String("kept")))
            continue;
        field.today = fromJson(field.code, entry);
        field.state = field.today.isEmpty()                         ? FieldState::Empty
                      : entry.value(QLatin1String("kept")).toBool() ? FieldState::Kept
                                                                    : FieldState::Measured;
    }
}

} // namespace thimblely::ui
