// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/payment_search.h"

#include "core/finance/till_entry_rows.h"
#include "core/inventory/read_rows.h"
#include "core/inventory/shop_terms.h"
#include "core/search/search_index.h"

#include <algorithm>

namespace thimblely::finance {

namespace {

constexpr int hitsLookedAt = 20; // orders and clients of one search
constexpr int shortPlace = 2;
constexpr int placeDigits = 5; // of a receipt in its series: "RA-26-00017"

constexpr const char *newestFirst = " AND paid.till_id IS NOT NULL AND paid.category IN ('order', 'client_credit')"
                                    " ORDER BY paid.occurred_at DESC, paid.id DESC LIMIT ?";

bool isPlace(const QString &typed)
{
    return !typed.isEmpty() && typed.size() <= placeDigits &&
           std::ranges::all_of(typed, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

//! The receipts that may be meant: a place alone is looked for in each series, of which there are few.
Result<QStringList> receiptsMeant(access::ScopedConnection &connection, const QString &typed)
{
    QStringList numbers{typed.toUpper()};
    if (!isPlace(typed))
        return numbers;
    QString after;
    for (;;) {
        TRY_ASSIGN(auto next, connection.query("SELECT min(receipt_no) FROM transactions WHERE receipt_no > ?"));
        next->bind(after);
        TRY(next->step());
        if (next->isNull(0))
            return numbers;
        const QString first = next->text(0);
        const QString series = first.left(first.lastIndexOf(u'-') + 1);
        if (series.isEmpty()) {
            after = first;
            continue;
        }
        numbers.append(series + typed.rightJustified(placeDigits, u'0'));
        after = series + u':'; // after every digit
    }
}

class Found {
public:
    Found(access::ScopedConnection &connection, Currency currency, int limit)
        : m_connection(connection), m_currency(currency), m_limit(limit)
    {}

    template <typename Value>
    Result<void> add(const char *column, const Value &value)
    {
        const QByteArray which = QByteArray("paid.") + column + " = ?" + newestFirst;
        TRY_ASSIGN(auto query, m_connection.query(entryQuery(m_connection.principal(), which)));
        query->bind(value, m_limit);
        TRY_ASSIGN(auto rows, inventory::readRows<TillEntry>(
                                  *query, [this](storage::Statement &row) { return mapEntry(row, m_currency); }));
        for (TillEntry &row : rows) {
            if (std::ranges::find(m_rows, row.id, &TillEntry::id) == m_rows.end())
                m_rows.push_back(std::move(row));
        }
        return {};
    }
    bool any() const { return !m_rows.empty(); }
    std::vector<TillEntry> newest()
    {
        std::ranges::stable_sort(m_rows, std::greater(), &TillEntry::occurredAt);
        if (int(m_rows.size()) > m_limit)
            m_rows.erase(m_rows.begin() + m_limit, m_rows.end());
        return std::move(m_rows);
    }

private:
    access::ScopedConnection &m_connection;
    const Currency m_currency;
    const int m_limit;
    std::vector<TillEntry> m_rows;
};

} // namespace

Result<std::vector<TillEntry>> findPayments(access::ScopedConnection &connection, const QString &typed,
                                            const QLocale &locale, int limit)
{
    TRY(connection.principal().require(access::Capability::PricesRead));
    const QString words = typed.simplified();
    if (words.isEmpty())
        return std::vector<TillEntry>();
    TRY_ASSIGN(const auto moment, connection.snapshot());
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(connection));
    Found found(connection, terms.currency, limit);
    TRY_ASSIGN(const QStringList receipts, receiptsMeant(connection, words));
    for (const QString &receipt : receipts)
        TRY(found.add("receipt_no", receipt));
    // One or two digits stand in half of all numbers: they mean the receipt.
    if (isPlace(words) && words.size() <= shortPlace && found.any())
        return found.newest();
    TRY_ASSIGN(const auto hits,
               search::SearchIndex::findSaid(connection, words, locale, search::everyKind, hitsLookedAt));
    for (const search::Hit &hit : hits) {
        if (hit.kind == search::Kind::Order)
            TRY(found.add("order_id", OrderId(hit.row)));
        else
            TRY(found.add("client_id", ClientId(hit.row)));
    }
    return found.newest();
}

} // namespace thimblely::finance
