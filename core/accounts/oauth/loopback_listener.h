// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

#include <optional>

class QTcpSocket;

namespace thimblely::oauth {

/*!
 * Where the browser brings the provider's answer (RFC 8252, 7.3): a port of 127.0.0.1 that the system chooses, open only
 * while somebody is on their way, and never one that another computer reaches. It takes one answer, the one that carries
 * `state`; whatever else knocks gets a plain refusal and changes nothing. On the thread that made it.
 */
class LoopbackListener : public QObject {
    Q_OBJECT

public:
    explicit LoopbackListener(QObject *parent = nullptr);

    //! Io "oauth.no_listener".
    Result<void> listen();
    QUrl redirect() const;
    //! Of the answer that is waited for; none is taken before it is said.
    void expect(const QByteArray &state) { m_state = state; }

Q_SIGNALS:
    void answered(const QUrlQuery &answer);

private:
    void greet();
    void read(QTcpSocket *socket);
    //! What a request asks for, where it may be the answer.
    std::optional<QUrlQuery> take(const QByteArray &firstLine);

    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_open;
    QByteArray m_state;
};

} // namespace thimblely::oauth
