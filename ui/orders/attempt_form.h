// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"
#include "ui/orders/side_form.h"

namespace thimblely::ui {

class Segmented;

//! Somebody called or wrote to have what is ready fetched: kept with each piece, and in the client's log.
class AttemptForm : public SideForm {
    Q_OBJECT

public:
    AttemptForm(Desk &desk, QWidget *over);

    void begin(const orders::OrderDetail &order);
    void submit() override;

private:
    std::optional<OrderId> m_order;
    Segmented *m_kind;
    FieldEdit *m_words;
};

} // namespace thimblely::ui
