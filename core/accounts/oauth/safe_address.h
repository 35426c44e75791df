// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QUrl>

namespace thimblely::oauth {

//! Whether a secret may go there: https, or this very computer (a provider that a test has started).
bool isSafeAddress(const QUrl &address);

} // namespace thimblely::oauth
