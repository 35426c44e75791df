// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// What is built of the list of screens: the navigation's rows, the menu of its last one, the one under one's name.
#include "core/base/practice_mode.h"
#include "ui/desk/desk.h"
#include "ui/shell/main_window.h"
#include "ui/shell/person_menu.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/workspace_menu.h"
#include "ui/widgets/nav.h"
#include "ui/workroom/workroom_page.h"

#include <QMenu>

namespace thimblely::ui {

void MainWindow::buildNavigation()
{
    for (const ScreenFacts &facts : ScreenList()) {
        if (facts.place != Place::Row || !facts.isFor(m_desk))
            continue;
        m_rows.append(facts.screen);
        // Who has pieces of their own and nothing else looks for these.
        const bool own = facts.screen == Screen::Workroom && WorkroomPage::isOwnOnly(m_desk.principal());
        const QString text = own ? tr("My work") : facts.text();
        // Clicked, not changed: the row of the screen that led to one without a row leads back to it.
        connect(m_nav->screen(m_nav->addScreen(facts.icon, text, QLatin1String(facts.key))), &QAbstractButton::clicked,
                this, [this, screen = facts.screen] { showFromRow(screen); });
    }
    buildMore();
    m_nav->setAllKeysAction(m_actions->action(ActionId::AllKeys));
}

//! The screens that are not shown every hour; no such row where the role has use for none of them.
void MainWindow::buildMore()
{
    auto *menu = new QMenu(this);
    for (const ScreenFacts &facts : ScreenList()) {
        if (facts.place == Place::More && facts.isFor(m_desk))
            menu->addAction(facts.text(), this, [this, screen = facts.screen] { show(screen); });
    }
    if (menu->isEmpty())
        return menu->deleteLater();
    m_nav->addSeparator();
    m_more = m_nav->addEntry("i-more", tr("More"));
    connect(m_more, &QAbstractButton::clicked, this, [this, menu] {
        menu->popup(m_more->mapToGlobal(isLeftToRight() ? m_more->rect().topRight() : m_more->rect().topLeft()));
    });
}

void MainWindow::buildPersonMenu()
{
    std::vector<PersonMenuScreen> screens;
    QString under;
    const auto add = [&](Screen screen, const QString &text, std::function<void()> then = {}) {
        if (!mayShow(screen))
            return;
        const auto open = [this, screen, then = std::move(then)] {
            show(screen);
            if (then)
                then();
        };
        screens.push_back({text, open, under});
    };
    add(Screen::AddPerson, tr("Add a person…"));
    add(Screen::Team, mayShow(Screen::AddPerson) ? tr("Team…") : tr("What you may do, your PIN…"));
    add(Screen::MySignIn, tr("My sign-in…"));
    add(Screen::MyWages, tr("My wages…"));
    add(Screen::Connections, tr("Connections…"));
    add(Screen::Shop, tr("The shop…"));
    add(Screen::PriceList, tr("Price list…"));
    add(Screen::Notebook, tr("Notebook day…"));
    add(Screen::Printing, tr("Printing and scanning…"));
    if (isPractising())
        screens.push_back({tr("End practice"), [this] { Q_EMIT practiceLeft(); }});
    else
        screens.push_back(
            {tr("Practise on a copy…"), [this] { Q_EMIT practiceRequested(m_desk.principal().person, m_personName); }});
    under = tr("Safe keeping");
    add(Screen::Recovery, tr("Recovery sheet…"));
    add(Screen::Backups, tr("Backups…"));
    add(Screen::History, tr("History…"), [this] { showHistory(); });
    add(Screen::History, tr("Bin…"), [this] { showBin(); });
    auto *menu = new PersonMenu(*m_actions, screens, m_top->personMenu());
    if (mayShow(Screen::Workspaces)) {
        auto *others = new WorkspaceMenu(m_desk, m_top->personMenu());
        menu->addWorkspaces(*m_actions, others);
        connect(others, &WorkspaceMenu::workspaceRequested, this, &MainWindow::workspaceRequested);
        connect(others, &WorkspaceMenu::changed, m_top,
                [this, others] { m_top->setWorkspace(m_desk.profile().name, others); });
    }
    connect(menu, &PersonMenu::switchRequested, this, &MainWindow::personSwitchRequested);
    connect(menu, &PersonMenu::lockRequested, this, &MainWindow::lockRequested);
    connect(menu, &PersonMenu::appearanceChanged, this, &MainWindow::appearanceChanged);
}

} // namespace thimblely::ui
