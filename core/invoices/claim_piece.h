// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/invoices/documents.h"

namespace thimblely::invoices {

//! A piece as the papers name it: its tag and bar code, its words, its cloth as the shop writes lengths. For this folder.
Result<ClaimPiece> claimPiece(access::ScopedConnection &reader, const orders::OrderDetail &order,
                              const orders::Piece &piece);

//! What is billed of the order itself, not cancelled; its client pays it.
std::vector<ClaimCharge> chargesOf(const orders::OrderDetail &order);
//! The tax that comes on top of the prices; none where they hold it, or may not be read.
std::optional<Money> taxOnTop(const orders::OrderDetail &order);
//! What one of those who pay pays besides their pieces. Errors: "money.overflow".
Result<ClaimPayer> payerOf(const orders::OrderDetail &order, const orders::PayerShare &share);

} // namespace thimblely::invoices
