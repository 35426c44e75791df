// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/oauth/json_fetch.h"

#include "core/accounts/oauth/safe_address.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QTimer>

namespace thimblely::oauth {

namespace {

constexpr int patience = 20'000; // ms
constexpr qint64 mostBytes = 256 * 1024;
constexpr qsizetype longestWord = 60;

Error failure(ErrorKind kind, const char *code, const QUrl &address, const QString &detail = {})
{
    return {kind, code, {address.host()}, detail};
}

Result<QJsonObject> read(QNetworkReply &reply)
{
    const QUrl address = reply.request().url();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return failure(ErrorKind::Io, "oauth.unreachable", address, reply.errorString());
    const QJsonDocument document = QJsonDocument::fromJson(reply.readAll());
    const QString word = document[QLatin1String("error")].toString();
    if (status >= 400 && status < 500 && !word.isEmpty())
        return Error{ErrorKind::Forbidden, "oauth.refused", {word.left(longestWord)}, {}};
    if (status != 200 || reply.error() != QNetworkReply::NoError || !document.isObject())
        return failure(ErrorKind::Io, "oauth.bad_answer", address, QStringLiteral("status %1").arg(status));
    return document.object();
}

QNetworkRequest requestFor(const QUrl &address)
{
    QNetworkRequest request(address);
    request.setTransferTimeout(patience);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept", "application/json");
    return request;
}

} // namespace

void fetchJson(QNetworkAccessManager &network, const JsonQuestion &question, QObject *context,
               std::function<void(const Result<QJsonObject> &)> done)
{
    if (!isSafeAddress(question.address)) {
        QTimer::singleShot(0, context, [done = std::move(done), address = question.address] {
            done(failure(ErrorKind::Invalid, "oauth.insecure", address));
        });
        return;
    }
    QNetworkRequest request = requestFor(question.address);
    if (!question.form.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/x-www-form-urlencoded"));
    QNetworkReply *reply = question.form.isEmpty() ? network.get(request) : network.post(request, question.form);
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > mostBytes)
            reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, context, [reply, done = std::move(done)] {
        reply->deleteLater();
        done(read(*reply));
    });
}

} // namespace thimblely::oauth
