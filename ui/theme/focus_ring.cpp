// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/focus_ring.h"

#include "ui/theme/paint.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QFocusFrame>
#include <QScrollArea>

namespace thimblely::ui {

FocusRing::FocusRing(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

bool FocusRing::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::Shortcut)
        m_byKeyboard = true;
    else if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::TouchBegin)
        m_byKeyboard = false;
    return false;
}

void FocusRing::follow(QWidget *now)
{
    QWidget *target = now;
    const bool marksItself = !now || now->isWindow() || qobject_cast<QAbstractItemView *>(now) ||
                             qobject_cast<QScrollArea *>(now) || now->property(property::NoRing).toBool();
    const bool clicked = now && qobject_cast<QAbstractButton *>(now) && !m_byKeyboard;
    if (marksItself || clicked)
        target = nullptr;
    else if (now->property(property::RingOnParent).toBool())
        target = now->parentWidget();
    if (!target) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    // The frame is a child of the window it draws in and goes with it.
    if (!m_frame) {
        m_frame = new QFocusFrame(target->window());
        m_frame->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    m_frame->setWidget(nullptr);
    m_frame->setWidget(target);
}

} // namespace thimblely::ui
