// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/device_key.h"
#include "core/accounts/password_hash.h"

namespace thimblely {

/*!
 * A PIN as it is kept: an argon2id hash, of the PIN alone or of it with the key of a computer, and whether somebody else
 * gave it. As text "$argon2id$…", or "pin:key=MARK,given$argon2id$…" with what applies.
 */
struct PinHash {
    QByteArray argon2id;
    QByteArray keyMark = {}; //!< of the DeviceKey it needs; empty: none
    bool given = false;      //!< by somebody else: its person chooses another as soon as they are here

    static PinHash fromText(const QByteArray &text);
    QByteArray toText() const;
    bool needsKey() const { return !keyMark.isEmpty(); }
};

//! What of the PIN is hashed: with the key where there is one.
QByteArray pinBytes(const QString &pin, const std::optional<DeviceKey> &key);
//! As slow as hashSecret().
Result<PinHash> hashPin(const QString &pin, const std::optional<DeviceKey> &key);

/*!
 * The hash of a new PIN in a file: with this computer's key where its keychain gives one, and then 4 digits are enough;
 * else 6 ("accounts.pin_short", args[0] how many). Waits for the keychain.
 */
Result<PinHash> hashNewPin(const QByteArray &fileId, const QString &pin);

} // namespace thimblely
