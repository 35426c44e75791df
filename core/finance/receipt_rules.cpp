// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/receipt_rules.h"

namespace thimblely::finance {

ReceiptRules receiptRulesOf(const QString &country, ReceiptMode mode, Currency currency)
{
    ReceiptRules rules{mode, false, mode != ReceiptMode::OwnTill, {}};
    // FR: no automatic till slip since 1 Aug 2023; a note from 25 € on, before payment (cnec.asso.fr).
    if (country == QLatin1String("FR")) {
        rules.printsByItself = false;
        if (currency.code() == QLatin1String("EUR"))
            rules.noteFrom = Money(25'00, currency);
    }
    // IT: the exact kind of payment since 1 Jan 2026, 100 € for each error (studio-piazza.com).
    if (country == QLatin1String("IT"))
        rules.methodIsAsked = true;
    return rules;
}

bool ReceiptRules::wantsNote(const Money &price) const
{
    return noteFrom && noteFrom->currency() == price.currency() && price.minor() >= noteFrom->minor();
}

bool ReceiptRules::printsFor(const Money &price) const
{
    // What the shop's own fiscal till prints is that paper.
    return printsByItself || (mode != ReceiptMode::OwnTill && wantsNote(price));
}

Result<ReceiptRules> loadReceiptRules(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.query("SELECT country_code, fiscal_mode, currency FROM workspaces WHERE id = ?"));
    query->bind(connection.principal().workspace);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "workspace.not_found", {}, {}};
    TRY_ASSIGN(const ReceiptMode mode, receiptModeFromCode(query->text(1)));
    TRY_ASSIGN(const Currency currency, Currency::parse(query->text(2)));
    return receiptRulesOf(query->text(0), mode, currency);
}

} // namespace thimblely::finance
