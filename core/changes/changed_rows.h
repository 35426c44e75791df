// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/base/id.h"
#include "core/storage/catalogue.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace thimblely::changes {

/*!
 * What an operation changed, row by row, before and after, with the names of the rows and of those they refer to. Only
 * what the person may read in the tables comes back through it: a column of a higher capability is absent, and so are
 * secrets. Rows in the bin can be read by those who may delete them. Forbidden without history:read. On the
 * connection's thread; may take longer than a frame.
 */
class ChangedRows {
public:
    explicit ChangedRows(access::ScopedConnection &connection) : m_connection(connection) {}

    enum class Action { Made = 1, Changed = 2, Erased = 3 };
    struct Value {
        QByteArray column;
        QJsonValue before; //!< null for what was made. Bytes as hexadecimal digits
        QJsonValue after;  //!< undefined: the row cannot be read any more
        QString beforeName = {};
        QString afterName = {}; //!< of what an id refers to
    };
    struct Row {
        storage::Table table;
        RowId id;
        Action action;
        QString name;                          //!< "1042", "Halima Musa"; empty where it has none
        QString of;                            //!< the name of what it belongs to
        std::optional<storage::Table> ofTable; //!< and what that is
        QString currency;                      //!< of its amounts; empty: the shop's
        std::vector<Value> values;             //!< by column; derived ones never
    };
    struct Rows {
        std::vector<Row> rows; //!< in the order in which they were written
        int more = 0;          //!< how many are left out
    };
    //! What an operation did to one row.
    struct Step {
        OperationId operation;
        Row row;
    };

    Result<Rows> of(OperationId operation, int most = 60);
    //! What became of a row, newest first; at its end how it was made, where that can be told.
    Result<std::vector<Step>> ofRow(storage::Table table, RowId row);
    struct Name {
        QString name;
        QString of;
        std::optional<storage::Table> ofTable;
        std::optional<RowId> ofRow;
    };
    //! Of a row that stands or is in the bin; empty where it may not be read.
    Result<Name> name(storage::Table table, RowId row);
    struct Thing {
        storage::Table table;
        Name name;
    };
    //! What an operation was about: the first row that it wrote, or what that belongs to where it has no name.
    Result<std::optional<Thing>> thingOf(OperationId operation);

private:
    using Key = std::pair<storage::Table, RowId>;

    Result<const QJsonObject *> present(storage::Table table, RowId row);
    Result<QJsonObject> readPresent(storage::Table table, RowId row);
    Result<bool> addRow(QJsonObject &values, const QByteArray &view, RowId row);
    Result<QJsonObject> inBin(storage::Table table, RowId row);
    Result<QJsonObject> after(storage::Table table, RowId row, qint64 seq);
    Result<Row> describe(storage::Table table, RowId row, Action action, const QJsonObject &before, qint64 seq);
    Result<QString> referred(const QByteArray &column, const QJsonValue &value);

    access::ScopedConnection &m_connection;
    std::map<Key, QJsonObject> m_present;
};

} // namespace thimblely::changes
