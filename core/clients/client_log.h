// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/clients/client.h"

#include <QFuture>

namespace thimblely {

//! What was said or done with a client; the last three are written by the program.
enum class LogKind { Call, Email, Meeting, Note, Order, Payment, Fitting };

struct LogEntry {
    IdBytes id;
    LogKind kind;
    QString text;
    QString person; //!< who noted it; empty where that is not known
    Instant at;
};

//! Where a page ended.
struct LogKey {
    Instant at;
    IdBytes id;
};
struct LogPage {
    std::vector<LogEntry> rows; //!< newest first
    std::optional<LogKey> next; //!< absent at the end
};

/*!
 * The calls, meetings and notes of a client. Reads answer at once, on the session's thread; add() goes through the
 * door. Errors: NotFound "client.unknown", Invalid "log.empty", "log.too_long" (10,000 characters).
 */
class ClientLogService {
public:
    ClientLogService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    Result<LogPage> page(ClientId client, const std::optional<LogKey> &after, int limit);
    QFuture<Result<void>> add(ClientId client, LogKind kind, const QString &text);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely
