// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/widgets/list_row_delegate.h"

namespace thimblely::ui {

//! A row of a NotificationsModel: before it, beside the first of each day, the day; what was read is muted.
class NotificationDelegate : public ListRowDelegate {
    Q_OBJECT

public:
    using ListRowDelegate::ListRowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    RowContent content(const QModelIndex &index) const override;
};

} // namespace thimblely::ui
