// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"
#include "ui/desk/entry_form.h"

#include <vector>

namespace thimblely::ui {

class PhotoStrip;
class Segmented;

//! Money out of the drawer for thread, into it for change, or out of it to the bank.
class MoveForm : public EntryForm {
    Q_OBJECT

public:
    explicit MoveForm(Desk &desk, QWidget *parent = nullptr);

    void begin();
    void focusFirst() override;
    void submit() override;

private:
    void showKind();
    finance::TillEntryKind kind() const;

    std::vector<finance::TillEntryKind> m_kinds;
    Segmented *m_kind;
    MoneyEdit *m_amount = nullptr;
    FieldEdit *m_amountField;
    FieldEdit *m_reason;
    PhotoStrip *m_photo = nullptr; // of the slip
};

} // namespace thimblely::ui
