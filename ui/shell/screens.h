// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QString>

namespace thimblely::ui {

class Desk;
class MainWindow;
class Page;

enum class Screen {
    Today,
    Counter,
    PickUp,
    Clients,
    Stock,
    Money,
    Measuring,
    AddPerson,
    Printing,
    Preview,
    Shop,
    PriceList,
    Backups,
    Recovery,
    Party,
    History,
    Team,
    Import,
    Notebook,
    MySignIn,
    MyWages,
    Workspaces,
    Calendar,
    Invoices,
    Workroom,
    Messages,
    Notifications,
    Connections,
    Feed,
    Marketplace
};
constexpr int screenCount = int(Screen::Marketplace) + 1;

//! Where a screen stands in the navigation.
enum class Place {
    Row,     //!< a row of its own
    More,    //!< in the menu of the row "More", which stays lit while it is shown
    Nowhere, //!< led to by a menu or by other screens
    Step     //!< likewise, and a step of the work in the one that led to it, whose row stays lit
};

/*!
 * What the window knows of a screen: who has use for it, how it is made, where it is reached. A screen of a module is
 * added to the program here and nowhere else.
 */
struct ScreenFacts {
    Screen screen;
    bool (*isFor)(const Desk &desk);
    //! With all that leads from it to other screens connected to the window.
    Page *(*make)(MainWindow &window, Desk &desk);
    Place place = Place::Nowhere;
    const char *icon = nullptr;  //!< of a row
    QString (*text)() = nullptr; //!< of a row or of a line of "More"
    const char *key = "";        //!< what is shown beside it
};

//! Every screen once; those of the navigation in its order.
class ScreenList {
public:
    static const ScreenFacts &of(Screen screen);
    static const ScreenFacts *begin();
    static const ScreenFacts *end();
};

} // namespace thimblely::ui
