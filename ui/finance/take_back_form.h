// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"
#include "ui/desk/entry_form.h"

#include <optional>

namespace thimblely::ui {

class ApproveHere;
class Segmented;

//! Gives money back, or takes back what was entered wrong; who may not do it asks somebody who may to approve here.
class TakeBackForm : public EntryForm {
    Q_OBJECT

public:
    explicit TakeBackForm(Desk &desk, QWidget *parent = nullptr);

    //! `what` names the entry as its row does.
    void begin(const finance::TillEntry &entry, const QString &what);
    void focusFirst() override;
    void submit() override;

private:
    bool isOfClient() const;
    bool isCorrection() const;
    bool needsApproval() const;
    ApproveHere *approver() const;
    void showKind();
    bool readInput();
    void run(const std::optional<access::Approval> &approval);

    std::optional<finance::TillEntry> m_entry;
    QString m_what;
    std::optional<Money> m_part;
    Segmented *m_kind;
    Segmented *m_method;
    MoneyEdit *m_amount = nullptr;
    FieldEdit *m_amountField;
    FieldEdit *m_reason;
    ApproveHere *m_refundApprover;
    ApproveHere *m_bookApprover;
};

} // namespace thimblely::ui
