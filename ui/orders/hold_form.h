// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"
#include "ui/orders/side_form.h"

namespace thimblely::ui {

class Segmented;

//! What a piece waits for: the question, or, while it waits, the answer.
class HoldForm : public SideForm {
    Q_OBJECT

public:
    HoldForm(Desk &desk, QWidget *over);

    void begin(const orders::Piece &piece, const QString &what);
    void submit() override;

private:
    std::optional<OrderItemId> m_piece;
    bool m_answers = false;
    Segmented *m_why;
    FieldEdit *m_words;
};

} // namespace thimblely::ui
