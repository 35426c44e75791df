// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringView>

namespace thimblely {

//! Who makes the receipt that the law asks for; workspaces.fiscal_mode.
enum class ReceiptMode {
    Here,    //!< this program
    OwnTill, //!< the shop's fiscal till: its number is kept with each payment
    None     //!< nobody: what is printed is a courtesy
};

QByteArray toCode(ReceiptMode mode); //!< as in the file: "here", "own_till", "none"
Result<ReceiptMode> receiptModeFromCode(QStringView code);

/*!
 * What a new shop of that country starts with: its own till where the law wants receipts from a certified device. DE,
 * AT (KassenSichV §6; RKSV), IT (only an RT or the state's page). From secondary sources, to be re-checked.
 */
ReceiptMode usualReceiptMode(QStringView country);

} // namespace thimblely
