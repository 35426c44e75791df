// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/changes/media.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace thimblely::access {
class ScopedConnection;
}

namespace thimblely::feed {

/*!
 * An order whose pieces are done, as a post may show it: what was made, and never for whom or by which measures. Who pays
 * and everybody who wears a piece must have agreed to be shown (clients.photo_consent_at).
 */
struct FinishedWork {
    OrderId order;
    QString number;
    QString words;                           //!< "Agbada navy, Fila": what was made
    std::vector<changes::Media> photos = {}; //!< of the pieces, as they left first
    QStringList withoutConsent = {};         //!< by name; empty: all agreed
    std::optional<Instant> consentAt = {};   //!< the last of them did; none: not all
    QStringList people = {};                 //!< whose names no post of it may hold
};

/*!
 * On the connection's thread. NotFound "order.not_found"; Invalid "feed.not_finished" (args[0] its number); Forbidden
 * without orders:read and clients:read, for then nobody can tell who agreed.
 */
Result<FinishedWork> finishedWork(access::ScopedConnection &reader, OrderId order);

} // namespace thimblely::feed
