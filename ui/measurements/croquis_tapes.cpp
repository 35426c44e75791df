// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/croquis_tapes.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace thimblely::ui {
namespace {

using Points = std::vector<Point>;

constexpr float Crown = 0;
constexpr float Crotch = 412;
constexpr float Sole = 800;
constexpr float Apart = 7; // between lines that would else cover each other

//! How far from the plumb line a stroke that runs down lies at a height.
float widthAt(Stroke stroke, float y)
{
    for (size_t i = 1; i < stroke.size(); ++i) {
        const Point above = stroke[i - 1];
        const Point below = stroke[i];
        if (y >= above.y && y <= below.y && below.y > above.y)
            return above.x + (below.x - above.x) * (y - above.y) / (below.y - above.y);
    }
    return y <= stroke.front().y ? stroke.front().x : stroke.back().x;
}

Points flipped(Points points)
{
    for (Point &p : points)
        p.x = -p.x;
    return points;
}

//! From one edge to the other, hanging through by `sag` as the drawn girths do.
Points level(float from, float to, float y, float sag)
{
    const float middle = (from + to) / 2;
    const float half = (to - from) / 2;
    return {{from, y},
            {middle - half * .55F, y + sag * .78F},
            {middle, y + sag},
            {middle + half * .55F, y + sag * .78F},
            {to, y}};
}

Points down(float x, float from, float to)
{
    return {{x, from}, {x, to}};
}

//! The part of a stroke that runs down between two heights, moved sideways.
Points along(Stroke stroke, float from, float to, float aside)
{
    Points points{{widthAt(stroke, from) + aside, from}};
    for (const Point &p : stroke) {
        if (p.y > from && p.y < to)
            points.push_back({p.x + aside, p.y});
    }
    points.push_back({widthAt(stroke, to) + aside, to});
    return points;
}

//! What the lines are laid by.
struct Landmarks {
    Point neckSide, shoulderTip, nape, bustPoint, elbow;
    float waist, waistInFront, lowBust, hip, knee, ankle, trouserWaist;
    Stroke sleeve; //!< shoulder tip to wrist
};

Landmarks landmarksOf(const FigureData &figure)
{
    const auto tape = [&](std::string_view code) {
        return *std::ranges::find(figure.tapes, code, [](const TapeData &t) { return std::string_view(t.code); });
    };
    const Stroke shoulder = tape("shoulder_length").front;
    const Stroke bust = tape("bust_circ").front;
    const Stroke waist = tape("waist_circ").front;
    const Stroke sleeve = tape("arm_shoulder_tip_to_wrist").front;
    const auto elbow = sleeve[sleeve.size() - 3]; // the drawn sleeve's points: tip, ..., elbow, forearm, wrist
    return {.neckSide = shoulder.front(),
            .shoulderTip = shoulder.back(),
            .nape = tape("neck_back_to_waist_b").back.front(),
            .bustPoint = {bust[3].x, bust[3].y},
            .elbow = elbow,
            .waist = waist.front().y,
            .waistInFront = waist[2].y,
            .lowBust = tape("lowbust_circ").front[1].y,
            .hip = tape("hip_circ").front.front().y,
            .knee = tape("leg_knee_circ").front.front().y,
            .ankle = tape("leg_ankle_circ").front.front().y,
            .trouserWaist = figure.waistbandTop.y,
            .sleeve = sleeve};
}

void addTrunk(std::vector<LaidTape> &tapes, const FigureData &d, const Landmarks &at)
{
    const Point bust = at.bustPoint;
    const Point neck = at.neckSide;
    const float brow = 36;
    const float head = widthAt(d.head, brow);
    const float band = widthAt(d.side, at.trouserWaist);
    tapes.push_back({"height", down(0, Crown, Sole), {}});
    tapes.push_back({"head_circ", level(-head, head, brow, 3), level(-head, head, brow, 3)});
    tapes.push_back({"@trouser_waist", level(-band, band, at.trouserWaist, 6), level(-band, band, at.trouserWaist, 3)});
    // The corner stands twice, so that the curve turns there and does not swing out.
    tapes.push_back({"shoulder_slope_neck_side_angle",
                     {{at.shoulderTip.x, neck.y}, neck, neck, {at.shoulderTip.x, at.shoulderTip.y}},
                     {}});
    tapes.push_back(
        {"neck_side_to_waist_f", {neck, {bust.x - 3, bust.y - 48}, bust, {bust.x - 3, at.waistInFront - 1}}, {}});
    tapes.push_back({"bustpoint_to_neck_side", {{-neck.x, neck.y}, {-bust.x + 2, bust.y - 48}, {-bust.x, bust.y}}, {}});
    tapes.push_back({"bustpoint_to_bustpoint", {{-bust.x, bust.y}, {bust.x, bust.y}}, {}});
    tapes.push_back({"bustpoint_to_lowbust", {{bust.x + Apart, bust.y}, {bust.x + Apart - 1, at.lowBust}}, {}});
    tapes.push_back({"bustpoint_to_waist", {{-bust.x, bust.y}, {-bust.x + 4, at.waistInFront - 1}}, {}});
    tapes.push_back({"height_neck_back", {}, down(Apart, at.nape.y, Sole)});
    tapes.push_back({"height_neck_back_to_knee", {}, down(-Apart, at.nape.y, at.knee)});
}

void addLimbs(std::vector<LaidTape> &tapes, const FigureData &d, const Landmarks &at)
{
    const float elbow = at.elbow.y + 2;
    const Stroke upperArm = at.sleeve.first(at.sleeve.size() - 2);
    tapes.push_back({"arm_elbow_circ", level(widthAt(d.inner, elbow), widthAt(d.outer, elbow), elbow, 2.5F), {}});
    tapes.push_back({"hand_circ", level(d.palmFill.x, widthAt(d.hand, d.palmFill.y), d.palmFill.y, 1.5F), {}});
    tapes.push_back({"arm_shoulder_tip_to_elbow", {}, Points(upperArm.begin(), upperArm.end())});
    tapes.push_back({"waist_to_hip_side", {}, along(d.side, at.waist, at.hip, 3)});
    tapes.push_back({"leg_waist_side_to_knee", {}, flipped(along(d.side, at.waist, at.knee, 3))});
    tapes.push_back({"crotch_length", down(0, at.waistInFront, Crotch), down(0, at.waist + 4, Crotch)});
    // Round the heel and over the instep: what has to pass through a trouser leg.
    tapes.push_back({"leg_ankle_diag_circ",
                     {{17, at.ankle + 10}, {30, at.ankle + 21}, {44, at.ankle + 19}},
                     {{-42.5F, at.ankle + 26}, {-32, at.ankle + 46}, {-18, at.ankle + 34}}});
}

void addFinishedTops(std::vector<LaidTape> &tapes, const FigureData &d, const Landmarks &at)
{
    const Point neck = at.neckSide;
    const Point bust = at.bustPoint;
    const float chest = bust.y + 10;
    const float yoke = at.shoulderTip.y + 22;
    const float cuff = d.inner.back().y - 8;
    const float cap = 24;
    const float head = widthAt(d.head, cap);
    tapes.push_back({"@shirt_length", {}, down(Apart, at.nape.y, Crotch + 16)});
    tapes.push_back({"@jacket_back_length", {}, down(Apart, at.nape.y, Crotch + 24)});
    tapes.push_back({"@half_back", {}, level(0, widthAt(d.side, at.lowBust) + 6, yoke, 0)});
    tapes.push_back({"@half_girth", level(0, widthAt(d.side, chest), chest, 0), {}});
    tapes.push_back({"@waistcoat_length",
                     {neck, {neck.x + 6, bust.y - 30}, {neck.x, at.waistInFront}, {Apart, at.trouserWaist + 12}},
                     {}});
    tapes.push_back(
        {"@blouse_length", {{-neck.x, neck.y}, {-bust.x + 4, bust.y}, {-bust.x + 6, at.trouserWaist + 6}}, {}});
    tapes.push_back({"@cuff", flipped(level(widthAt(d.inner, cuff) - 2, widthAt(d.outer, cuff) + 2, cuff, 3)), {}});
    tapes.push_back({"@kaftan_length", {}, down(Apart, at.nape.y, at.knee + 14)});
    tapes.push_back({"@agbada_length", {}, down(-Apart, at.nape.y, at.ankle - 20)});
    Points span = flipped(Points(at.sleeve.rbegin(), at.sleeve.rend()));
    span.push_back({0, at.nape.y + 22});
    span.insert(span.end(), at.sleeve.begin(), at.sleeve.end());
    tapes.push_back({"@agbada_span", {}, span});
    tapes.push_back({"@neck_opening", level(-neck.x - 8, neck.x + 8, neck.y + 4, 28), {}});
    tapes.push_back({"@neck_drop", down(0, at.nape.y + 27, at.shoulderTip.y + 40), {}});
    tapes.push_back({"@cap", level(-head, head, cap, 2.5F), level(-head, head, cap, 2.5F)});
}

void addFinishedBottoms(std::vector<LaidTape> &tapes, const FigureData &d, const Landmarks &at)
{
    const float rise = at.trouserWaist + 8;
    const float knee = at.knee - 4;
    const float hem = at.ankle + 12;
    tapes.push_back({"@skirt_length", {{-20, at.waistInFront}, {-21, at.hip}, {-21, at.knee + 34}}, {}});
    tapes.push_back({"@front_rise", down(Apart, rise + 3, Crotch), {}});
    tapes.push_back({"@back_rise", {}, down(Apart, rise, Crotch)});
    tapes.push_back({"@half_knee", flipped(level(widthAt(d.inLeg, knee) - 2, widthAt(d.side, knee) + 2, knee, 0)), {}});
    tapes.push_back(
        {"@trouser_bottom", flipped(level(widthAt(d.inLeg, hem) - 5, widthAt(d.side, hem) + 7, hem, 3)), {}});
    tapes.push_back({"@sokoto_length", along(d.side, at.trouserWaist, at.ankle, 3), {}});
    tapes.push_back(
        {"@sokoto_bottom", level(widthAt(d.inLeg, at.ankle) - 3, widthAt(d.side, at.ankle) + 5, at.ankle, 3), {}});
}

} // namespace

std::vector<LaidTape> laidTapes(const FigureData &figure)
{
    const Landmarks at = landmarksOf(figure);
    std::vector<LaidTape> tapes;
    addTrunk(tapes, figure, at);
    addLimbs(tapes, figure, at);
    addFinishedTops(tapes, figure, at);
    addFinishedBottoms(tapes, figure, at);
    return tapes;
}

} // namespace thimblely::ui
