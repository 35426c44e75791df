// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/measurements/measured_value.h"
#include "core/orders/order.h"
#include "core/orders/promise_text.h"
#include "ui/orders/side_form.h"

class QCheckBox;

namespace thimblely::ui {

//! It does not fit yet: what is to be seen to, and when it is tried on again.
class FittingForm : public SideForm {
    Q_OBJECT

public:
    FittingForm(Desk &desk, QWidget *over);

    void begin(const orders::Piece &piece, const QString &what);
    void submit() override;

private:
    void understand();
    void understandNote();
    std::vector<MeasuredValue> corrections() const;
    //! With an hour.
    Result<orders::Promise> when() const;
    QString words(const orders::Promise &when) const;

    std::optional<OrderItemId> m_piece;
    FieldEdit *m_when;
    FieldEdit *m_note;
    QCheckBox *m_forNextOrders;
};

} // namespace thimblely::ui
