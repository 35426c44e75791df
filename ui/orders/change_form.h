// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"
#include "ui/orders/side_form.h"

#include <array>

namespace thimblely::ui {

class ReadyBy;

//! The client wants it otherwise than it was ordered: what is changed, and what each change costs.
class ChangeForm : public SideForm {
    Q_OBJECT

public:
    ChangeForm(Desk &desk, QWidget *over);

    void begin(const orders::Piece &piece, const QString &what);
    void submit() override;

private:
    struct Line {
        FieldEdit *task;
        FieldEdit *priceField;
        MoneyEdit *price;
    };
    void showLines();
    Result<std::vector<orders::Task>> tasks() const;

    std::optional<OrderItemId> m_piece;
    ReadyBy *m_ready;
    std::array<Line, 4> m_lines;
};

} // namespace thimblely::ui
