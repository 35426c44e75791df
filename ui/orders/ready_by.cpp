// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/ready_by.h"

#include "core/orders/order_service.h"
#include "ui/desk/desk.h"

#include <QLineEdit>

namespace thimblely::ui {

ReadyBy::ReadyBy(Desk &desk, QWidget *parent) : FieldEdit(tr("Ready by"), parent), m_desk(desk)
{
    edit()->setPlaceholderText(tr("fri, +3"));
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
}

Result<std::optional<orders::Promise>> ReadyBy::promised() const
{
    if (text().trimmed().isEmpty())
        return std::optional<orders::Promise>();
    TRY_ASSIGN(const orders::Promise read,
               orders::parsePromise(text(), m_desk.calendar(), m_desk.clock().now(), m_desk.locale()));
    return std::optional(read);
}

void ReadyBy::understand()
{
    const auto read = promised();
    setHint(read && *read ? m_desk.locale().toString((*read)->date.toQDate(), QStringLiteral("dddd d MMM")) : m_stands);
}

} // namespace thimblely::ui
