// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/measurements/croquis.h"
#include "ui/measurements/panel.h"

#include <QTransform>

#include <optional>
#include <vector>

namespace thimblely::ui {

//! A field that can lie on the body, with its number in the list.
struct BodyTape {
    QString code;
    int number;
    QString name;
};

/*!
 * The body, front and back, with the tapes of the fields: dotted, the one in focus in the accent with its number.
 * It is never mirrored: the client's right is on the left of the front view in every language.
 */
class BodyView : public Panel {
    Q_OBJECT
public:
    explicit BodyView(QWidget *parent);

    void setBody(Croquis::Body body);
    bool draws(Croquis::Body body) const { return m_croquis == &Croquis::of(body); }
    void setCodes(std::vector<BodyTape> tapes);
    void setCurrent(const QString &code);
    QString current() const { return m_current; }
    //! The tape under a point of the widget; empty where there is none.
    QString codeAt(QPointF point) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! A dotted tape was clicked.
    void tapeClicked(const QString &code);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Geometry {
        double k;
        double top;
        double frontX;
        double backX;
        bool compact;
        QTransform to(Croquis::View view) const;
    };
    Geometry geometryNow() const;
    int footerHeight() const;
    const BodyTape *find(const QString &code) const;
    void describe();
    void paintPaper(QPainter &painter, const Geometry &g) const;
    void paintTapes(QPainter &painter, const Geometry &g, Croquis::View view) const;
    void paintConnector(QPainter &painter, const Geometry &g) const;
    void paintFooter(QPainter &painter, const Geometry &g) const;

    const Croquis *m_croquis;
    std::vector<BodyTape> m_tapes;
    QString m_current;
};

} // namespace thimblely::ui
