// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/books.h"
#include "ui/desk/entry_form.h"

namespace thimblely::ui {

//! A row of the books is taken back by a row of its own, with its reason.
class ReverseForm : public EntryForm {
    Q_OBJECT

public:
    explicit ReverseForm(Desk &desk, QWidget *parent = nullptr);

    void begin(const finance::BookEntry &entry);
    void focusFirst() override;
    void submit() override;

private:
    std::optional<TransactionId> m_entry;
    FieldEdit *m_reason;
};

} // namespace thimblely::ui
