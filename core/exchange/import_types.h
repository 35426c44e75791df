// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/error.h"
#include "core/measurements/measurement_catalogue.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace thimblely {

//! An entry of a foreign file that was not taken: where it begins and why. The other entries are not touched by it.
struct Refusal {
    qint64 line; //!< of the file, counted from 1
    Error error;
    friend bool operator==(const Refusal &, const Refusal &) = default;
};

//! What a foreign file says about whose body it is.
enum class BodySex { Unknown, Female, Male };

//! One measured value of a foreign file; `amount` in the unit of its dimension (tenths of mm, grams, tenths of a degree).
struct ImportedValue {
    QString code; //!< of the catalogue, a Seamly name it lacks, or a custom name that begins with '@'
    MeasurementDimension dimension;
    qint64 amount;
    QString text; //!< as it stands in the file: "82.3", or a formula
    friend bool operator==(const ImportedValue &, const ImportedValue &) = default;
};

//! The sizes beyond which a file is refused whole, with "<format>.too_large" and the limit in bytes.
namespace import_limits {
constexpr qint64 vcardBytes = 64 * 1024 * 1024;
constexpr qint64 csvBytes = 64 * 1024 * 1024;
constexpr qint64 smisBytes = 4 * 1024 * 1024;
} // namespace import_limits

/*!
 * A name for an entry that brings none of its own: the same entry gives the same name at every import and on every
 * device. Parts are folded (case, spaces) before they are hashed. "sha256:" and 32 hexadecimal digits.
 */
QString foreignIdOf(QByteArrayView format, const QStringList &parts);

} // namespace thimblely
