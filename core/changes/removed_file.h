// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QString>

namespace thimblely::changes {

//! Overwrites a file, as far as its file system lets one, and removes it; what is not there is removed already.
//! ReadOnly "media.not_removed" (args[0] the path) where it stays. Any thread.
Result<void> removeFile(const QString &path);

} // namespace thimblely::changes
