// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "ui/documents/paper.h"

namespace thimblely::ui {

/*!
 * What somebody has to read for a paper of that kind to have something on it: who may not is offered none, and prints
 * none. None: whoever sees the order may.
 */
std::optional<access::Capability> neededForPaper(PaperKind kind);
bool mayPrint(PaperKind kind, const access::Principal &who);

} // namespace thimblely::ui
