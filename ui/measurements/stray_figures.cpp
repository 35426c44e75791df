// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/stray_figures.h"

#include "ui/measurements/value_field.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>

namespace thimblely::ui {

StrayFigures::StrayFigures(QWidget *page, ValueField *field) : QObject(page), m_page(page), m_field(field) {}

void StrayFigures::listen(bool on)
{
    if (on)
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
}

bool StrayFigures::isStray(const QObject *watched, const QKeyEvent &event) const
{
    static const QString figures = QStringLiteral("0123456789/.,\"");
    if (event.text().size() != 1 || !figures.contains(event.text()))
        return false;
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return false;
    const auto *target = qobject_cast<const QWidget *>(watched);
    if (!target || target->window() != m_page->window() || QApplication::activePopupWidget() || !m_field->isEnabled())
        return false;
    // Another screen's button may have the keyboard still; what is laid over the page keeps its own keys.
    const bool here =
        target == m_page->window() || m_page->isAncestorOf(target) || qobject_cast<const QAbstractButton *>(target);
    return here && !target->inputMethodQuery(Qt::ImEnabled).toBool();
}

bool StrayFigures::eventFilter(QObject *watched, QEvent *event)
{
    const bool override = event->type() == QEvent::ShortcutOverride;
    if ((override || event->type() == QEvent::KeyPress) && isStray(watched, *static_cast<QKeyEvent *>(event))) {
        if (override) { // not "/" of the search: the key itself comes next
            event->accept();
            return true;
        }
        m_field->resume();
        QCoreApplication::sendEvent(m_page->window()->focusWidget(), event);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace thimblely::ui
