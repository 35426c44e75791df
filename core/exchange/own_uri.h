// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"

#include <QString>

namespace thimblely::exchange {

inline constexpr QLatin1StringView uriScheme("urn:uuid:");

/*!
 * A client of ours in a file that we wrote: the UID of a vCard, and a line in the notes of a .smis. So that what goes out
 * and comes back, here or in another shop's file, is one person in both.
 */
QString uriOf(ClientId client); //!< "urn:uuid:…"

//! The first such line of a text, taken out of it; empty where there is none.
QString takeUri(QString &text);

} // namespace thimblely::exchange
