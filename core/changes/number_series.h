// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/changes/write_context.h"

#include <optional>

namespace thimblely::changes {

enum class SeriesKind { Order, Client, Invoice, Receipt };

/*!
 * Gives the next number of this device's series, inside the operation that uses it: when that is rolled back, so is
 * the number, which makes the series gapless. Two devices never share a series (sync.md 14).
 */
class NumberSeries {
public:
    struct Number {
        QString
            text; //!< as printed: order "1042" or "B1042", invoice "A-26-00017", receipt "RA-26-00017", client "318"
        QString series; //!< the series it belongs to: "" or "B"; "A-26"
    };
    //! `day`: the shop's day; invoice and receipt series start anew each year.
    static Result<Number> take(WriteContext &context, SeriesKind kind, Date day);

private:
    struct Row;  // of sys_series
    struct Held; // rows whose numbers an operation is taking
    static Result<std::optional<Row>> open(WriteContext &context, const char *kind, const QString &period);
    static Result<void> close(WriteContext &context, qint64 series);
    static Result<QString> letterOfDevice(WriteContext &context);
    static Result<Row> make(WriteContext &context, const char *kind, const QString &period, const QString &letter,
                            qint64 first);
    static Result<Row> current(WriteContext &context, SeriesKind kind, const QString &period, Instant now);
    static Result<void> write(WriteContext &context, const Row &row);
    static Result<void> writeHeld(WriteContext &context);
    static Result<Number> takeOfMany(WriteContext &context, SeriesKind kind, const QString &period, Instant now);
};

} // namespace thimblely::changes
