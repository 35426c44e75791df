// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/till_id.h"
#include "core/changes/write_context.h"
#include "core/storage/till_chain.h"

#include <QJsonObject>

#include <vector>

namespace thimblely::changes {

/*!
 * Writes the rows of a till, each of which becomes the next link of its chain (storage/till_chain.h): money it moves, and
 * that it was opened, counted and closed. A device has one till in a workspace and nobody else writes to its chain, so two
 * devices that work offline never fork one. Only where the file went on without a device, its till is counted and closed
 * by another.
 *
 * Errors: Conflict "till.in_use" for a till that is another device's still.
 */
class TillChain {
public:
    //! The same on every start: made from the workspace and the device.
    static TillId here(const access::Principal &principal);

    //! The tills of the workspace whose devices the file went on without: restored, read out of a damaged one, or opened on
    //! another computer. Known by this, that such a device holds no open series of numbers in it (file_mark.h).
    static Result<std::vector<TillId>> left(access::ScopedConnection &connection);

    //! A row of transactions of the till; till_id, till_seq and fiscal are added. `external` is what the shop's own
    //! fiscal till printed for it.
    static Result<void> insertMoney(WriteContext &context, TillId till, TransactionId id,
                                    std::vector<access::Field> fields, const QString &external = {});
    //! An opening, count or closing ("till_opened", "till_counted", "till_closed"); `day` is what came of it.
    static Result<void> insertDay(WriteContext &context, TillId till, ActivityId id, const char *kind, QJsonObject day);

private:
    struct Head {
        qint64 seq = 0;
        QByteArray hash;
    };
    static TillId of(WorkspaceId workspace, DeviceId device);
    static Result<void> requireNobodyElses(WriteContext &context, TillId till);
    static Result<Head> head(WriteContext &context, TillId till);
};

} // namespace thimblely::changes
