// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/marketplace/product.h"
#include "ui/theme/roles.h"

namespace thimblely::ui {

class Desk;

//! "★ 4.5 (2)"; empty where nobody reviewed it.
QString ratingWords(const marketplace::Product &product, const Desk &desk);
//! "2 left", "sold out", "made to order"; empty where it is not counted.
QString stockWords(const marketplace::Product &product, const Desk &desk);
//! Draft, on offer, put away; said of the shop's own alone.
QString stateWord(const marketplace::Product &product);
Status stateStatus(const marketplace::Product &product);
//! Likes, reviews and what is left, as its seller looks at it.
QString figureWords(const marketplace::Product &product, const Desk &desk);
//! "★★★★☆"
QString starWords(int rating);

} // namespace thimblely::ui
