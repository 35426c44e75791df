// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"

#include <QObject>

class QMenu;

namespace thimblely::ui {

class ActionCollection;

//! What hangs under one's name: switch person, lock, add a person, the shop, printing, history and bin, text size, light and dark. Fills
//! `menu`, its owner.
class PersonMenu : public QObject {
    Q_OBJECT

public:
    //! Leaves out what the person may not do.
    PersonMenu(const ActionCollection &actions, const access::Principal &principal, QMenu *menu);

Q_SIGNALS:
    void switchRequested();
    void lockRequested();
    void addPersonRequested();
    void shopRequested();
    void printingRequested();
    void historyRequested();
    void binRequested();
    void appearanceChanged();
};

} // namespace thimblely::ui
