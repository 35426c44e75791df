// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/order.h"
#include "ui/orders/side_form.h"

#include <vector>

class QComboBox;

namespace thimblely::ui {

class ReadyBy;

//! Something of ours is wrong with it: it is put right for nothing, and whose slip it was is kept.
class RedoForm : public SideForm {
    Q_OBJECT

public:
    RedoForm(Desk &desk, QWidget *over);

    void begin(const orders::Piece &piece, const QString &what);
    void submit() override;

private:
    void offerPeople();

    std::optional<OrderItemId> m_piece;
    ReadyBy *m_ready;
    QString m_what; //!< the piece, as its row names it
    FieldEdit *m_task;
    FieldEdit *m_why;
    QComboBox *m_who;
    std::vector<PersonId> m_people; // of m_who, after "Nobody's"
};

} // namespace thimblely::ui
