// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"

#include <QLocale>

namespace thimblely::orders {

//! What a piece's cloth is called and measured by; the name is that of the shop's roll.
struct ClothTerms {
    QString rollName = {};
    QString rollUnit = {};
    QString unit = {}; //!< of what the client or a merchant brings: "m", "yd"
};

constexpr int longestClothInitials = 12; //!< of who signs for what became of it

//! What people of the shop measure cloth by.
QString clothUnit(bool imperial);

//! "Navy wool 2.75 m", "3.20 m, grey worsted", "Scabal 702311, 3.2 m, due 10 Dec"; empty where nothing is known.
//! Translated; days and figures as the locale writes them.
QString clothWords(const PieceDraft &piece, const ClothTerms &terms, const QLocale &locale);

/*!
 * What became of the cloth that the client brought: "gave 3.20 m, used 2.75 m, given back 0.45 m (A.B.)"; while some of it
 * is here, "here is 0.45 m". Empty where none was brought or nothing is known of it yet.
 */
QString clothAccountWords(const Piece &piece, const QString &unit, const QLocale &locale);

} // namespace thimblely::orders
