// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/clients/client_service.h"
#include "core/measurements/measurement_service.h"

#include <QString>

namespace thimblely {

enum class MeasurementFormat {
    Smis, //!< a folder with one .smis per client, of the current body values
    Csv //!< one file: client, date, kind, code, side, amount (tenths of mm, grams, tenths of a degree), unit and text as typed
};

//! Writes the measurements this person may read; the number of files (Smis) or rows (Csv). Needs data:export.
Result<qint64> exportMeasurements(const access::Session &session, ClientService &clients,
                                  MeasurementService &measurements, MeasurementFormat format, const QString &path);

//! One client's current body values as a .smis in `folder`, which is made where there is none; its path. Needs
//! data:export; "measure.empty" where nothing was measured yet. On the session's thread.
Result<QString> exportSmis(const access::Session &session, ClientService &clients, MeasurementService &measurements,
                           ClientId client, const QString &folder);

} // namespace thimblely
