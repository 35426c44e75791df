// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace thimblely {

/*!
 * Passwords and PINs as argon2id hashes (libsodium, 64 MiB, 3 passes). Each call takes some tenths of a second and 64
 * MiB, so it never runs on the GUI thread; thread-safe. "accounts.no_memory" where the 64 MiB cannot be had.
 */
Result<QByteArray> hashSecret(const QString &secret);
Result<QByteArray> hashBytes(QByteArray bytes);

//! What of a secret is hashed: the same letters typed on another keyboard are the same.
QByteArray secretBytes(const QString &secret);

//! A hash that no secret has and that costs as much to check, so that a login nobody has takes as long as a wrong
//! password. Made up, not worked out: nobody waits for it.
QByteArray hashOfNothing();

//! Constant time in the secret. A text that is no hash of ours matches nothing.
bool verifySecret(const QByteArray &hash, const QString &secret);
bool verifyBytes(const QByteArray &hash, QByteArray bytes);

} // namespace thimblely
