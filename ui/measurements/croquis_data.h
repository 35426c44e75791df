// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QPointF>

#include <span>

namespace thimblely::ui {

//! A point of the croquis: 100 units a head, 8 heads high; x counts from the plumb line.
struct Point {
    float x;
    float y;
};
using Stroke = std::span<const Point>;

//! How the tape of one measurement code lies on the front and on the back; an empty stroke: not seen from there.
struct TapeData {
    const char *code;
    Stroke front;
    Stroke back;
};

/*!
 * One drawn figure as points, the viewer's right half (tapes: as they lie, not mirrored). Constant data.
 * The strokes are open and meet, so that the ink reads as drawn; the *Fill points close the copies that are filled.
 */
struct FigureData {
    Stroke head, headBack, ear, hairFront, hairBack;
    Stroke outer, hand, palm, thumb, inner, side, inLeg, footFront, footBack;
    std::span<const Stroke> fineFront, fineBack;
    Stroke shorts, shortsHem, camisoleFront, camisoleBack; //!< camisoles are empty on the man's figure
    Point armpitFill, palmFill, armFill;
    Point waistbandTop, waistbandFoot; //!< half width and height of the band's two level lines
    bool knot;                         //!< hair tied over the crown
    std::span<const TapeData> tapes;
    int heads = 8;                         //!< the height of the figure
    QPointF (*drawnAt)(QPointF) = nullptr; //!< where its points lie; none: where they are
};

extern const FigureData manFigure;
extern const FigureData womanFigure;
//! Made of the man's.
FigureData childFigure(bool girl);

} // namespace thimblely::ui
