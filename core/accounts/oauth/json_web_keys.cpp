// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/oauth/json_web_keys.h"

#include "core/accounts/oauth/random_text.h"

#include <QJsonArray>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <optional>

namespace thimblely::oauth {

namespace {

template <auto Free>
struct FreedBy {
    template <typename T>
    void operator()(T *each) const
    {
        Free(each);
    }
};
using BigNumber = std::unique_ptr<BIGNUM, FreedBy<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, FreedBy<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, FreedBy<OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, FreedBy<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreedBy<EVP_MD_CTX_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, FreedBy<ECDSA_SIG_free>>;
using Key = std::shared_ptr<EVP_PKEY>;

constexpr int shortestRsa = 2048;
constexpr int longestRsa = 8192; // a longer one only keeps us busy
constexpr qsizetype coordinate = 32;

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

BigNumber numberFrom(const QByteArray &bytes)
{
    return BigNumber(BN_bin2bn(bytesOf(bytes), int(bytes.size()), nullptr));
}

Key keyFrom(const char *type, OSSL_PARAM_BLD *builder)
{
    const Params params(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *made = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return {};
    return Key(made, EVP_PKEY_free);
}

Key rsaKey(const QJsonObject &from)
{
    const QByteArray modulus = fromUrlText(from[QLatin1String("n")].toString().toLatin1());
    const QByteArray exponent = fromUrlText(from[QLatin1String("e")].toString().toLatin1());
    if (modulus.isEmpty() || exponent.isEmpty() || exponent.size() > 4)
        return {};
    const BigNumber n = numberFrom(modulus);
    const BigNumber e = numberFrom(exponent);
    const Builder builder(OSSL_PARAM_BLD_new());
    const int bits = n ? BN_num_bits(n.get()) : 0;
    if (!e || !builder || bits < shortestRsa || bits > longestRsa || !BN_is_odd(e.get()) || BN_is_one(e.get()) ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return {};
    return keyFrom("RSA", builder.get());
}

Key curveKey(const QJsonObject &from)
{
    const QByteArray x = fromUrlText(from[QLatin1String("x")].toString().toLatin1());
    const QByteArray y = fromUrlText(from[QLatin1String("y")].toString().toLatin1());
    if (from[QLatin1String("crv")].toString() != QLatin1String("P-256") || x.size() != coordinate ||
        y.size() != coordinate)
        return {};
    const QByteArray point = '\x04' + x + y; // uncompressed (SEC 1, 2.3.3)
    const Builder builder(OSSL_PARAM_BLD_new());
    if (!builder || OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                         size_t(point.size())) != 1)
        return {};
    return keyFrom("EC", builder.get()); // a point off the curve makes none
}

std::optional<SigningKey> keyOf(const QJsonObject &from)
{
    const auto says = [&from](const char *name) { return from[QLatin1String(name)].toString(); };
    if (!says("use").isEmpty() && says("use") != QLatin1String("sig"))
        return {};
    const bool rsa = says("kty") == QLatin1String("RSA");
    if (!rsa && says("kty") != QLatin1String("EC"))
        return {};
    if (!says("alg").isEmpty() && says("alg") != QLatin1String(rsa ? "RS256" : "ES256"))
        return {};
    Key key = rsa ? rsaKey(from) : curveKey(from);
    if (!key)
        return {};
    return SigningKey{says("kid").toUtf8(), rsa ? Signature::Rs256 : Signature::Es256, std::move(key)};
}

//! Two numbers beside each other, as OpenSSL wants them (RFC 7518, 3.4).
QByteArray derOf(const QByteArray &pair)
{
    if (pair.size() != 2 * coordinate)
        return {};
    const EcSignature signature(ECDSA_SIG_new());
    BigNumber r = numberFrom(pair.first(coordinate));
    BigNumber s = numberFrom(pair.last(coordinate));
    if (!signature || !r || !s || ECDSA_SIG_set0(signature.get(), r.get(), s.get()) != 1)
        return {};
    (void)r.release(); // they are the signature's now
    (void)s.release();
    QByteArray der(i2d_ECDSA_SIG(signature.get(), nullptr), '\0');
    auto *end = reinterpret_cast<unsigned char *>(der.data());
    return i2d_ECDSA_SIG(signature.get(), &end) == der.size() ? der : QByteArray();
}

} // namespace

JsonWebKeys JsonWebKeys::read(const QJsonObject &set)
{
    JsonWebKeys keys;
    const QJsonArray listed = set[QLatin1String("keys")].toArray();
    for (const QJsonValue &each : listed) {
        if (auto key = keyOf(each.toObject()))
            keys.m_keys.push_back(std::move(*key));
    }
    return keys;
}

const SigningKey *JsonWebKeys::find(const QByteArray &id, Signature signature) const
{
    const SigningKey *found = nullptr;
    for (const SigningKey &each : m_keys) {
        if (each.signature != signature || (!id.isEmpty() && each.id != id))
            continue;
        if (found)
            return nullptr; // which of them is not said
        found = &each;
    }
    return found;
}

bool isSignedBy(const SigningKey &key, const QByteArray &text, const QByteArray &signature)
{
    const QByteArray bytes = key.signature == Signature::Es256 ? derOf(signature) : signature;
    const DigestContext context(EVP_MD_CTX_new());
    return !bytes.isEmpty() && context &&
           EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.key.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytesOf(bytes), size_t(bytes.size()), bytesOf(text), size_t(text.size())) ==
               1;
}

} // namespace thimblely::oauth
