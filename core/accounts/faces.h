// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/privileged/principal_store.h"
#include "core/accounts/sign_in_service.h"

namespace thimblely::accounts {

//! Everybody who can sign in to the store's file; internal to this folder. On the store's thread.
Result<std::vector<Face>> facesOf(access::PrincipalStore &store);

} // namespace thimblely::accounts
