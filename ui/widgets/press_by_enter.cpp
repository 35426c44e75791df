// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/press_by_enter.h"

#include <QAbstractButton>
#include <QKeyEvent>

namespace thimblely::ui {

namespace {

// Not by autoDefault, which would give a window one button that every Enter presses, wherever the keyboard is.
class PressByEnter : public QObject {
public:
    explicit PressByEnter(QAbstractButton *button) : QObject(button), m_button(button)
    {
        button->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return false;
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (!enter || (key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
            return false;
        if (!key->isAutoRepeat())
            m_button->click();
        return true;
    }

private:
    QAbstractButton *m_button;
};

} // namespace

void pressByEnter(QAbstractButton *button)
{
    new PressByEnter(button);
}

} // namespace thimblely::ui
