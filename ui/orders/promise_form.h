// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"
#include "core/orders/promise_service.h"
#include "ui/orders/side_form.h"

class QComboBox;

namespace thimblely::ui {

class ReadyBy;

//! A booked order is promised for another day, and why; what the client is told comes after.
class PromiseForm : public SideForm {
    Q_OBJECT

public:
    PromiseForm(Desk &desk, QWidget *over);

    void begin(const orders::OrderDetail &order);
    void submit() override;

Q_SIGNALS:
    //! It is written; in the words of this template the client may be told.
    void moved(const thimblely::orders::OrderDetail &order, const QString &templateKey);

private:
    QString history() const;
    static QString templateFor(orders::PromiseReason why);

    std::optional<orders::OrderDetail> m_order;
    ReadyBy *m_ready;
    QComboBox *m_why;
    FieldEdit *m_words;
};

} // namespace thimblely::ui
