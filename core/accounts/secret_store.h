// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QString>

#include <optional>

namespace thimblely {

/*!
 * Small secrets of this computer, by name: kept where the person's system keeps passwords. Nothing here waits; what is
 * asked is answered later, perhaps after the person has typed something into a window of the system's.
 *
 * Each way in which there is none is an error of its own: NotFound "secrets.none_here" (this computer has no keychain
 * that runs), Busy "secrets.locked" (it is there, and shut), Forbidden "secrets.refused" (the person or the system said
 * no). Thread-safe.
 */
class SecretStore {
public:
    //! Where a secret went: in a computer without a keychain it is forgotten when the program ends.
    enum class Kept { InKeychain, ThisSitting };

    virtual ~SecretStore() = default;

    //! Nothing where there is none of that name.
    virtual QFuture<Result<std::optional<QByteArray>>> read(const QString &name) = 0;
    //! Text in UTF-8. One that is there is written over.
    virtual QFuture<Result<Kept>> write(const QString &name, const QByteArray &secret) = 0;
    //! None of that name is none to take away, and no error.
    virtual QFuture<Result<void>> remove(const QString &name) = 0;

    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;

protected:
    SecretStore() = default;
};

Error noKeychainHere(const QString &detail = {});
Error keychainLocked(const QString &detail = {});
Error keychainRefused(const QString &detail = {});

} // namespace thimblely
