// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/sign_in_service.h"
#include "core/base/result.h"

#include <QFuture>
#include <QString>

#include <vector>

namespace thimblely {

//! A shop's file that is ready, and who may sign in to it.
struct ShopFile {
    bool upgraded = false;  //!< it was older, and was brought up to date
    bool newDevice = false; //!< it came from another computer or an older copy: numbers go on in new series
    std::vector<Face> faces;
};

/*!
 * Makes a file ready to sign in to, on a thread of its own: looks where it lies, migrates an older one (with a copy
 * beside it first), refuses a newer one. Errors by kind: NotFound "storage.no_file" (first start), TooNew, NotOurs,
 * Corrupt, Busy, ReadOnly, DiskFull, NetworkPath.
 */
QFuture<Result<ShopFile>> openShopFile(const QString &path);

} // namespace thimblely
