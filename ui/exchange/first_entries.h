// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/exchange/importer.h"

#include <QStringList>

namespace thimblely::ui {

class Desk;

//! The first entries of a plan that would come in or change something, a line for each, as they would stand here: a name
//! and its number or amount. What is wrong with how a file was read is seen there before it is in.
QStringList firstEntries(const ImportPlan &plan, const ImportReport &report, const Desk &desk, size_t most);

} // namespace thimblely::ui
