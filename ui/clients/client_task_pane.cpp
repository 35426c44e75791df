// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_task_pane.h"

#include "ui/desk/isolated.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QScrollArea>

namespace thimblely::ui {

ClientTaskPane::ClientTaskPane(QWidget *parent) : Pane(Role::Surface, Edge::None, parent)
{
    auto *head = new Pane(Role::Surface, Edge::Bottom, this);
    head->setMinimumHeight(80);
    m_title = new Label(TextStyle::Heading, Role::Text, {}, head);
    m_title->setElided(true);
    m_hint = new Label(TextStyle::Caption, Role::Muted, {}, head);
    m_hint->setElided(true);
    m_leave = new PlainButton(tr("Cancel"), head);
    auto *words = column(nullptr, 2);
    words->addStretch(1);
    words->addWidget(m_title);
    words->addWidget(m_hint);
    words->addStretch(1);
    m_buttons = row(head, 12, {16, 12, 16, 12});
    m_buttons->addLayout(words, 1);
    m_buttons->addWidget(m_leave, 0, Qt::AlignVCenter);
    connect(m_leave, &QAbstractButton::clicked, this, &ClientTaskPane::leaveRequested);

    m_bodyWidget = new QWidget(this);
    m_body = column(m_bodyWidget, 12, {16, 16, 16, 16});
    m_scroll = new QScrollArea(this); // takes the keyboard, to be read further down
    m_scroll->setWidget(m_bodyWidget);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_bodyWidget->setAutoFillBackground(false);
    auto *parts = column(this, 0);
    parts->addWidget(head);
    parts->addWidget(m_scroll, 1);
}

void ClientTaskPane::setHead(const QString &title, const QString &hint)
{
    m_title->setText(title);
    m_hint->setText(hint);
    m_scroll->setAccessibleName(title);
    m_scroll->ensureVisible(0, 0);
}

void ClientTaskPane::addButton(Button *button)
{
    m_buttons->addWidget(button, 0, Qt::AlignVCenter);
    setTabOrder(m_leave, button);
}

void ClientTaskPane::clearBody()
{
    while (QLayoutItem *item = m_body->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

void ClientTaskPane::bringIntoView(QWidget *widget)
{
    m_scroll->ensureWidgetVisible(widget);
}

void ClientTaskPane::addLine(const QString &name, const QString &words)
{
    if (words.isEmpty())
        return;
    auto *line = new QWidget(m_bodyWidget);
    auto *columns = row(line, 16);
    auto *muted = new Label(TextStyle::Body, Role::Muted, name, line);
    muted->setWordWrap(true);
    muted->setFixedWidth(Theme::instance().px(m_nameWidth));
    auto *text = new Label(TextStyle::Body, Role::Text, isolated(words), line);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    columns->addWidget(muted, 0, Qt::AlignTop);
    columns->addWidget(text, 1, Qt::AlignTop);
    m_body->addWidget(line);
}

} // namespace thimblely::ui
