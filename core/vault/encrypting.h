// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/vault/vault.h"

#include <QString>

#include <functional>

namespace thimblely::vault {

//! What is going on, told before each part of it.
enum class Stage { Making, Copying, Comparing, Switching, Removing };
using StageHook = std::function<void(Stage)>;

/*!
 * Makes the vault of a shop's file and leaves it open; gives its master key (vault.h). Where the shop is there already,
 * everything of it moves in: the file, its pictures, its copies from before migrations, and the folder of papers. It is
 * copied, read back through the encryption and compared; then one rename makes the vault the shop's place, and only then
 * what lay there in plain is overwritten once and removed. Killed at any moment, it leaves one whole shop: in plain and
 * nothing else, or in the vault, whose next opening removes the rest.
 *
 * Takes as long as copying the shop twice. NotFound "vault.no_tool"; Io "vault.no_fuse", "vault.not_made"; Invalid
 * "vault.passphrase_short"; Conflict "vault.exists", "vault.in_the_way", "vault.not_alone" (args[0] another shop's file
 * that has the same folder of papers), "vault.is_link"; Busy "storage.in_use", "vault.being_made"; DiskFull "vault.no_room"; Corrupt
 * "vault.copy_differs"; NetworkPath.
 */
Result<QString> encrypt(const QString &plainFile, const QString &passphrase, const StageHook &hook = {});

//! Removes what was left by encrypt() being killed, unless it is still at work. A look where there is nothing to do.
void tidy(const Vault &vault);

} // namespace thimblely::vault
