// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// A child is no small grown person: the man's strokes, drawn anew in the proportions of about seven years.
#include "ui/measurements/croquis_data.h"

#include <algorithm>
#include <iterator>

namespace thimblely::ui {
namespace {

//! Where a height of the grown figure lies on the child's, and how much wider or narrower it is there.
struct Growth {
    double grown;
    double child;
    double width;
};

// Six heads high and not eight; a round head on a short neck, narrow shoulders, hardly a waist, short legs.
constexpr Growth growth[] = {{-30, -40, 1.42}, {0, 0, 1.42},     {60, 80, 1.40},   {76, 101, 1.30},  {88, 117, 1.12},
                             {100, 134, 1.00}, {138, 168, 0.93}, {207, 232, 0.97}, {292, 318, 1.10}, {335, 354, 1.05},
                             {412, 440, 1.00}, {500, 526, 0.97}, {580, 604, 0.95}, {744, 750, 0.95}, {800, 800, 0.95}};

constexpr Point vestFront[] = {{0.0F, 172.0F},  {20.0F, 168.0F}, {30.0F, 158.0F}, {33.0F, 146.0F}, {35.0F, 126.5F},
                               {52.0F, 133.0F}, {54.0F, 150.0F}, {60.0F, 180.0F}, {71.0F, 207.0F}, {69.8F, 226.0F},
                               {65.8F, 250.0F}, {63.0F, 262.0F}, {32.0F, 267.0F}, {0.0F, 268.5F}};
constexpr Point vestBack[] = {{0.0F, 158.0F},  {20.0F, 155.0F}, {30.0F, 150.0F}, {33.0F, 142.0F}, {35.0F, 126.5F},
                              {52.0F, 133.0F}, {54.0F, 150.0F}, {60.0F, 180.0F}, {71.0F, 207.0F}, {69.8F, 226.0F},
                              {65.8F, 250.0F}, {63.0F, 262.0F}, {32.0F, 267.0F}, {0.0F, 268.5F}};
constexpr size_t muscles = 5; // of the man's fine lines: collar bones, chest and ribs come first

} // namespace

QPointF onAChild(QPointF grown)
{
    const auto above = std::ranges::upper_bound(growth, grown.y(), {}, &Growth::grown);
    const Growth &to = above == std::end(growth) ? growth[std::size(growth) - 1] : *above;
    const Growth &from = above == std::begin(growth) ? growth[0] : *(above == std::end(growth) ? above - 2 : above - 1);
    if (&from == &to)
        return {grown.x() * from.width, grown.y()};
    const double share = (grown.y() - from.grown) / (to.grown - from.grown);
    return {grown.x() * (from.width + share * (to.width - from.width)), from.child + share * (to.child - from.child)};
}

FigureData childFigure(bool girl)
{
    FigureData figure = manFigure;
    figure.fineFront = manFigure.fineFront.subspan(muscles);
    figure.camisoleFront = vestFront;
    figure.camisoleBack = vestBack;
    figure.knot = girl;
    figure.heads = 6;
    figure.drawnAt = onAChild;
    return figure;
}

} // namespace thimblely::ui
