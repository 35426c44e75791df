// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/draft_store.h"
#include "core/orders/order.h"

#include <QWidget>

#include <optional>
#include <vector>

class QVBoxLayout;

namespace thimblely::ui {

class Button;
class Desk;
class ParkedRow;
class SectionHead;

/*!
 * The orders that wait at the counter: parked ones, the latest first, and before them what a window that is gone had
 * before it. They have no number and burn none. Read a page at a time.
 */
class ParkedList : public QWidget {
    Q_OBJECT

public:
    explicit ParkedList(Desk &desk, QWidget *parent = nullptr);

    //! Reads again; `except` is the one that is open at the counter. What is shown stays where it cannot be read.
    void reload(const std::optional<OrderId> &except);
    int count() const { return int(m_rows.size()); }
    //! More than are shown.
    bool hasMore() const { return m_next.has_value(); }
    void focusFirst();
    QList<QWidget *> tabChain() const;

Q_SIGNALS:
    void goOnRequested(const thimblely::orders::ParkedOrder &order);
    void dropRequested(thimblely::OrderId order);
    void declineRequested(thimblely::OrderId quote, const QString &reason);
    void takeRequested(const thimblely::changes::DraftStore::Draft &draft);
    void changed(); //!< rows came or went

private:
    void fetch();
    void clearRows();
    void addKept(const changes::DraftStore::Draft &draft);
    void addParked(const orders::ParkedOrder &order);
    ParkedRow *addRow(ParkedRow *row);
    QString sinceText(Instant instant) const;
    QString wordsOf(const orders::ParkedOrder &order) const;

    Desk &m_desk;
    SectionHead *m_head;
    QVBoxLayout *m_lines;
    Button *m_more;
    std::vector<ParkedRow *> m_rows;
    std::optional<orders::ParkedKey> m_next;
    std::optional<OrderId> m_except;
};

} // namespace thimblely::ui
