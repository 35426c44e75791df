// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/shell/person_menu.h"

#include "ui/actions/action_collection.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QMenu>

namespace thimblely::ui {

PersonMenu::PersonMenu(const ActionCollection &actions, const std::vector<PersonMenuScreen> &screens, QMenu *menu)
    : QObject(menu), m_menu(menu)
{
    menu->addAction(actions.action(ActionId::SwitchPerson));
    m_lock = menu->addAction(tr("Lock"));
    connect(m_lock, &QAction::triggered, this, &PersonMenu::lockRequested);
    QMenu *sub = nullptr; // those of one submenu follow each other
    for (const PersonMenuScreen &each : screens) {
        if (!each.under.isEmpty() && (!sub || sub->title() != each.under))
            sub = menu->addMenu(each.under);
        QMenu *in = each.under.isEmpty() ? menu : sub;
        connect(in->addAction(each.text), &QAction::triggered, this, [open = each.open] { open(); });
    }
    menu->addSeparator();
    menu->addAction(actions.action(ActionId::Undo));
    menu->addAction(actions.action(ActionId::Redo));
    menu->addSeparator();

    addTextSizes(menu->addMenu(tr("Text size")));
    addSchemes(menu->addMenu(tr("Light and dark")));
}

void PersonMenu::addWorkspaces(const ActionCollection &actions, QMenu *others)
{
    m_menu->insertMenu(m_lock, others);
    m_menu->insertAction(m_lock, actions.action(ActionId::Workspaces));
}

void PersonMenu::addTextSizes(QMenu *menu)
{
    auto *sizes = new QActionGroup(this);
    for (const int percent : {100, 115, 130}) {
        QAction *action = menu->addAction(tr("%1 %").arg(percent));
        action->setCheckable(true);
        action->setChecked(Theme::instance().textSizePercent() == percent);
        sizes->addAction(action);
        connect(action, &QAction::triggered, this, [this, percent] {
            Theme::instance().setTextSizePercent(percent);
            Q_EMIT appearanceChanged();
        });
    }
}

void PersonMenu::addSchemes(QMenu *menu)
{
    auto *schemes = new QActionGroup(this);
    const std::pair<Scheme, QString> choices[] = {
        {Scheme::System, tr("As the system")}, {Scheme::Light, tr("Light")}, {Scheme::Dark, tr("Dark")}};
    for (const auto &[scheme, text] : choices) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(Theme::instance().scheme() == scheme);
        schemes->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = scheme] {
            Theme::instance().setScheme(chosen);
            Q_EMIT appearanceChanged();
        });
    }
}

} // namespace thimblely::ui
