// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/address_kind.h"
#include "core/access/session.h"

#include <optional>
#include <vector>

namespace thimblely {

//! What became of a code; a code that was not answered in time or was wrong too often has failed.
enum class VerificationStatus { Sent, Delivered, Failed, Verified };

//! A code that was sent to one of the person's addresses.
struct VerificationEntry {
    RowId id;
    access::AddressKind kind;
    QString sentTo; //!< masked: "a…a@shop.example", "+234 … 71"
    VerificationStatus status;
    std::optional<Instant> sentAt;
    std::optional<Instant> verifiedAt;
};

//! Where the next page starts: after the last of the page before.
struct VerificationPlace {
    Instant sentAt;
    RowId id;
};

/*!
 * The codes that were sent to somebody, as far as they are their own (verification_service.h makes them). On the
 * session's thread; answers at once.
 */
class VerificationLogService {
public:
    explicit VerificationLogService(access::Session &session) : m_session(session) {}

    //! The newest first.
    Result<std::vector<VerificationEntry>> page(const std::optional<VerificationPlace> &after = {},
                                                int limit = 50) const;

private:
    access::Session &m_session;
};

//! So much of an address that who knows it knows it again, and who looks over a shoulder does not learn it. Pure.
QString maskedAddress(access::AddressKind kind, const QString &address);

} // namespace thimblely
