// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"
#include "ui/orders/side_form.h"

namespace thimblely::ui {

class Label;
class Segmented;

//! Nobody fetches it: what became of the pieces, by the word of somebody who may let things go unpaid.
class OutcomeForm : public SideForm {
    Q_OBJECT

public:
    OutcomeForm(Desk &desk, QWidget *over);

    //! Of the pieces that are ticked, those of this order; with none of them ticked, all that are ready.
    void begin(const orders::OrderDetail &order, const std::vector<OrderItemId> &ticked);
    void submit() override;

private:
    void sayLaw(const std::vector<const orders::Piece *> &pieces);

    std::optional<orders::HandOver> m_leaving;
    QString m_asked; // what is approved, in a line
    Segmented *m_outcome;
    FieldEdit *m_words;
    Label *m_law;
};

} // namespace thimblely::ui
