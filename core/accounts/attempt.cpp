// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/attempt.h"

#include "core/accounts/password_hash.h"
#include "core/accounts/try_limit.h"

namespace thimblely::accounts {

Error wrongSecret()
{
    return {ErrorKind::WrongSecret, "accounts.wrong", {}, {}};
}

Result<void> Attempt::check(const HashOf &hashOf, const QString &secret)
{
    return checkBytes(hashOf, secretBytes(secret));
}

Result<void> Attempt::checkBytes(const HashOf &hashOf, const QByteArray &bytes)
{
    TRY_ASSIGN(const access::SignInSecrets secrets, m_store.secrets(m_person));
    const TryLimit limit(secrets.failedAttempts, secrets.lockedUntil);
    if (const qint64 wait = limit.waitAt(m_clock.now()); wait > 0)
        return Error{ErrorKind::TryLater, "accounts.locked", {QString::number((wait + 999) / 1000)}, {}};
    const Instant now = m_clock.now();
    TRY(m_store.noteFailure(m_person, limit.failedAfterWrongTry(), limit.lockedUntilAfterWrongTry(now), now));
    const std::optional<QByteArray> stored = hashOf(secrets);
    const bool right = verifyBytes(stored ? *stored : hashOfNothing(), bytes) && stored;
    if (!right)
        return wrongSecret();
    return m_store.noteSuccess(m_person, m_clock.now());
}

} // namespace thimblely::accounts
