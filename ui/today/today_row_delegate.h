// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/today/today_row.h"

#include <QStyledItemDelegate>

namespace thimblely::ui {

/*!
 * Paints a row of a TodayModel, 44 high: words, then chip or figure, then the action's word, which is the only part of
 * it that is clicked for itself. Enter on the row acts too (the card sees to that).
 */
class TodayRowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

    //! Where the action of a row is clicked; empty where it has none.
    static QRect actionRect(const QRect &row, Qt::LayoutDirection direction, const TodayRow &content);

Q_SIGNALS:
    void actionClicked(const QModelIndex &index);
    void rowClicked(const QModelIndex &index);
};

} // namespace thimblely::ui
