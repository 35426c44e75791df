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

//! How somebody stands with their wages, and what of it fell into a span of days.
struct WageStanding {
    MemberId member;
    QString name;
    bool works = true; //!< active here
    Money earned;
    Money advanced;
    Money paid;
    Money owed; //!< of all days: earned and not paid out; negative: more was advanced
};

enum class WageKind { Earned, Advanced, Paid };

//! A row of somebody's wages; what takes one back is negative.
struct WageLine {
    Date date;
    WageKind kind;
    Money amount;
    QString note;
};

//! Somebody's wages of a span of days, on one page: its lines add up to its sums, and those to what is owed.
struct WageSheet {
    Money before;                //!< owed from the days before
    std::vector<WageLine> lines; //!< the first day first
    Money earned;
    Money advanced;
    Money paid;
    Money owed; //!< at the end of it; negative: more was advanced than earned
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
    //! Everybody who works here, and who left and is still owed something, by name. Forbidden without finance:read.
    static Result<std::vector<WageStanding>> standings(access::Session &session, Date from, Date until);
    //! One's own may always be read.
    static Result<WageSheet> sheet(access::Session &session, MemberId member, Date from, Date until);
    QFuture<Result<TransactionId>> earn(MemberId member, Money amount, QString note);
    QFuture<Result<TransactionId>> pay(WagePayment payment);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::finance
