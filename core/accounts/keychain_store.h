// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/secret_store.h"

#include <QHash>
#include <QMutex>
#include <QThread>

namespace thimblely {

/*!
 * The keychain of the person's system (QtKeychain: Secret Service or KWallet, the Windows and the macOS one), asked on a
 * thread of its own. Where there is none, or THIMBLELY_KEYCHAIN=none says not to ask it, what is written is kept for this
 * sitting. An answer that does not come within half a minute is "secrets.locked". One for the whole program: QtKeychain
 * runs its jobs on the thread that asked first.
 */
class KeychainStore : public SecretStore {
public:
    KeychainStore();
    ~KeychainStore() override;

    QFuture<Result<std::optional<QByteArray>>> read(const QString &name) override;
    QFuture<Result<Kept>> write(const QString &name, const QByteArray &secret) override;
    QFuture<Result<void>> remove(const QString &name) override;

private:
    QThread m_thread;
    QObject *m_desk; // lives on m_thread, with the jobs; goes with it
    QMutex m_mutex;
    QHash<QString, QByteArray> m_sitting; // what no keychain took
};

} // namespace thimblely
