// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/role.h"
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace thimblely {

using InvitationId = Id<struct InvitationTag>;

namespace accounts {

//! What an invitation promises, and what is signed of it. A value.
struct InvitationPaper {
    InvitationId id;
    WorkspaceId workspace;
    QString shop; //!< its name when the invitation was made
    access::Role role;
    QString jobTitle; //!< empty: none
    QString email;    //!< empty: for whoever has it
    QString inviter;
    Instant expiresAt;
    QByteArray tokenHash; //!< SHA-256 of the code

    //! Everything, each with its length before it: no two invitations have the same.
    QByteArray signedBytes() const;
};

//! How it was signed: Ed25519 over signedBytes().
struct InvitationSeal {
    QByteArray publicKey;
    QByteArray signature;

    bool fits(const InvitationPaper &paper) const;
};

/*!
 * With this computer's own key where its keychain keeps one for the file, else with a key that is made for this one
 * paper and forgotten: no private key ever stands in a file. Waits for the keychain.
 */
InvitationSeal sealInvitation(const QByteArray &fileId, const InvitationPaper &paper);

//! The code of an invitation, "K7PQ-2MX4-9RA0-TT5Z", 80 bits; it is the token.
QString newInvitationCode();
//! Absent where what was typed is no such code.
std::optional<QByteArray> tokenHashOf(const QString &code);

//! What was typed, pasted or read from a file: a code alone, or the whole paper with its seal.
struct PresentedInvitation {
    QByteArray tokenHash;
    std::optional<InvitationPaper> paper = {};
    InvitationSeal seal = {};
};

//! The paper as a file, and as text to be sent: JSON, with the code in it.
QByteArray writeInvitation(const InvitationPaper &paper, const InvitationSeal &seal, const QString &code);
/*!
 * A code or such a file. Invalid "invitation.unreadable" for anything else, "invitation.newer" for one of a newer program,
 * "invitation.tampered" where the seal does not fit.
 */
Result<PresentedInvitation> readInvitation(const QByteArray &text);

//! What the row keeps beside its columns, so that the paper can be looked at again without the file.
QByteArray invitationMetadata(const InvitationPaper &paper, const InvitationSeal &seal);
struct StoredSeal {
    QString shop;
    QString jobTitle;
    QString inviter;
    InvitationSeal seal;
};
StoredSeal readInvitationMetadata(const QByteArray &json);

} // namespace accounts
} // namespace thimblely
