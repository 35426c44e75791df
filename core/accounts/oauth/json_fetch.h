// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QNetworkReply>
#include <QUrl>

#include <functional>

class QNetworkAccessManager;

namespace thimblely::oauth {

//! What is asked of a provider behind the browser's back.
struct JsonQuestion {
    QUrl address;
    QByteArray form = {}; //!< is posted; empty: the address is only read
};

/*!
 * One JSON object from a provider: over https or from this computer, from that address and no other (a redirect is no
 * answer), within twenty seconds and 256 KB. `done` is told once, on the manager's thread, not after `context` is gone.
 *
 * Io "oauth.unreachable", "oauth.bad_answer"; Invalid "oauth.insecure"; Forbidden "oauth.refused" with what an error answer
 * of the provider says (RFC 6749, 5.2).
 */
void fetchJson(QNetworkAccessManager &network, const JsonQuestion &question, QObject *context,
               std::function<void(const Result<QJsonObject> &)> done);

} // namespace thimblely::oauth
