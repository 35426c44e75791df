// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>

namespace thimblely::oauth {

/*!
 * What ties an authorization code to who asked for it (RFC 7636, by S256): the challenge goes with the question, the
 * verifier with the code, so that a code somebody else caught is of no use to them.
 */
class PkcePair {
public:
    static PkcePair make();
    //! From a verifier that is known: 43 letters of base64url.
    explicit PkcePair(QByteArray verifier);

    const QByteArray &verifier() const { return m_verifier; }
    const QByteArray &challenge() const { return m_challenge; }

private:
    QByteArray m_verifier;
    QByteArray m_challenge;
};

} // namespace thimblely::oauth
