// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/support/keychain/test_keychain.h"

#include <QCryptographicHash>

namespace thimblely::test {

namespace {

const bool installed = (TestKeychain::install(false), true);

} // namespace

TestKeychain &TestKeychain::install(bool empty)
{
    auto keychain = std::make_shared<TestKeychain>();
    keychain->m_hasEveryKey = !empty;
    DeviceKeys::ofThisComputer().use(keychain);
    return *keychain;
}

void TestKeychain::takeAway()
{
    DeviceKeys::ofThisComputer().use({});
}

void TestKeychain::failWith(std::optional<Error> error)
{
    const QMutexLocker lock(&m_mutex);
    m_error = std::move(error);
}

QStringList TestKeychain::names()
{
    const QMutexLocker lock(&m_mutex);
    return m_secrets.keys();
}

QFuture<Result<std::optional<QByteArray>>> TestKeychain::read(const QString &name)
{
    const QMutexLocker lock(&m_mutex);
    using Answer = Result<std::optional<QByteArray>>;
    if (m_error)
        return QtFuture::makeReadyFuture(Answer(*m_error));
    if (m_hasEveryKey)
        return QtFuture::makeReadyFuture(
            Answer(std::optional(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toBase64())));
    const auto found = m_secrets.constFind(name);
    return QtFuture::makeReadyFuture(
        Answer(found == m_secrets.cend() ? std::optional<QByteArray>() : std::optional(*found)));
}

QFuture<Result<SecretStore::Kept>> TestKeychain::write(const QString &name, const QByteArray &secret)
{
    const QMutexLocker lock(&m_mutex);
    if (m_error)
        return QtFuture::makeReadyFuture(Result<Kept>(*m_error));
    m_secrets.insert(name, secret);
    return QtFuture::makeReadyFuture(Result<Kept>(Kept::InKeychain));
}

QFuture<Result<void>> TestKeychain::remove(const QString &name)
{
    const QMutexLocker lock(&m_mutex);
    if (m_error)
        return QtFuture::makeReadyFuture(Result<void>(*m_error));
    m_secrets.remove(name);
    return QtFuture::makeReadyFuture(Result<void>());
}

} // namespace thimblely::test
