// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/payment.h"
#include "core/finance/receipt_rules.h"

#include <QJsonObject>
#include <QLocale>

#include <optional>

namespace thimblely::ui {

/*!
 * What was typed of a payment beside how much is paid, as it stands in the fields; kept with the draft of its screen,
 * so that it is there after a power cut. Pure.
 */
struct PayFacts {
    std::optional<finance::PaymentMethod> method = {}; //!< none: nobody said it
    QString given = {};                                //!< cash laid down, as typed; empty: as much as is paid
    QString reference = {};                            //!< of a transfer or of mobile money
    std::optional<bool> arrived = {};                  //!< none: nobody said it
    QString externalNumber = {};                       //!< what the shop's own fiscal till printed
    bool keepsRest = false;                            //!< what is more than due is kept for the client

    bool isEmpty() const { return *this == PayFacts(); }
    friend bool operator==(const PayFacts &, const PayFacts &) = default;
};

QJsonObject toJson(const PayFacts &facts);
//! What is missing, or is none of it, counts as not typed.
PayFacts payFactsFromJson(const QJsonObject &json);

/*!
 * Puts to a payment what its way of paying has use for; its amount stands. Errors: "payment.method_asked" where nobody
 * said how, and those of Money::parse for what cannot be read of the cash.
 */
Result<void> addFacts(finance::PaymentDraft &payment, const PayFacts &facts, const finance::ReceiptRules &rules,
                      const QLocale &locale);

//! What is asked once about cash that was hardly laid down for `due` (a zero too many); empty: it is likely.
QString tenderDoubt(const finance::PaymentDraft &payment, const Money &due, const QLocale &locale);

//! What is asked once about money that could only be found again by its reference; empty: it has one, or needs none.
QString referenceDoubt(const finance::PaymentDraft &payment);

//! What is said where no receipt is printed by itself.
QString receiptOffer();

} // namespace thimblely::ui
