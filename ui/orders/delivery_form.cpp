// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/delivery_form.h"

#include "core/clients/client_service.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/money_edit.h"

#include <QVBoxLayout>

namespace thimblely::ui {

DeliveryForm::DeliveryForm(Desk &desk, QWidget *over)
    : SideForm(desk, tr("Deliver it"), over), m_address(addText(tr("Brought to"))),
      m_courier(addText(tr("Who brings it"))), m_feeField(addMoney(tr("What it costs"), m_fee)),
      m_fetched(new PlainButton(tr("It is fetched after all"), body()))
{
    rows()->addWidget(m_fetched);
    rows()->addStretch(1);
    connect(m_address->edit(), &QLineEdit::returnPressed, this,
            [this] { m_courier->edit()->setFocus(Qt::TabFocusReason); });
    connect(m_courier->edit(), &QLineEdit::returnPressed, this, [this] { m_fee->setFocus(Qt::TabFocusReason); });
    endWith(m_feeField);
    connect(m_fetched, &QAbstractButton::clicked, this, [this] {
        finish();
        Q_EMIT said(std::nullopt, {});
    });
}

void DeliveryForm::begin(const orders::OrderDetail &order, const std::optional<orders::Delivery> &said,
                         const QString &courier)
{
    QString address = said ? said->address : QString();
    if (!said && order.client && desk().principal().can(access::Capability::ClientsRead)) {
        if (const auto client = ClientService(desk().session(), desk().door()).load(*order.client))
            address = client->fields.address.simplified();
    }
    m_address->setText(address);
    m_address->clearError();
    m_courier->setText(courier);
    m_fee->setText({});
    if (said && said->fee)
        m_fee->setValue(*said->fee);
    m_fetched->setVisible(said.has_value());
    come(order.id.toString(), tr("order %1").arg(order.number), tr("Delivery"),
         tr("The fee is billed with order %1.").arg(order.number), m_address->edit());
}

void DeliveryForm::submit()
{
    orders::Delivery delivery{m_address->text().trimmed()};
    if (delivery.address.isEmpty()) {
        m_address->setError(desk().sentence({ErrorKind::Invalid, "delivery.no_address", {}, {}}));
        m_address->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto fee = m_fee->value();
    if (!fee) {
        setProblem(fee.error());
        return;
    }
    if (!fee->isZero())
        delivery.fee = *fee;
    delivery.feeTaxRate = desk().profile().tax.rate;
    const QString courier = m_courier->text().trimmed();
    finish(); // the bag keeps it from now on
    Q_EMIT said(delivery, courier);
}

} // namespace thimblely::ui
