// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

class QMenu;

namespace thimblely::ui {

class ActionCollection;

//! A screen that is reached from the menu.
struct PersonMenuScreen {
    QString text;
    std::function<void()> open;
    QString under{}; //!< the title of the submenu it hangs in; empty: in the menu itself
};

//! What hangs under one's name: switch person, lock, the screens that are about the shop rather than about its work, text
//! size, light and dark. Fills `menu`, its owner.
class PersonMenu : public QObject {
    Q_OBJECT

public:
    PersonMenu(const ActionCollection &actions, const std::vector<PersonMenuScreen> &screens, QMenu *menu);

    //! The workspaces to go to, and the page of all of them, above what is about this shop.
    void addWorkspaces(const ActionCollection &actions, QMenu *others);

Q_SIGNALS:
    void switchRequested();
    void lockRequested();
    void appearanceChanged();

private:
    QMenu *m_menu;
    QAction *m_lock;

    void addTextSizes(QMenu *menu);
    void addSchemes(QMenu *menu);
};

} // namespace thimblely::ui
