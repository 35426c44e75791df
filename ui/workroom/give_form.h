// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workroom/work_board.h"
#include "ui/orders/side_form.h"

#include <vector>

class QComboBox;

namespace thimblely::ui {

class Label;

//! Who gets a piece, with what each has in hand; and whom it was given to before.
class GiveForm : public SideForm {
    Q_OBJECT

public:
    GiveForm(Desk &desk, QWidget *over);

    void begin(const workroom::WorkCard &card);
    void submit() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offerHands(const workroom::WorkCard &card);
    void showBefore(OrderItemId piece);

    std::optional<OrderItemId> m_piece;
    QComboBox *m_who;
    Label *m_before;
    std::vector<PersonId> m_people; // of m_who, after "Nobody"
};

} // namespace thimblely::ui
