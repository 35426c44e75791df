// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/deed_bar.h"

#include "ui/desk/desk.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"

#include <QCoreApplication>

namespace thimblely::ui {

DeedBar::DeedBar(Desk &desk, QWidget *parent) : Pane(Role::Window, Edge::Top, parent), m_desk(desk)
{
    auto *flow = new FlowLayout(0, 0, this);
    flow->setContentsMargins(8, 1, 8, 0);
    for (const DeedFacts &facts : deeds()) {
        auto *button = new FlatButton(QCoreApplication::translate("WorkDeeds", facts.text), this);
        button->setCaption(QCoreApplication::translate("WorkDeeds", facts.caption));
        button->setFocusPolicy(Qt::NoFocus); // each has its key where the pieces are
        connect(button, &QAbstractButton::clicked, this, [this, deed = facts.deed] { Q_EMIT asked(deed); });
        flow->addWidget(button);
        m_entries.push_back({facts.deed, button});
    }
}

void DeedBar::setCard(const workroom::WorkCard *card, const workroom::Steps &steps)
{
    for (const Entry &entry : m_entries) {
        const bool seen = card && maySee(entry.deed, *card, steps, m_desk.principal());
        entry.button->setVisible(seen);
        if (seen)
            entry.button->setText(deedText(entry.deed, *card, m_desk.principal().person));
    }
}

} // namespace thimblely::ui
