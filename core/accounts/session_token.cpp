// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/session_token.h"

#include <QCryptographicHash>

#include <sodium.h>

namespace thimblely {

SessionToken SessionToken::make()
{
    if (sodium_init() < 0)
        qFatal("libsodium has no source of randomness");
    QByteArray bytes(32, '\0');
    randombytes_buf(bytes.data(), size_t(bytes.size()));
    return SessionToken(std::move(bytes));
}

QByteArray SessionToken::hash() const
{
    return QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256);
}

} // namespace thimblely
