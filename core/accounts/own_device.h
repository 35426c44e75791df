// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace thimblely::storage {
class Connection;
}

namespace thimblely {

/*!
 * What this computer remembers of the files it has opened, outside of them: how far each device's work in its file had
 * got. A file that says less was put back from an older copy, by whatever means. One small file of JSON in the person's
 * configuration; where it cannot be read nothing is known, and nothing is held up. One thread at a time.
 */
class FileWitness {
public:
    //! THIMBLELY_WITNESS in the environment, else "files.json" in the program's configuration.
    FileWitness();
    explicit FileWitness(QString path) : m_path(std::move(path)) {}

    std::optional<qint64> newestOperation(DeviceId device) const;
    //! Whole or not at all; never less than what is known.
    void note(DeviceId device, qint64 operation) const;

private:
    QString m_path;
};

//! A hash of this computer and the file, so that the file names no computer; empty where the system has no id.
QByteArray machineMark(const QByteArray &fileId);

/*!
 * Looks whether a file that is being opened is where its device left it. One from another computer, or older than what
 * this one has seen of it, goes on as a new device with new series of numbers (file_mark.h): no number comes twice,
 * whoever copied it. Says whether that was so.
 */
Result<bool> keepOwnDevice(storage::Connection &connection, const FileWitness &witness, const Clock &clock);

} // namespace thimblely
