// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/storage/file_copy.h"

#include <QLockFile>
#include <QTemporaryDir>

#include <memory>

namespace thimblely::backup {

/*!
 * A copy of a shop's file to practise in: everything in it is as it is, and nothing that is done in it is ever seen
 * again. It lies in a hidden folder beside the file (within the vault, where the shop has one) and goes with this
 * object; what a killed program left behind goes at the next start. Its numbers come from the series TEST, its half-typed
 * pages are not in it, and of the pictures it has only those taken in it: the shop's are read from the shop's folder
 * (core/changes/media_folder.h). The shop's own file is only read.
 */
class PracticeShop {
public:
    //! What the numbers of orders, receipts and invoices in it begin with.
    static constexpr const char *series = "TEST";

    //! Errors by kind, as storage::copyFile: DiskFull, Io, ReadOnly, Cancelled. Seconds for a large file; any thread.
    static Result<std::unique_ptr<PracticeShop>> make(const QString &shopFile, const Clock &clock,
                                                      const storage::CopyProgress &progress = {});
    ~PracticeShop();
    PracticeShop(const PracticeShop &) = delete;
    PracticeShop &operator=(const PracticeShop &) = delete;

    QString path() const { return m_path; }
    //! Somebody of the shop, as they are in the copy. Forbidden "access.no_member" where they are none.
    Result<access::Principal> principal(PersonId person, WorkspaceId workspace) const;

    //! Removes what other programs, which are gone, left beside this file.
    static void sweep(const QString &shopFile);

private:
    explicit PracticeShop(const QString &shopFile);

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace thimblely::backup
