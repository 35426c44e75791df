// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/privileged/principal_store.h"
#include "core/accounts/pin_hash.h"
#include "core/base/clock.h"

namespace thimblely::accounts {

// A person's PIN, checked; internal to this folder. On the store's thread; waits for the keychain where a PIN needs it.

/*!
 * One try (attempt.h), which gives back what the PIN is kept as. A PIN that cannot be checked here is no try: NotFound
 * "accounts.pin_elsewhere" where this computer has not the key it was made with, "accounts.pin_locked" where the keychain
 * does not give it now.
 */
Result<PinHash> checkPin(access::PrincipalStore &store, const Clock &clock, PersonId person, const QString &pin);
//! The password alone, by the same tries.
Result<void> checkPassword(access::PrincipalStore &store, const Clock &clock, PersonId person, const QString &password);
//! Whichever of the two it is: a few digits are the PIN of who has one, anything else the password.
Result<void> checkPinOrPassword(access::PrincipalStore &store, const Clock &clock, PersonId person,
                                const QString &secret);

/*!
 * A PIN from before this computer had a keychain, or from a program that knew none, is hashed anew with this computer's
 * key, as long as it is still the person's. Begins it on a thread of its own: nobody waits for it.
 */
void protectPinLater(const QString &path, const QByteArray &fileId, PersonId person, const QString &pin, Instant now);

} // namespace thimblely::accounts
