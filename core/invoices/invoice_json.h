// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/documents.h"

#include <QByteArray>
#include <QJsonObject>

namespace thimblely::invoices {

// The frozen parts of a document as JSON, and what its hash is taken over. Keys sort, so the same document gives the
// same bytes.

QJsonObject toJson(const Party &party);
Party partyFrom(const QJsonObject &object);

//! Lines with what they rest on: {order_number, tax_inclusive, rows: […]}.
QByteArray linesToJson(const InvoiceDocument &document);
//! Into lines, order number, tax_inclusive and form of `document`.
Result<void> linesFromJson(const QByteArray &json, Currency currency, InvoiceDocument &document);

//! The lines of what is not issued yet, written alike.
struct DraftLines {
    std::vector<InvoiceLine> lines;
    bool taxInclusive;
};
QByteArray linesToJson(const std::vector<InvoiceLine> &lines, bool taxInclusive);
DraftLines draftLinesFromJson(const QByteArray &json, Currency currency);

//! As invoices.fiscal holds it beside the buyer's hash, under "stamp".
QJsonObject toJson(const FiscalStamp &stamp);
//! Nothing of an empty object.
std::optional<FiscalStamp> stampFrom(const QJsonObject &object);

QByteArray taxesToJson(const std::vector<TaxLine> &taxes);
std::vector<TaxLine> taxesFromJson(const QByteArray &json, Currency currency);

/*!
 * The buyer as the chain knows them: a hash over a random salt and what is printed, so that an erasure can drop salt
 * and name and leave the chain whole.
 */
QByteArray buyerHash(const Party &buyer, const QByteArray &salt);
//! SHA-256 over everything frozen, the buyer's hash and the hash of the document before.
QByteArray documentHash(const InvoiceDocument &document, const QByteArray &buyerHash);

} // namespace thimblely::invoices
