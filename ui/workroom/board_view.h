// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workroom/work_board.h"
#include "ui/workroom/work_deeds.h"

#include <QScrollArea>

#include <vector>

namespace thimblely::ui {

class ColumnHead;
class Desk;
class WorkModel;
class WorkView;

/*!
 * The board: a column for each of the shop's steps, at least 208 wide, scrolled sideways where there is no room. One
 * card of all is the current one; the arrows lead over the columns. It reads and writes nothing.
 */
class BoardView : public QScrollArea {
    Q_OBJECT

public:
    BoardView(Desk &desk, QWidget *parent);

    void setBoard(const workroom::WorkBoard &board);
    //! A page that a column asked for.
    void append(int step, const std::optional<workroom::WorkPage> &page);
    const workroom::WorkCard *current() const;
    //! False: it is not among the cards that are here.
    bool choose(OrderItemId piece);
    //! The first card there is, where none is chosen.
    void chooseFirst();
    //! Where the keyboard was, else the first card there is. False: there is none.
    bool focusCards();
    //! The most that a column shows now.
    int mostShown() const;
    bool isEmpty() const;
    WorkView *view(int step) const { return m_columns[size_t(step)].view; }
    int columns() const { return int(m_columns.size()); }

Q_SIGNALS:
    void deedAsked(thimblely::ui::Deed deed);
    void chosenChanged();
    void moreWanted(int step, const thimblely::workroom::WorkKey &after);
    //! A card was drawn to the column of another step.
    void dropped(thimblely::OrderItemId piece, const QString &step);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Column {
        QString key;
        QWidget *box;
        ColumnHead *head;
        WorkModel *model;
        WorkView *view;
    };
    void build(const workroom::Steps &steps);
    Column makeColumn(const workroom::Steps &steps, int step);
    void fillHead(const Column &column, const workroom::BoardColumn &content, const workroom::WorkBoard &board);
    void goAside(int from, int step);
    void enter(int step);
    void keepWidths();

    Desk &m_desk;
    QWidget *m_ground;
    std::vector<Column> m_columns;
    int m_current = 0;
};

} // namespace thimblely::ui
