// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/oauth/loopback_listener.h"

#include "core/accounts/oauth/random_text.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace thimblely::oauth {

namespace {

constexpr qsizetype longestRequest = 16 * 1024;
constexpr int longestWait = 10'000; // ms, for the rest of a request
constexpr const char *path = "/signed-in";

//! Nothing from elsewhere, and nothing that could run.
QByteArray page(const QByteArray &status, const QString &sentence)
{
    const QByteArray body = "<!doctype html><html><head><meta charset=\"utf-8\"><title>Thimblely</title></head>"
                            "<body style=\"font-family:sans-serif;margin:3em\"><p>" +
                            sentence.toHtmlEscaped().toUtf8() + "</p></body></html>\n";
    return "HTTP/1.1 " + status +
           "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\nContent-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\nCache-Control: no-store"
           "\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n" +
           body;
}

} // namespace

LoopbackListener::LoopbackListener(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackListener::greet);
}

Result<void> LoopbackListener::listen()
{
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost)))
        return Error{ErrorKind::Io, "oauth.no_listener", {}, m_server.errorString()};
    return {};
}

QUrl LoopbackListener::redirect() const
{
    QUrl address;
    address.setScheme(QStringLiteral("http"));
    address.setHost(QStringLiteral("127.0.0.1")); // not "localhost", which somebody may have pointed elsewhere
    address.setPort(m_server.serverPort());
    address.setPath(QLatin1String(path));
    return address;
}

void LoopbackListener::greet()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        m_open.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_open.remove(socket);
            socket->deleteLater();
        });
        QTimer::singleShot(longestWait, socket, [socket] { socket->abort(); });
    }
}

void LoopbackListener::read(QTcpSocket *socket)
{
    if (!m_open.contains(socket)) // answered already
        return;
    QByteArray &heard = m_open[socket];
    heard += socket->read(longestRequest - heard.size());
    if (!heard.contains("\r\n\r\n") && heard.size() < longestRequest)
        return;
    const QByteArray firstLine = heard.first(std::max<qsizetype>(0, heard.indexOf("\r\n")));
    m_open.remove(socket);
    const std::optional<QUrlQuery> answer = take(firstLine);
    if (answer) // told once the browser has its page, for whoever hears it may end this
        connect(socket, &QTcpSocket::disconnected, this, [this, answer] { Q_EMIT answered(*answer); });
    socket->write(
        answer ? page("200 OK",
                      QCoreApplication::translate("LoopbackListener", "Go back to Thimblely. This page can be closed."))
               : page("404 Not Found", QCoreApplication::translate("LoopbackListener", "There is nothing here.")));
    socket->disconnectFromHost();
}

std::optional<QUrlQuery> LoopbackListener::take(const QByteArray &firstLine)
{
    const QByteArrayList words = firstLine.split(' ');
    if (words.size() != 3 || words[0] != "GET" || m_state.isEmpty())
        return {};
    const QUrl asked(QString::fromLatin1(words[1]), QUrl::StrictMode);
    QString text = asked.query(QUrl::FullyEncoded);
    text.replace(u'+', QStringLiteral("%20")); // as forms write a blank
    const QUrlQuery query(text);
    const QString state = query.queryItemValue(QStringLiteral("state"), QUrl::FullyDecoded);
    if (asked.path() != QLatin1String(path) || !sameText(state.toLatin1(), m_state))
        return {};
    m_state.clear(); // once
    m_server.close();
    return query;
}

} // namespace thimblely::oauth
