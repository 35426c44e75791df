// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>

namespace thimblely::oauth {

//! So many random bytes in base64url without padding (RFC 4648, 5): what an address and a token can carry.
QByteArray randomText(int bytes);

//! Reads base64url without padding; nothing where a letter does not belong there.
QByteArray fromUrlText(const QByteArray &text);
QByteArray toUrlText(const QByteArray &bytes);

//! Takes as long for any two of one length.
bool sameText(const QByteArray &one, const QByteArray &other);

} // namespace thimblely::oauth
