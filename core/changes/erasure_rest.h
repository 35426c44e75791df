// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QString>

namespace thimblely::changes {

/*!
 * What is left to do of an erasure after its commit: pictures and papers removed, the shop's file written anew. Also
 * after the program was killed in between, by whoever opens the file next; nothing is done where nothing was left.
 * Seconds for a large file, during which nobody else writes. Any thread. Errors: ReadOnly "media.not_removed", Busy.
 */
Result<void> finishErasures(const QString &shopFile);

} // namespace thimblely::changes
