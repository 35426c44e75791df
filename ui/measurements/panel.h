// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QFrame>

namespace thimblely::ui {

//! A pane of the measuring page: surface, 1 px line, radius 6; its layout starts inside the border.
class Panel : public QFrame {
    Q_OBJECT
public:
    explicit Panel(QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace thimblely::ui
