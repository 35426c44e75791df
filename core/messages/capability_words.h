// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

namespace thimblely::messages {

//! What a capability lets somebody do, in words that follow "may not:", by its stable name ("orders:refund"); a name that is none
//! comes back as it is.
QString capabilityWords(const QString &name);

} // namespace thimblely::messages
