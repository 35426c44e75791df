// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/oauth/oauth_provider.h"
#include "tests/support/test_paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QLockFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <memory>

namespace thimblely::test {

/*!
 * A real OpenID provider (npm oidc-provider, as package-lock.json beside this pins it) in a process of its own, as long as
 * this lives. What it needs is fetched once, into the build's folder; where node, npm or the network is missing, missing()
 * says which.
 */
class TestProvider {
public:
    explicit TestProvider(bool staleKeys = false)
    {
        if (m_missing = install(); m_missing.isEmpty())
            start(staleKeys);
    }
    ~TestProvider()
    {
        m_process.closeWriteChannel();
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(5000);
    }

    const QString &missing() const { return m_missing; }
    //! As which it knows the program; `signature`: "rsa" or "ec". It stands for Google.
    OauthProvider provider(const char *signature = "rsa") const
    {
        return {"google", m_issuer, QStringLiteral("thimblely-") + QLatin1String(signature)};
    }

private:
    static constexpr int fetchPatience = 180'000; // ms
    static QString sources() { return QString(sourceFolder()) + QStringLiteral("/tests/core/accounts/provider/"); }
    static QString folder() { return QCoreApplication::applicationDirPath() + QStringLiteral("/../test-provider"); }

    static QString install()
    {
        const QString npm = QStandardPaths::findExecutable(QStringLiteral("npm"));
        if (npm.isEmpty() || QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
            return QStringLiteral("node and npm are not installed");
        QDir().mkpath(folder());
        QLockFile lock(folder() + QStringLiteral("/lock")); // several tests at once
        lock.setStaleLockTime(0);
        if (!lock.tryLock(fetchPatience))
            return QStringLiteral("another test did not get through with npm");
        if (isFetched())
            return copied({"provider.mjs"}) ? QString() : QStringLiteral("the build's folder cannot be written");
        if (!copied({"package.json", "package-lock.json", "provider.mjs"}))
            return QStringLiteral("the build's folder cannot be written");
        QProcess fetch;
        fetch.setWorkingDirectory(folder());
        fetch.start(npm, {QStringLiteral("ci"), QStringLiteral("--ignore-scripts"), QStringLiteral("--no-audit"),
                          QStringLiteral("--no-fund")});
        if (!fetch.waitForFinished(fetchPatience) || fetch.exitCode() != 0)
            return QStringLiteral("npm could not fetch oidc-provider: %1")
                .arg(QString::fromUtf8(fetch.readAllStandardError()).left(200));
        QFile mark(folder() + QStringLiteral("/fetched"));
        if (mark.open(QIODevice::WriteOnly))
            mark.write(contents(sources() + QStringLiteral("package-lock.json")));
        return {};
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static bool isFetched()
    {
        return contents(folder() + QStringLiteral("/fetched")) ==
               contents(sources() + QStringLiteral("package-lock.json"));
    }
    static bool copied(std::initializer_list<const char *> names)
    {
        for (const char *name : names) {
            const QString to = folder() + u'/' + QLatin1String(name);
            QFile::remove(to);
            if (!QFile::copy(sources() + QLatin1String(name), to))
                return false;
        }
        return true;
    }
    void start(bool staleKeys)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (staleKeys)
            environment.insert(QStringLiteral("STALE_KEYS"), QStringLiteral("1"));
        m_process.setProcessEnvironment(environment);
        m_process.setWorkingDirectory(folder());
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("node"), {QStringLiteral("provider.mjs")});
        QByteArray said;
        while (!said.contains('\n') && m_process.waitForReadyRead(30'000))
            said += m_process.readAllStandardOutput();
        const int port = said.startsWith("ready ") ? said.mid(6).trimmed().toInt() : 0;
        if (port == 0)
            m_missing = QStringLiteral("the provider does not run on this node");
        m_issuer = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port));
    }

    QString m_missing;
    QProcess m_process;
    QUrl m_issuer;
};

/*!
 * Somebody at their browser: follows the provider's pages over HTTP, says who they are, and is brought back to where the
 * program listens. With an event loop of its own; on any thread.
 */
class TestBrowser {
public:
    enum class Says { Name, No };

    //! What the last page says. `page`: as the program opens it.
    QString visit(QUrl page, Says says, const QString &name)
    {
        for (int steps = 0; steps < 20; ++steps) {
            const bool asksWho = page.path().startsWith(QLatin1String("/interaction/"));
            const QByteArray form =
                says == Says::No ? QByteArray("cancel=1") : "login=" + QUrl::toPercentEncoding(name);
            const std::unique_ptr<QNetworkReply> reply =
                asksWho ? wait(m_network.post(request(page), form)) : wait(m_network.get(request(page)));
            const QUrl on = QUrl::fromEncoded(reply->rawHeader("Location")); // header() reads no relative one
            if (on.isEmpty())
                return QString::fromUtf8(reply->readAll());
            page = page.resolved(on);
            if (page.path() == QLatin1String("/signed-in"))
                m_back = page;
        }
        return {};
    }
    //! Where the provider brought it back to.
    const QUrl &back() const { return m_back; }
    QString open(const QUrl &address) { return QString::fromUtf8(wait(m_network.get(request(address)))->readAll()); }

private:
    static QNetworkRequest request(const QUrl &address)
    {
        QNetworkRequest request(address);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/x-www-form-urlencoded"));
        request.setTransferTimeout(20'000);
        return request;
    }
    static std::unique_ptr<QNetworkReply> wait(QNetworkReply *reply)
    {
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        return std::unique_ptr<QNetworkReply>(reply);
    }

    QNetworkAccessManager m_network;
    QUrl m_back;
};

} // namespace thimblely::test
