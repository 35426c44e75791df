// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <memory>
#include <vector>

struct evp_pkey_st;

namespace thimblely::oauth {

//! How a token may be signed: with a key whose other half only the provider has (RFC 7518, 3.3 and 3.4).
enum class Signature { Rs256, Es256 };

//! A provider's public key.
struct SigningKey {
    QByteArray id; //!< empty: none is said
    Signature signature;
    std::shared_ptr<evp_pkey_st> key;
};

/*!
 * The keys a provider signs with (RFC 7517), as OpenSSL holds them. What is for encryption, is shorter than 2048 bits, lies
 * on another curve than P-256 or cannot be read is left out: nothing is signed by it for us.
 */
class JsonWebKeys {
public:
    static JsonWebKeys read(const QJsonObject &set);

    //! Where the token names no key, the only one there is for this kind of signature. Null: there is none.
    const SigningKey *find(const QByteArray &id, Signature signature) const;
    bool isEmpty() const { return m_keys.empty(); }

private:
    std::vector<SigningKey> m_keys;
};

//! `signature` as a token carries it: for ES256 two numbers of 32 bytes.
bool isSignedBy(const SigningKey &key, const QByteArray &text, const QByteArray &signature);

} // namespace thimblely::oauth
