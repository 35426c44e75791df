// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/roles.h"

#include <QLineEdit>

namespace thimblely::ui {

/*!
 * An input inside a row that reads as plain words until it is worked in: without a frame, as wide as its words. As
 * Dashed it invites to add something ("+ Task"). Its shape is told by the hover and the focus ring.
 */
class QuietEdit : public QLineEdit {
    Q_OBJECT

public:
    enum class Look { Plain, Dashed };

    QuietEdit(Look look, TextStyle style, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void align();

    Look m_look;
    TextStyle m_style;
};

} // namespace thimblely::ui
