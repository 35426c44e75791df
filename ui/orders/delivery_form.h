// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"
#include "ui/orders/side_form.h"

namespace thimblely::ui {

//! The pieces are brought: where to, by whom, and what that costs. Kept until the hand-over, which writes it.
class DeliveryForm : public SideForm {
    Q_OBJECT

public:
    DeliveryForm(Desk &desk, QWidget *over);

    //! What was said already, else the client's own address.
    void begin(const orders::OrderDetail &order, const std::optional<orders::Delivery> &said, const QString &courier);
    void submit() override;

Q_SIGNALS:
    //! None: they are fetched after all.
    void said(const std::optional<thimblely::orders::Delivery> &delivery, const QString &courier);

private:
    FieldEdit *m_address;
    FieldEdit *m_courier;
    MoneyEdit *m_fee = nullptr; // made with its field
    FieldEdit *m_feeField;
    Button *m_fetched;
};

} // namespace thimblely::ui
