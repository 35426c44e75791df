// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/documents/barcode.h"

#include <QWidget>

namespace thimblely::ui {

//! A square code on the screen, to be read by a telephone or scanner: dark on white in every scheme, with its quiet zone.
class SquareCodeView : public QWidget {
    Q_OBJECT

public:
    explicit SquareCodeView(QWidget *parent = nullptr);

    //! Hidden where there is no such code. `words`: what it is, for who cannot see it.
    void showCode(const QString &payload, const QString &words);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int modules() const;

    SquareCode m_code;
};

} // namespace thimblely::ui
