// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QString>

namespace thimblely {

//! What opening a shop's file found, after it was brought up to date where it was older.
enum class ShopFileState { Ready, Upgraded };

/*!
 * Makes a file ready to sign in to, on a thread of its own: looks where it lies, migrates an older one (with a copy
 * beside it first), refuses a newer one. Errors by kind: NotFound "storage.no_file" (first start), TooNew, NotOurs,
 * Corrupt, Busy, ReadOnly, DiskFull, NetworkPath.
 */
QFuture<Result<ShopFileState>> openShopFile(const QString &path);

} // namespace thimblely
