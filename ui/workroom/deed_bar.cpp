// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/deed_bar.h"

#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

namespace thimblely::ui {

DeedBar::DeedBar(Desk &desk, QWidget *parent)
    : Pane(Role::Window, Edge::Top, parent), m_desk(desk), m_more(new FlatButton(tr("More"), this)),
      m_menu(new QMenu(this))
{
    auto *line = row(this, 0, QMargins(8, 1, 8, 0));
    for (const DeedFacts &facts : deeds()) {
        auto *button = new FlatButton(QCoreApplication::translate("WorkDeeds", facts.text), this);
        const QString key = QCoreApplication::translate("WorkDeeds", facts.caption);
        button->setCaption(key);
        button->setFocusPolicy(Qt::NoFocus); // each has its key where the pieces are
        button->hide();
        connect(button, &QAbstractButton::clicked, this, [this, deed = facts.deed] { Q_EMIT asked(deed); });
        line->addWidget(button);
        m_entries.push_back({facts.deed, button, key});
    }
    m_more->setTrailingIconName("i-down");
    m_more->setFocusPolicy(Qt::NoFocus);
    m_more->hide();
    connect(m_more, &QAbstractButton::clicked, this, &DeedBar::openMenu);
    line->addWidget(m_more);
    line->addStretch(1);
}

void DeedBar::setCard(const workroom::WorkCard *card, const workroom::Steps &steps)
{
    for (Entry &entry : m_entries) {
        entry.seen = card && maySee(entry.deed, *card, steps, m_desk.principal());
        if (entry.seen)
            entry.button->setText(deedText(entry.deed, *card, m_desk.principal().person));
    }
    fit();
}

//! Also with none in it: the cards do not jump as one of them is chosen.
QSize DeedBar::minimumSizeHint() const
{
    const QMargins around = layout()->contentsMargins();
    return {m_more->sizeHint().width() + around.left() + around.right(),
            m_more->sizeHint().height() + around.top() + around.bottom()};
}

void DeedBar::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    fit();
}

bool DeedBar::event(QEvent *event)
{
    const bool done = Pane::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return done;
}

void DeedBar::fit()
{
    const QMargins around = layout()->contentsMargins();
    const int room = width() - around.left() - around.right();
    int all = 0;
    for (const Entry &entry : m_entries)
        all += entry.seen ? entry.button->sizeHint().width() : 0;
    const bool tight = all > room;
    int left = tight ? room - m_more->sizeHint().width() : room;
    bool hasRoom = true; // what follows on one that has none goes, too
    for (const Entry &entry : m_entries) {
        if (entry.seen)
            left -= entry.button->sizeHint().width();
        hasRoom = hasRoom && left >= 0;
        const bool shown = entry.seen && hasRoom;
        if (entry.button->isHidden() == shown)
            entry.button->setVisible(shown);
    }
    if (m_more->isHidden() == tight)
        m_more->setVisible(tight);
}

void DeedBar::openMenu()
{
    m_menu->clear();
    for (const Entry &entry : m_entries) {
        if (!entry.seen || !entry.button->isHidden())
            continue;
        const QAction *action = m_menu->addAction(entry.button->text() + u'\t' + entry.key);
        connect(action, &QAction::triggered, this, [this, deed = entry.deed] { Q_EMIT asked(deed); });
    }
    const int side = layoutDirection() == Qt::LeftToRight ? 0 : m_more->width();
    m_menu->popup(m_more->mapToGlobal(QPoint(side, -m_menu->sizeHint().height())));
}

} // namespace thimblely::ui
