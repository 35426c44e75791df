// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QObject>
#include <QTimer>

namespace thimblely::ui {

class Desk;

//! Looks every half minute whether the person is to be told of something, and says it. One for each window.
class ReminderWatch : public QObject {
    Q_OBJECT

public:
    ReminderWatch(Desk &desk, QObject *parent);

    void look();

private:
    void tell();

    Desk &m_desk;
    QTimer m_timer;
    bool m_looking = false;
};

} // namespace thimblely::ui
