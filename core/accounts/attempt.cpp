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
    TRY(checkWait(secrets));
    const TryLimit limit(secrets.failedAttempts, secrets.lockedUntil);
    const Instant now = m_clock.now();
    TRY(m_store.noteFailure(m_person, limit.failedAfterWrongTry(), limit.lockedUntilAfterWrongTry(now), now));
    const std::optional<QByteArray> stored = hashOf(secrets);
    const bool right = verifyBytes(stored ? *stored : hashOfNothing(), bytes) && stored;
    if (!right)
        return wrongSecret();
    return m_store.noteSuccess(m_person, m_clock.now());
}

Result<void> Attempt::checkWait(const access::SignInSecrets &secrets) const
{
    const qint64 wait = TryLimit(secrets.failedAttempts, secrets.lockedUntil).waitAt(m_clock.now());
    if (wait > 0)
        return Error{ErrorKind::TryLater, "accounts.locked", {QString::number((wait + 999) / 1000)}, {}};
    return {};
}

Result<void> Attempt::letIn()
{
    TRY_ASSIGN(const access::SignInSecrets secrets, m_store.secrets(m_person));
    TRY(checkWait(secrets));
    return m_store.noteSuccess(m_person, m_clock.now());
}

} // namespace thimblely::accounts
