// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"

#include <QSet>

namespace thimblely::finance {

//! Adds up what came in and went out on a day, in the order of the chain; pure. Money that was announced on an earlier
//! day and has come in since is of this one.
class DayTally {
public:
    //! `carried`: what lay in the drawer before; `begin`: the last place in the chain that is not of the day.
    explicit DayTally(const Money &carried, qint64 begin = 0);

    Result<void> add(const TillEntry &entry, const QByteArray &taxes);
    const TillSums &sums() const { return m_sums; }

private:
    Result<void> addToMethod(const TillEntry &entry);
    Result<void> addToKind(const TillEntry &entry);
    MethodSum &methodSum(PaymentMethod method);
    void noteNumber(const TillEntry &entry);
    void noteReceipt(const TillEntry &entry);
    Result<void> addAwaited(const TillEntry &entry);

    TillSums m_sums;
    const qint64 m_begin;
    QSet<QString> m_receipts;
};

} // namespace thimblely::finance
