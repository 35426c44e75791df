// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/approval.h"
#include "core/access/principal.h"
#include "core/base/clock.h"
#include "core/storage/connection.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace thimblely::access {

//! What an erasure would reach, counted, and what has to be done first.
struct ErasureScope {
    ClientId client; //!< the card that those merged into it lead to
    QString number;
    QString name;
    int cards = 1;
    int orders = 0;
    int payments = 0;
    int invoices = 0;
    int measurements = 0;
    int logEntries = 0;
    int appointments = 0;
    int messages = 0;
    int pictures = 0;
    //! Numbers of others' orders and cards in whose texts the full name stands; an erasure leaves them.
    QStringList namedElsewhere = {};
    //! Conflict "erasure.open_orders", "erasure.parked", "erasure.owed", "erasure.held", "erasure.cloth".
    std::vector<Error> hindrances = {};
};

//! Files that hold something of a client who was erased, and that are to be removed.
struct LeftFiles {
    std::vector<QByteArray> pictures; //!< SHA-256, in the media folder
    QStringList papers;               //!< paths
};

/*!
 * Privileged, without the wall: takes a client out of the shop's file. Rows about the person go; rows that carry the
 * shop's figures stay under a name that is nobody's; the history keeps that something happened. One transaction, durable,
 * and nothing brings it back. Overwriting what SQLite leaves in free pages and in the log comes after it.
 *
 * For the privacy module and changes/erasure_rest.h; on the thread that opened it. Errors: Forbidden without
 * data:erase_client, "approval.used" and its kin; NotFound "client.unknown"; Conflict with the first hindrance.
 */
class ClientErasure {
public:
    static Result<std::unique_ptr<ClientErasure>> open(const storage::OpenOptions &options);

    Result<ErasureScope> look(const Principal &principal, ClientId client);

    //! Of these rows (clients, orders, payments, invoices) those that are of somebody who was erased.
    Result<std::vector<IdBytes>> erasedAmong(const std::vector<IdBytes> &rows);

    //! What the modules above know and this one does not.
    struct Knowledge {
        QString instead;                                             //!< the name that stays, "Erased client 12"
        std::function<QString(const QStringList &texts)> folded;     //!< words as the search index has them
        std::function<QStringList(const QStringList &words)> papers; //!< files of papers that are called after these
    };
    //! `confirmed`: they typed their password or PIN just now (PrincipalStore::confirm).
    Result<void> erase(const Principal &principal, const Approval &confirmed, ClientId client,
                       const std::function<Knowledge(const ErasureScope &)> &knowledge, const Clock &clock);

    //! None: every erasure in this file was finished.
    Result<std::optional<LeftFiles>> left();
    //! After the files are gone: writes the whole file anew, so that no free page and no log holds what was erased, and
    //! forgets that anything was left. Busy ("storage.busy") where somebody reads all the while.
    Result<void> finish();

private:
    explicit ClientErasure(std::unique_ptr<storage::Connection> connection);
    Result<void> begin(const Principal &principal, const QString &number, const Clock &clock);
    Result<void> writeRows();
    Result<void> partFamily(WorkspaceId workspace);
    Result<void> remember(const LeftFiles &files);
    Result<void> emptyLog();

    std::unique_ptr<storage::Connection> m_connection;
};

//! Whether an erasure was stopped before it was finished; for whoever opens a file.
Result<bool> hasUnfinishedErasure(storage::Connection &connection);

} // namespace thimblely::access
