// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

namespace thimblely::access {

//! By what an address is reached: verification_logs.verification_type.
enum class AddressKind { Email, Phone };

} // namespace thimblely::access
