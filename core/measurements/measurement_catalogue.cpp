// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measurement_catalogue.h"

#include "core/measurements/measurement_words.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace thimblely {

namespace {

constexpr QLatin1StringView operator""_L1(const char *text, size_t size)
{
    return QLatin1StringView(text, qsizetype(size));
}
constexpr MeasurementRange cm(qint64 least, qint64 most)
{
    return {least * 100, most * 100};
}
constexpr MeasurementRange kg(qint64 least, qint64 most)
{
    return {least * 1000, most * 1000};
}
constexpr MeasurementRange degrees(qint64 least, qint64 most)
{
    return {least * 10, most * 10};
}

constexpr auto Body = MeasurementKind::Body;
constexpr auto Finished = MeasurementKind::Finished;
constexpr auto Length = MeasurementDimension::Length;
constexpr auto Weight = MeasurementDimension::Weight;
constexpr auto Angle = MeasurementDimension::Angle;
constexpr Garments S = Garment::Shirt;
constexpr Garments T = Garment::Trousers;
constexpr Garments J = Garment::Jacket;
constexpr Garments W = Garment::Waistcoat;
constexpr Garments D = Garment::Dress;
constexpr Garments K = Garment::Skirt;
constexpr Garments B = Garment::Blouse;
constexpr Garments A = Garment::Agbada;
constexpr Garments everything = S | T | J | W | D | K | B | A;

// Usual ranges: percentiles 1 and 99 of a survey of soldiers, or an estimate where no survey has the field. Asked
// about: widened, because soldiers are leaner than a shop's clients. The shoulder slope has one average (13 degrees)
// and no percentiles, and bust point to waist is asked about by a limit of our own.
const MeasurementField fields[] = {
    // clang-format off
    {"height"_L1, "A01"_L1, QT_TRANSLATE_NOOP("Measurement", "Height"), Body, Length,
     cm(148, 178), cm(160, 193), cm(140, 205), everything, false, "stature|body height|full height",
     QT_TRANSLATE_NOOP("Measurement", "without shoes, heels to the wall, from the crown of the head to the floor")},
    {"@weight"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Weight"), Body, Weight,
     kg(47, 98), kg(58, 124), kg(38, 180), J | D, false, "weight kg|body weight",
     QT_TRANSLATE_NOOP("Measurement", "in light clothes, without shoes")},
    {"head_circ"_L1, "F01"_L1, QT_TRANSLATE_NOOP("Measurement", "Head"), Body, Length,
     cm(52, 61), cm(54, 61), cm(50, 66), A, false, "head girth|cap size",
     QT_TRANSLATE_NOOP("Measurement", "level round the head, over the brow and the fullest part behind")},
    {"neck_mid_circ"_L1, "G01"_L1, QT_TRANSLATE_NOOP("Measurement", "Neck (mid)"), Body, Length,
     cm(29, 38), cm(35, 47), cm(26, 55), S | B, false, "neck|neck girth|round neck|gola|collar",
     QT_TRANSLATE_NOOP("Measurement", "round the middle of the neck, where a collar sits, one finger under the tape")},
    {"neck_circ"_L1, "G02"_L1, QT_TRANSLATE_NOOP("Measurement", "Neck base"), Body, Length,
     cm(33, 42), cm(38, 50), cm(28, 58), S | J | D | A, false, "neck-base girth",
     QT_TRANSLATE_NOOP("Measurement", "round the foot of the neck: over the nape bone and the hollow in front")},
    {"highbust_circ"_L1, "G03"_L1, QT_TRANSLATE_NOOP("Measurement", "High bust / upper chest"), Body, Length,
     cm(78, 110), cm(88, 125), cm(66, 155), D | B, false, "high bust|upper chest|upper bust",
     QT_TRANSLATE_NOOP("Measurement", "high under the arms, above the bust, level across the back")},
    {"bust_circ"_L1, "G04"_L1, QT_TRANSLATE_NOOP("Measurement", "Chest / bust"), Body, Length,
     cm(78, 116), cm(87, 128), cm(68, 165), S | J | W | D | B | A, false, "chest|bust|chest girth|bust girth|body|full bust|round chest|round bust|burst|round burst|chaati",
     QT_TRANSLATE_NOOP("Measurement", "under the arms, over the fullest part, level across the back")},
    {"lowbust_circ"_L1, "G05"_L1, QT_TRANSLATE_NOOP("Measurement", "Under bust"), Body, Length,
     cm(66, 105), std::nullopt, cm(56, 140), D | B, false, "underbust|below bust|under burst|round under bust",
     QT_TRANSLATE_NOOP("Measurement", "level round the ribs, right under the bust")},
    {"waist_circ"_L1, "G07"_L1, QT_TRANSLATE_NOOP("Measurement", "Waist, natural"), Body, Length,
     cm(67, 112), cm(73, 121), cm(52, 165), everything, false, "waist|natural waist|waist girth|round waist|kamar",
     QT_TRANSLATE_NOOP("Measurement", "round the narrowest part; bend to one side, the crease shows where")},
    {"@stomach"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Stomach (fullest)"), Body, Length,
     cm(68, 120), cm(75, 130), cm(55, 175), J | S | A | T, false, "stomach|belly|tommy|tummy|pet",
     QT_TRANSLATE_NOOP("Measurement", "level round the fullest part of the belly, standing at ease")},
    {"@trouser_waist"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Trouser waist as worn"), Body, Length,
     cm(68, 115), cm(74, 124), cm(55, 165), T, false, "waist as worn|trouser waist",
     QT_TRANSLATE_NOOP("Measurement", "where the trousers are worn, over the shirt, without pulling")},
    {"highhip_circ"_L1, "G08"_L1, QT_TRANSLATE_NOOP("Measurement", "High hip"), Body, Length,
     cm(80, 115), cm(80, 118), cm(65, 165), T | K, false, "hips|upper hip",
     QT_TRANSLATE_NOOP("Measurement", "level over the hip bones, half way between waist and seat")},
    {"hip_circ"_L1, "G09"_L1, QT_TRANSLATE_NOOP("Measurement", "Hip / seat"), Body, Length,
     cm(87, 121), cm(86, 122), cm(70, 170), T | J | D | K | A, false, "hip|seat|hip girth|round hip|bum",
     QT_TRANSLATE_NOOP("Measurement", "level round the fullest part of the seat, feet together")},
    {"across_back_b"_L1, "I08"_L1, QT_TRANSLATE_NOOP("Measurement", "Across back"), Body, Length,
     cm(31, 45), cm(35, 52), cm(27, 58), S | J | W | D, false, "back width|cross back",
     QT_TRANSLATE_NOOP("Measurement", "across the back from arm crease to arm crease, half way down the armhole")},
    {"across_chest_f"_L1, "I03"_L1, QT_TRANSLATE_NOOP("Measurement", "Across chest"), Body, Length,
     cm(29, 42), cm(33, 48), cm(26, 55), J | D | B, false, "front width|cross front",
     QT_TRANSLATE_NOOP("Measurement", "across the chest from arm crease to arm crease, half way down the armhole")},
    {"shoulder_tip_to_shoulder_tip_b"_L1, "I07"_L1, QT_TRANSLATE_NOOP("Measurement", "Shoulder to shoulder"), Body, Length,
     cm(32, 41), cm(37, 46), cm(28, 56), S | J | D | B | A, false, "shoulder|shoulder width|back shoulder|point to point|PTP",
     QT_TRANSLATE_NOOP("Measurement", "behind, from shoulder bone to shoulder bone, over the foot of the neck")},
    {"shoulder_length"_L1, "I01"_L1, QT_TRANSLATE_NOOP("Measurement", "Shoulder (one)"), Body, Length,
     cm(11, 16), cm(13, 18), cm(9, 21), S | J | D, true, "single shoulder",
     QT_TRANSLATE_NOOP("Measurement", "from the foot of the neck along the top of the shoulder to the bone")},
    {"shoulder_slope_neck_side_angle"_L1, "H36"_L1, QT_TRANSLATE_NOOP("Measurement", "Shoulder slope"), Body, Angle,
     std::nullopt, std::nullopt, degrees(0, 35), J | S, true, "",
     QT_TRANSLATE_NOOP("Measurement", "how far the shoulder falls below a level line from the neck, by the slope meter")},
    {"neck_back_to_waist_b"_L1, "H19"_L1, QT_TRANSLATE_NOOP("Measurement", "Nape to waist (back)"), Body, Length,
     cm(37, 49), cm(42, 55), cm(32, 64), S | J | W | D, false, "nape to waist|back length|cervical to waist",
     QT_TRANSLATE_NOOP("Measurement", "down the middle of the back, from the nape bone to the waist")},
    {"neck_side_to_waist_f"_L1, "H05"_L1, QT_TRANSLATE_NOOP("Measurement", "Neck side to waist, front"), Body, Length,
     cm(36, 50), cm(40, 55), cm(30, 64), D | B | J, false, "half length|shoulder to waist|front length|hps to waist front",
     QT_TRANSLATE_NOOP("Measurement", "from the foot of the neck at the shoulder, over the bust, to the waist")},
    {"bustpoint_to_neck_side"_L1, "J02"_L1, QT_TRANSLATE_NOOP("Measurement", "Neck side to bust point"), Body, Length,
     cm(22, 36), cm(22, 34), cm(17, 45), D | B, false, "shoulder to nipple|shoulder to bust point|bust depth|hps to bust",
     QT_TRANSLATE_NOOP("Measurement", "from the foot of the neck at the shoulder down to the bust point")},
    {"bustpoint_to_bustpoint"_L1, "J01"_L1, QT_TRANSLATE_NOOP("Measurement", "Bust point to bust point"), Body, Length,
     cm(15, 26), std::nullopt, cm(12, 34), D | B, false, "nipple to nipple|bust span|apex to apex",
     QT_TRANSLATE_NOOP("Measurement", "straight from one bust point to the other")},
    {"bustpoint_to_lowbust"_L1, "J03"_L1, QT_TRANSLATE_NOOP("Measurement", "Bust point to under bust"), Body, Length,
     cm(5, 13), std::nullopt, cm(3, 20), D | B, false, "bust point to underbust",
     QT_TRANSLATE_NOOP("Measurement", "from the bust point down to the ribs under the bust, along the body")},
    {"bustpoint_to_waist"_L1, "J04"_L1, QT_TRANSLATE_NOOP("Measurement", "Bust point to waist"), Body, Length,
     std::nullopt, std::nullopt, cm(3, 32), D | B, false, "nipple to waist",
     QT_TRANSLATE_NOOP("Measurement", "from the bust point straight down to the waist")},
    {"armpit_to_waist_side"_L1, "H03"_L1, QT_TRANSLATE_NOOP("Measurement", "Armpit to waist"), Body, Length,
     cm(14, 24), cm(17, 28), cm(10, 34), J | D, true, "waist to armpit|waist to armhole|under arm length",
     QT_TRANSLATE_NOOP("Measurement", "down the side, from two fingers below the armpit to the waist")},
    {"armscye_circ"_L1, "L19"_L1, QT_TRANSLATE_NOOP("Measurement", "Armhole"), Body, Length,
     cm(34, 52), cm(40, 60), cm(30, 72), S | J | B | D, true, "armscye|armscye girth",
     QT_TRANSLATE_NOOP("Measurement", "round the arm over the shoulder bone and through the armpit, arm hanging")},
    {"arm_upper_circ"_L1, "L11"_L1, QT_TRANSLATE_NOOP("Measurement", "Biceps (round sleeve)"), Body, Length,
     cm(24, 39), cm(28, 45), cm(20, 56), S | J | D | B, true, "biceps|bicep|round sleeve|upper arm|upper arm girth",
     QT_TRANSLATE_NOOP("Measurement", "round the fullest part of the upper arm, muscle at ease")},
    {"arm_elbow_circ"_L1, "L13"_L1, QT_TRANSLATE_NOOP("Measurement", "Elbow"), Body, Length,
     cm(21, 33), cm(24, 36), cm(18, 44), S | D, true, "elbow girth|round elbow",
     QT_TRANSLATE_NOOP("Measurement", "round the elbow with the arm bent")},
    {"arm_lower_circ"_L1, "L14"_L1, QT_TRANSLATE_NOOP("Measurement", "Forearm"), Body, Length,
     cm(23, 31), cm(26, 37), cm(18, 46), S | J, true, "lower arm",
     QT_TRANSLATE_NOOP("Measurement", "round the fullest part below the elbow")},
    {"arm_wrist_circ"_L1, "L15"_L1, QT_TRANSLATE_NOOP("Measurement", "Wrist"), Body, Length,
     cm(14, 17), cm(16, 20), cm(12, 26), S | J | A, true, "wrist girth|round wrist",
     QT_TRANSLATE_NOOP("Measurement", "round the wrist over the bone")},
    {"hand_circ"_L1, "D05"_L1, QT_TRANSLATE_NOOP("Measurement", "Hand girth"), Body, Length,
     cm(17, 21), cm(19, 24), cm(15, 29), B | D, true, "hand",
     QT_TRANSLATE_NOOP("Measurement", "round the knuckles with the thumb laid into the palm")},
    {"arm_shoulder_tip_to_wrist"_L1, "L05"_L1, QT_TRANSLATE_NOOP("Measurement", "Shoulder to wrist, straight"), Body, Length,
     cm(48, 61), cm(52, 67), cm(44, 76), S | J | D | A, true, "sleeve|sleeve length|arm length|shoulder to wrist|aasteen",
     QT_TRANSLATE_NOOP("Measurement", "from the shoulder bone down the hanging arm to the wrist bone")},
    {"arm_shoulder_tip_to_elbow"_L1, "L06"_L1, QT_TRANSLATE_NOOP("Measurement", "Shoulder to elbow"), Body, Length,
     cm(27, 35), cm(30, 38), cm(24, 44), S | D, true, "upper arm length|short sleeve|half sleeve",
     QT_TRANSLATE_NOOP("Measurement", "from the shoulder bone to the point of the elbow")},
    {"arm_neck_back_to_wrist_bent"_L1, "O09"_L1, QT_TRANSLATE_NOOP("Measurement", "Nape over shoulder to wrist"), Body, Length,
     cm(72, 90), cm(81, 99), cm(64, 112), S | J, true, "seventh cervical to wrist|nape to wrist",
     QT_TRANSLATE_NOOP("Measurement", "from the nape over the shoulder and the bent elbow to the wrist bone")},
    {"height_neck_back"_L1, "A02"_L1, QT_TRANSLATE_NOOP("Measurement", "Nape height (full gown)"), Body, Length,
     cm(126, 153), cm(137, 168), cm(118, 182), D | A, false, "nape height|cervical height|full gown",
     QT_TRANSLATE_NOOP("Measurement", "from the nape bone straight to the floor, without shoes")},
    {"height_neck_back_to_knee"_L1, "A18"_L1, QT_TRANSLATE_NOOP("Measurement", "Nape to knee"), Body, Length,
     cm(86, 104), cm(94, 113), cm(78, 125), D | A, false, "cervical to knee hollow|cervical to knee",
     QT_TRANSLATE_NOOP("Measurement", "from the nape bone down the back to the hollow of the knee")},
    {"waist_to_hip_side"_L1, "H35"_L1, QT_TRANSLATE_NOOP("Measurement", "Waist to hip"), Body, Length,
     cm(8, 19), cm(9, 21), cm(8, 32), T | K | D, true, "waist to hips|waist to seat",
     QT_TRANSLATE_NOOP("Measurement", "down the side, from the waist to the fullest part of the hip")},
    {"leg_waist_side_to_knee"_L1, "M14"_L1, QT_TRANSLATE_NOOP("Measurement", "Waist to knee"), Body, Length,
     cm(46, 60), cm(50, 64), cm(42, 74), K | D | T, true, "knee length",
     QT_TRANSLATE_NOOP("Measurement", "down the side, from the waist to the middle of the knee")},
    {"leg_waist_side_to_floor"_L1, "M02"_L1, QT_TRANSLATE_NOOP("Measurement", "Outseam: waist to floor"), Body, Length,
     cm(87, 110), cm(94, 119), cm(78, 128), T | K | D, true, "outseam|outside leg|outside leg length|waist to floor|trouser length",
     QT_TRANSLATE_NOOP("Measurement", "down the side over the hip, from the waist to the floor, without shoes")},
    {"leg_crotch_to_floor"_L1, "M01"_L1, QT_TRANSLATE_NOOP("Measurement", "Inseam: crotch to floor"), Body, Length,
     cm(69, 89), cm(75, 96), cm(58, 106), T, true, "inseam|inside leg|inside leg length|inner leg",
     QT_TRANSLATE_NOOP("Measurement", "inside the leg, from high in the crotch to the floor, without shoes")},
    {"rise_length_side_sitting"_L1, "N04"_L1, QT_TRANSLATE_NOOP("Measurement", "Body rise (sitting)"), Body, Length,
     cm(20, 33), cm(20, 35), cm(16, 42), T, false, "body rise|crotch depth",
     QT_TRANSLATE_NOOP("Measurement", "sitting upright on a hard chair: from the waist down the side to the seat")},
    {"crotch_length"_L1, "N01"_L1, QT_TRANSLATE_NOOP("Measurement", "Crotch length (U)"), Body, Length,
     cm(53, 72), cm(52, 74), cm(46, 100), T, false, "crotch|cross seam",
     QT_TRANSLATE_NOOP("Measurement", "from the waist in front, between the legs, to the waist behind")},
    {"leg_thigh_upper_circ"_L1, "M03"_L1, QT_TRANSLATE_NOOP("Measurement", "Thigh"), Body, Length,
     cm(50, 76), cm(50, 77), cm(40, 95), T, true, "lap|thigh girth|upper leg|round lap|jaangh",
     QT_TRANSLATE_NOOP("Measurement", "round the leg right under the crotch, standing on both feet")},
    {"leg_knee_circ"_L1, "M05"_L1, QT_TRANSLATE_NOOP("Measurement", "Knee"), Body, Length,
     cm(32, 46), cm(33, 47), cm(26, 64), T, true, "knee girth|round knee|ghutna",
     QT_TRANSLATE_NOOP("Measurement", "round the middle of the knee, leg a little bent")},
    {"leg_calf_circ"_L1, "M07"_L1, QT_TRANSLATE_NOOP("Measurement", "Calf"), Body, Length,
     cm(31, 45), cm(33, 47), cm(26, 60), T, true, "calf girth|round calf",
     QT_TRANSLATE_NOOP("Measurement", "round the fullest part of the calf")},
    {"leg_ankle_circ"_L1, "M09"_L1, QT_TRANSLATE_NOOP("Measurement", "Ankle"), Body, Length,
     cm(19, 26), cm(20, 27), cm(16, 34), T | A, true, "ankle girth|round ankle",
     QT_TRANSLATE_NOOP("Measurement", "round the ankle over the bones")},
    {"leg_ankle_diag_circ"_L1, "M11"_L1, QT_TRANSLATE_NOOP("Measurement", "Heel (foot must pass)"), Body, Length,
     cm(28, 35), cm(31, 39), cm(25, 44), T, true, "heel",
     QT_TRANSLATE_NOOP("Measurement", "over the instep and round the point of the heel, toes stretched")},
    {"@shirt_length"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Shirt length"), Finished, Length,
     std::nullopt, std::nullopt, cm(65, 95), S, false, "top length",
     QT_TRANSLATE_NOOP("Measurement", "from the collar seam down the middle of the back to where the shirt ends")},
    {"@cuff"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Cuff"), Finished, Length,
     std::nullopt, std::nullopt, cm(18, 30), S, false, "",
     QT_TRANSLATE_NOOP("Measurement", "the closed cuff all round, from button to buttonhole")},
    {"@jacket_back_length"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Jacket back length"), Finished, Length,
     std::nullopt, std::nullopt, cm(62, 92), J, false, "coat length|jacket length",
     QT_TRANSLATE_NOOP("Measurement", "from under the collar down the middle of the back to the hem")},
    {"@half_back"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Half back"), Finished, Length,
     std::nullopt, std::nullopt, std::nullopt, J, false, "1/2 back",
     QT_TRANSLATE_NOOP("Measurement", "from the middle of the back to the armhole seam, half way down")},
    {"@half_girth"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Half girth"), Finished, Length,
     std::nullopt, std::nullopt, std::nullopt, J, false, "1/2 girth",
     QT_TRANSLATE_NOOP("Measurement", "the closed jacket laid flat, side to side under the arms, halved")},
    {"@waistcoat_length"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Waistcoat length"), Finished, Length,
     std::nullopt, std::nullopt, cm(48, 75), W, false, "vest length",
     QT_TRANSLATE_NOOP("Measurement", "from the nape over the shoulder down to the point in front")},
    {"@blouse_length"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Blouse length"), Finished, Length,
     std::nullopt, std::nullopt, cm(45, 75), B, false, "",
     QT_TRANSLATE_NOOP("Measurement", "from the neck at the shoulder, over the bust, to the hem")},
    {"@skirt_length"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Skirt length"), Finished, Length,
     std::nullopt, std::nullopt, cm(35, 115), K, false, "",
     QT_TRANSLATE_NOOP("Measurement", "from the waistband to the hem, in front")},
    {"@front_rise"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Front rise"), Finished, Length,
     std::nullopt, std::nullopt, cm(20, 48), T, false, "",
     QT_TRANSLATE_NOOP("Measurement", "from the crotch seam up the front, waistband included")},
    {"@back_rise"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Back rise"), Finished, Length,
     std::nullopt, std::nullopt, cm(20, 48), T, false, "",
     QT_TRANSLATE_NOOP("Measurement", "from the crotch seam up the back, waistband included")},
    {"@half_knee"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Half knee"), Finished, Length,
     std::nullopt, std::nullopt, std::nullopt, T, false, "1/2 knee",
     QT_TRANSLATE_NOOP("Measurement", "the leg laid flat at the knee, crease to crease")},
    {"@trouser_bottom"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Trouser bottom, round"), Finished, Length,
     std::nullopt, std::nullopt, cm(28, 60), T, false, "bottom|bass|hem|mohri",
     QT_TRANSLATE_NOOP("Measurement", "all round the hem of the leg")},
    {"@agbada_length"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Agbada length"), Finished, Length,
     std::nullopt, std::nullopt, cm(120, 175), A, false, "agbada robe length",
     QT_TRANSLATE_NOOP("Measurement", "from the nape down the back to the hem of the robe")},
    {"@agbada_span"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Agbada span (wing)"), Finished, Length,
     std::nullopt, std::nullopt, cm(150, 230), A, false, "wing|wingspan|agbada wing",
     QT_TRANSLATE_NOOP("Measurement", "from edge to edge of the robe, over both shoulders, arms down")},
    {"@kaftan_length"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Kaftan or senator top length"), Finished, Length,
     std::nullopt, std::nullopt, cm(80, 130), A, false, "kaftan length|senator length|inner top length|kurta length",
     QT_TRANSLATE_NOOP("Measurement", "from the nape down the back to the hem")},
    {"@neck_opening"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Neck opening"), Finished, Length,
     std::nullopt, std::nullopt, std::nullopt, A, false, "",
     QT_TRANSLATE_NOOP("Measurement", "round the cut edge of the neck")},
    {"@neck_drop"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Neck drop"), Finished, Length,
     std::nullopt, std::nullopt, std::nullopt, A, false, "",
     QT_TRANSLATE_NOOP("Measurement", "from the front neckline down to the end of the slit")},
    {"@sokoto_length"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Sokoto length"), Finished, Length,
     std::nullopt, std::nullopt, std::nullopt, A, false, "",
     QT_TRANSLATE_NOOP("Measurement", "from the waistband down the outside to the hem")},
    {"@sokoto_bottom"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Sokoto bottom"), Finished, Length,
     std::nullopt, std::nullopt, std::nullopt, A, false, "",
     QT_TRANSLATE_NOOP("Measurement", "all round the hem of the leg")},
    {"@cap"_L1, ""_L1, QT_TRANSLATE_NOOP("Measurement", "Cap"), Finished, Length,
     std::nullopt, std::nullopt, cm(52, 62), A, false, "fila|cap round",
     QT_TRANSLATE_NOOP("Measurement", "inside the cap's band, where it sits on the head")},
    // clang-format on
};

const BuiltinTemplate templates[] = {
    {"shirt"_L1, QT_TRANSLATE_NOOP("Measurement", "Shirt"), Garment::Shirt},
    {"trousers"_L1, QT_TRANSLATE_NOOP("Measurement", "Trousers"), Garment::Trousers},
    {"jacket"_L1, QT_TRANSLATE_NOOP("Measurement", "Jacket"), Garment::Jacket},
    {"waistcoat"_L1, QT_TRANSLATE_NOOP("Measurement", "Waistcoat"), Garment::Waistcoat},
    {"dress"_L1, QT_TRANSLATE_NOOP("Measurement", "Dress"), Garment::Dress},
    {"skirt"_L1, QT_TRANSLATE_NOOP("Measurement", "Skirt"), Garment::Skirt},
    {"blouse"_L1, QT_TRANSLATE_NOOP("Measurement", "Blouse"), Garment::Blouse},
    {"agbada"_L1, QT_TRANSLATE_NOOP("Measurement", "Agbada or kaftan"), Garment::Agbada},
    {"child_shirt"_L1, QT_TRANSLATE_NOOP("Measurement", "Child's shirt"), Garment::Shirt, true},
    {"child_trousers"_L1, QT_TRANSLATE_NOOP("Measurement", "Child's trousers"), Garment::Trousers, true},
    {"child_jacket"_L1, QT_TRANSLATE_NOOP("Measurement", "Child's jacket"), Garment::Jacket, true},
    {"child_waistcoat"_L1, QT_TRANSLATE_NOOP("Measurement", "Child's waistcoat"), Garment::Waistcoat, true},
    {"child_dress"_L1, QT_TRANSLATE_NOOP("Measurement", "Child's dress"), Garment::Dress, true},
    {"child_skirt"_L1, QT_TRANSLATE_NOOP("Measurement", "Child's skirt"), Garment::Skirt, true},
    {"child_blouse"_L1, QT_TRANSLATE_NOOP("Measurement", "Child's blouse"), Garment::Blouse, true},
    {"child_agbada"_L1, QT_TRANSLATE_NOOP("Measurement", "Child's agbada or kaftan"), Garment::Agbada, true},
};

QString folded(QStringView name)
{
    QString result;
    const QString letters = name.toString().toCaseFolded().normalized(QString::NormalizationForm_KD);
    for (const QChar c : letters) {
        if (c == u'\u0142') // Polish l, Turkish i: letters of their own, but nobody's keyboard has them all
            result += u'l';
        else if (c == u'\u0131')
            result += u'i';
        else if (c.isLetterOrNumber() || c == u'@')
            result += c; // no space, no '_', no accent
    }
    return result;
}

using FieldsByName = QHash<QString, const MeasurementField *>;

FieldsByName makeFieldsByName()
{
    FieldsByName result;
    const auto add = [&result](const QString &name, const MeasurementField &field) {
        if (!name.isEmpty() && !result.contains(folded(name)))
            result.insert(folded(name), &field);
    };
    // Codes before names before aliases before other languages: what is written into files must win over what people say.
    for (const MeasurementField &field : fields)
        add(field.code, field);
    for (const MeasurementField &field : fields) {
        add(field.seamlyNumber, field);
        add(QString::fromUtf8(field.name), field);
    }
    for (const MeasurementField &field : fields) {
        const QStringList aliases = field.aliases();
        for (const QString &alias : aliases)
            add(alias, field);
        if (field.code.startsWith(u'@'))
            add(field.code.sliced(1), field);
    }
    for (const MeasurementWords &each : measurementWords()) {
        const QStringList words = QString::fromUtf8(each.words).split(u'|');
        for (const QString &word : words)
            add(word, *measurementField(QString::fromLatin1(each.code)));
    }
    return result;
}

} // namespace

QStringList MeasurementField::aliases() const
{
    return QString::fromUtf8(otherNames).split(u'|', Qt::SkipEmptyParts);
}

std::span<const MeasurementField> measurementFields()
{
    return fields;
}

const MeasurementField *measurementField(QStringView code)
{
    const auto found =
        std::find_if(std::begin(fields), std::end(fields), [code](const auto &field) { return field.code == code; });
    return found == std::end(fields) ? nullptr : &*found;
}

const MeasurementField *findMeasurementField(QStringView nameOrAlias)
{
    static const FieldsByName byName = makeFieldsByName();
    return byName.value(folded(nameOrAlias), nullptr);
}

std::span<const BuiltinTemplate> builtinTemplates()
{
    return templates;
}

QStringList templateCodes(Garment garment)
{
    QStringList result;
    for (const MeasurementField &field : fields) {
        if (field.garments.testFlag(garment))
            result += field.code;
    }
    return result;
}

} // namespace thimblely
