// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QObject>

class QMenu;

namespace thimblely::ui {

class ActionCollection;

//! What hangs under one's name: switch person, lock, add a person, printing, text size, light and dark. Fills `menu`, its owner.
class PersonMenu : public QObject {
    Q_OBJECT

public:
    //! `mayAddPeople`: whether they may manage the team.
    PersonMenu(const ActionCollection &actions, bool mayAddPeople, QMenu *menu);

Q_SIGNALS:
    void switchRequested();
    void lockRequested();
    void addPersonRequested();
    void printingRequested();
    void appearanceChanged();
};

} // namespace thimblely::ui
