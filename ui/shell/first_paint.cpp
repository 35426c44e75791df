// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/shell/first_paint.h"

#include "core/base/log.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace thimblely::ui {

namespace {

class FirstPaint : public QObject {
public:
    FirstPaint(QWidget *page, const char *name) : QObject(page), m_page(page), m_name(name)
    {
        page->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // After what is being handled now, so that the picture has left for the screen.
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, this, [this] { tell(); });
        return QObject::eventFilter(watched, event);
    }

private:
    void tell()
    {
        if (!m_page->window()->focusWidget()) // who gets the keys once the desktop gives them to the window
            return;
        qCDebug(lcUi, "%s is painted and takes keys", m_name);
        delete this;
    }

    QWidget *m_page;
    const char *m_name;
};

} // namespace

void logFirstPaint(QWidget *page, const char *name)
{
    if (lcUi().isDebugEnabled())
        new FirstPaint(page, name);
}

} // namespace thimblely::ui
