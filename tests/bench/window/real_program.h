// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>

namespace thimblely::bench {

//! A program beside this one, as a person starts it, on the same display; ended with the object.
class RealProgram {
public:
    //! Executes it; its settings, papers and logs are in `folder`.
    RealProgram(const QString &program, const QStringList &arguments, const QString &folder);
    ~RealProgram();

    //! Waits until it has said the words on its stderr; ends this process where it does not.
    void waitFor(const QByteArray &words);
    //! Gives its window the keyboard, as a desktop does; a bare X server does not.
    void focus() const;
    //! Presses keys as if on the keyboard, by xdotool's names ("F2", "ctrl+k"), through the X server.
    static void press(const QStringList &keys);
    static void type(const QString &text);
    static bool canPress();
    //! Pages of memory that are its own or shared, in MiB (VmRSS).
    double residentMiB() const;

private:
    QProcess m_process;
    QByteArray m_said;
};

//! A program of this build.
QString built(const QString &name);

} // namespace thimblely::bench
