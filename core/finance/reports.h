// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/order_taxes.h"
#include "core/finance/payment.h"

#include <array>

namespace thimblely::access {
class Session;
}

namespace thimblely::finance {

//! A month of the calendar.
struct Month {
    int year;
    int month;

    static Month of(Date day);
    Month plus(int months) const;
    Date first() const;
    Date last() const;
    friend auto operator<=>(const Month &, const Month &) = default;
};

//! What came in and went out by profit: income, expense, what is left.
struct Figures {
    Money income;
    Money expense;
    Money left() const { return income.minus(expense).valueOr(income); }
};

struct MonthFigures {
    Month month;
    Figures figures;
};

struct CategoryFigure {
    bool isIncome;
    QString category;
    Money amount;
};

//! What is owed, by how long it is.
struct AgeBand {
    Money amount;
    int count = 0; //!< orders and invoices
};

struct Receivables {
    struct Debt {
        std::optional<OrderId> order;
        std::optional<InvoiceId> invoice;
        QString number;
        QString name;
        Money due;
        int days; //!< since it was ordered or billed
    };
    std::array<AgeBand, 4> bands; //!< 0 to 30 days, 31 to 60, 61 to 90, older
    Money total;
    std::vector<Debt> oldest; //!< at most five, of those over 30 days

    static size_t bandOf(qint64 days);
};

//! By what the tax of a period is counted: by the money that came in, or by what was billed.
enum class TaxBasis { Cash, Invoices };

struct TaxSummary {
    std::vector<TaxPart> sales; //!< by rate
    Money taken;                //!< tax in them
    Money paid;                 //!< tax inside expenses
    Money toPay() const { return taken.minus(paid).valueOr(taken); }
};

/*!
 * What the books come to, from the day totals where these can say it; static, for the reader's thread. Forbidden without
 * finance:read; what is owed takes prices:read too, tax by invoices invoices:read.
 */
class Reports {
public:
    //! So many months up to this one, the oldest first; those in which nothing happened too.
    static Result<std::vector<MonthFigures>> months(access::Session &session, Month last, int count);
    static Result<Figures> between(access::Session &session, Date from, Date until);
    //! The dearest first, income before expense.
    static Result<std::vector<CategoryFigure>> categories(access::Session &session, Date from, Date until);
    static Result<Receivables> receivables(access::Session &session, Date today);
    static Result<TaxSummary> taxes(access::Session &session, Date from, Date until, TaxBasis basis);
};

} // namespace thimblely::finance
