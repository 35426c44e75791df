// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/password_hash.h"

#include <sodium.h>

namespace thimblely {

namespace {

constexpr unsigned long long passes = 3;
constexpr size_t memory = size_t(64) * 1024 * 1024;

bool ready()
{
    static const bool initialised = sodium_init() >= 0;
    return initialised;
}

} // namespace

QByteArray secretBytes(const QString &secret)
{
    return secret.normalized(QString::NormalizationForm_KC).toUtf8();
}

Result<QByteArray> hashSecret(const QString &secret)
{
    return hashBytes(secretBytes(secret));
}

Result<QByteArray> hashBytes(QByteArray bytes)
{
    char hash[crypto_pwhash_STRBYTES] = {};
    const bool done = ready() && crypto_pwhash_str_alg(hash, bytes.constData(), size_t(bytes.size()), passes, memory,
                                                       crypto_pwhash_ALG_ARGON2ID13) == 0;
    sodium_memzero(bytes.data(), size_t(bytes.size()));
    if (!done)
        return Error{ErrorKind::Internal, "accounts.no_memory", {}, {}};
    return QByteArray(hash);
}

QByteArray hashOfNothing()
{
    constexpr int saltLetters = 22; // 16 bytes and 32 in base64, without padding
    constexpr int hashLetters = 43;
    return "$argon2id$v=19$m=" + QByteArray::number(qulonglong(memory / 1024)) + ",t=" + QByteArray::number(passes) +
           ",p=1$" + QByteArray(saltLetters, 'A') + '$' + QByteArray(hashLetters, 'A');
}

bool verifySecret(const QByteArray &hash, const QString &secret)
{
    return verifyBytes(hash, secretBytes(secret));
}

bool verifyBytes(const QByteArray &hash, QByteArray bytes)
{
    if (!ready() || hash.size() >= qsizetype(crypto_pwhash_STRBYTES))
        return false;
    const bool right = crypto_pwhash_str_verify(hash.constData(), bytes.constData(), size_t(bytes.size())) == 0;
    sodium_memzero(bytes.data(), size_t(bytes.size()));
    return right;
}

} // namespace thimblely
