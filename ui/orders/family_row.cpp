// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/family_row.h"

#include "core/clients/client_service.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/stitch_line.h"

#include <QMenu>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr size_t mostButtons = 5;

} // namespace

FamilyRow::FamilyRow(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk), m_people(new QWidget(this))
{
    auto *all = column(this, 4);
    all->addWidget(new Separator(Qt::Horizontal, this));
    all->addSpacing(4);
    all->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, tr("For whom"), this));
    m_people->setLayout(new FlowLayout(4, 0));
    m_people->setMinimumHeight(metric::Touch); // a flow asks for less than its buttons take
    all->addWidget(m_people);
}

void FamilyRow::showFamily(std::optional<ClientId> payer, std::optional<ClientId> body, bool paysOwn,
                           const QHash<ClientId, QString> &party)
{
    m_body = body;
    m_payer = payer;
    m_paysOwn = paysOwn;
    m_family = {};
    if (payer) {
        auto family = ClientService(m_desk.session(), m_desk.door()).family(*payer);
        if (family)
            m_family = std::move(*family);
        else
            m_desk.notices().fail(family.error());
        addParty(party);
    }
    while (QLayoutItem *item = m_people->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // may be the one that was just pressed
        delete item;
    }
    if (m_family.members.size() > mostButtons)
        addChoice();
    else
        addButtons();
    auto *add = new FlatButton(tr("Family"), m_people);
    add->setIconName("i-plus");
    add->setButtonSize(Button::Size::Small);
    add->setAccessibleName(tr("Somebody new whom this client pays for"));
    add->setVisible(payer && m_desk.principal().can(access::Capability::ClientsWrite));
    connect(add, &QAbstractButton::clicked, this, &FamilyRow::addRequested);
    m_people->layout()->addWidget(add);
    auto *several = new FlatButton(tr("Party"), m_people);
    several->setIconName("i-clients");
    several->setButtonSize(Button::Size::Small);
    several->setCaption(QStringLiteral("F11"));
    several->setAccessibleName(tr("Several people, by a list of names"));
    several->setVisible(payer && m_desk.principal().can(access::Capability::ClientsWrite));
    connect(several, &QAbstractButton::clicked, this, &FamilyRow::partyRequested);
    m_people->layout()->addWidget(several);
    if (payer && body && payer != body) {
        auto *own = new FlatButton(tr("Pays own"), m_people);
        own->setButtonSize(Button::Size::Small);
        own->setCaption(QStringLiteral("F12"));
        own->setCheckable(true);
        own->setChecked(paysOwn);
        own->setAccessibleName(tr("Pays for their own pieces"));
        connect(own, &QAbstractButton::clicked, this, &FamilyRow::paysOwnToggled);
        m_people->layout()->addWidget(own);
        own->show();
    }
    layout()->activate();
    updateGeometry();
}

//! By name, after the family; with somebody to choose from, who pays is one of them.
void FamilyRow::addParty(const QHash<ClientId, QString> &party)
{
    std::vector<FamilyMember> others;
    for (auto guest = party.cbegin(); guest != party.cend(); ++guest) {
        if (std::ranges::find(m_family.members, guest.key(), &FamilyMember::id) == m_family.members.end())
            others.push_back({guest.key(), guest.value(), {}, false, {}, {}, 0, {}});
    }
    if (others.empty())
        return;
    std::ranges::sort(others, {}, [](const FamilyMember &one) { return std::pair(one.name, one.id); });
    if (m_family.members.empty()) {
        if (const auto payer = ClientService(m_desk.session(), m_desk.door()).load(*m_payer))
            m_family.members.push_back({*m_payer, payer->fields.name, {}, true, {}, {}, 0, {}});
    }
    m_family.members.insert(m_family.members.end(), others.begin(), others.end());
}

void FamilyRow::addButtons()
{
    for (const FamilyMember &member : m_family.members) {
        auto *button = new FlatButton(member.name, m_people);
        button->setButtonSize(Button::Size::Small);
        button->setCheckable(true);
        button->setChecked(member.id == m_body);
        button->setAccessibleName(tr("The next pieces are for %1").arg(member.name));
        connect(button, &QAbstractButton::clicked, this, [this, id = member.id] { Q_EMIT chosen(id); });
        m_people->layout()->addWidget(button);
        button->show();
    }
}

//! Of a whole party one stands there; the others are behind it.
void FamilyRow::addChoice()
{
    const auto worn = std::ranges::find(m_family.members, m_body, &FamilyMember::id);
    auto *button = new FlatButton(worn == m_family.members.end() ? tr("For whom") : worn->name, m_people);
    button->setButtonSize(Button::Size::Small);
    button->setTrailingIconName("i-down");
    button->setAccessibleName(tr("Whom the next pieces are for"));
    connect(button, &QAbstractButton::clicked, this, [this, button] {
        QMenu menu(button);
        addMembers(&menu);
        menu.exec(button->mapToGlobal(QPoint(0, button->height())));
    });
    m_people->layout()->addWidget(button);
    button->show();
}

void FamilyRow::addMembers(QMenu *menu)
{
    for (const FamilyMember &member : m_family.members) {
        QAction *action =
            menu->addAction(tr("For %1").arg(member.name), this, [this, id = member.id] { Q_EMIT chosen(id); });
        action->setCheckable(true);
        action->setChecked(member.id == m_body);
    }
}

void FamilyRow::addTo(QMenu *menu)
{
    addMembers(menu);
    if (m_payer && m_body && m_payer != m_body) {
        QAction *own = menu->addAction(tr("Pays for their own pieces"), this, &FamilyRow::paysOwnToggled);
        own->setCheckable(true);
        own->setChecked(m_paysOwn);
    }
    menu->addAction(tr("Several people, by a list of names"), this, &FamilyRow::partyRequested);
    menu->addAction(tr("Somebody new of the family"), this, &FamilyRow::addRequested);
    menu->addSeparator();
}

} // namespace thimblely::ui
