// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"

namespace thimblely::changes {

//! A till: that of one device in one workspace (till_chain.h).
using TillId = Id<struct TillTag>;

} // namespace thimblely::changes
