// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace thimblely::backup {

/*!
 * To what backups are sealed: a public key (X25519) whose secret half comes from the code by argon2id (libsodium, 64 MiB,
 * 3 passes). So the program makes a backup by itself every day without holding the code or anything that opens one, and
 * whoever steals the computer and the stick has neither. It stands in the file and, with the salt, in each backup.
 */
struct BackupKey {
    QByteArray salt;      //!< 16 bytes
    QByteArray publicKey; //!< 32 bytes
    quint64 passes = 0;
    quint64 memory = 0; //!< bytes

    QByteArray toJson() const;
    //! Corrupt "backup.damaged" where it is none, or asks for more than 1 GiB or 20 passes.
    static Result<BackupKey> fromJson(const QByteArray &json);
    friend bool operator==(const BackupKey &, const BackupKey &) = default;
};

//! What opens the backups of a key; its memory is cleared when it goes.
class BackupSecret {
public:
    explicit BackupSecret(QByteArray secretKey) : m_secretKey(std::move(secretKey)) {}
    ~BackupSecret();
    BackupSecret(const BackupSecret &) = delete;
    BackupSecret &operator=(const BackupSecret &) = delete;
    BackupSecret(BackupSecret &&) = default;
    BackupSecret &operator=(BackupSecret &&) = delete;

    const QByteArray &secretKey() const { return m_secretKey; }

private:
    QByteArray m_secretKey;
};

//! Twenty characters to be written down, "K7PQ-2MX4-9TRA-…" (accounts/paper_code.h): 100 bits.
QString newBackupCode();
//! The same code however it was copied; a passphrase of one's own stays as it is. makeKey() and unlock() call it.
QString normalBackupCode(const QString &typed);

//! A new key with a salt of its own. Takes some tenths of a second. Invalid "backup.code_short" under 12 characters.
Result<BackupKey> makeKey(const QString &code);
//! WrongSecret "backup.wrong_code". As slow as makeKey().
Result<BackupSecret> unlock(const BackupKey &key, const QString &code);

} // namespace thimblely::backup
