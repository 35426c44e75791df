// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/body_rules.h"

#include <algorithm>
#include <array>

namespace thimblely {

namespace {

constexpr QLatin1StringView operator""_L1(const char *text, size_t size)
{
    return QLatin1StringView(text, qsizetype(size));
}

using Of = BodyRule::Of;

constexpr BodyRule rules[] = {
    {"bust_circ"_L1, "neck_circ"_L1, Of::Ratio, 2.0, 3.1, false},
    {"leg_thigh_upper_circ"_L1, "hip_circ"_L1, Of::Ratio, 0.53, 0.70, false},
    {"leg_crotch_to_floor"_L1, "leg_waist_side_to_floor"_L1, Of::Ratio, 0.72, 0.89, false},
    {"leg_crotch_to_floor"_L1, "height"_L1, Of::Ratio, 0.42, 0.55, false},
    {"arm_shoulder_tip_to_wrist"_L1, "height"_L1, Of::Ratio, 0.29, 0.385, false},
    {"neck_back_to_waist_b"_L1, "height"_L1, Of::Ratio, 0.215, 0.33, false},
    {"arm_wrist_circ"_L1, "arm_upper_circ"_L1, Of::Ratio, 0.37, 0.67, false},
    {"shoulder_tip_to_shoulder_tip_b"_L1, "height"_L1, Of::Ratio, 0.185, 0.28, false},
    {"hip_circ"_L1, "waist_circ"_L1, Of::Ratio, 0.80, 1.5, false}, // 0.88 asked about 1 stout woman in 230 (NHANES)
    {"bust_circ"_L1, "waist_circ"_L1, Of::Difference, -1200, 3400, false},
    {"leg_calf_circ"_L1, "leg_thigh_upper_circ"_L1, Of::Ratio, 0.48, 0.78, false},
    {"leg_ankle_circ"_L1, "leg_calf_circ"_L1, Of::Ratio, 0.45, 0.75, false},
    {"leg_knee_circ"_L1, "leg_thigh_upper_circ"_L1, Of::Ratio, 0.52, 0.82, false},
    {"arm_lower_circ"_L1, "arm_upper_circ"_L1, Of::Ratio, 0.72, 1.05, false},
    // The orderings: a girth that must be less than another one.
    {"leg_ankle_circ"_L1, "leg_calf_circ"_L1, Of::Ratio, 0, 1, true},
    {"leg_calf_circ"_L1, "leg_thigh_upper_circ"_L1, Of::Ratio, 0, 1, true},
    {"leg_thigh_upper_circ"_L1, "hip_circ"_L1, Of::Ratio, 0, 1, true},
    {"arm_wrist_circ"_L1, "arm_lower_circ"_L1, Of::Ratio, 0, 1, true},
    {"leg_knee_circ"_L1, "leg_thigh_upper_circ"_L1, Of::Ratio, 0, 1, true},
    {"leg_crotch_to_floor"_L1, "leg_waist_side_to_floor"_L1, Of::Ratio, 0, 1, true},
    // FreeSewing's: what lies on the way is shorter than the way.
    {"arm_shoulder_tip_to_elbow"_L1, "arm_shoulder_tip_to_wrist"_L1, Of::Ratio, 0, 1, true},
    {"leg_waist_side_to_knee"_L1, "leg_waist_side_to_floor"_L1, Of::Ratio, 0, 1, true},
    {"waist_to_hip_side"_L1, "leg_waist_side_to_knee"_L1, Of::Ratio, 0, 1, true},
    {"bustpoint_to_bustpoint"_L1, "bust_circ"_L1, Of::Ratio, 0, 0.5, true},
    {"height_neck_back"_L1, "height"_L1, Of::Ratio, 0, 1, true},
};

//! The first is less than the second one in most grown bodies.
constexpr std::pair<QLatin1StringView, QLatin1StringView> usualOrders[] = {
    {"waist_circ"_L1, "bust_circ"_L1},
    {"waist_circ"_L1, "hip_circ"_L1},
    {"neck_mid_circ"_L1, "neck_circ"_L1},
    {"arm_lower_circ"_L1, "arm_upper_circ"_L1},
    {"arm_wrist_circ"_L1, "arm_lower_circ"_L1},
    {"leg_ankle_circ"_L1, "leg_calf_circ"_L1},
    {"leg_calf_circ"_L1, "leg_thigh_upper_circ"_L1},
    {"leg_thigh_upper_circ"_L1, "hip_circ"_L1},
    {"leg_crotch_to_floor"_L1, "leg_waist_side_to_floor"_L1},
    {"leg_waist_side_to_floor"_L1, "height"_L1},
};

//! -1: too little, 1: too much, 0: within.
int sideOf(const BodyRule &rule, qint64 amount, qint64 other)
{
    const double measure = rule.of == Of::Ratio ? double(amount) / double(other) : double(amount - other);
    return measure < rule.least ? -1 : measure > rule.most ? 1 : 0;
}

// Whole centimetres, for the ages 0-5, 6-10, 11-15.
constexpr int groups = 3;
struct ChildField {
    QLatin1StringView code;
    std::array<std::pair<int, int>, groups> ranges;
};

constexpr ChildField childFields[] = {
    {"height"_L1, {{{50, 125}, {100, 160}, {120, 195}}}},
    {"neck_circ"_L1, {{{20, 34}, {24, 38}, {26, 46}}}},
    {"neck_mid_circ"_L1, {{{19, 32}, {22, 36}, {24, 43}}}},
    {"head_circ"_L1, {{{38, 57}, {46, 59}, {48, 62}}}},
    {"bust_circ"_L1, {{{38, 72}, {50, 95}, {58, 125}}}},
    {"waist_circ"_L1, {{{36, 70}, {44, 95}, {50, 125}}}},
    {"hip_circ"_L1, {{{38, 75}, {52, 100}, {60, 130}}}},
    {"arm_upper_circ"_L1, {{{11, 25}, {14, 34}, {16, 42}}}},
    {"arm_wrist_circ"_L1, {{{8, 16}, {10, 18}, {11, 21}}}},
    {"leg_thigh_upper_circ"_L1, {{{20, 48}, {26, 62}, {32, 78}}}},
    {"leg_calf_circ"_L1, {{{14, 30}, {18, 38}, {22, 48}}}},
    {"leg_ankle_circ"_L1, {{{10, 20}, {13, 24}, {15, 30}}}},
    {"leg_crotch_to_floor"_L1, {{{15, 58}, {40, 76}, {50, 98}}}},
    {"leg_waist_side_to_floor"_L1, {{{25, 78}, {55, 102}, {68, 122}}}},
    {"arm_shoulder_tip_to_wrist"_L1, {{{16, 42}, {30, 54}, {38, 70}}}},
    {"neck_back_to_waist_b"_L1, {{{15, 30}, {21, 38}, {26, 50}}}},
    {"shoulder_tip_to_shoulder_tip_b"_L1, {{{17, 32}, {22, 40}, {26, 50}}}},
};

// The rest: parts of the grown-ups' limits, least of the lower and most of the upper one.
constexpr std::array<std::pair<double, double>, groups> partsOfGrown{{{0.35, 0.65}, {0.5, 0.8}, {0.6, 1.0}}};

MeasurementRange rangeOf(const MeasurementField &field, size_t group)
{
    const auto known = std::ranges::find(childFields, field.code, &ChildField::code);
    if (known != std::end(childFields))
        return {known->ranges[group].first * 100LL, known->ranges[group].second * 100LL};
    const auto [least, most] = partsOfGrown[group];
    return {qint64(double(field.ask->least) * least), qint64(double(field.ask->most) * most)};
}

} // namespace

std::span<const BodyRule> bodyRules()
{
    return rules;
}

std::optional<BrokenRule> brokenRule(QStringView code, qint64 amount, const AmountOf &known, bool child)
{
    for (const BodyRule &rule : rules) {
        const bool first = rule.code == code;
        if ((!first && rule.other != code) || (child && !rule.ofChildrenToo))
            continue;
        const QLatin1StringView otherCode = first ? rule.other : rule.code;
        const std::optional<qint64> other = known(QString(otherCode));
        if (!other || *other <= 0 || amount <= 0)
            continue;
        const int side = first ? sideOf(rule, amount, *other) : -sideOf(rule, *other, amount);
        if (side != 0)
            return BrokenRule{otherCode, side < 0};
    }
    return {};
}

std::optional<BrokenRule> unusualOrder(QStringView code, qint64 amount, const AmountOf &known)
{
    for (const auto &[less, more] : usualOrders) {
        if (less != code && more != code)
            continue;
        const bool first = less == code;
        const QLatin1StringView otherCode = first ? more : less;
        const std::optional<qint64> other = known(QString(otherCode));
        if (other && (first ? amount > *other : amount < *other))
            return BrokenRule{otherCode, !first};
    }
    return {};
}

std::optional<MeasurementRange> childRange(const MeasurementField &field, std::optional<int> years)
{
    if (!field.ask || field.dimension == MeasurementDimension::Angle)
        return field.ask;
    if (!years)
        return MeasurementRange{rangeOf(field, 0).least, rangeOf(field, groups - 1).most};
    return rangeOf(field, *years <= 5 ? 0 : *years <= 10 ? 1 : 2);
}

} // namespace thimblely
