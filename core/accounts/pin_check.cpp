// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/pin_check.h"

#include "core/accounts/attempt.h"
#include "core/accounts/secret_rules.h"
#include "core/base/log.h"

#include <QThreadPool>

namespace thimblely::accounts {

namespace {

Result<std::optional<DeviceKey>> keyFor(access::PrincipalStore &store, const PinHash &hash)
{
    if (!hash.needsKey())
        return std::optional<DeviceKey>();
    TRY_ASSIGN(const QByteArray fileId, store.fileId());
    const auto key = DeviceKeys::ofThisComputer().find(fileId);
    if (!key && key.error().code != noKeychainHere().code)
        return Error{ErrorKind::Busy, "accounts.pin_locked", {}, key.error().detail};
    if (!key || !*key || (*key)->mark() != hash.keyMark)
        return Error{ErrorKind::NotFound, "accounts.pin_elsewhere", {}, {}};
    return *key;
}

Result<void> protectPin(const QString &path, const QByteArray &fileId, PersonId person, const QString &pin, Instant now)
{
    TRY_ASSIGN(const DeviceKey key, DeviceKeys::ofThisComputer().findOrMake(fileId));
    TRY_ASSIGN(auto store, access::PrincipalStore::open(storage::OpenOptions{path}));
    TRY_ASSIGN(const access::SignInSecrets secrets, store->secrets(person));
    if (!secrets.pinHash)
        return {};
    const PinHash before = PinHash::fromText(*secrets.pinHash);
    if (before.needsKey() || !verifySecret(before.argon2id, pin))
        return {}; // another one was chosen meanwhile
    TRY_ASSIGN(PinHash after, hashPin(pin, key));
    after.given = before.given;
    return store->setPinHash(person, after.toText(), now);
}

} // namespace

Result<PinHash> checkPin(access::PrincipalStore &store, const Clock &clock, PersonId person, const QString &pin)
{
    TRY_ASSIGN(const access::SignInSecrets secrets, store.secrets(person));
    const PinHash hash = PinHash::fromText(secrets.pinHash.value_or(QByteArray()));
    TRY_ASSIGN(const auto key, keyFor(store, hash));
    const auto hashOf = [&hash](const access::SignInSecrets &now) -> std::optional<QByteArray> {
        return now.pinHash ? std::optional(hash.argon2id) : std::nullopt;
    };
    TRY(Attempt(store, clock, person).checkBytes(hashOf, pinBytes(pin, key)));
    return hash;
}

Result<void> checkPassword(access::PrincipalStore &store, const Clock &clock, PersonId person, const QString &password)
{
    return Attempt(store, clock, person)
        .check([](const access::SignInSecrets &secrets) { return secrets.passwordHash; }, password);
}

Result<void> checkPinOrPassword(access::PrincipalStore &store, const Clock &clock, PersonId person,
                                const QString &secret)
{
    TRY_ASSIGN(const access::SignInSecrets secrets, store.secrets(person));
    if (secrets.pinHash && (validatePin(secret) || !secrets.passwordHash)) {
        TRY(checkPin(store, clock, person, secret));
        return {};
    }
    return checkPassword(store, clock, person, secret);
}

void protectPinLater(const QString &path, const QByteArray &fileId, PersonId person, const QString &pin, Instant now)
{
    QThreadPool::globalInstance()->start([path, fileId, person, pin, now] {
        const auto done = protectPin(path, fileId, person, pin, now);
        if (!done && done.error().code != noKeychainHere().code)
            qCInfo(lcAccess, "a PIN stays without the keychain's key: %s", done.error().code.constData());
    });
}

} // namespace thimblely::accounts
