// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/shop_terms.h"

#include "core/access/scoped_connection.h"

#include <optional>

namespace thimblely::inventory {

namespace {

struct KnownCalendar {
    QByteArray zone;
    QString start;
    ShopCalendar calendar;
};

//! The terms are read each time, since they may change; what costs is to find out again that the zone exists.
Result<ShopCalendar> calendarOf(const QByteArray &zone, const QString &start)
{
    static thread_local std::optional<KnownCalendar> last;
    if (last && last->zone == zone && last->start == start)
        return last->calendar;
    TRY_ASSIGN(ShopCalendar calendar, ShopCalendar::make(zone, timeFromColumn(start)));
    last.emplace(KnownCalendar{zone, start, calendar});
    return calendar;
}

} // namespace

// By hand: QTime::fromString with a format costs more than to read the row that the text stands in.
QTime timeFromColumn(QStringView text)
{
    const auto digit = [text](qsizetype at) {
        return text[at] >= u'0' && text[at] <= u'9' ? text[at].digitValue() : 100;
    };
    if (text.size() != 5 || text[2] != u':')
        return {};
    return QTime(digit(0) * 10 + digit(1), digit(3) * 10 + digit(4));
}

Result<ShopTerms> ShopTerms::load(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT currency, time_zone, day_starts_at, country_code, locale
          FROM workspaces
         WHERE id = ?)"));
    query->bind(connection.principal().workspace);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "workspace.not_found", {}, {}};
    TRY_ASSIGN(const Currency currency, Currency::parse(query->text(0)));
    TRY_ASSIGN(ShopCalendar calendar, calendarOf(query->utf8(1), query->text(2)));
    return ShopTerms{currency, std::move(calendar), query->text(3), query->text(4)};
}

} // namespace thimblely::inventory
