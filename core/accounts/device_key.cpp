// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/device_key.h"

#include <QDir>
#include <QLockFile>

#include <sodium.h>

namespace thimblely {

namespace {

constexpr qsizetype keyBytes = 32;
constexpr qsizetype markBytes = 16;
constexpr int lockPatience = 60'000; // ms; another window of the program may be asking the person

bool ready()
{
    static const bool initialised = sodium_init() >= 0;
    return initialised;
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QString nameOf(const QByteArray &fileId)
{
    return QStringLiteral("device-key/") + QString::fromLatin1(fileId.toHex());
}

Result<std::optional<DeviceKey>> keyIn(const Result<std::optional<QByteArray>> &read)
{
    if (!read)
        return read.error();
    return *read ? DeviceKey::fromText(**read) : std::nullopt; // what is no key of ours is as good as none
}

} // namespace

DeviceKey DeviceKey::make()
{
    QByteArray bytes(keyBytes, '\0');
    if (!ready())
        qFatal("libsodium has no source of randomness");
    randombytes_buf(bytes.data(), size_t(bytes.size()));
    return DeviceKey(bytes);
}

std::optional<DeviceKey> DeviceKey::fromText(const QByteArray &text)
{
    const QByteArray bytes = QByteArray::fromBase64(text);
    return bytes.size() == keyBytes ? std::optional(DeviceKey(bytes)) : std::nullopt;
}

QByteArray DeviceKey::toText() const
{
    return m_bytes.toBase64();
}

QByteArray DeviceKey::mark() const
{
    return keyed("mark of the key").first(markBytes).toHex();
}

QByteArray DeviceKey::keyed(const QByteArray &bytes) const
{
    QByteArray hash(keyBytes, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()), raw(bytes),
                       quint64(bytes.size()), raw(m_bytes), size_t(m_bytes.size()));
    return hash;
}

DeviceKeys &DeviceKeys::ofThisComputer()
{
    static DeviceKeys keys;
    return keys;
}

std::shared_ptr<SecretStore> DeviceKeys::use(std::shared_ptr<SecretStore> store)
{
    const QMutexLocker lock(&m_mutex);
    m_known.clear();
    m_reading.clear();
    return std::exchange(m_store, std::move(store));
}

std::shared_ptr<SecretStore> DeviceKeys::keychain()
{
    const QMutexLocker lock(&m_mutex);
    return m_store;
}

QFuture<Result<void>> DeviceKeys::available()
{
    const auto asked = keychain();
    if (!asked)
        return QtFuture::makeReadyFuture(Result<void>(noKeychainHere()));
    return asked->read(QStringLiteral("nothing"))
        .then([](const Result<std::optional<QByteArray>> &read) -> Result<void> {
            return read ? Result<void>() : read.error();
        });
}

DeviceKeys::Reading DeviceKeys::reading(const QByteArray &fileId)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_store)
        return QtFuture::makeReadyFuture(Result<std::optional<QByteArray>>(noKeychainHere()));
    const auto begun = m_reading.constFind(fileId);
    return begun != m_reading.cend() ? *begun : *m_reading.insert(fileId, m_store->read(nameOf(fileId)));
}

void DeviceKeys::prepare(const QByteArray &fileId)
{
    reading(fileId);
}

Result<std::optional<DeviceKey>> DeviceKeys::find(const QByteArray &fileId)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_known.constFind(fileId); known != m_known.cend())
            return std::optional(*known);
    }
    Reading read = reading(fileId);
    read.waitForFinished();
    auto key = keyIn(read.isCanceled() ? noKeychainHere(QStringLiteral("the program ends")) : read.result());
    const QMutexLocker lock(&m_mutex);
    m_reading.remove(fileId); // what is locked now may be open at the next try
    if (key && *key)
        m_known.insert(fileId, **key);
    return key;
}

Result<DeviceKey> DeviceKeys::findOrMake(const QByteArray &fileId)
{
    TRY_ASSIGN(const auto known, find(fileId));
    if (known)
        return *known;
    const QMutexLocker one(&m_making);
    QLockFile others(QDir::temp().filePath(QStringLiteral("thimblely-key-%1").arg(nameOf(fileId).section(u'/', 1))));
    others.tryLock(lockPatience); // where that cannot be had either, what is read back decides
    TRY_ASSIGN(const auto meanwhile, find(fileId));
    if (meanwhile)
        return *meanwhile;
    const auto asked = keychain();
    if (!asked)
        return noKeychainHere();
    auto write = asked->write(nameOf(fileId), DeviceKey::make().toText());
    write.waitForFinished();
    if (write.isCanceled())
        return noKeychainHere(QStringLiteral("the program ends"));
    TRY_ASSIGN(const SecretStore::Kept kept, write.result());
    if (kept != SecretStore::Kept::InKeychain)
        return noKeychainHere();
    TRY_ASSIGN(const auto made, find(fileId));
    if (!made)
        return keychainRefused(QStringLiteral("not kept"));
    return *made;
}

} // namespace thimblely
