// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QString>

#include <vector>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::orders {

//! A measurement set that a piece can be made by.
struct MeasuresChoice {
    MeasurementSetId set;
    QString garment; //!< name of its template, English for built-in ones; empty: of none
    Instant takenAt;
    bool ofGarment; //!< taken for this kind of garment
};

/*!
 * The body's sets that count today: those of the garment first, each newest first; the first one is what a new piece is
 * made by unless another is chosen. Empty where nobody was measured, or without measurements:read. Reads at once, on the
 * session's thread.
 */
Result<std::vector<MeasuresChoice>> measuresFor(access::Session &session, changes::WriteDoor &door, ClientId body,
                                                const QString &garmentType);

//! The template that the garment is measured by, for a child its own; none where the shop has none for it.
Result<std::optional<TemplateId>> templateFor(access::Session &session, changes::WriteDoor &door,
                                              const QString &garmentType, std::optional<ClientId> body = {});

} // namespace thimblely::orders
