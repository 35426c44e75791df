// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/vault/vault.h"

#include <QStringList>

namespace thimblely::vault {

// What lies beside a shop's file in plain and belongs to it; internal to this folder. Names are relative to its folder.

//! Pictures, papers, copies from before migrations, what a killed backup left; not the file itself.
QStringList filesBeside(const Vault &vault);
//! Another shop's file, with which the folder of papers is shared; empty where there is none.
QString shopBeside(const Vault &vault);
qint64 sizeOf(const Vault &vault, const QStringList &names);

//! One of them into the open vault; and whether it can be read there to the byte.
Result<void> copyIn(const Vault &vault, const QString &name);
Result<bool> isSame(const Vault &vault, const QString &name);

//! Writes down in the open vault what may be removed outside once the vault is the shop's place.
Result<void> writeMoved(const Vault &vault, const QStringList &names);
//! Removes what is written down and is still as it was; then the list.
void removeMoved(const Vault &vault);

} // namespace thimblely::vault
