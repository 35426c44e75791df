// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"

#include <QStringList>

namespace thimblely::ui {

class Segmented;

//! Fills the choice with the ways in which money comes in, in the order of finance::PaymentMethod.
void addPayMethods(Segmented &choice);
//! The one key of each, in the order of the choice: "C", "D", "T", "M", "R".
QStringList payMethodKeys();
//! Chooses what the key means; false: none that is offered.
bool choosePayMethod(Segmented &choice, const QString &key);
void setPayMethod(Segmented &choice, finance::PaymentMethod method);
//! None where nothing is chosen.
std::optional<finance::PaymentMethod> payMethod(const Segmented &choice);
QString payMethodName(finance::PaymentMethod method);
//! As it stands beside its amount.
QString turnoverPartName(const finance::TurnoverPart &part);

} // namespace thimblely::ui
