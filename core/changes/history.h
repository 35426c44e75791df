// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/storage/catalogue.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace thimblely::changes {

//! Kinds of things, by the first word of an operation's kind.
enum class HistorySubject { Clients, Measures, Orders, Money, Stock, Shop };

//! Every part that is set must fit.
struct HistoryFilter {
    std::optional<PersonId> person = {};
    std::optional<HistorySubject> subject = {};
    std::optional<Instant> from = {};
    std::optional<Instant> until = {}; //!< before this moment
    std::optional<std::vector<qint64>> numbers = {};
};

/*!
 * What was done in a workspace: who did what, when and on which device. What each of it changed is in changed_rows.h.
 * Forbidden without history:read. On the session's thread; without a filter a page is read at once, with one, and
 * numbersOf(), it may take longer than a frame in a large file.
 */
class History {
public:
    explicit History(access::Session &session) : m_session(session) {}

    using Subject = HistorySubject;
    using Filter = HistoryFilter;
    struct Operation {
        qint64 number; //!< in this file: the key of the next page
        OperationId id;
        QByteArray kind;
        QStringList args;
        std::optional<PersonId> person; //!< none: the program itself
        QString personName;             //!< empty where it may not be read
        QString deviceName;
        Instant happenedAt;
        bool undone;
        bool remote; //!< done on another device
        bool undoable;

        bool isUndo() const { return kind.startsWith("undo:"); }
    };
    struct Page {
        std::vector<Operation> rows; //!< newest first
        std::optional<qint64> next;
    };
    struct Person {
        PersonId id;
        QString name;
    };

    Result<Page> operations(const Filter &filter = {}, std::optional<qint64> before = {}, int limit = 50);
    /*!
     * The operations that wrote the row or what hangs on it, in the bin or not: of a client the orders, measures, notes
     * and money, of an order the pieces and what was done with them. Looks through the whole journal.
     */
    Result<std::vector<qint64>> numbersOf(storage::Table table, RowId row);
    //! Everybody who is or was a member, by name; no two have the same (core/base/namesakes.h).
    Result<std::vector<Person>> people();

    //! Why the person cannot take it back, as an error of undo.h, as far as the operation itself says; else nothing.
    static std::optional<Error> whyItStays(const Operation &operation, const access::Principal &principal, Instant now);

private:
    Result<QString> deviceName(DeviceId device);
    Result<Operation> readOperation(storage::Statement &row);
    Result<void> nameAsInTheTeam(std::vector<Operation> &rows);

    access::Session &m_session;
};

} // namespace thimblely::changes
