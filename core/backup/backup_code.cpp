// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/backup_code.h"

#include "core/accounts/paper_code.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sodium.h>

namespace thimblely::backup {

namespace {

constexpr quint64 passes = 3;
constexpr quint64 memory = quint64(64) << 20;
constexpr quint64 mostPasses = 20;
constexpr quint64 mostMemory = quint64(1) << 30;
constexpr qsizetype shortest = 12;

constexpr int groups = 5; // 100 bits

Error damaged()
{
    return {ErrorKind::Corrupt, "backup.damaged", {}, QStringLiteral("key")};
}

bool ready()
{
    static const bool initialised = sodium_init() >= 0;
    return initialised;
}

struct Pair {
    QByteArray publicKey = QByteArray(crypto_box_PUBLICKEYBYTES, '\0');
    QByteArray secretKey = QByteArray(crypto_box_SECRETKEYBYTES, '\0');
};

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

Result<Pair> pairOf(const BackupKey &key, const QString &code)
{
    QByteArray typed = normalBackupCode(code).toUtf8();
    QByteArray seed(crypto_box_SEEDBYTES, '\0');
    const bool done = ready() && key.salt.size() == crypto_pwhash_SALTBYTES &&
                      crypto_pwhash(bytes(seed), size_t(seed.size()), typed.constData(), size_t(typed.size()),
                                    reinterpret_cast<const unsigned char *>(key.salt.constData()), key.passes,
                                    size_t(key.memory), crypto_pwhash_ALG_ARGON2ID13) == 0;
    sodium_memzero(typed.data(), size_t(typed.size()));
    if (!done)
        return Error{ErrorKind::Internal, "accounts.no_memory", {}, {}};
    Pair pair;
    crypto_box_seed_keypair(bytes(pair.publicKey), bytes(pair.secretKey), bytes(seed));
    sodium_memzero(seed.data(), size_t(seed.size()));
    return pair;
}

} // namespace

QByteArray BackupKey::toJson() const
{
    const auto text = [](const QByteArray &value) { return QString::fromLatin1(value.toBase64()); };
    return QJsonDocument(QJsonObject{{QStringLiteral("kdf"), QStringLiteral("argon2id13")},
                                     {QStringLiteral("salt"), text(salt)},
                                     {QStringLiteral("passes"), qint64(passes)},
                                     {QStringLiteral("memory"), qint64(memory)},
                                     {QStringLiteral("public"), text(publicKey)}})
        .toJson(QJsonDocument::Compact);
}

Result<BackupKey> BackupKey::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto value = [&object](const char *name) {
        return QByteArray::fromBase64(object[QLatin1String(name)].toString().toLatin1());
    };
    const qint64 passes = object[QLatin1String("passes")].toInteger();
    const qint64 memory = object[QLatin1String("memory")].toInteger();
    BackupKey key{value("salt"), value("public"), quint64(passes), quint64(memory)};
    const bool fits = object[QLatin1String("kdf")].toString() == QLatin1String("argon2id13") &&
                      key.salt.size() == crypto_pwhash_SALTBYTES && key.publicKey.size() == crypto_box_PUBLICKEYBYTES &&
                      passes >= qint64(crypto_pwhash_OPSLIMIT_MIN) && passes <= qint64(mostPasses) &&
                      memory >= qint64(crypto_pwhash_MEMLIMIT_MIN) && memory <= qint64(mostMemory);
    return fits ? Result<BackupKey>(std::move(key)) : Result<BackupKey>(damaged());
}

BackupSecret::~BackupSecret()
{
    if (!m_secretKey.isEmpty())
        sodium_memzero(m_secretKey.data(), size_t(m_secretKey.size()));
}

QString newBackupCode()
{
    return newPaperCode(groups);
}

QString normalBackupCode(const QString &typed)
{
    const QString ours = readPaperCode(typed, groups);
    return ours.isEmpty() ? typed.normalized(QString::NormalizationForm_KC).trimmed() : ours;
}

Result<BackupKey> makeKey(const QString &code)
{
    if (normalBackupCode(code).size() < shortest)
        return Error{ErrorKind::Invalid, "backup.code_short", {QString::number(shortest)}, {}};
    BackupKey key{QByteArray(crypto_pwhash_SALTBYTES, '\0'), {}, passes, memory};
    if (ready())
        randombytes_buf(bytes(key.salt), size_t(key.salt.size()));
    TRY_ASSIGN(const Pair pair, pairOf(key, code));
    key.publicKey = pair.publicKey;
    BackupSecret(pair.secretKey); // cleared
    return key;
}

Result<BackupSecret> unlock(const BackupKey &key, const QString &code)
{
    TRY_ASSIGN(Pair pair, pairOf(key, code));
    BackupSecret secret(std::move(pair.secretKey));
    if (pair.publicKey != key.publicKey)
        return Error{ErrorKind::WrongSecret, "backup.wrong_code", {}, {}};
    return secret;
}

} // namespace thimblely::backup
