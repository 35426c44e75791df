// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"

#include <QSet>

namespace thimblely::finance {

//! Adds up the entries of a day, in the order of the chain; pure.
class DayTally {
public:
    //! `carried`: what lay in the drawer before.
    explicit DayTally(const Money &carried);

    Result<void> add(const TillEntry &entry, const QByteArray &taxes);
    const TillSums &sums() const { return m_sums; }

private:
    Result<void> addToMethod(const TillEntry &entry);
    Result<void> addToKind(const TillEntry &entry);
    MethodSum &methodSum(PaymentMethod method);
    void noteReceipt(const TillEntry &entry);

    TillSums m_sums;
    QSet<QString> m_receipts;
};

} // namespace thimblely::finance
