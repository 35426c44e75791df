// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/keychain_store.h"

#include "core/base/log.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QFileInfo>
#include <QPromise>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <functional>

namespace thimblely {

namespace {

constexpr int patience = 30'000;    // ms; a person may be typing the keychain's password
constexpr int lookPatience = 2'000; // ms

QString service()
{
    return QStringLiteral("Thimblely");
}

//! Without a session bus there is nothing to ask, and asking would start one.
bool isWorthAsking()
{
    if (qEnvironmentVariable("THIMBLELY_KEYCHAIN") == QLatin1String("none"))
        return false;
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
#else
    return true;
#endif
}

//! A locked Secret Service answers as one that has no such secret.
bool isLocked()
{
    QDBusMessage ask = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets/aliases/default"),
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    ask << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    ask.setAutoStartService(false);
    const QDBusMessage answer = QDBusConnection::sessionBus().call(ask, QDBus::Block, lookPatience);
    return answer.type() == QDBusMessage::ReplyMessage &&
           answer.arguments().value(0).value<QDBusVariant>().variant().toBool();
}

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDeniedByUser:
        return keychainRefused(job.errorString());
    case QKeychain::AccessDenied:
        return keychainLocked(job.errorString());
    default:
        return isLocked() ? keychainLocked(job.errorString()) : noKeychainHere(job.errorString());
    }
}

//! Runs on the keychain's thread. `done` is called once, with the finished job or none where it took too long.
template <typename KeychainJob>
void start(KeychainJob *job, const std::function<void(KeychainJob *)> &done)
{
    auto *limit = new QTimer(job);
    limit->setSingleShot(true);
    QObject::connect(limit, &QTimer::timeout, job, [job, done] {
        QObject::disconnect(job, &QKeychain::Job::finished, job, nullptr);
        done(nullptr);
    });
    QObject::connect(job, &QKeychain::Job::finished, job, [job, limit, done] {
        limit->stop();
        done(job);
    });
    job->setAutoDelete(true);
    limit->start(patience);
    job->start();
}

template <typename T>
std::shared_ptr<QPromise<T>> begun()
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    return promise;
}

template <typename T>
void answer(const std::shared_ptr<QPromise<T>> &promise, T value)
{
    promise->addResult(std::move(value));
    promise->finish();
}

} // namespace

Error noKeychainHere(const QString &detail)
{
    return {ErrorKind::NotFound, "secrets.none_here", {}, detail};
}

Error keychainLocked(const QString &detail)
{
    return {ErrorKind::Busy, "secrets.locked", {}, detail};
}

Error keychainRefused(const QString &detail)
{
    return {ErrorKind::Forbidden, "secrets.refused", {}, detail};
}

KeychainStore::KeychainStore() : m_desk(new QObject)
{
    m_desk->moveToThread(&m_thread);
    m_thread.start();
}

KeychainStore::~KeychainStore()
{
    m_desk->deleteLater(); // and what was not answered is given up
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<std::optional<QByteArray>>> KeychainStore::read(const QString &name)
{
    using Answer = Result<std::optional<QByteArray>>;
    auto promise = begun<Answer>();
    auto future = promise->future();
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto here = m_sitting.constFind(name); here != m_sitting.cend()) {
            answer<Answer>(promise, std::optional(*here));
            return future;
        }
    }
    if (!isWorthAsking()) {
        answer<Answer>(promise, noKeychainHere());
        return future;
    }
    QMetaObject::invokeMethod(m_desk, [desk = m_desk, name, promise] {
        auto *job = new QKeychain::ReadPasswordJob(service(), desk);
        job->setKey(name);
        start<QKeychain::ReadPasswordJob>(job, [promise](QKeychain::ReadPasswordJob *done) {
            if (!done)
                answer<Answer>(promise, keychainLocked(QStringLiteral("no answer")));
            else if (done->error() == QKeychain::NoError)
                answer<Answer>(promise, std::optional(done->textData().toUtf8()));
            else if (done->error() == QKeychain::EntryNotFound && !isLocked())
                answer<Answer>(promise, std::optional<QByteArray>());
            else if (done->error() == QKeychain::EntryNotFound)
                answer<Answer>(promise, keychainLocked());
            else
                answer<Answer>(promise, errorOf(*done));
        });
    });
    return future;
}

QFuture<Result<SecretStore::Kept>> KeychainStore::write(const QString &name, const QByteArray &secret)
{
    using Answer = Result<Kept>;
    auto promise = begun<Answer>();
    auto future = promise->future();
    const auto keepHere = [this, name, secret, promise] {
        const QMutexLocker lock(&m_mutex);
        m_sitting.insert(name, secret);
        answer<Answer>(promise, Kept::ThisSitting);
    };
    if (!isWorthAsking()) {
        keepHere();
        return future;
    }
    QMetaObject::invokeMethod(m_desk, [desk = m_desk, name, secret, promise, keepHere] {
        auto *job = new QKeychain::WritePasswordJob(service(), desk);
        job->setKey(name);
        job->setTextData(QString::fromUtf8(secret));
        start<QKeychain::WritePasswordJob>(job, [promise, keepHere](QKeychain::WritePasswordJob *done) {
            const auto failed = !done ? std::optional(keychainLocked(QStringLiteral("no answer")))
                                : done->error() == QKeychain::NoError ? std::nullopt
                                                                      : std::optional(errorOf(*done));
            if (failed && failed->code == noKeychainHere().code)
                keepHere();
            else if (failed)
                answer<Answer>(promise, *failed);
            else
                answer<Answer>(promise, Kept::InKeychain);
        });
    });
    return future;
}

QFuture<Result<void>> KeychainStore::remove(const QString &name)
{
    using Answer = Result<void>;
    auto promise = begun<Answer>();
    auto future = promise->future();
    {
        const QMutexLocker lock(&m_mutex);
        m_sitting.remove(name);
    }
    if (!isWorthAsking()) {
        answer<Answer>(promise, noKeychainHere());
        return future;
    }
    QMetaObject::invokeMethod(m_desk, [desk = m_desk, name, promise] {
        auto *job = new QKeychain::DeletePasswordJob(service(), desk);
        job->setKey(name);
        start<QKeychain::DeletePasswordJob>(job, [promise](QKeychain::DeletePasswordJob *done) {
            if (!done)
                answer<Answer>(promise, keychainLocked(QStringLiteral("no answer")));
            else if (done->error() == QKeychain::NoError)
                answer<Answer>(promise, {});
            else if (done->error() == QKeychain::EntryNotFound)
                answer<Answer>(promise, isLocked() ? Answer(keychainLocked()) : Answer());
            else
                answer<Answer>(promise, errorOf(*done));
        });
    });
    return future;
}

} // namespace thimblely
