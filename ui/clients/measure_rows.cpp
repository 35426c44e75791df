// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/measure_rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::MeasureTable)
};

//! A value and the set it stands in.
struct Found {
    const MeasuredValue *value;
    const MeasurementSet *set;
};

std::optional<Found> valueIn(const MeasurementSet &set, const QString &code, Side side)
{
    for (const MeasuredValue &value : set.values) {
        if (value.code == code && value.side == side)
            return Found{&value, &set};
    }
    return {};
}

//! The value before `of`: of an older set, also where it did not change.
std::optional<Found> formerOf(const std::vector<MeasurementSet> &sets, const Found &of)
{
    for (const MeasurementSet &set : sets) {
        const bool older = set.takenAt < of.set->takenAt || (set.takenAt == of.set->takenAt && set.id < of.set->id);
        if (!older || set.kind != of.set->kind || isMistaken(set, of.value->code, sets))
            continue; // a slip is nothing to compare with
        if (auto found = valueIn(set, of.value->code, of.value->side))
            return found;
    }
    return {};
}

std::vector<Found> newestValues(const std::vector<MeasurementSet> &sets)
{
    std::vector<Found> newest;
    for (const MeasurementSet &set : sets) {
        if (set.kind != SetKind::Body || set.status != SetStatus::Current)
            continue;
        const size_t before = newest.size();
        for (const MeasuredValue &value : set.values) {
            const auto known = std::any_of(newest.begin(), newest.begin() + std::ptrdiff_t(before),
                                           [&](const Found &f) { return f.value->code == value.code; });
            if (!known)
                newest.push_back({&value, &set});
        }
    }
    std::ranges::stable_sort(newest, {}, [](const Found &found) {
        const MeasurementField *field = measurementField(found.value->code);
        return field ? field - measurementFields().data() : qptrdiff(measurementFields().size());
    });
    return newest;
}

QString changeText(const MeasuredValue &now, const MeasuredValue &before, LengthUnit unit, const QString &decimalPoint)
{
    if (now.unit == AmountUnit::Words && now.text != before.text)
        return {};
    if (now.amount == before.amount)
        return Texts::tr("same", "the value did not change");
    MeasuredValue difference = now;
    difference.amount = std::abs(now.amount - before.amount);
    const QString amount = dimensionOf(now.code) == MeasurementDimension::Length
                               ? toText(Length(difference.amount), unit, decimalPoint)
                               : shownAmongLengths(difference, unit, decimalPoint);
    return (now.amount > before.amount ? QStringLiteral("+") : QStringLiteral("\u2212")) + amount;
}

//! One moment where all are of one set, else none.
std::optional<Instant> commonMoment(const std::vector<Instant> &moments)
{
    if (moments.empty() || std::ranges::any_of(moments, [&](Instant each) { return each != moments.front(); }))
        return {};
    return moments.front();
}

} // namespace

QString measureName(const QString &code, Side side)
{
    const QString name = nameOfCode(code);
    switch (side) {
    case Side::Both:
        return name;
    case Side::Left:
        return Texts::tr("%1, left", "client's side").arg(name);
    case Side::Right:
        return Texts::tr("%1, right", "client's side").arg(name);
    }
    Q_UNREACHABLE();
}

MeasureTable measureTable(const std::vector<MeasurementSet> &sets, const std::optional<MeasurementSetId> &chosen,
                          LengthUnit unit, const QString &decimalPoint)
{
    std::vector<Found> shown;
    if (chosen) {
        const auto set = std::ranges::find(sets, *chosen, &MeasurementSet::id);
        if (set != sets.end()) {
            for (const MeasuredValue &value : set->values)
                shown.push_back({&value, &*set});
        }
    } else {
        shown = newestValues(sets);
    }
    MeasureTable table;
    std::vector<Instant> newestAt;
    std::vector<Instant> formerAt;
    for (const Found &now : shown) {
        MeasureLine line{
            measureName(now.value->code, now.value->side), shownAmongLengths(*now.value, unit, decimalPoint), {}, {}};
        newestAt.push_back(now.set->takenAt);
        if (const auto former = formerOf(sets, now)) {
            line.former = shownAmongLengths(*former->value, unit, decimalPoint);
            line.change = changeText(*now.value, *former->value, unit, decimalPoint);
            formerAt.push_back(former->set->takenAt);
        }
        table.lines.push_back(std::move(line));
    }
    table.newestAt = commonMoment(newestAt);
    table.formerAt = commonMoment(formerAt);
    return table;
}

} // namespace thimblely::ui
