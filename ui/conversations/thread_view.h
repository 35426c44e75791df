// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QListView>
#include <QStyledItemDelegate>

namespace thimblely::ui {

class ReversedRows;
class ThreadModel;

/*!
 * A thread as bubbles, the latest at the foot: what the shop wrote stands at the trailing side, what came in at the leading
 * one, each day under its name, each message with its state as shape and word. Reads on as its head is reached. GUI thread.
 */
class ThreadView : public QListView {
    Q_OBJECT

public:
    explicit ThreadView(ThreadModel &model, QWidget *parent = nullptr);

    //! A row of the ThreadModel; -1: none.
    int currentRow() const;
    void setCurrentRow(int row);
    void toFoot();

Q_SIGNALS:
    void currentRowChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();
    void readOn();
    int fromFoot() const;
    void keepFromFoot(int distance);

    ThreadModel &m_model;
    ReversedRows *m_rows;
    bool m_stays = false; // moves by itself
};

//! One message of a ThreadView.
class BubbleDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    BubbleDelegate(const ThreadModel &model, const ReversedRows &rows, QListView *view);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Bubble;
    Bubble measured(const QModelIndex &index, int width) const;

    const ThreadModel &m_model;
    const ReversedRows &m_rows;
    QListView *m_view;
};

} // namespace thimblely::ui
