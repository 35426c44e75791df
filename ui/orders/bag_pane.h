// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"
#include "ui/orders/bag.h"
#include "ui/orders/piece_strip.h"

#include <QWidget>

#include <map>

class QKeyEvent;

namespace thimblely::ui {

class BagFacts;
class BagHead;
class Desk;
class ListView;
class PieceListModel;
class RackStrip;

/*!
 * The bag: the pieces of its orders with a tick each, what is done with the one that is chosen, and what is worth
 * knowing. Reads nothing and writes only places; the rest is asked of the page.
 */
class BagPane : public QWidget {
    Q_OBJECT

public:
    BagPane(Desk &desk, QWidget *parent);

    void setBag(Bag bag);
    const PieceListModel &pieces() const { return *m_pieces; }
    //! The order of the row that is chosen, else the first.
    const orders::OrderDetail *chosenOrder() const;
    void choose(OrderItemId piece);
    //! As its tag was read: chosen, and ticked alone of its order unless another of it was read before.
    void scanned(OrderItemId piece, bool also);
    //! Of these what may leave, and nothing else.
    void tickOnly(const std::set<OrderItemId> &pieces);
    void setLow(bool low); //!< no room for the facts
    //! Who takes single pieces instead of the one who takes the rest.
    const std::map<OrderItemId, QString> &takenBy() const { return m_takenBy; }
    void forgetTakenBy() { m_takenBy.clear(); }
    void setTakenBy(std::map<OrderItemId, QString> names);
    void setCollector(const QString &name);
    void addToStrip(QWidget *part) { m_strip->addBeside(part); }
    void forgetStep() { m_strip->forgetStep(); }
    void askPlace(std::vector<OrderItemId> pieces);
    void focusPieces();
    //! Escape. False: there was nothing to leave.
    bool leavePlace();

Q_SIGNALS:
    void tickedChanged();
    void chosenChanged();
    void stepRequested(thimblely::ui::PieceStep step, const thimblely::orders::Piece &piece, const QString &what);
    void placeKept();
    void takenByTyped();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int chosenRow() const; //!< -1: none
    void showLine();
    void showChosen();
    void request(PieceStep step);
    bool pressed(const QKeyEvent &key);
    void offer(const QPoint &at);
    void hang(const QString &place);

    Desk &m_desk;
    PieceListModel *m_pieces;
    BagHead *m_head;
    ListView *m_list;
    RackStrip *m_rack;
    PieceStrip *m_strip;
    BagFacts *m_facts;
    QString m_collector;
    std::map<OrderItemId, QString> m_takenBy;
};

} // namespace thimblely::ui
