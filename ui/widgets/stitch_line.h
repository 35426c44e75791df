// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QWidget>

namespace thimblely::ui {

//! The dashed seam that stands above a total and nowhere else.
class StitchLine : public QWidget {
    Q_OBJECT
public:
    explicit StitchLine(QWidget *parent = nullptr);
    QSize sizeHint() const override { return {40, 1}; }
    QSize minimumSizeHint() const override { return {10, 1}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

//! A dividing line of 1 px in Role::Line.
class Separator : public QWidget {
    Q_OBJECT
public:
    explicit Separator(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);
    QSize sizeHint() const override { return {1, 1}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace thimblely::ui
