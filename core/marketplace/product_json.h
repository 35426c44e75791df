// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/row_writer.h"
#include "core/marketplace/product.h"

namespace thimblely::marketplace {

// How a product's lists stand in the file. Pure.

//! Hashes of the shop's own photos first, then addresses: both are texts of one list.
QStringList imageNames(const ProductDraft &draft);
void readImages(const QStringList &names, ProductDraft &draft);
access::FieldValue optionsOrNull(const std::vector<ProductOption> &options);
std::vector<ProductOption> optionsFromJson(const QByteArray &json);

} // namespace thimblely::marketplace
