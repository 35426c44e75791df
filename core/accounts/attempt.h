// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/privileged/principal_store.h"
#include "core/base/clock.h"

#include <functional>

namespace thimblely::accounts {

/*!
 * One try of one person, counted before it is made: pulling the plug in between is no free try. Whatever the secret is,
 * it shares the person's tries. On the thread of the store.
 */
class Attempt {
public:
    Attempt(access::PrincipalStore &store, const Clock &clock, PersonId person)
        : m_store(store), m_clock(clock), m_person(person)
    {}

    //! A hash of what is asked for, or nothing where they have none; TryLater "accounts.locked", WrongSecret
    //! "accounts.wrong".
    using HashOf = std::function<std::optional<QByteArray>(const access::SignInSecrets &)>;
    Result<void> check(const HashOf &hashOf, const QString &secret);
    //! The same of what was hashed.
    Result<void> checkBytes(const HashOf &hashOf, const QByteArray &bytes);
    //! Who they are was proven elsewhere, so there is nothing to try; what wrong tries have shut stays shut. TryLater.
    Result<void> letIn();

private:
    Result<void> checkWait(const access::SignInSecrets &secrets) const;

    access::PrincipalStore &m_store;
    const Clock &m_clock;
    const PersonId m_person;
};

//! What every wrong name, password, PIN and code is answered with.
Error wrongSecret();

} // namespace thimblely::accounts
