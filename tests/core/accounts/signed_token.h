// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/oauth/random_text.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace thimblely::test {

//! A key as a provider has one, both halves, and the tokens it signs: right ones, and ones that somebody made up.
class SignedToken {
public:
    static SignedToken make(const QByteArray &algorithm, const QByteArray &id, unsigned bits = 2048)
    {
        EVP_PKEY *key = algorithm == "RS256" ? EVP_RSA_gen(bits) : EVP_EC_gen("P-256");
        return {algorithm, id, std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free)};
    }
    const QByteArray &id() const { return m_id; }

    static QByteArray part(const QJsonObject &object)
    {
        return oauth::toUrlText(QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
    //! `instead`: what its head says otherwise; a "kid" of null is left out.
    QByteArray sign(const QJsonObject &claims, const QJsonObject &instead = {}) const
    {
        QJsonObject head{{QStringLiteral("alg"), QString::fromLatin1(m_algorithm)},
                         {QStringLiteral("kid"), QString::fromLatin1(m_id)}};
        for (auto each = instead.begin(); each != instead.end(); ++each)
            head[each.key()] = each.value();
        if (head[QLatin1String("kid")].isNull())
            head.remove(QLatin1String("kid"));
        return signedText(part(head) + '.' + part(claims));
    }
    static QByteArray unsignedOne(const QJsonObject &claims, const char *algorithm = "none")
    {
        return part({{QStringLiteral("alg"), QString::fromLatin1(algorithm)}}) + '.' + part(claims) + '.';
    }
    //! The old trick: HS256 with what everybody has.
    QByteArray signedByItsPublicKey(const QJsonObject &claims, const char *algorithm = "HS256") const
    {
        const QByteArray text = part({{QStringLiteral("alg"), QString::fromLatin1(algorithm)},
                                      {QStringLiteral("kid"), QString::fromLatin1(m_id)}}) +
                                '.' + part(claims);
        const QByteArray secret = publicKey()[QStringLiteral("n")].toString().toLatin1();
        unsigned char mac[EVP_MAX_MD_SIZE];
        unsigned size = 0;
        HMAC(EVP_sha256(), secret.constData(), int(secret.size()),
             reinterpret_cast<const unsigned char *>(text.constData()), size_t(text.size()), mac, &size);
        return text + '.' + oauth::toUrlText(QByteArray(reinterpret_cast<const char *>(mac), int(size)));
    }
    QJsonObject publicKey() const
    {
        const auto text = [](const QByteArray &bytes) { return QString::fromLatin1(oauth::toUrlText(bytes)); };
        QJsonObject key{{QStringLiteral("kid"), QString::fromLatin1(m_id)},
                        {QStringLiteral("use"), QStringLiteral("sig")}};
        if (m_algorithm == "RS256") {
            key[QStringLiteral("kty")] = QStringLiteral("RSA");
            key[QStringLiteral("n")] = text(number(OSSL_PKEY_PARAM_RSA_N));
            key[QStringLiteral("e")] = text(number(OSSL_PKEY_PARAM_RSA_E));
            return key;
        }
        key[QStringLiteral("kty")] = QStringLiteral("EC");
        key[QStringLiteral("crv")] = QStringLiteral("P-256");
        key[QStringLiteral("x")] = text(number(OSSL_PKEY_PARAM_EC_PUB_X, 32));
        key[QStringLiteral("y")] = text(number(OSSL_PKEY_PARAM_EC_PUB_Y, 32));
        return key;
    }

private:
    SignedToken(QByteArray algorithm, QByteArray id, std::shared_ptr<EVP_PKEY> key)
        : m_algorithm(std::move(algorithm)), m_id(std::move(id)), m_key(std::move(key))
    {}

    static QByteArray bytesOf(const BIGNUM *number, int size)
    {
        QByteArray bytes(std::max(size, BN_num_bytes(number)), '\0');
        BN_bn2binpad(number, reinterpret_cast<unsigned char *>(bytes.data()), int(bytes.size()));
        return bytes;
    }
    QByteArray number(const char *name, int size = 0) const
    {
        BIGNUM *number = nullptr;
        EVP_PKEY_get_bn_param(m_key.get(), name, &number);
        const QByteArray bytes = bytesOf(number, size);
        BN_free(number);
        return bytes;
    }
    QByteArray signedText(const QByteArray &text) const
    {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
        const auto *bytes = reinterpret_cast<const unsigned char *>(text.constData());
        size_t size = 0;
        EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get());
        EVP_DigestSign(context.get(), nullptr, &size, bytes, size_t(text.size()));
        QByteArray signature(qsizetype(size), '\0');
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytes,
                       size_t(text.size()));
        signature.truncate(qsizetype(size));
        return text + '.' + oauth::toUrlText(m_algorithm == "RS256" ? signature : pairOf(signature));
    }
    //! As a token carries it: two numbers beside each other.
    static QByteArray pairOf(const QByteArray &der)
    {
        const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
        const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> signature(d2i_ECDSA_SIG(nullptr, &at, der.size()),
                                                                              ECDSA_SIG_free);
        return bytesOf(ECDSA_SIG_get0_r(signature.get()), 32) + bytesOf(ECDSA_SIG_get0_s(signature.get()), 32);
    }

    QByteArray m_algorithm;
    QByteArray m_id;
    std::shared_ptr<EVP_PKEY> m_key;
};

} // namespace thimblely::test
