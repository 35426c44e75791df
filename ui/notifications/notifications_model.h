// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/notifications/notification_service.h"
#include "ui/desk/paged_model.h"

#include <QCoreApplication>

namespace thimblely::ui {

//! What somebody has been told, the newest first, by day; read page by page by key as it is scrolled.
class NotificationsModel final : public PagedModel<Notification, NotificationPlace> {
    Q_DECLARE_TR_FUNCTIONS(NotificationsModel)

public:
    using PagedModel::PagedModel;

    //! The day of a row that is the first of its day in the list; empty for the others.
    static constexpr int DayRole = Qt::UserRole + 0x200;

    void show(NotificationFilter filter);

    QVariant data(const QModelIndex &index, int role) const override;

protected:
    NotificationPlace placeOf(const Notification &row) const override { return {row.madeAt, row.id}; }

private:
    Date dayOf(int index) const { return desk().calendar().dayOf(row(index).madeAt); }
    QString dayWords(int index) const;
    QString title(const Notification &shown) const;
    QString secondLine(const Notification &shown) const;
};

} // namespace thimblely::ui
