// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QAbstractButton>

namespace thimblely::ui {

//! The place of the next piece: dashed, 52 high, with a plus.
class GhostButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit GhostButton(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace thimblely::ui
