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
 * one JSON object per screen, subject and seat. A seat is a window of the program: two of them on one file type into
 * the same screen, and neither overwrites the other's. Never synced, never in the history; seen only by the person who
 * typed it, in the workspace where it was. Written on a thread of its own connection (ui calls it through DraftKeeper).
 */
class DraftStore {
public:
    struct Draft {
        QByteArray screen;
        QString subject; //!< e.g. the client's id; empty where the screen has only one draft
        QJsonObject content;
        Instant savedAt;
        int seat = 1;
    };
    explicit DraftStore(access::ScopedConnection &connection, const Clock &clock, int seat = 1)
        : m_connection(connection), m_clock(clock), m_seat(seat)
    {}

    Result<void> save(const QByteArray &screen, const QString &subject, const QJsonObject &content);
    //! Takes away what this store saved or read.
    Result<void> discard(const QByteArray &screen, const QString &subject);
    Result<std::optional<Draft>> load(const QByteArray &screen, const QString &subject);
    //! Those of this seat, the latest first.
    Result<std::vector<Draft>> all();
    //! Those of the other seats, the latest first.
    Result<std::vector<Draft>> ofOtherSeats();
    //! Makes another seat's draft this seat's, in place of what this one had; false: it is not there any more as it
    //! was, so that of two windows that ask one gets it.
    Result<bool> take(const Draft &draft);

private:
    Result<std::vector<Draft>> read(const char *whichSeats);

    access::ScopedConnection &m_connection;
    const Clock &m_clock;
    const int m_seat;
    QHash<std::pair<QByteArray, QString>, QByteArray> m_seen; // the text of this seat's as it stands in the file
};

} // namespace thimblely::changes
