// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QObject>

class QMenu;

namespace thimblely::ui {

class ActionCollection;

//! What hangs under one's name: switch person, lock, text size, light and dark. Fills `menu`, which owns it.
class PersonMenu : public QObject {
    Q_OBJECT

public:
    PersonMenu(const ActionCollection &actions, QMenu *menu);

Q_SIGNALS:
    void switchRequested();
    void lockRequested();
    void appearanceChanged();
};

} // namespace thimblely::ui
