// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/device_key.h"

#include <QHash>
#include <QMutex>

#include <memory>
#include <optional>

namespace thimblely::test {

/*!
 * A keychain in the test's memory, so that nobody's own is touched. Every test that is linked with it begins with one that
 * works and has the same keys in each process that the test starts; a test may take it away, lock it or install an empty one.
 */
class TestKeychain : public SecretStore {
public:
    //! The program asks this one from now on.
    static TestKeychain &install(bool empty = true);
    //! There is none.
    static void takeAway();

    void failWith(std::optional<Error> error);
    QStringList names();

    QFuture<Result<std::optional<QByteArray>>> read(const QString &name) override;
    QFuture<Result<Kept>> write(const QString &name, const QByteArray &secret) override;
    QFuture<Result<void>> remove(const QString &name) override;

private:
    QMutex m_mutex; // it is asked from every thread
    QHash<QString, QByteArray> m_secrets;
    std::optional<Error> m_error;
    bool m_hasEveryKey = false; // one made of its name
};

} // namespace thimblely::test
