// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/actions/action_collection.h"

#include <QWidget>

namespace thimblely::ui {

//! A screen of the working area. Made when first shown; it keeps its place, sort and filters while others are shown.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    //! What the window's title and the screen reader call it.
    virtual QString title() const = 0;
    //! Called once it is made and before it is shown, in a turn of the loop of its own: reads what it is going to show.
    virtual void prepare() {}
    //! Called each time it comes to the front: puts the keyboard where work begins.
    virtual void arrive() {}
    //! Escape: one step back inside the screen, losing nothing. False: nothing to step back from here.
    virtual bool stepBack() { return false; }
    //! A key of the program pressed while this screen is in front (Pay, Save, Print again …). False: not served here.
    virtual bool handle(ActionId) { return false; }
    //! A code was scanned while this screen is in front. False: it means nothing special here, and opens what it names.
    virtual bool takeScan(const QString &) { return false; }

Q_SIGNALS:
    //! Something else is shown on the same screen.
    void titleChanged();
};

} // namespace thimblely::ui
