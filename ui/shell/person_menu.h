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

Q_SIGNALS:
    void switchRequested();
    void lockRequested();
    void appearanceChanged();

private:
    void addTextSizes(QMenu *menu);
    void addSchemes(QMenu *menu);
};

} // namespace thimblely::ui
