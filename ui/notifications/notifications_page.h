// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/notifications/notification.h"
#include "ui/desk/page.h"

class QStackedWidget;

namespace thimblely::ui {

class Button;
class Desk;
class EmptyState;
class Label;
class ListView;
class NotificationKindsPane;
class NotificationsModel;
class Segmented;

/*!
 * What somebody has been told, by day, read and unread. Enter opens the thing on its screen, where something can be done
 * about it; here nothing can, but that it was read. What is over goes by itself.
 */
class NotificationsPage : public Page {
    Q_OBJECT

public:
    explicit NotificationsPage(Desk &desk, QWidget *parent = nullptr);

    //! What the person wants to be told of, in the list's place.
    void showKinds();
    void showList();
    //! Nothing is being read.
    bool isSettled() const;

    QString title() const override { return tr("Notifications"); }
    void prepare() override;
    void arrive() override;
    bool stepBack() override;

Q_SIGNALS:
    //! The thing, on its screen.
    void opened(const thimblely::NotificationTarget &target);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QLayout *buildHead();
    QWidget *buildList();
    void follow(const changes::ChangeSet &changes);
    void read();
    void showRows();
    void open(const QModelIndex &row);
    void toggleRead(const QModelIndex &row);
    void readAll();
    void focusList();

    Desk &m_desk;
    NotificationsModel *m_model;
    Segmented *m_which = nullptr;
    Button *m_readAll = nullptr;
    Button *m_kindsButton = nullptr;
    QStackedWidget *m_stack = nullptr;
    QStackedWidget *m_lists = nullptr;
    QWidget *m_listPart = nullptr;
    ListView *m_view = nullptr;
    EmptyState *m_nothing = nullptr;
    EmptyState *m_noneUnread = nullptr;
    Label *m_keys = nullptr;
    NotificationKindsPane *m_kinds = nullptr;
    bool m_started = false;
    bool m_stale = false;
    bool m_wantsFocus = false; // once what is read has come
};

} // namespace thimblely::ui
