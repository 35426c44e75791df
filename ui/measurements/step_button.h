// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QAbstractButton>

namespace thimblely::ui {

//! A tall outlined key beside the big field; it never takes the keyboard away from it.
class StepButton : public QAbstractButton {
    Q_OBJECT
public:
    //! `name` is read by the screen reader, `text` is painted; `width` in px.
    StepButton(const QString &text, const QString &name, int width, QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_width;
};

} // namespace thimblely::ui
