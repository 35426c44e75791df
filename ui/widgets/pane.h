// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/roles.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <QWidget>

namespace thimblely::ui {

/*!
 * A part of the window: side panes stand on Role::Window, the working pane on Role::Surface; a 1 px line divides it
 * from the pane before or after it. No box is drawn inside a box.
 */
class Pane : public QWidget {
    Q_OBJECT
public:
    enum class Edge { None, Leading, Trailing, Top, Bottom };

    explicit Pane(Role fill, Edge line = Edge::None, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Role m_fill;
    Edge m_line;
};

//! A card of Today: surface, 1 px line, radius 6.
class Card : public QWidget {
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/*!
 * Layouts with the gaps of the grid of four; no margin and a gap of 8 unless said otherwise. Left and right of
 * `margins` are leading and trailing: Qt does not mirror margins, so this does.
 */
QHBoxLayout *row(QWidget *parent = nullptr, int spacing = 8, const QMargins &margins = {});
QVBoxLayout *column(QWidget *parent = nullptr, int spacing = 8, const QMargins &margins = {});

} // namespace thimblely::ui
