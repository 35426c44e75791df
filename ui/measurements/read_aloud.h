// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QObject>
#include <QString>

class QProcess;

namespace thimblely::ui {

/*!
 * Speaks short texts for who does not read the screen, by the system's speech service (spd-say of Speech Dispatcher),
 * in the language of the program. The texts go through a pipe and not into the list of processes, for they hold
 * measures of a body. Off until it is asked for; never waits; GUI thread.
 */
class ReadAloud : public QObject {
    Q_OBJECT
public:
    explicit ReadAloud(QObject *parent = nullptr);

    //! Whether this computer can speak.
    static bool isPossible();
    void setOn(bool on);
    bool isOn() const { return m_on; }
    //! What is being said ends first, unless `atOnce` cuts it short.
    void say(const QString &text, bool atOnce);

private:
    void begin(const QStringList &arguments, const QString &text);

    bool m_on = false;
};

} // namespace thimblely::ui
