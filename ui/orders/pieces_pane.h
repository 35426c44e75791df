// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "ui/orders/order_editor.h"
#include "ui/widgets/pane.h"

#include <QList>

class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace thimblely::ui {

class Button;
class Desk;
class GarmentTiles;
class GhostButton;
class Label;
class OrderFacts;
class ParkedList;
class PieceRow;

/*!
 * The working pane of the counter: tiles of garments (keys 1 to 9 and 0 outside an editor), a row for each piece, a
 * note to the workroom. Low windows lose its head; what stands there moves to the foot.
 */
class PiecesPane : public Pane {
    Q_OBJECT

public:
    PiecesPane(Desk &desk, OrderEditor &editor, QWidget *parent = nullptr);

    //! The keyboard on the tiles, ready for a number.
    void focusTiles();
    //! The keyboard on the day it is for.
    void focusEvent();
    //! What is half typed of a task becomes one: the order is looked at whole.
    void finishTasks();
    //! Why a price that stands there cannot be read, with the keyboard on it.
    Result<void> checkTyped();
    //! The keyboard where a piece begins.
    void showRow(int index);
    void showProblem(int piece, const QString &sentence);
    //! The orders that wait; shown while there is no piece yet.
    ParkedList &parked() { return *m_parked; }
    void reloadParked();
    void repeatLast();
    //! Measures for the piece that the keyboard is in; false where nobody is there to be measured.
    bool measure();
    void setLow(bool low);
    //! Leaves what is being typed of a task; false: nothing is.
    bool stepBack();

Q_SIGNALS:
    void parkRequested();
    void quoteRequested();
    void partyRequested(); //!< several people, by a list of their names
    void goodsRequested();
    void doneRequested(); //!< Enter on the tiles with a piece there: on to the promise
    void startedOver();   //!< everything was taken away: on to who is next

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildList();
    QWidget *buildFoot();
    void rebuildRows();
    void refresh();
    void refreshParked();
    void showMeasures();
    void showSetColours();
    bool takeKey(QKeyEvent *event);
    void showWearers();
    void offerWearers(int piece, PieceRow &pieceRow);
    void addWearer(int piece, const QString &name);
    void makeCopies(int piece, int inAll);
    void offerCustody(PieceRow &pieceRow, const AddedTo::Kept &kept);
    bool measure(int piece);
    void chainTabs();
    void addGarment(const QString &garmentType, const QString &name);
    void showCopies();
    void sayChanges(const orders::RepeatedOrder &last);
    void startOverOrBack();

    Desk &m_desk;
    OrderEditor &m_editor;
    GarmentTiles *m_tiles = nullptr;
    QList<PieceRow *> m_rows;
    QWidget *m_head = nullptr;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_list = nullptr;
    GhostButton *m_ghost = nullptr;
    OrderFacts *m_facts = nullptr;
    Label *m_title = nullptr;
    Label *m_saved = nullptr;
    Label *m_restored = nullptr;
    Label *m_repeated = nullptr;
    QString m_repeatedOrder; // that it is about
    QLineEdit *m_notes = nullptr;
    QList<Button *> m_again; // "Repeat last", in the head and where it is low in the foot
    QList<Button *> m_over;  // "Start over" or "Bring back"
    Button *m_quote = nullptr;
    Button *m_party = nullptr; // where it is low: else it stands with who it is for
    QList<Button *> m_park;    // "Park", or the way to the parked ones where nothing is typed
    ParkedList *m_parked = nullptr;
    Button *m_copies = nullptr;
    Button *m_piece = nullptr; // "+ Piece", where the ghost has no room
    bool m_low = false;
};

} // namespace thimblely::ui
