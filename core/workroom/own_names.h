// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace thimblely::workroom {

/*!
 * The keys of things whose names a person wrote anew, `keys` and `before` being those of the list as it was: what is
 * called as before keeps its key; of a list as long as before, so does what stands where the renamed one stood; for all
 * else the key is empty. Pure; for this folder only.
 */
QStringList keptKeys(const QStringList &keys, const QStringList &before, const QStringList &names);
/*!
 * The same with keys for what is new, made of its name: who brings a step back finds its pieces there. Errors: Invalid
 * "work.name_twice" (args: the name), "work.too_many_lines" (args: the most).
 */
Result<QStringList> wholeKeys(const QStringList &kept, const QStringList &names, int most);

} // namespace thimblely::workroom
