// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/accounts/verification_carrier.h"
#include "core/base/clock.h"

#include <QFuture>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <vector>

namespace thimblely {

//! Where somebody is reached, and since when it is known to be theirs.
struct OwnAddress {
    access::AddressKind kind;
    QString address;
    std::optional<Instant> confirmedAt;
};

/*!
 * Somebody proves that an e-mail address or a phone is theirs by a code that is sent there: six digits, good for ten
 * minutes and five tries, one at a time for each kind of address, and another not before a minute has gone by. The file
 * keeps its argon2id hash alone (libsodium), which takes longer to guess than the code is good for. Only here is a person
 * marked as verified.
 *
 * It runs on a thread of its own. NotFound "verification.no_carrier" where nothing can carry one there, "verification.
 * no_address", "verification.no_code" (none is open); TryLater "verification.too_soon" (args[0] seconds); WrongSecret
 * "verification.wrong" (args[0] how many tries are left); Conflict "verification.expired", "verification.used_up",
 * "verification.address_changed"; what the carrier says.
 */
class VerificationService {
public:
    static constexpr int tries = 5;
    static constexpr qint64 lifetimeMs = 10 * 60 * 1000;
    static constexpr qint64 againMs = 60 * 1000;

    VerificationService(QString path, const access::Principal &person, const Clock &clock,
                        std::vector<std::shared_ptr<VerificationCarrier>> carriers);
    ~VerificationService();

    //! Whether a code can be sent to such an address at all; where it cannot, nothing is offered.
    bool canReach(access::AddressKind kind) const { return carrierOf(kind) != nullptr; }
    //! Those that are known of them; one that was changed since it was confirmed is not any more.
    QFuture<Result<std::vector<OwnAddress>>> addresses();
    QFuture<Result<void>> send(access::AddressKind kind);
    QFuture<Result<void>> confirm(access::AddressKind kind, const QString &typed);

private:
    VerificationCarrier *carrierOf(access::AddressKind kind) const;
    Result<void> sendNow(access::AddressKind kind, VerificationCarrier &carrier);
    Result<void> confirmNow(access::AddressKind kind, const QString &typed);

    const QString m_path;
    const access::Principal m_person;
    const Clock &m_clock;
    const std::vector<std::shared_ptr<VerificationCarrier>> m_carriers;
    QThreadPool m_pool;
};

} // namespace thimblely
