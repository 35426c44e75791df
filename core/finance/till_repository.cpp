// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/till_repository.h"

#include "core/finance/day_tally.h"
#include "core/finance/till_entry_rows.h"
#include "core/inventory/read_rows.h"

#include <QJsonDocument>

namespace thimblely::finance {

namespace {

//! What the openings and closings of tills are read by.
QByteArray eventQuery(const char *rest)
{
    return QByteArray("SELECT till_id, id, kind, till_seq, occurred_at, person_id, data FROM till_activity WHERE ") +
           rest;
}

//! `rest` begins with what till_seq is held against.
QByteArray ofTill(const access::Principal &who, const QByteArray &rest)
{
    return entryQuery(who, "paid.till_id = ? AND paid.till_seq " + rest);
}

constexpr char ofOpenDay[] = "> ? AND paid.closing_id IS NULL";

//! As the index transactions_awaited has it: announced before the open day and not taken back meanwhile; in no closing
//! yet, or held by one from before it came.
QByteArray announcedBefore()
{
    return QByteArray("<= ? AND (paid.closing_id IS NULL OR paid.confirmed_at IS NULL)"
                      " AND paid.payment_method IN ('transfer', 'mobile_money') AND paid.transaction_type = 'income'"
                      " AND (paid.closing_id IS NULL OR paid.reverses_transaction_id IS NULL)"
                      " AND NOT (paid.confirmed_at IS NULL AND ") +
           entryIsTakenBack + ')';
}

//! The ids of the next closing, of the open day or of what was announced before.
QByteArray toClose(const QByteArray &which)
{
    return "SELECT paid.id FROM transactions AS paid WHERE paid.till_id = ? AND paid.till_seq " + which +
           " AND paid.closing_id IS NULL AND NOT " + entryWaits;
}

} // namespace

Result<TillEvent> TillRepository::mapEvent(storage::Statement &row)
{
    return TillEvent{row.id<changes::TillId>(0),
                     row.id<ActivityId>(1),
                     row.utf8(2),
                     row.int64(3),
                     row.instant(4),
                     row.optionalId<PersonId>(5),
                     QJsonDocument::fromJson(row.utf8(6)).object()};
}

Result<std::optional<TillEvent>> TillRepository::newest(QByteArrayView kind)
{
    TRY_ASSIGN(auto query, m_connection.query(eventQuery("till_id = ? AND kind = ? ORDER BY till_seq DESC LIMIT 1")));
    query->bind(m_till).bindUtf8(kind);
    return inventory::readRow<TillEvent>(*query, mapEvent);
}

Result<std::optional<TillEvent>> TillRepository::event(ActivityId id)
{
    TRY_ASSIGN(auto query, m_connection.query(eventQuery("id = ?")));
    query->bind(id);
    return inventory::readRow<TillEvent>(*query, mapEvent);
}

Result<std::vector<ActivityId>> TillRepository::closings(const std::optional<TillEvent> &before, int limit)
{
    // With tills alone in its sight SQLite takes their index, and not that of all that ever happened in the shop.
    TRY_ASSIGN(auto query,
               m_connection.query("SELECT id FROM till_activity WHERE till_id > x'' AND kind = 'till_closed'"
                                  " AND (occurred_at, id) < (?, ?)"
                                  " ORDER BY occurred_at DESC, id DESC LIMIT ?"));
    query->bind(before ? before->occurredAt.msecs() : std::numeric_limits<qint64>::max(),
                before ? before->id : ActivityId(IdBytes{}), limit);
    return inventory::readRows<ActivityId>(
        *query, [](storage::Statement &row) -> Result<ActivityId> { return row.id<ActivityId>(0); });
}

Result<std::vector<TillEntry>> TillRepository::entries(qint64 beforeSeq, int limit)
{
    TRY_ASSIGN(const qint64 closed, closedUpTo());
    const auto read = [&](const QByteArray &which, int most) -> Result<std::vector<TillEntry>> {
        TRY_ASSIGN(auto query,
                   m_connection.query(ofTill(m_connection.principal(),
                                             which + " AND paid.till_seq < ? ORDER BY paid.till_seq DESC LIMIT ?")));
        query->bind(m_till, closed, beforeSeq, most);
        return inventory::readRows<TillEntry>(*query,
                                              [this](storage::Statement &row) { return mapEntry(row, m_currency); });
    };
    TRY_ASSIGN(std::vector<TillEntry> page, read(ofOpenDay, limit));
    if (int(page.size()) == limit)
        return page;
    TRY_ASSIGN(std::vector<TillEntry> older, read(announcedBefore(), limit - int(page.size())));
    page.insert(page.end(), std::make_move_iterator(older.begin()), std::make_move_iterator(older.end()));
    return page;
}

Result<TillSums> TillRepository::sums(const Money &carried)
{
    TRY_ASSIGN(const qint64 closed, closedUpTo());
    DayTally tally(carried, closed);
    TRY(addTo(tally, announcedBefore(), closed));
    TRY(addTo(tally, ofOpenDay, closed));
    return tally.sums();
}

Result<void> TillRepository::addTo(DayTally &tally, const QByteArray &which, qint64 closed)
{
    TRY_ASSIGN(auto query, m_connection.query(ofTill(m_connection.principal(), which + " ORDER BY paid.till_seq")));
    query->bind(m_till, closed);
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return {};
        TRY_ASSIGN(const TillEntry entry, mapEntry(*query, m_currency));
        TRY(tally.add(entry, query->utf8(entryTaxes)));
    }
}

//! Where the open day begins in the chain: the index leads there, whatever the till took before.
Result<qint64> TillRepository::closedUpTo()
{
    TRY_ASSIGN(const auto closing, newest("till_closed"));
    return closing ? closing->seq : 0;
}

Result<qint64> TillRepository::newestEntry()
{
    TRY_ASSIGN(const qint64 closed, closedUpTo());
    TRY_ASSIGN(auto query, m_connection.query("SELECT ifnull(max(till_seq), 0) FROM transactions"
                                              " WHERE till_id = ? AND till_seq > ? AND closing_id IS NULL"));
    query->bind(m_till, closed);
    TRY(query->step());
    return query->int64(0);
}

Result<std::optional<Date>> TillRepository::firstEntryDay()
{
    TRY_ASSIGN(const qint64 closed, closedUpTo());
    TRY_ASSIGN(auto query, m_connection.query("SELECT date FROM transactions"
                                              " WHERE till_id = ? AND till_seq > ? AND closing_id IS NULL"
                                              " ORDER BY till_seq LIMIT 1"));
    query->bind(m_till, closed);
    return inventory::readRow<Date>(*query, [](storage::Statement &row) -> Result<Date> { return row.date(0); });
}

Result<std::vector<TransactionId>> TillRepository::idsToClose()
{
    TRY_ASSIGN(const qint64 closed, closedUpTo());
    std::vector<TransactionId> ids;
    for (const QByteArray &which : {announcedBefore(), QByteArray(ofOpenDay)}) {
        TRY_ASSIGN(auto query, m_connection.query(toClose(which)));
        query->bind(m_till, closed);
        TRY_ASSIGN(auto some,
                   inventory::readRows<TransactionId>(*query, [](storage::Statement &row) -> Result<TransactionId> {
                       return row.id<TransactionId>(0);
                   }));
        ids.insert(ids.end(), some.begin(), some.end());
    }
    return ids;
}

Result<bool> TillRepository::hasArrived()
{
    TRY_ASSIGN(const qint64 closed, closedUpTo());
    TRY_ASSIGN(auto query, m_connection.query(toClose(announcedBefore()) + " LIMIT 1"));
    query->bind(m_till, closed);
    return query->step();
}

Result<QString> TillRepository::nameOf(const std::optional<PersonId> &person)
{
    if (!person || !m_connection.principal().can(access::Capability::TeamRead))
        return QString();
    TRY_ASSIGN(auto query, m_connection.query("SELECT full_name FROM profiles WHERE id = ?"));
    query->bind(*person);
    TRY_ASSIGN(const bool found, query->step());
    return found ? query->text(0) : QString();
}

} // namespace thimblely::finance
