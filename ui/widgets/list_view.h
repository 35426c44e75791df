// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/roles.h"

#include <QListView>
#include <QTimer>

namespace thimblely::ui {

/*!
 * A list as the panes show it: no frame, no horizontal bar, rows of one height, hover, Enter and a click activate.
 * It stands on `base`, as its delegate must (ListRowDelegate::setBase).
 *
 * Where a row lies follows from its number. QListView keeps the place of every row and lays all of them out anew whenever
 * one comes or goes, which at 200,000 rows costs more than a frame; here no step costs more in a longer list. End goes to
 * the last row of a list that is read page by page: it reads on, a page at a turn of the loop, until nothing follows or
 * the person scrolls elsewhere.
 */
class ListView : public QListView {
    Q_OBJECT
public:
    explicit ListView(const QString &accessibleName, Role base = Role::Window, QWidget *parent = nullptr);

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;
    void keyboardSearch(const QString &search) override;

protected:
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();
    int rows() const;
    int rowsOnPage() const;
    void measureRows();
    void paintRow(QPainter &painter, QStyleOptionViewItem option, int row, int hovered) const;
    void goOnToEnd();

    Role m_base;
    int m_rowHeight = 1;
    QTimer m_toEnd;
    int m_end = 0; // of the scroll bar, where goOnToEnd() left it
};

} // namespace thimblely::ui
