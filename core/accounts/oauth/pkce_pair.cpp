// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/oauth/pkce_pair.h"

#include "core/accounts/oauth/random_text.h"

#include <QCryptographicHash>

namespace thimblely::oauth {

PkcePair PkcePair::make()
{
    return PkcePair(randomText(32)); // 4.1: 32 octets make 43 letters
}

PkcePair::PkcePair(QByteArray verifier)
    : m_verifier(std::move(verifier)),
      m_challenge(toUrlText(QCryptographicHash::hash(m_verifier, QCryptographicHash::Sha256)))
{}

} // namespace thimblely::oauth
