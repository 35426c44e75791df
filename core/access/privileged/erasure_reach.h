// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/base/result.h"
#include "core/storage/catalogue.h"
#include "core/storage/connection.h"

#include <QStringList>

#include <vector>

namespace thimblely::access {

/*!
 * Which rows are a client's: the card and those merged into it, and all that hangs on them. Kept in tables of the
 * connection's own: temp.going (table_id, id), and temp.worn (id) of the pieces that they wore. Internal to erasure.
 */
class ErasureReach {
public:
    explicit ErasureReach(storage::Connection &connection) : m_connection(connection) {}

    //! NotFound "client.unknown" where there is no such card in the workspace, or it was erased already.
    Result<void> find(WorkspaceId workspace, ClientId client);

    ClientId root() const { return *m_root; } //!< the card that the others were merged into
    const QString &number() const { return m_number; }
    const QString &name() const { return m_name; }
    const std::vector<ClientId> &cards() const { return m_cards; }
    Result<int> count(storage::Table table) const;
    //! What is open: each an Error whose sentence says what has to be done first; empty: nothing stands in the way.
    Result<std::vector<Error>> hindrances() const;
    //! Where else their full name stands in what was typed about others: numbers of orders and clients. Nothing is
    //! written there: whose words these are, only a person can tell.
    Result<QStringList> namedElsewhere() const;
    //! Numbers of their orders, receipts and invoices: these stay, on paper and in the history.
    Result<QStringList> numbers() const;
    //! What they are known by, now and before: names, e-mails, phones.
    Result<QStringList> knownAs() const;

private:
    Result<void> findCards(WorkspaceId workspace, ClientId client);
    Result<QStringList> texts(QByteArrayView sql) const;
    Result<qint64> number(QByteArrayView sql) const;
    Result<void> hindersMoney(std::vector<Error> &errors) const;

    storage::Connection &m_connection;
    std::optional<WorkspaceId> m_workspace;
    std::optional<ClientId> m_root;
    QString m_number;
    QString m_name;
    std::vector<ClientId> m_cards;
};

} // namespace thimblely::access
