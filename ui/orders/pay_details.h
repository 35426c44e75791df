// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/payment.h"
#include "core/finance/receipt_rules.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLineEdit;

namespace thimblely::ui {

class Desk;

/*!
 * What is said of a payment beside its amount, as far as the way it is paid has use for it: the reference of a transfer
 * or of mobile money and whether it has come in, the number of the shop's own fiscal till, and that what is more than
 * due is kept for the client. Takes no room where nothing is asked.
 */
class PayDetails : public QWidget {
    Q_OBJECT

public:
    explicit PayDetails(Desk &desk, QWidget *parent = nullptr);

    const finance::ReceiptRules &rules() const { return m_rules; }
    //! Another payment begins.
    void clear();
    //! `over`: more is given than is due, which can be kept where the client is known.
    void showFor(std::optional<finance::PaymentMethod> method, bool over);
    bool keepsRest() const;
    void addTo(finance::PaymentDraft &payment) const;

Q_SIGNALS:
    void changed();

private:
    Desk &m_desk;
    finance::ReceiptRules m_rules;
    std::optional<finance::PaymentMethod> m_method;
    bool m_arrivalSaid = false;
    QLineEdit *m_reference;
    QCheckBox *m_arrived;
    QCheckBox *m_keepRest;
    QLineEdit *m_external;
};

} // namespace thimblely::ui
