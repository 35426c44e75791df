// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/secret_store.h"

#include <QHash>
#include <QMutex>

#include <memory>
#include <optional>

namespace thimblely {

/*!
 * 32 random bytes that only this computer has. A PIN is hashed together with them: whoever has the file alone cannot try
 * the ten thousand there are. Not to be shown, logged or written anywhere but into the keychain.
 */
class DeviceKey {
public:
    static DeviceKey make();
    static std::optional<DeviceKey> fromText(const QByteArray &text);
    QByteArray toText() const;

    //! By which a hash says which key it needs; nothing of the key can be read from it.
    QByteArray mark() const;
    //! 32 bytes that nobody makes of `bytes` without the key (keyed BLAKE2b).
    QByteArray keyed(const QByteArray &bytes) const;

private:
    explicit DeviceKey(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    QByteArray m_bytes;
};

/*!
 * The keys of this computer, one for each shop's file, kept in its keychain under the file's id. There is one for the
 * whole program, as there is one keychain; without use() there is no keychain. Thread-safe; what waits for the keychain
 * says so, and is not for the GUI thread.
 */
class DeviceKeys {
public:
    static DeviceKeys &ofThisComputer();

    //! Keys that were found stay known until another store is used. Gives back the one before.
    std::shared_ptr<SecretStore> use(std::shared_ptr<SecretStore> store);

    //! The keychain itself, for what else of the program's is kept in it; null where there is none.
    std::shared_ptr<SecretStore> keychain();
    //! Whether there is a keychain that can be asked now; the errors of SecretStore.
    QFuture<Result<void>> available();
    //! Begins to ask, so that it is known when a PIN is typed.
    void prepare(const QByteArray &fileId);
    //! Nothing where the keychain has none for this file. Waits.
    Result<std::optional<DeviceKey>> find(const QByteArray &fileId);
    //! Makes one where there is none. Waits. "secrets.none_here" also where it could be kept for this sitting only: a
    //! PIN is for tomorrow too.
    Result<DeviceKey> findOrMake(const QByteArray &fileId);

private:
    using Reading = QFuture<Result<std::optional<QByteArray>>>;
    Reading reading(const QByteArray &fileId);

    QMutex m_mutex;
    std::shared_ptr<SecretStore> m_store;
    QHash<QByteArray, DeviceKey> m_known;
    QHash<QByteArray, Reading> m_reading;
    QMutex m_making; // one key for a file, whoever asks at once
};

} // namespace thimblely
