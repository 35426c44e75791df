// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QSaveFile>
#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace thimblely::archive {

/*!
 * A folder that is being written beside its place, and gets its name when it is whole: half of one leaves nothing under
 * that name, and nothing if the program lives to clear it. What is there already is never touched.
 */
class NewFolder {
public:
    explicit NewFolder(QString path);

    //! Conflict "archive.exists", ReadOnly "archive.read_only" (both with the path).
    Result<void> begin();
    QString filePath(const QString &name) const { return m_making->filePath(name); }
    Result<void> keep();

private:
    const QString m_path;
    std::optional<QTemporaryDir> m_making;
};

//! A file that is written in one go from front to back. Errors: DiskFull or Io "archive.not_written".
class OutFile {
public:
    static Result<OutFile> create(const QString &path);
    OutFile(OutFile &&) noexcept = default;

    //! To be appended to; written out when it has become long.
    QByteArray &text() { return m_text; }
    Result<void> flushIfLong() { return m_text.size() < longText ? Result<void>() : flush(); }
    //! On the disk once it returns.
    Result<void> finish();

private:
    static constexpr qsizetype longText = qsizetype(1) << 18;
    explicit OutFile(const QString &path) : m_file(std::make_unique<QSaveFile>(path)) {}
    Result<void> flush();

    std::unique_ptr<QSaveFile> m_file;
    QByteArray m_text;
};

//! The SHA-256 of a file; nothing where there is no such file to read.
Result<std::optional<QByteArray>> hashOf(const QString &path);
//! The same of what was copied.
Result<std::optional<QByteArray>> copyHashed(const QString &from, const QString &to);

} // namespace thimblely::archive
