// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/base/money.h"
#include "core/workspaces/receipt_mode.h"

#include <optional>

namespace thimblely::finance {

using thimblely::ReceiptMode;

/*!
 * What a country asks of taking money, and what the shop chose. From secondary sources, to be re-checked before a
 * release; no certification is claimed by any of it.
 */
struct ReceiptRules {
    ReceiptMode mode;
    bool methodIsAsked;            //!< how it is paid must be said, never assumed
    bool printsByItself;           //!< a receipt follows a payment without being asked for
    std::optional<Money> noteFrom; //!< from this price on a note is due to the client, asked for or not

    //! The number of the shop's own fiscal till is typed or scanned with each payment.
    bool asksExternalNumber() const { return mode == ReceiptMode::OwnTill; }
    //! Whether a paper with each thing and its price is due to the client before they pay that.
    bool wantsNote(const Money &price) const;
    //! Whether a paper with each thing and its price follows the payment without being asked for.
    bool printsFor(const Money &price) const;
};

ReceiptRules receiptRulesOf(const QString &country, ReceiptMode mode, Currency currency);
//! Of the connection's workspace.
Result<ReceiptRules> loadReceiptRules(access::ScopedConnection &connection);

} // namespace thimblely::finance
