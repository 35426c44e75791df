// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/movement.h"
#include "core/inventory/stock.h"

#include <QColor>
#include <QLocale>

namespace thimblely::ui {

// How stock is spoken of on its screen and on its papers.

//! "42.5 m"; a locale's figures, the unit after them.
QString quantityText(Quantity quantity, const QString &unit, const QLocale &locale);
//! "+40", "−3.4": what a movement did.
QString signedText(Quantity quantity, const QLocale &locale);
//! What was done, as the ledger says it: "Cut", "Came in".
QString movementName(const inventory::Movement &movement);
QString wasteReasonName(inventory::WasteReason reason);
QString kindName(inventory::ItemKind kind);
//! "R-014 · wool · shelf A2": what is known of it; empty parts are left out.
QString itemRemarks(const inventory::ItemRow &item);
//! How the cloth looks, by the word for its colour; invalid where it is none that is known.
QColor swatchColour(const QString &colour);

} // namespace thimblely::ui
