// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

namespace thimblely {

//! A name or number as files are called after it: letters and digits of any script, hyphens for the rest, at most 80.
QString fileWord(const QString &text);

} // namespace thimblely
