// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/seller_pane.h"

#include "core/accounts/team_service.h"
#include "core/workspaces/sale_terms.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QKeyEvent>
#include <QScrollArea>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr size_t mostByKey = 9;

} // namespace

SellerPane::SellerPane(Desk &desk, QWidget *over)
    : Pane(Role::Window, Edge::Leading, over), m_desk(desk), m_list(column(nullptr, 8, QMargins(4, 4, 4, 4)))
{
    auto *rows = column(nullptr, 12, QMargins(16, 12, 16, 14));
    setLayout(rows);
    rows->addWidget(new Label(TextStyle::Heading, Role::Text, tr("Who is selling?"), this));
    auto *scroll = new QScrollArea(this);
    auto *body = new QWidget(scroll);
    body->setLayout(m_list);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    rows->addWidget(scroll, 1);
    auto *back = new PlainButton(tr("Back to the order"), this);
    back->setCaption(tr("Esc"));
    rows->addWidget(back);
    connect(back, &QAbstractButton::clicked, this, &SellerPane::leave);
    over->installEventFilter(this);
    hide();
}

bool SellerPane::isAsked() const
{
    if (!m_desk.principal().can(access::Capability::TeamRead))
        return false;
    const auto asks = WorkspaceService(m_desk.session(), m_desk.door()).setting(QString::fromLatin1(askSellerKey));
    return asks && *asks && (*asks)->toBool();
}

bool SellerPane::ask()
{
    const auto members = TeamService(m_desk.session(), m_desk.door()).members();
    if (!members) {
        m_desk.notices().fail(members.error());
        return false;
    }
    for (Button *button : m_buttons)
        button->deleteLater();
    m_buttons.clear();
    m_people.clear();
    while (QLayoutItem *item = m_list->takeAt(0))
        delete item;
    for (const TeamMember &member : *members) {
        if (!member.active)
            continue;
        const size_t index = m_people.size();
        auto *button = new PlainButton(isolated(member.name), m_list->parentWidget());
        if (index < mostByKey)
            button->setCaption(m_desk.locale().toString(int(index) + 1));
        button->setAccessibleName(tr("%1 is selling").arg(member.name));
        connect(button, &QAbstractButton::clicked, this, [this, index] { choose(index); });
        m_list->addWidget(button);
        m_people.push_back(member.person);
        m_buttons.push_back(button);
    }
    m_list->addStretch(1);
    if (m_buttons.empty())
        return false;
    setGeometry(parentWidget()->rect());
    show();
    raise();
    const auto own = std::ranges::find(m_people, m_desk.principal().person);
    m_buttons[own == m_people.end() ? 0 : size_t(own - m_people.begin())]->setFocus(Qt::OtherFocusReason);
    return true;
}

void SellerPane::leave()
{
    hide();
    Q_EMIT left();
}

void SellerPane::choose(size_t index)
{
    hide();
    Q_EMIT chosen(m_people.at(index));
}

bool SellerPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return Pane::eventFilter(watched, event);
}

void SellerPane::keyPressEvent(QKeyEvent *event)
{
    const int number = event->key() - Qt::Key_0;
    if (number >= 1 && number <= int(std::min(m_people.size(), mostByKey)))
        choose(size_t(number) - 1);
    else if (const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0; step != 0)
        focusNextPrevChild(step > 0);
    else
        Pane::keyPressEvent(event);
}

} // namespace thimblely::ui
