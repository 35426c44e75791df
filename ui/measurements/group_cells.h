// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QStyledItemDelegate>

namespace thimblely::ui {

//! A cell of the group's table: measured today 600, the last visit's value muted, what is wrong with its shape.
class GroupCells : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

Q_SIGNALS:
    //! "+" or "=" in the editor of a cell: an answer, not a part of a value.
    void answered(QChar answer) const;

protected:
    bool eventFilter(QObject *editor, QEvent *event) override;
};

} // namespace thimblely::ui
