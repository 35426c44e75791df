// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/storage/till_chain.h"

#include <QJsonObject>

#include <vector>

namespace thimblely::changes {

using TillId = Id<struct TillTag>;

/*!
 * Writes the rows of this device's till, each of which becomes the next link of its chain (storage/till_chain.h): money
 * it moves, and that it was opened, counted and closed. A device has one till in a workspace and nobody else writes to
 * its chain, so two devices that work offline never fork one.
 */
class TillChain {
public:
    //! The same on every start: made from the workspace and the device.
    static TillId here(const access::Principal &principal);

    //! A row of transactions of this till; till_id, till_seq and fiscal are added. `external` is what the shop's own
    //! fiscal till printed for it.
    static Result<void> insertMoney(WriteContext &context, TransactionId id, std::vector<access::Field> fields,
                                    const QString &external = {});
    //! An opening, count or closing ("till_opened", "till_counted", "till_closed"); `day` is what came of it.
    static Result<void> insertDay(WriteContext &context, ActivityId id, const char *kind, QJsonObject day);

private:
    struct Head {
        qint64 seq = 0;
        QByteArray hash;
    };
    static Result<Head> head(WriteContext &context, TillId till);
};

} // namespace thimblely::changes
