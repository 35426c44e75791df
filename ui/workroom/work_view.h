// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/roles.h"
#include "ui/workroom/work_deeds.h"

#include <QListView>

namespace thimblely::ui {

class WorkDelegate;
class WorkModel;

/*!
 * Pieces under one another, worked through by keys: Up and Down choose, Left and Right leave for what stands beside it,
 * a key of a deed asks for it. Heads of days are passed over. The current row may be higher than the others.
 */
class WorkView : public QListView {
    Q_OBJECT

public:
    WorkView(WorkModel *model, WorkDelegate *delegate, Role base, QWidget *parent);

    WorkModel &pieces() const { return m_model; }
    //! Null: none is chosen.
    const workroom::WorkCard *currentCard() const;
    void choose(int row);
    //! The row that stands as far down, for who comes from beside it.
    int rowAt(int y) const;
    //! May be drawn to another column, and others dropped here; off at first.
    void setDraggable(bool draggable);

Q_SIGNALS:
    void deedAsked(thimblely::ui::Deed deed);
    //! One step to the side, in reading direction.
    void asideAsked(int step);
    void chosenChanged();
    void entered();
    //! A piece was dropped here.
    void dropped(thimblely::OrderItemId piece);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyboardSearch(const QString &) override {}
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void startDrag(Qt::DropActions supported) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void showCurrent();

    WorkModel &m_model;
    Role m_base;
    bool m_dropOver = false;
};

} // namespace thimblely::ui
