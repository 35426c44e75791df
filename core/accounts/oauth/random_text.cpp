// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/oauth/random_text.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

namespace thimblely::oauth {

QByteArray randomText(int bytes)
{
    QByteArray random(bytes, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(random.data()), bytes) != 1)
        qFatal("OpenSSL has no source of randomness");
    return toUrlText(random);
}

QByteArray fromUrlText(const QByteArray &text)
{
    constexpr QByteArray::Base64Options strict =
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors;
    const auto read = QByteArray::fromBase64Encoding(text, strict);
    return read ? *read : QByteArray();
}

QByteArray toUrlText(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool sameText(const QByteArray &one, const QByteArray &other)
{
    return one.size() == other.size() && CRYPTO_memcmp(one.constData(), other.constData(), size_t(one.size())) == 0;
}

} // namespace thimblely::oauth
