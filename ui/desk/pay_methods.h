// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/payment.h"

namespace thimblely::ui {

class Segmented;

//! Fills the choice with the ways in which money comes in, in the order of finance::PaymentMethod.
void addPayMethods(Segmented &choice);
void setPayMethod(Segmented &choice, finance::PaymentMethod method);
//! None where nothing is chosen.
std::optional<finance::PaymentMethod> payMethod(const Segmented &choice);
QString payMethodName(finance::PaymentMethod method);

} // namespace thimblely::ui
