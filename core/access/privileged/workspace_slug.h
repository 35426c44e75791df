// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/storage/connection.h"

#include <QString>

namespace thimblely::access {

//! "Amina's Studio" → "amina-s-studio"; letters and digits of ASCII, "shop" where none is left.
QString slugFromName(const QString &name);
//! The wanted one, or with the first number after it that no workspace of the file has. In the caller's transaction.
Result<QString> freeSlug(storage::Connection &connection, const QString &wanted);

} // namespace thimblely::access
