// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/reports.h"

#include "core/access/session.h"
#include "core/finance/payment_repository.h"
#include "core/inventory/read_rows.h"
#include "core/inventory/shop_terms.h"

#include <algorithm>

namespace thimblely::finance {

namespace {

using access::Capability;

//! Day totals that count in profit.
constexpr const char *profitDays = R"(
          FROM daily_totals
         WHERE day_date BETWEEN ?1 AND ?2 AND effect IN ('profit', 'owed') AND currency = ?3)";

Result<Currency> currencyFor(access::Session &session)
{
    TRY(session.principal().require(Capability::FinanceRead));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(session.reader()));
    return terms.currency;
}

Date dayOf(int year, int month, int day)
{
    return Date::fromQDate(QDate(year, month, day)).value();
}

//! Rates of what was sold, from a query of (name, rate, net, tax).
Result<std::vector<TaxPart>> readParts(storage::Statement &query, Currency currency)
{
    return inventory::readRows<TaxPart>(query, [currency](storage::Statement &row) -> Result<TaxPart> {
        return TaxPart{row.text(0), Rate(row.int64(1)), Money(row.int64(2), currency), Money(row.int64(3), currency)};
    });
}

//! What the rows of the books hold of taxes, as far as they have come in.
Result<std::vector<TaxPart>> cashTaxes(access::Session &session, Date from, Date until, Currency currency, bool income)
{
    TRY_ASSIGN(auto query, session.reader().query(QByteArray(R"(
        SELECT ifnull(value ->> 'name', ''), ifnull(value ->> 'rate', 0) AS rate,
               sum(iif(paid.reverses_transaction_id IS NULL, 1, -1) * (value ->> 'net')),
               sum(iif(paid.reverses_transaction_id IS NULL, 1, -1) * (value ->> 'tax'))
          FROM transactions AS paid, json_each(paid.tax_breakdown)
         WHERE paid.date BETWEEN ?1 AND ?2 AND paid.currency = ?3 AND paid.tax_breakdown IS NOT NULL
           AND (paid.payment_method NOT IN ('transfer', 'mobile_money') OR paid.transaction_type = 'expense'
                OR paid.confirmed_at IS NOT NULL)
           AND paid.transaction_type = )") + (income ? "'income'" : "'expense'") +
                                                  " GROUP BY 1, 2 ORDER BY rate DESC, 1"));
    query->bind(from, until, currency.code());
    return readParts(*query, currency);
}

//! What was billed, less what credit notes took off.
Result<std::vector<TaxPart>> billedTaxes(access::Session &session, Date from, Date until, Currency currency)
{
    TRY(session.principal().require(Capability::InvoicesRead));
    TRY(session.principal().require(Capability::PricesRead));
    TRY_ASSIGN(auto query, session.reader().query(R"(
        SELECT '', ifnull(value ->> 'rate', 0) AS rate,
               sum(iif(paper.kind = 'invoice', 1, -1) * (value ->> 'net')),
               sum(iif(paper.kind = 'invoice', 1, -1) * (value ->> 'tax'))
          FROM invoices AS paper, json_each(paper.tax_breakdown)
         WHERE paper.issued_date BETWEEN ?1 AND ?2 AND paper.currency = ?3 AND paper.kind IN ('invoice', 'credit_note')
           AND paper.invoice_number IS NOT NULL AND paper.status <> 'cancelled' AND paper.tax_breakdown IS NOT NULL
         GROUP BY 2
         ORDER BY rate DESC)"));
    query->bind(from, until, currency.code());
    return readParts(*query, currency);
}

Result<Money> taxOf(const std::vector<TaxPart> &parts, Currency currency)
{
    Money sum = Money::zero(currency);
    for (const TaxPart &part : parts) {
        TRY_ASSIGN(sum, sum.plus(part.tax));
    }
    return sum;
}

} // namespace

Month Month::of(Date day)
{
    return {day.toQDate().year(), day.toQDate().month()};
}

Month Month::plus(int months) const
{
    const QDate moved = QDate(year, month, 1).addMonths(months);
    return {moved.year(), moved.month()};
}

Date Month::first() const
{
    return dayOf(year, month, 1);
}

Date Month::last() const
{
    return dayOf(year, month, QDate(year, month, 1).daysInMonth());
}

size_t Receivables::bandOf(qint64 days)
{
    return days <= 30 ? 0 : days <= 60 ? 1 : days <= 90 ? 2 : 3;
}

Result<std::vector<MonthFigures>> Reports::months(access::Session &session, Month last, int count)
{
    TRY_ASSIGN(const Currency currency, currencyFor(session));
    const Month first = last.plus(1 - count);
    std::vector<MonthFigures> months;
    for (int i = 0; i < count; ++i)
        months.push_back({first.plus(i), {Money::zero(currency), Money::zero(currency)}});
    TRY_ASSIGN(auto query,
               session.reader().query(QByteArray("SELECT substr(day_date, 1, 7), transaction_type = 'income',"
                                                 " sum(amount_minor)") +
                                      profitDays + " GROUP BY 1, 2"));
    query->bind(first.first(), last.last(), currency.code());
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return months;
        const QString text = query->text(0);
        const Month month{text.left(4).toInt(), text.mid(5).toInt()};
        const auto found = std::ranges::find(months, month, &MonthFigures::month);
        if (found != months.end())
            (query->boolean(1) ? found->figures.income : found->figures.expense) = Money(query->int64(2), currency);
    }
}

Result<Figures> Reports::between(access::Session &session, Date from, Date until)
{
    TRY_ASSIGN(const Currency currency, currencyFor(session));
    TRY_ASSIGN(auto query,
               session.reader().query(
                   QByteArray("SELECT ifnull(sum(amount_minor) FILTER (WHERE transaction_type = 'income'), 0),"
                              " ifnull(sum(amount_minor) FILTER (WHERE transaction_type = 'expense'), 0)") +
                   profitDays));
    query->bind(from, until, currency.code());
    TRY(query->step());
    return Figures{Money(query->int64(0), currency), Money(query->int64(1), currency)};
}

Result<std::vector<CategoryFigure>> Reports::categories(access::Session &session, Date from, Date until)
{
    TRY_ASSIGN(const Currency currency, currencyFor(session));
    TRY_ASSIGN(auto query, session.reader().query(
                               QByteArray("SELECT transaction_type = 'income' AS income, category, sum(amount_minor)") +
                               profitDays + " GROUP BY 1, 2 HAVING sum(amount_minor) <> 0 ORDER BY 1 DESC, 3 DESC, 2"));
    query->bind(from, until, currency.code());
    return inventory::readRows<CategoryFigure>(*query, [currency](storage::Statement &row) -> Result<CategoryFigure> {
        return CategoryFigure{row.boolean(0), row.text(1), Money(row.int64(2), currency)};
    });
}

Result<Receivables> Reports::receivables(access::Session &session, Date today)
{
    TRY_ASSIGN(const Currency currency, currencyFor(session));
    const Money none = Money::zero(currency);
    Receivables owed{{AgeBand{none}, AgeBand{none}, AgeBand{none}, AgeBand{none}}, none, {}};
    TRY_ASSIGN(const auto debts, PaymentRepository(session.reader()).debts(currency));
    constexpr size_t most = 5;
    for (const OpenDebt &debt : debts) {
        const qint64 days = std::max<qint64>(0, debt.since.daysTo(today));
        AgeBand &band = owed.bands[Receivables::bandOf(days)];
        TRY_ASSIGN(band.amount, band.amount.plus(debt.due));
        ++band.count;
        TRY_ASSIGN(owed.total, owed.total.plus(debt.due));
        if (owed.oldest.size() < most && Receivables::bandOf(days) > 0)
            owed.oldest.push_back({debt.order, debt.invoice, debt.number, debt.name, debt.due, int(days)});
    }
    return owed;
}

Result<TaxSummary> Reports::taxes(access::Session &session, Date from, Date until, TaxBasis basis)
{
    TRY_ASSIGN(const Currency currency, currencyFor(session));
    TRY_ASSIGN(auto sales, basis == TaxBasis::Cash ? cashTaxes(session, from, until, currency, true)
                                                   : billedTaxes(session, from, until, currency));
    TRY_ASSIGN(const auto expenses, cashTaxes(session, from, until, currency, false));
    TRY_ASSIGN(const Money taken, taxOf(sales, currency));
    TRY_ASSIGN(const Money paid, taxOf(expenses, currency));
    return TaxSummary{std::move(sales), taken, paid};
}

} // namespace thimblely::finance
