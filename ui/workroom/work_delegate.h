// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workroom/work_card.h"

#include <QStyledItemDelegate>

namespace thimblely::ui {

class Desk;
class WorkModel;

//! What a card's two buttons may do for the person who looks at it.
struct CardButtons {
    bool work = false; //!< start and pause
    bool done = false;
};

//! What every painter of pieces shares: the model's rows and the clicks on the current one's buttons.
class WorkDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    WorkDelegate(Desk &desk, QObject *parent) : QStyledItemDelegate(parent), m_desk(desk) {}

    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

    //! Of the current row; empty where it has none. In the coordinates of the row.
    virtual QRect workRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    virtual QRect doneRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;

Q_SIGNALS:
    void workClicked(const QModelIndex &index);
    void doneClicked(const QModelIndex &index);

protected:
    Desk &desk() const { return m_desk; }
    static const WorkModel &modelOf(const QModelIndex &index);
    static bool isCurrent(const QStyleOptionViewItem &option, const QModelIndex &index);
    CardButtons buttonsOf(const workroom::WorkCard &card, const WorkModel &model) const;
    //! "Start" or "Pause": whichever it would do.
    QString workWord(const workroom::WorkCard &card) const;

private:
    Desk &m_desk;
};

//! A card of the board, 84 high; the current one is 132, with its two buttons.
class CardDelegate : public WorkDelegate {
    Q_OBJECT

public:
    using WorkDelegate::WorkDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QRect workRect(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QRect doneRect(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QRect buttonsRect(const QStyleOptionViewItem &option) const;
    void paintButtons(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

//! What is ready, 44 high: tag and name, since when, where it hangs; on two lines where one has no room for all of it.
class ReadyDelegate : public WorkDelegate {
    Q_OBJECT

public:
    using WorkDelegate::WorkDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool fitsOneLine(const workroom::WorkCard &card, int room) const;
};

//! A piece in the list by promise, 56 high in letters of 20 px, and the head of a day, 40.
class WorkRowDelegate : public WorkDelegate {
    Q_OBJECT

public:
    using WorkDelegate::WorkDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHead(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintPiece(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace thimblely::ui
