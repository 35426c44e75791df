// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workroom/work_card.h"
#include "ui/orders/side_form.h"

class QComboBox;

namespace thimblely::ui {

class Label;

//! Why a piece is late: one of the usual reasons, and words of one's own.
class DelayForm : public SideForm {
    Q_OBJECT

public:
    DelayForm(Desk &desk, QWidget *over);

    void begin(const workroom::WorkCard &card);
    void submit() override;

private:
    std::optional<OrderItemId> m_piece;
    QComboBox *m_reason;
    FieldEdit *m_words;
};

//! What is to be known of a piece by whoever works on it next, under it what was noted before, as at its fittings.
class NoteForm : public SideForm {
    Q_OBJECT

public:
    NoteForm(Desk &desk, QWidget *over);

    void begin(const workroom::WorkCard &card);
    void submit() override;

private:
    void showBefore(const workroom::WorkCard &card);

    std::optional<OrderItemId> m_piece;
    FieldEdit *m_words;
    Label *m_before;
};

} // namespace thimblely::ui
