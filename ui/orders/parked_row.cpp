// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/parked_row.h"

#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace thimblely::ui {

ParkedRow::ParkedRow(const ParkedWords &words, const QLocale &locale, QWidget *parent)
    : Pane(Role::Surface, Edge::Bottom, parent), m_open(new PlainButton(tr("Go on"), this)),
      m_drop(new FlatButton(tr("Drop"), this))
{
    auto *line = row(nullptr, 8, QMargins(16, 4, 4, 4));
    setLayout(line);
    auto *lines = column(nullptr, 0);
    auto *who = new Label(TextStyle::InputStrong, Role::Text, words.who, this);
    auto *what = new Label(TextStyle::Caption, Role::Muted, words.what, this);
    who->setElided(true);
    what->setElided(true);
    lines->addStretch(1);
    lines->addWidget(who);
    lines->addWidget(what);
    lines->addStretch(1);
    line->addLayout(lines, 1);
    if (words.total) {
        auto *total = new AmountLabel(TextStyle::Input, Role::Text, this);
        total->setLocale(locale);
        total->setAmount(*words.total);
        line->addWidget(total);
        line->addSpacing(8);
    }
    m_open->setAccessibleName(tr("Go on with the order of %1, %2").arg(words.who, words.what));
    m_drop->setAccessibleName(tr("Drop the parked order of %1").arg(words.who));
    m_drop->setIconName("i-x");
    m_open->setButtonSize(Button::Size::Small);
    m_drop->setButtonSize(Button::Size::Small);
    m_drop->setVisible(words.canBeDropped);
    line->addWidget(m_open);
    line->addWidget(m_drop);
    m_open->installEventFilter(this);
    m_drop->installEventFilter(this);
    connect(m_open, &QAbstractButton::clicked, this, &ParkedRow::openRequested);
    connect(m_drop, &QAbstractButton::clicked, this, &ParkedRow::dropRequested);
}

void ParkedRow::focusOpen()
{
    m_open->setFocus(Qt::TabFocusReason);
}

QList<QWidget *> ParkedRow::tabChain() const
{
    return {m_open, m_drop};
}

//! Before the buttons have them: these would take the arrows for a way from one to the other.
bool ParkedRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return Pane::eventFilter(watched, event);
}

bool ParkedRow::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_drop->hasFocus())
            Q_EMIT dropRequested();
        else
            Q_EMIT openRequested();
        return true;
    case Qt::Key_Delete:
        if (!m_drop->isHidden())
            Q_EMIT dropRequested();
        return true;
    case Qt::Key_Up:
        Q_EMIT moveRequested(-1);
        return true;
    case Qt::Key_Down:
        Q_EMIT moveRequested(1);
        return true;
    default:
        return false;
    }
}

} // namespace thimblely::ui
