// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/pay_details.h"
#include "ui/widgets/segmented.h"

#include <QAbstractButton>
#include <QEvent>
#include <QLineEdit>
#include <QTimer>

// What money that is not laid down is found by; the rest of the fields is in pay_details.cpp.

namespace thimblely::ui {

//! The segments are made anew when one more is offered.
void PayDetails::followClicks()
{
    for (int i = 0; i < m_method->count(); ++i)
        m_method->button(i)->installEventFilter(this);
}

//! The mouse chose; arrows among the ways keep the keyboard there.
bool PayDetails::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease)
        QTimer::singleShot(0, this, &PayDetails::askReference); // once it is chosen, and its row stands there
    return QWidget::eventFilter(watched, event);
}

//! What is said next of a transfer is its reference: the letters of one would choose another way where the amount is.
void PayDetails::askReference()
{
    if (!m_reference->isHidden() && m_reference->text().isEmpty())
        focusReference();
}

void PayDetails::focusReference()
{
    if (m_reference->isHidden())
        return;
    m_reference->setFocus(Qt::OtherFocusReason);
    m_reference->selectAll();
}

//! Mobile money is there once its code stands on the phone; without one nobody has seen it.
bool PayDetails::isTakenAsArrived(std::optional<finance::PaymentMethod> way) const
{
    return m_arrivalSaid.value_or(way == finance::PaymentMethod::MobileMoney &&
                                  !m_reference->text().trimmed().isEmpty());
}

} // namespace thimblely::ui
