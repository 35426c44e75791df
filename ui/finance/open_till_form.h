// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/desk/entry_form.h"

namespace thimblely::ui {

//! Opens the till with what lies in it; what the last closing left there is filled in, so Enter is enough.
class OpenTillForm : public EntryForm {
    Q_OBJECT

public:
    explicit OpenTillForm(Desk &desk, QWidget *parent = nullptr);

    void begin(const Money &carried);
    void focusFirst() override;
    void submit() override;

private:
    MoneyEdit *m_lying = nullptr;
};

} // namespace thimblely::ui
