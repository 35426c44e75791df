// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/croquis.h"

#include "ui/measurements/croquis_data.h"
#include "ui/measurements/croquis_tapes.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPen>

namespace thimblely::ui {
namespace {

using Points = std::vector<QPointF>;

Points points(Stroke stroke, bool mirrored = false)
{
    Points out;
    for (const Point &p : stroke)
        out.emplace_back(mirrored ? -p.x : p.x, p.y);
    return out;
}

//! Catmull-Rom through the points, ends reflected; joined on to `path` by a line unless `move`.
void curve(QPainterPath &path, const Points &p, bool move = true)
{
    if (p.empty())
        return;
    constexpr double Tension = 0.5 * 1.15 / 3.0;
    if (move)
        path.moveTo(p.front());
    else
        path.lineTo(p.front());
    for (size_t i = 0; i + 1 < p.size(); ++i) {
        const QPointF before = i > 0 ? p[i - 1] : 2 * p[i] - p[i + 1];
        const QPointF after = i + 2 < p.size() ? p[i + 2] : 2 * p[i + 1] - p[i];
        path.cubicTo(p[i] + (p[i + 1] - before) * Tension, p[i + 1] - (after - p[i]) * Tension, p[i + 1]);
    }
}

void both(QPainterPath &path, Stroke stroke)
{
    curve(path, points(stroke));
    curve(path, points(stroke, true));
}

void append(Points &to, Stroke stroke, size_t skip = 0)
{
    for (const Point &p : stroke.subspan(std::min(skip, stroke.size())))
        to.emplace_back(p.x, p.y);
}

void appendReversed(Points &to, Stroke stroke, size_t skip = 0)
{
    const Points forward = points(stroke);
    to.insert(to.end(), forward.rbegin() + static_cast<std::ptrdiff_t>(skip), forward.rend());
}

QPainterPath polygon(const Points &p)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addPolygon(QPolygonF(QList<QPointF>(p.begin(), p.end())));
    path.closeSubpath();
    return path;
}

//! The closed outline of a half and of its mirror image.
QPainterPath mirroredPolygon(const Points &half)
{
    Points all = half;
    for (auto p = half.rbegin(); p != half.rend(); ++p)
        all.emplace_back(-p->x(), p->y());
    return polygon(all);
}

//! A level line that bows down in the middle.
Points band(Point halfWidthAndHeight, double sag)
{
    const double w = halfWidthAndHeight.x;
    const double y = halfWidthAndHeight.y;
    return {{-w, y}, {-w * .55, y + sag * .78}, {0, y + sag}, {w * .55, y + sag * .78}, {w, y}};
}

std::vector<QPainterPath> flesh(const FigureData &d, Stroke foot)
{
    Points torso{{0, 96}, {22.5, 88}};
    append(torso, d.outer.first(9), 1);
    torso.emplace_back(d.armpitFill.x, d.armpitFill.y);
    append(torso, d.side);
    append(torso, foot, 1);
    appendReversed(torso, d.inLeg, 1);
    torso.emplace_back(0, 412);

    Points arm;
    append(arm, d.outer, 7);
    append(arm, d.hand, 1);
    append(arm, d.palm, 1);
    arm.emplace_back(d.palmFill.x, d.palmFill.y);
    appendReversed(arm, d.thumb, 1);
    appendReversed(arm, d.inner, 1);
    arm.emplace_back(d.armFill.x, d.armFill.y);
    const QPainterPath right = polygon(arm);
    return {mirroredPolygon(torso), right, QTransform::fromScale(-1, 1).map(right), mirroredPolygon(points(d.head))};
}

QPainterPath hair(const FigureData &d, Stroke line, double below)
{
    Points cap;
    for (const Point &p : d.head) {
        if (p.y <= line.front().y + below)
            cap.emplace_back(p.x, p.y);
    }
    QPainterPath path;
    for (const double mirror : {1.0, -1.0}) {
        Points c;
        for (const QPointF &p : cap)
            c.emplace_back(p.x() * mirror, p.y());
        curve(path, c);
        curve(path, points(line, mirror < 0), false);
    }
    return path;
}

void waistAndHem(QPainterPath &fine, const FigureData &d, bool back)
{
    curve(fine, band(d.waistbandTop, 5));
    curve(fine, band(d.waistbandFoot, 5));
    both(fine, d.shortsHem);
    fine.moveTo(0, back ? 335 : 343);
    fine.lineTo(0, 412);
}

void camisoleLines(QPainterPath &fine, Stroke camisole)
{
    if (camisole.empty())
        return;
    both(fine, camisole.first(5));
    both(fine, camisole.subspan(5, 4));
    curve(fine, band(camisole[camisole.size() - 3], 6.5)); // its hem
}

void middleLine(QPainterPath &fine, bool back)
{
    if (back) {
        fine.moveTo(0, 206);
        fine.cubicTo(1, 240, -1, 280, 0, 322);
    } else {
        fine.moveTo(-2.2, 306);
        fine.quadTo(0, 309.5, 2.2, 306);
    }
}

QPainterPath knot()
{
    QPainterPath path;
    path.moveTo(-15, -2);
    path.cubicTo(-15, -24, 15, -24, 15, -2);
    path.cubicTo(15, 8, -15, 8, -15, -2);
    path.closeSubpath();
    return path;
}

//! Where the figure has its points; the curves between them follow.
QPainterPath drawn(QPainterPath path, const FigureData &d)
{
    for (int i = 0; d.drawnAt && i < path.elementCount(); ++i) {
        const QPointF there = d.drawnAt(path.elementAt(i));
        path.setElementPositionAt(i, there.x(), there.y());
    }
    return path;
}

QPainterPath curveOf(Stroke stroke)
{
    QPainterPath path;
    curve(path, points(stroke));
    return path;
}

} // namespace

const Croquis &Croquis::of(Body body)
{
    static const Croquis figures[] = {Croquis(manFigure), Croquis(womanFigure), Croquis(childFigure(false)),
                                      Croquis(childFigure(true))};
    return figures[size_t(body)];
}

Croquis::Body Croquis::bodyFor(QStringView genderForFit, bool child)
{
    for (const auto *word : {"female", "woman", "women", "f"}) {
        if (genderForFit.compare(QLatin1String(word), Qt::CaseInsensitive) == 0)
            return child ? Body::Girl : Body::Woman;
    }
    return child ? Body::Boy : Body::Man;
}

Croquis::Croquis(const FigureData &data)
    : m_front(build(data, View::Front)), m_back(build(data, View::Back)), m_heads(data.heads)
{
    if (data.knot)
        m_knot = drawn(knot(), data);
    for (const TapeData &t : data.tapes)
        m_tapes.insert(QString::fromLatin1(t.code), {drawn(curveOf(t.front), data), drawn(curveOf(t.back), data)});
    for (const LaidTape &t : laidTapes(data))
        m_tapes.insert(QString::fromLatin1(t.code), {drawn(curveOf(t.front), data), drawn(curveOf(t.back), data)});
}

Croquis::Figure Croquis::build(const FigureData &d, View view)
{
    const bool back = view == View::Back;
    const Stroke foot = back ? d.footBack : d.footFront;
    const Stroke camisole = back ? d.camisoleBack : d.camisoleFront;
    Figure f;
    f.flesh = flesh(d, foot);
    f.hair = hair(d, back ? d.hairBack : d.hairFront, back ? 0 : 3);
    f.shorts = mirroredPolygon(points(d.shorts));
    if (!camisole.empty())
        f.camisole = mirroredPolygon(points(camisole));
    camisoleLines(f.fine, camisole);
    for (const Stroke &s : back ? d.fineBack : d.fineFront)
        both(f.fine, s);
    middleLine(f.fine, back);
    waistAndHem(f.fine, d, back);
    for (const Stroke &s :
         {back ? d.headBack : d.head, d.ear, d.outer, d.hand, d.palm, d.thumb, d.inner, d.side, d.inLeg, foot})
        both(f.ink, s);
    for (QPainterPath &path : f.flesh)
        path = drawn(path, d);
    for (QPainterPath *path : {&f.hair, &f.shorts, &f.camisole, &f.fine, &f.ink})
        *path = drawn(*path, d);
    return f;
}

void Croquis::paint(QPainter &painter, View view, double k) const
{
    const Theme &theme = Theme::instance();
    const bool dark = theme.isDark();
    const Figure &f = view == View::Back ? m_back : m_front;
    const auto pen = [&](Role role, double px) {
        return QPen(theme.color(role), px / k, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    };
    const QColor hairColor = theme.color(dark ? Role::Window : Role::Muted);
    const QColor cloth = theme.color(dark ? Role::Line : Role::Sunk);

    for (const QPainterPath &p : f.flesh)
        painter.fillPath(p, theme.color(dark ? Role::Sunk : Role::Window));
    QPen plumb(theme.color(Role::Line), 1 / k, Qt::CustomDashLine, Qt::FlatCap);
    plumb.setDashPattern({9, 4, 2, 4});
    painter.setPen(plumb);
    painter.drawLine(QPointF(0, -14), QPointF(0, Height + 12));
    painter.fillPath(f.hair, hairColor);
    painter.fillPath(f.shorts, cloth);
    painter.fillPath(f.camisole, cloth);
    painter.setBrush(Qt::NoBrush);
    if (!m_knot.isEmpty()) {
        painter.fillPath(m_knot, hairColor);
        painter.strokePath(m_knot, pen(Role::Text, 1.5));
    }
    painter.strokePath(f.fine, pen(Role::Outline, 1));
    painter.strokePath(f.ink, pen(Role::Text, 1.5));
}

QPainterPath Croquis::tape(const QString &code, View view) const
{
    const auto tape = m_tapes.constFind(code);
    if (tape == m_tapes.constEnd())
        return {};
    return view == View::Back ? tape->back : tape->front;
}

} // namespace thimblely::ui
