// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

namespace thimblely {

//! "Amina Bello" gives "AB"; one word gives its first two letters. Pure; any thread.
QString initialsOf(const QString &name);

} // namespace thimblely
