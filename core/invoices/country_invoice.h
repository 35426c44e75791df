// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/documents.h"

namespace thimblely::invoices {

/*!
 * What the law of the seller's country makes of an invoice beyond what every invoice says. Pure; any thread. From
 * secondary sources, read on countryRulesCheckedOn() (core/workspaces/countries.h), to be re-checked before a release; no certification is claimed.
 *
 * IN: rule 46 and 49 of the CGST rules (a tax invoice of who is registered, split by the place of supply; a bill of
 * supply without tax of who is not), notification 78/2020 (HSN or SAC of four digits where the buyer is registered),
 * rule 46 (f) (name and address of a buyer from 50,000 INR on). lawontips.com, hrareceipt.in.
 * KE: without the number and code of eTIMS it is no tax invoice. vendly.ke, stockpulse.co.ke.
 * FR: who is below the VAT threshold says so on every invoice (CGI art. 293 B). bofip.impots.gouv.fr.
 */
struct CountryInvoice {
    InvoiceForm form = InvoiceForm::Plain;
    QString placeOfSupply = {};
};

/*!
 * Refusals, before a number is spent: "invoice.tax_unregistered", "invoice.bad_gstin" (args: whose it is, what was
 * typed), "invoice.no_shop_address", "invoice.no_tax_code" (args[0] the work), "invoice.no_buyer_address".
 */
Result<CountryInvoice> countryInvoiceOf(const Party &seller, const Party &buyer, const std::vector<InvoiceLine> &lines,
                                        const Money &total);

//! A rate as the paper names it: "CGST" and "SGST" by halves, or itself without a name.
struct NamedTax {
    QString name;
    Rate rate;
    Money tax;
    std::optional<Money> net; //!< said once for the halves of one rate
};

//! The taxes of a document as its country wants them said; they come to its tax.
Result<std::vector<NamedTax>> namedTaxes(const InvoiceDocument &document);

//! What the law wants said in its own words and language; empty where nothing.
QString legalMention(const InvoiceDocument &document);

//! Whether a paper of that seller waits for a stamp of the tax office's system to be a tax invoice.
bool wantsStamp(const InvoiceDocument &document);

//! "Maharashtra" of "27"; empty where there is none.
QString indianState(QStringView code);
//! Fifteen letters and digits with their check letter (ISO 7064-like, base 36).
bool isGstin(QStringView text);

} // namespace thimblely::invoices
