// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace thimblely {

/*!
 * What is left of a run that ended by a fault of the program (SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, and with it an
 * exception nobody caught and qFatal): version, system, signal, where it was, and the newest lines of the log, which
 * hold no personal data (log.h). No memory and no values are written. It stays on this computer until somebody reads and
 * deletes it; nothing is ever sent.
 */
class CrashReport {
public:
    //! Writes the reports of this process into `folder` from now on, readable by nobody else. Once, on the main thread.
    static void install(const QString &folder, const QByteArray &version);
    //! Where modules lie that were loaded since, so that a place in them has a name.
    static void rememberModules();

    //! The newest that nobody was told of; it counts as told from now on. Older ones go.
    static std::optional<CrashReport> takeNewest(const QString &folder);

    const QString &path() const { return m_path; }
    QString text() const;
    Instant at() const { return m_at; }
    void remove() const;

private:
    CrashReport(QString path, Instant at) : m_path(std::move(path)), m_at(at) {}
    QString m_path;
    Instant m_at;
};

} // namespace thimblely
