// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

namespace thimblely::backup {

/*!
 * What this computer remembers of its runs with a shop's file, outside of it: whether the one before came to its end, when
 * the file was last checked as a whole, and how new its newest backup is, which a damaged file cannot tell. One small file
 * of JSON in the program's state folder, which names no path; where it cannot be read or written nothing is known.
 * One thread at a time.
 */
class FileRuns {
public:
    FileRuns(QString shopFile, QString folder);

    //! True where the run before this one did not come to its end, and no other program has the file open.
    bool begin();
    void end();

    std::optional<Instant> lastChecked() const { return read("checked"); }
    void noteChecked(Instant at) { note("checked", at); }
    std::optional<Instant> newestBackup() const { return read("backup"); }
    void noteBackup(Instant madeAt) { note("backup", madeAt); }

private:
    std::optional<Instant> read(const char *what) const;
    void note(const char *what, Instant at);
    QJsonObject all() const;
    void change(const std::function<void(QJsonObject &)> &edit);

    const QString m_path;
    const QString m_key;
};

} // namespace thimblely::backup
