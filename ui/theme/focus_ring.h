// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QPointer>
#include <QWidget>

class QFocusFrame;

namespace thimblely::ui {

/*!
 * The one focus ring of the program: 2 px of accent, 2 px away from the control that has the keyboard. Inputs always
 * show it, buttons only when the keyboard brought the focus; lists mark their current row themselves.
 */
class FocusRing : public QObject {
    Q_OBJECT
public:
    explicit FocusRing(QObject *parent);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *now);

    QPointer<QFocusFrame> m_frame;
    bool m_byKeyboard = true;
};

} // namespace thimblely::ui
