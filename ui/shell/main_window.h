// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "ui/actions/action_collection.h"
#include "ui/desk/page.h"
#include "ui/shell/screens.h"

#include <QHash>
#include <QList>
#include <QWidget>

#include <memory>
#include <optional>

class QStackedWidget;

namespace thimblely::ui {

class AllKeysSheet;
class Announcer;
class Desk;
class NavBar;
class NavButton;
class NotificationWatch;
class SearchPopup;
class ToastHost;
class TopBar;

/*!
 * The frame of the program for one signed-in person: navigation, top bar, the screens, toasts. It takes people from one
 * screen to another; which there are says screens.h, what a screen does is the screen's.
 */
class MainWindow : public QWidget {
    Q_OBJECT

public:
    using Screen = ui::Screen;

    MainWindow(Desk &desk, const QString &personName, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! The first screen that the role has use for; made and read here, so that the frame and they are three events.
    void showFirst() { show(firstScreen()); }
    void prepareFirst() { currentPage()->prepare(); }
    void show(Screen screen);
    //! As another screen asks; where the role has no use for it, says so and stays: false.
    bool goTo(Screen screen);
    //! What was being typed when the program stopped, and is not on the first screen.
    void sayBegun();
    //! Asked for by its key or row: it begins anew, for the next client; an order that was open is left.
    void startPickUp();
    Page *currentPage() const;
    //! One that was shown before.
    template <typename PageType>
    PageType &page(Screen screen) const
    {
        return *static_cast<PageType *>(m_pages.value(int(screen)));
    }
    const QString &personName() const { return m_personName; }
    //! The sign-in at this window (core/accounts/sign_in_sessions.h); none while somebody practises.
    const std::optional<RowId> &signIn() const { return m_signIn; }
    void setSignIn(RowId signIn) { m_signIn = signIn; }
    const ActionCollection &actions() const { return *m_actions; }
    NotificationWatch &notifications() const { return *m_notifications; }

Q_SIGNALS:
    //! Somebody practises on a copy of the shop, and is through with it.
    void practiceRequested(thimblely::PersonId person, const QString &name);
    void practiceLeft();
    void personSwitchRequested();
    //! Another workspace of the same person.
    void workspaceRequested(thimblely::WorkspaceId workspace);
    void lockRequested();
    //! Text size or colours were chosen in the person menu.
    void appearanceChanged();
    //! A backup is to be looked into, and perhaps opened in place of this file.
    void restoreRequested();
    void encryptRequested();
    void vaultKeyRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void limitActions();
    void buildFrame(const QString &personName);
    void buildNavigation();
    void buildMore();
    bool mayShow(Screen screen) const;
    Screen firstScreen() const;
    void showFromRow(Screen screen);
    void buildPersonMenu();
    void showHistory();
    void showBin();
    void connectActions();
    void connectNavigation();
    void openOrder(OrderId order);
    void openScanned(const QString &code);
    bool openStock(const QString &code);
    void connectNotices();
    void connectBell();

    void goBack();
    void updateTitle();

    Desk &m_desk;
    const QString m_personName;
    std::unique_ptr<ActionCollection> m_actions;
    NavBar *m_nav = nullptr;
    NavButton *m_more = nullptr; // where it has anything for the role
    TopBar *m_top = nullptr;
    QStackedWidget *m_stack = nullptr;
    ToastHost *m_toasts = nullptr;
    Announcer *m_announcer = nullptr;
    SearchPopup *m_searchPopup = nullptr;
    AllKeysSheet *m_allKeys = nullptr;
    NotificationWatch *m_notifications = nullptr;
    QHash<int, Page *> m_pages; // by Screen, made when first shown
    QList<Screen> m_rows;       // of the navigation, as far as the role has use for them
    QList<Screen> m_trail;      // where Escape goes back to
    Screen m_current = Screen::Clients;
    std::optional<RowId> m_signIn;
};

} // namespace thimblely::ui
