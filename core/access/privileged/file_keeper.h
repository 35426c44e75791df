// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/storage/file_copy.h"
#include "core/storage/verify.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace thimblely::storage {
class Connection;
}

namespace thimblely::access {

//! A workspace of the file, as a backup says what it holds.
struct ShopFacts {
    QString name;
    qint64 clients;
    qint64 orders;
    QByteArray timeZone = {}; //!< empty in what was sealed before it was noted
    friend bool operator==(const ShopFacts &, const ShopFacts &) = default;
};

/*!
 * Privileged, without the wall: the file as a whole, for the backup module alone. It reads no row of a client but to
 * count it, and hands the file on only as bytes. On the thread that opened it.
 */
class FileKeeper {
public:
    static Result<std::unique_ptr<FileKeeper>> open(const QString &path);
    //! The whole check of a file that others work in (storage/verify.h), on a reading connection of its own.
    static Result<std::vector<storage::Problem>> look(const QString &path, int pause, storage::CheckStop &stop);
    ~FileKeeper();
    FileKeeper(const FileKeeper &) = delete;
    FileKeeper &operator=(const FileKeeper &) = delete;

    //! What tells this shop's file from any other, whichever copy it is.
    Result<QByteArray> fileId();
    Result<std::vector<ShopFacts>> shops();
    //! The pictures that rows name.
    Result<std::vector<QByteArray>> pictures();
    //! To what the backups are sealed; nothing before it was chosen.
    Result<std::optional<QByteArray>> backupKey();
    Result<void> setBackupKey(const QByteArray &json);
    Result<void> copyTo(const QString &path, const storage::CopyProgress &progress,
                        storage::CopyKind kind = storage::CopyKind::Lasting);

    //! As file_mark.h says it.
    Result<void> goOnAs(DeviceId device, const QByteArray &machine, const QString &name, Instant now);

    //! Of a copy that is made to practise in: every series is closed and `series` gives the numbers, and what was being
    //! typed is not in it.
    Result<void> makePractice(const char *series, Instant now);
    //! For a file that may have lost its list of series: a workspace without any gets a closed one, so that the next
    //! series begins where no number was ever given.
    Result<void> closeLostSeries(Instant now);
    //! When something was last written in an operation; none where nothing ever was.
    Result<std::optional<Instant>> newestChange();
    //! What is missing for good in a file that was read from a damaged one; storage/known_problems.h.
    Result<void> keepKnownProblems(const std::vector<storage::Problem> &problems, Instant at);

private:
    explicit FileKeeper(std::unique_ptr<storage::Connection> connection);
    std::unique_ptr<storage::Connection> m_connection;
};

} // namespace thimblely::access
