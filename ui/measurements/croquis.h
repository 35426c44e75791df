// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QHash>
#include <QPainterPath>
#include <QString>

#include <vector>

class QPainter;

namespace thimblely::ui {

struct FigureData;

/*!
 * The tailor's croquis: a figure of eight heads, a child's of six, with the tape of each measurement code, as paths built once.
 *
 * Coordinates are croquis units: 800 from crown to sole, x = 0 on the plumb line, the client's right on the viewer's
 * left in front. Painting uses the colours of the Theme; GUI thread only.
 */
class Croquis {
public:
    enum class Body { Man, Woman, Boy, Girl };
    enum class View { Front, Back };
    static constexpr int Height = 800;

    static const Croquis &of(Body body);
    //! The figure for a client's `gender_for_fit`; anything but a woman's is drawn on the man's, which is the plainer.
    static Body bodyFor(QStringView genderForFit, bool child = false);

    //! Paints the figure without tapes, in croquis units; `k` is the scale of the painter, which keeps pens in px.
    void paint(QPainter &painter, View view, double k) const;
    //! The line a tape of `code` takes; empty where it is not seen or the code has none.
    QPainterPath tape(const QString &code, View view) const;
    int heads() const { return m_heads; } //!< how many of its heads the figure is high
    bool hasTape(const QString &code) const { return m_tapes.contains(code); }
    QStringList tapeCodes() const { return m_tapes.keys(); }

private:
    struct Figure {
        std::vector<QPainterPath> flesh;
        QPainterPath hair, shorts, camisole, fine, ink;
    };
    struct Tape {
        QPainterPath front, back;
    };
    explicit Croquis(const FigureData &data);
    static Figure build(const FigureData &data, View view);

    Figure m_front;
    Figure m_back;
    QPainterPath m_knot;
    int m_heads;
    QHash<QString, Tape> m_tapes;
};

} // namespace thimblely::ui
