// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/workroom/work_board.h"
#include "ui/desk/page.h"
#include "ui/workroom/work_deeds.h"

#include <QTimer>

#include <optional>
#include <vector>

class QStackedWidget;

namespace thimblely::access {
struct Principal;
class Session;
} // namespace thimblely::access

namespace thimblely::ui {

class BoardView;
class Desk;
class WorkHead;
class DeedBar;
class EmptyState;
class WorkForms;
class WorkModel;
class WorkView;

/*!
 * The workroom: what is in work as a board by step or as a list by promise, and what is mine of it. A piece is moved,
 * begun, given, held up, checked and tried on by a key, a button or by its tag; who only works on given pieces has
 * their own work here and nothing else. It is read in the background: a long board holds up no key.
 */
class WorkroomPage : public Page {
    Q_OBJECT

public:
    enum class View { Board, List, Mine };

    explicit WorkroomPage(Desk &desk, QWidget *parent = nullptr);

    //! Who sees pieces: all of them, or their own.
    static bool isFor(const access::Principal &principal);
    //! Who has their own pieces only.
    static bool isOwnOnly(const access::Principal &principal);

    QString title() const override;
    void prepare() override;
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId action) override;
    bool takeScan(const QString &code) override;

    void showView(View view);
    View view() const { return m_view; }
    //! The piece that is chosen; null: none is.
    const workroom::WorkCard *chosen() const;
    bool choose(OrderItemId piece);
    //! Nothing is being read now.
    bool isSettled() const { return !m_reading && !m_again; }

Q_SIGNALS:
    //! What is shown is as the file is.
    void settled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectParts();
    void follow(const changes::ChangeSet &changes);
    void reload();
    void readBoard();
    void readList();
    template <typename T>
    void read(std::function<Result<T>(access::Session &)> reads, void (WorkroomPage::*shown)(T));
    void endReading();
    void showBoard(workroom::WorkBoard board);
    void showList(workroom::WorkList list);
    void fetchColumn(int step, const workroom::WorkKey &after);
    void fetchList();
    void showEmpty(bool isEmpty);
    void chooseFirst();
    bool isPieces(const QWidget *shown) const;
    void showChosen();
    workroom::WorkFilter filter() const;
    void focusPieces();

    void perform(Deed deed);
    void performFor(Deed deed, const workroom::WorkCard &card);
    void moveOn(const workroom::WorkCard &card, bool follows = false);
    bool isCheckedFirst(const workroom::WorkCard &card, int to) const;
    void stayWith(OrderItemId piece);
    void drop(OrderItemId piece, const QString &step);
    void moveScanned(OrderItemId piece);

    Desk &m_desk;
    const bool m_ownOnly;
    View m_view = View::Board;
    WorkHead *m_head = nullptr;
    QStackedWidget *m_stack = nullptr;
    BoardView *m_board = nullptr;
    QWidget *m_listCard = nullptr;
    WorkModel *m_listModel = nullptr;
    WorkView *m_list = nullptr;
    EmptyState *m_empty = nullptr;     // nothing is in work
    EmptyState *m_noneMine = nullptr;  // nothing is given to who looks
    EmptyState *m_noneFound = nullptr; // nothing that was asked for
    DeedBar *m_bar = nullptr;
    WorkForms *m_forms = nullptr;
    workroom::Steps m_steps = workroom::Steps::usual();
    workroom::Checklist m_checks;
    QTimer m_minute;
    std::optional<Date> m_day; // that is shown
    bool m_reading = false;
    bool m_again = false; // something was written while it was read
    bool m_isFresh = false;
    bool m_wantsFocus = false;           // as soon as there is something to give it to
    std::optional<OrderItemId> m_wanted; // to be chosen once it is read
    std::optional<OrderItemId> m_lastScanned;
    std::optional<Instant> m_scannedAt;
};

} // namespace thimblely::ui
