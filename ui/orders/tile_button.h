// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QAbstractButton>

namespace thimblely::ui {

//! A garment on the counter: its number in the corner, the drawing, the word (56 × 64, or 52).
class TileButton : public QAbstractButton {
    Q_OBJECT

public:
    TileButton(int number, QByteArray icon, const QString &word, QWidget *parent = nullptr);

    //! 52 high instead of 64.
    void setLow(bool low);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_number;
    QByteArray m_icon;
    bool m_low = false;
};

} // namespace thimblely::ui
