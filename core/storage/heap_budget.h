// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QDeadlineTimer>
#include <QtGlobal>

namespace thimblely::storage {

/*!
 * How much SQLite may take from the heap on this thread, and until when, while one of these lives; beyond it every
 * allocation fails, and the statement in hand with it.
 *
 * A progress handler is asked only where a program of SQLite's jumps: a row of five hundred blobs is made without one
 * question. SQLite's own limits of the heap hold for the whole process, so that a person's query would fail what the
 * window does meanwhile. One at a time on a thread.
 */
class HeapBudget {
public:
    HeapBudget(qint64 bytes, QDeadlineTimer until);
    ~HeapBudget();
    HeapBudget(const HeapBudget &) = delete;
    HeapBudget &operator=(const HeapBudget &) = delete;

    //! Something was refused because it was too much; not because it was too late.
    bool isSpent() const { return m_spent; }
    bool isOver() const { return m_until.hasExpired(); }

    //! Once, by startSqlite(); false where SQLite is in use already, and nothing has a budget.
    static bool install();

private:
    friend struct BudgetedHeap;
    bool take(qint64 bytes);
    void giveBack(qint64 bytes) { m_used -= bytes; }

    const qint64 m_bytes;
    const QDeadlineTimer m_until;
    qint64 m_used = 0;
    bool m_spent = false;
};

} // namespace thimblely::storage
