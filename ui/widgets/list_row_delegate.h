// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/roles.h"

#include <QByteArray>
#include <QStyledItemDelegate>

#include <optional>

namespace thimblely::ui {

//! What one two-line row shows; empty parts take no room.
struct RowContent {
    QString title;        //!< 14/600
    QString second;       //!< 12 muted
    QByteArray icon = {}; //!< before the words
    std::optional<Status> status = {};
    QString statusWord = {}; //!< 12/600, at the end, in the status' colour
    bool chip = false;       //!< the status in its field instead of bare
    QString amount = {};     //!< 12, at the end, under the status
    bool quiet = false;      //!< the title muted: cancelled, archived
};

/*!
 * The row of client lists and search results: 56 high, divided by a line, selection with its accent bar. A list says
 * what stands in a row by overriding content(), or gives the data by the roles below.
 */
class ListRowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum DataRole { SecondLine = Qt::UserRole + 0x100, IconName, StatusRole, StatusWord, Amount };

    using QStyledItemDelegate::QStyledItemDelegate;

    //! Fill under rows that are not selected: side panes stand on Window (the default), others on Surface.
    void setBase(Role base) { m_base = base; }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    virtual RowContent content(const QModelIndex &index) const;

private:
    Role m_base = Role::Window;
};

} // namespace thimblely::ui
