// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/privileged/principal_store.h"

namespace thimblely::accounts {

//! A name to sign in by, made of the person's own, that nobody in the store's file has yet. On the store's thread.
Result<QString> freeLoginName(access::PrincipalStore &store, const QString &personName);

} // namespace thimblely::accounts
