// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

namespace thimblely {

/*!
 * A secret that is written on paper and typed from it: groups of four letters of Crockford's base 32, which has no I, L, O
 * and U, since they are misread; five bits a letter, from the system's generator. "K7PQ-2MX4-9RA0".
 */
QString newPaperCode(int groups);
//! The same code without hyphens however it was copied: spaces, case and long hyphens do not matter, O is 0, I and L are
//! 1. Empty where it is no code of so many groups.
QString readPaperCode(const QString &typed, int groups);

} // namespace thimblely
