// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/changes/till_chain.h"
#include "core/finance/till.h"

#include <QJsonObject>

namespace thimblely::finance {

class DayTally;

//! What an opening, count or closing of the till is.
struct TillEvent {
    changes::TillId till;
    ActivityId id;
    QByteArray kind;
    qint64 seq;
    Instant occurredAt;
    std::optional<PersonId> person;
    QJsonObject data;
};

//! Reads of a till; for this folder. Forbidden without till:operate.
class TillRepository {
public:
    TillRepository(access::ScopedConnection &connection, Currency currency, const AtTill &till = {})
        : m_connection(connection), m_currency(currency),
          m_till(till.value_or(changes::TillChain::here(connection.principal())))
    {}

    //! The newest of the kinds; none: never.
    Result<std::optional<TillEvent>> newest(QByteArrayView kind);
    Result<std::optional<TillEvent>> event(ActivityId id);
    //! Closings of every till of the workspace, the newest first.
    Result<std::vector<ActivityId>> closings(const std::optional<TillEvent> &before, int limit);
    //! The open day, the newest first; then what was announced before it and has not come in, or came in since.
    Result<std::vector<TillEntry>> entries(qint64 beforeSeq, int limit);
    //! The same added up; `carried` is what lay in the drawer before.
    Result<TillSums> sums(const Money &carried);
    //! The newest money of the open day; 0: none.
    Result<qint64> newestEntry();
    //! The day of the oldest of it; none: there is none.
    Result<std::optional<Date>> firstEntryDay();
    //! What the next closing holds: all of the open day but what is waited for.
    Result<std::vector<TransactionId>> idsToClose();
    //! Whether anything that was announced before the open day has come in since.
    Result<bool> hasArrived();
    const changes::TillId &till() const { return m_till; }
    Result<QString> nameOf(const std::optional<PersonId> &person);

private:
    Result<qint64> closedUpTo();
    Result<void> addTo(DayTally &tally, const QByteArray &which, qint64 closed);
    static Result<TillEvent> mapEvent(storage::Statement &row);

    access::ScopedConnection &m_connection;
    const Currency m_currency;
    const changes::TillId m_till;
};

} // namespace thimblely::finance
