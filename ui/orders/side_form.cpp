// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/side_form.h"

#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QComboBox>
#include <QEvent>
#include <QVBoxLayout>

namespace thimblely::ui {

SideForm::SideForm(Desk &desk, const QString &done, QWidget *over)
    : ApprovedForm(desk, {}, done, over), m_ground(new Pane(Role::Window, Pane::Edge::Leading, this))
{
    m_ground->lower();
    layout()->setContentsMargins(12, 14, 12, 14);
    buttons()->setStretch(1, 0); // the primary button takes what room there is
    buttons()->setStretch(2, 1);
    connect(this, &EntryForm::left, this, &QWidget::hide);
    over->installEventFilter(this);
    hide();
}

bool SideForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        cover();
    return ApprovedForm::eventFilter(watched, event);
}

QComboBox *SideForm::addChoice(const QString &name)
{
    auto *pair = new QWidget(body()); // shown and hidden together
    auto *lines = column(pair, 4);
    auto *choice = new QComboBox(pair);
    auto *label = new Label(TextStyle::CaptionStrong, Role::Muted, name, pair);
    choice->setAccessibleName(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // whatever stands in it
    label->setBuddy(choice);
    lines->addWidget(label);
    lines->addWidget(choice);
    rows()->addWidget(pair);
    return choice;
}

void SideForm::cover()
{
    setGeometry(parentWidget()->rect());
    m_ground->setGeometry(rect());
}

void SideForm::come(const QString &subject, const QString &what, const QString &title, const QString &words,
                    QWidget *first)
{
    setTitle(title);
    setWords(words);
    forgetApprovals();
    clearProblem();
    beginTyping(subject, what.isEmpty() ? title : tr("%1 (%2)", "what is done, and with which piece").arg(title, what));
    cover();
    show();
    raise();
    first->setFocus(Qt::OtherFocusReason);
}

} // namespace thimblely::ui
