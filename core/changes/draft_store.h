// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/base/clock.h"

#include <QHash>
#include <QJsonObject>

#include <optional>
#include <utility>
#include <vector>

namespace thimblely::changes {

/*!
 * What a person was typing, kept on this device within a second of the last key, so that a power cut loses no field:
 * one JSON object per screen and subject. Never synced, never in the history; seen only by the person who typed it,
 * in the workspace where it was. Written on a thread of its own connection (ui calls it through DraftKeeper).
 */
class DraftStore {
public:
    struct Draft {
        QByteArray screen;
        QString subject; //!< e.g. the client's id; empty where the screen has only one draft
        QJsonObject content;
        Instant savedAt;
    };
    explicit DraftStore(access::ScopedConnection &connection, const Clock &clock)
        : m_connection(connection), m_clock(clock)
    {}

    Result<void> save(const QByteArray &screen, const QString &subject, const QJsonObject &content);
    //! Takes away what this store saved or read; what another window has kept since under the same name stays.
    Result<void> discard(const QByteArray &screen, const QString &subject);
    Result<std::optional<Draft>> load(const QByteArray &screen, const QString &subject);
    Result<std::vector<Draft>> all();

private:
    access::ScopedConnection &m_connection;
    const Clock &m_clock;
    QHash<std::pair<QByteArray, QString>, QByteArray> m_seen; // the text as it stands in the file
};

} // namespace thimblely::changes
