// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/measurements/measure_field.h"

#include <QWidget>

namespace thimblely::ui {

//! What the scale strip shows; what is absent is not drawn.
struct ScaleMarks {
    std::optional<Length> typed;
    QString typedText;         //!< as typed; empty: converted
    bool typedFlagged = false; //!< drawn in the colour of warnings
    std::optional<Length> last;
    QString lastWhen; //!< "March"
    std::optional<Length> likely;
    std::optional<LengthRange> usual;
};

/*!
 * A piece of tape with the typed value between the last and the likely one, so that a slip is seen at a glance.
 * Never mirrored, as a tape is not. Labels never overlap: of two marks the left one's label ends before it.
 */
class ScaleStrip : public QWidget {
    Q_OBJECT
public:
    explicit ScaleStrip(QWidget *parent);

    void setUnit(LengthUnit unit);
    void setMarks(const ScaleMarks &marks);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    //! The stretch of tape shown, tenths of a millimetre; chosen so that the marks lie on it.
    struct Span {
        qint64 from;
        qint64 to;
        friend bool operator==(const Span &, const Span &) = default;
    };
    static Span spanFor(const ScaleMarks &marks, LengthUnit unit);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Label {
        double x;
        QString text;
        QString shortText;
        QColor color;
        bool strong;
        double clear; //!< distance kept from the mark
    };
    std::vector<Label> labels() const;
    double position(qint64 tenths, Span span) const;
    QRectF bar() const;
    void paintTicks(QPainter &painter, Span span) const;
    void paintMark(QPainter &painter, double x, const QColor &color) const;
    void paintLabels(QPainter &painter) const;

    LengthUnit m_unit = LengthUnit::Centimetre;
    ScaleMarks m_marks;
};

} // namespace thimblely::ui
