// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/storage/file_copy.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace thimblely::storage {

class Connection;

/*!
 * A shop's file that nobody else has open, nor gets open, for as long as this lives: for who moves it elsewhere. It has
 * no log beside it meanwhile. On the thread that made it.
 */
class HeldFile {
public:
    //! Brings the file up to date first. Busy "storage.in_use" where another program or window has it open.
    static Result<HeldFile> hold(const QString &path);
    HeldFile(HeldFile &&other) noexcept;
    HeldFile &operator=(HeldFile &&) = delete;
    HeldFile(const HeldFile &) = delete;
    HeldFile &operator=(const HeldFile &) = delete;
    ~HeldFile();

    //! By SQLite's backup (file_copy.h).
    Result<void> copyTo(const QString &path, const CopyProgress &progress = {});
    //! Over every row (verify.h).
    Result<QByteArray> digest();
    /*!
     * Overwrites the file, then lets go of it and removes it: whoever waited for it meanwhile finds no shop in it, rather
     * than one whose writes are lost. Nothing but destroying is left to do afterwards.
     */
    Result<void> destroy();

private:
    explicit HeldFile(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> m_connection;
};

//! Overwrites a file once and removes it; a disk of flash memory may keep the old content somewhere all the same.
Result<void> wipe(const QString &path);

} // namespace thimblely::storage
