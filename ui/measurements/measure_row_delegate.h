// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QStyledItemDelegate>

namespace thimblely::ui {

//! Paints a row of MeasureFieldsModel in the columns of MeasureColumns.
class MeasureRowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setCompact(bool compact) { m_compact = compact; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static int headingHeight();
    void paintHeading(QPainter *painter, const QRect &area, const QString &words, Qt::LayoutDirection direction) const;

    bool m_compact = false;
};

} // namespace thimblely::ui
