// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/payment.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::finance {

//! A wage that is handed out.
struct WagePayment {
    MemberId member;
    Money amount;
    PaymentMethod method = PaymentMethod::Cash;
    bool isAdvance = false; //!< before it was earned
    bool fromTill = true;   //!< cash of the drawer; else of the bank or the safe
    QString note = {};
};

/*!
 * Wages as the ledger keeps them: what is earned is owed and lowers profit at once; what is advanced or paid out only
 * moves cash. So earning, advancing and paying a wage moves profit once, whatever the order. Errors:
 * "payment.not_positive", "payment.books_closed", "payment.not_refundable" for a way no wage is paid in; Forbidden with
 * finance:write, finance:read or, for what a member has, unless it is oneself.
 */
class WageService {
public:
    WageService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! Earned and not paid out; negative where more was advanced than earned. One's own may always be read.
    Result<Money> owed(MemberId member) const;
    QFuture<Result<TransactionId>> earn(MemberId member, Money amount, QString note);
    QFuture<Result<TransactionId>> pay(WagePayment payment);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::finance
