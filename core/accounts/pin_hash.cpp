// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/pin_hash.h"

#include "core/accounts/secret_rules.h"

namespace thimblely {

namespace {

constexpr QByteArrayView ours("pin:");
constexpr QByteArrayView keyField("key=");
constexpr QByteArrayView givenField("given");

} // namespace

PinHash PinHash::fromText(const QByteArray &text)
{
    const qsizetype start = text.indexOf('$');
    if (!text.startsWith(ours) || start < 0)
        return {text};
    PinHash hash{text.mid(start)};
    for (const QByteArray &field : text.mid(ours.size(), start - ours.size()).split(',')) {
        if (field.startsWith(keyField))
            hash.keyMark = field.mid(keyField.size());
        hash.given = hash.given || field == givenField;
    }
    return hash;
}

QByteArray PinHash::toText() const
{
    QByteArrayList fields;
    if (needsKey())
        fields.append(keyField.toByteArray() + keyMark);
    if (given)
        fields.append(givenField.toByteArray());
    return fields.isEmpty() ? argon2id : ours.toByteArray() + fields.join(',') + argon2id;
}

QByteArray pinBytes(const QString &pin, const std::optional<DeviceKey> &key)
{
    const QByteArray typed = secretBytes(pin);
    return key ? key->keyed(typed) : typed;
}

Result<PinHash> hashPin(const QString &pin, const std::optional<DeviceKey> &key)
{
    TRY_ASSIGN(const QByteArray argon2id, hashBytes(pinBytes(pin, key)));
    return PinHash{argon2id, key ? key->mark() : QByteArray(), false};
}

Result<PinHash> hashNewPin(const QByteArray &fileId, const QString &pin)
{
    TRY(validatePin(pin)); // what no keychain makes good
    const auto key = DeviceKeys::ofThisComputer().findOrMake(fileId);
    TRY(validatePin(pin, shortestPin(key.ok())));
    return hashPin(pin, key ? std::optional(*key) : std::nullopt);
}

} // namespace thimblely
