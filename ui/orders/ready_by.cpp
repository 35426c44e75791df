// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/ready_by.h"

#include "core/orders/order_service.h"
#include "ui/desk/desk.h"
#include "ui/orders/day_offer.h"
#include "ui/orders/read_promise.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace thimblely::ui {

ReadyBy::ReadyBy(Desk &desk, QWidget *parent) : FieldEdit(tr("Ready by"), parent), m_desk(desk)
{
    edit()->setPlaceholderText(tr("fri, +3"));
    edit()->installEventFilter(this);
    connect(this, &FieldEdit::edited, this, &ReadyBy::understand);
}

void ReadyBy::begin(OrderId order)
{
    const auto detail = orders::OrderService(m_desk.session(), m_desk.door()).load(order);
    const auto promised = detail ? detail->promisedDate : std::nullopt;
    const auto day = [this](Date date) {
        return m_desk.locale().toString(date.toQDate(), QStringLiteral("ddd d MMM"));
    };
    m_stands = !promised                    ? QString()
               : *promised < m_desk.today() ? tr("it was promised for %1").arg(day(*promised))
                                            : tr("empty: %1 stands").arg(day(*promised));
    setText({});
    clearError();
    setHint(m_stands);
    m_plan.reset();
    auto plan = m_desk.reader().read<orders::DayPlan>(
        [now = m_desk.clock().now()](access::Session &session) { return orders::readDayPlan(session, now); });
    whenDone(std::move(plan), this, [this](const Result<orders::DayPlan> &read) {
        if (!read) // the day can be typed without it
            return;
        m_plan = std::make_shared<const orders::DayPlan>(*read);
        understand();
    });
}

bool ReadyBy::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == edit() && event->type() == QEvent::KeyPress && m_plan &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        takeNext();
        return true;
    }
    return FieldEdit::eventFilter(watched, event);
}

//! After the day that is typed, else from tomorrow on.
void ReadyBy::takeNext()
{
    const auto read = promised();
    const Date from = read && *read ? (*read)->date : m_desk.today();
    for (const orders::PlanDay &day : m_plan->days()) {
        if (day.date <= from || !day.isOpen() || day.isFull())
            continue;
        setText(u'+' + QString::number(m_desk.today().daysTo(day.date)));
        clearError();
        understand();
        return;
    }
}

Result<std::optional<orders::Promise>> ReadyBy::promised() const
{
    if (text().trimmed().isEmpty())
        return std::optional<orders::Promise>();
    TRY_ASSIGN(const orders::Promise read, readPromise(m_desk, text()));
    return std::optional(read);
}

void ReadyBy::understand()
{
    const auto read = promised();
    if (!read || !*read) {
        setHint(m_stands);
        return;
    }
    QString name = m_desk.locale().toString((*read)->date.toQDate(), QStringLiteral("dddd d MMM"));
    if ((*read)->time)
        name = tr("%1, %2", "a day and its hour")
                   .arg(name, m_desk.locale().toString(*(*read)->time, QLocale::ShortFormat));
    const orders::PlanDay *day = m_plan ? m_plan->day((*read)->date) : nullptr;
    setHint(day ? tr("%1: %2").arg(name, freeWords(*day, m_desk.locale())) : name);
}

} // namespace thimblely::ui
