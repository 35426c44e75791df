// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QAbstractButton>

namespace thimblely::ui {

//! A garment on the counter: its number in the corner, the drawing, the word (56 × 64).
class TileButton : public QAbstractButton {
    Q_OBJECT

public:
    TileButton(int number, QByteArray icon, const QString &word, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_number;
    QByteArray m_icon;
};

} // namespace thimblely::ui
