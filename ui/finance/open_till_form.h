// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"
#include "ui/desk/entry_form.h"

#include <optional>

namespace thimblely::ui {

/*!
 * Opens the till with what lies in it; what the last closing left there is filled in, so Enter is enough. Where money
 * was taken before, it is asked what lay there before that: what was taken is in the books and comes on top.
 */
class OpenTillForm : public EntryForm {
    Q_OBJECT

public:
    explicit OpenTillForm(Desk &desk, QWidget *parent = nullptr);

    void begin(const finance::TillState &state);
    void focusFirst() override;
    void submit() override;

private:
    void showSum();

    MoneyEdit *m_lying = nullptr;
    FieldEdit *m_field;
    QString m_words;
    std::optional<Money> m_taken; //!< cash since the last closing, for who is told
};

} // namespace thimblely::ui
