// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/payment.h"
#include "ui/accounts/approved_form.h"

#include <optional>

namespace thimblely::ui {

class Segmented;

/*!
 * Pays out what the shop keeps for a client, or a part of it: how much, in which way and why, with its paper. Who may
 * not give money back asks somebody who may to approve here. What was typed is kept for each client until it is done.
 */
class PayBackForm : public ApprovedForm {
    Q_OBJECT

public:
    explicit PayBackForm(Desk &desk, QWidget *parent = nullptr);

    //! False, having said why: nothing is kept for them, or it cannot be read.
    bool begin(ClientId client, const QString &name);
    std::optional<ClientId> client() const { return m_client; }
    void focusFirst() override;
    void submit() override;

private:
    void paidBack(const finance::PaymentTaken &back);

    std::optional<ClientId> m_client;
    QString m_name;
    std::optional<Money> m_held;
    MoneyEdit *m_amount = nullptr;
    Segmented *m_method;
    FieldEdit *m_reason;
};

} // namespace thimblely::ui
