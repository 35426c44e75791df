// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_lookup.h"

#include "core/clients/client_columns.h"
#include "core/clients/phone_number.h"
#include "core/search/fold.h"

namespace thimblely::clients {

namespace {

struct Found {
    ClientId id;
    QString name;
    bool hasPhone;
};

template <typename... Values>
Result<std::vector<Found>> found(access::ScopedConnection &connection, QByteArrayView condition,
                                 const Values &...values)
{
    TRY_ASSIGN(auto query, connection.query("SELECT id, name, phones IS NOT NULL FROM clients"
                                            " WHERE merged_into_id IS NULL AND " +
                                            condition.toByteArray() + " ORDER BY id LIMIT 20"));
    query->bind(values...);
    std::vector<Found> rows;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return rows;
        rows.push_back({query->id<ClientId>(0), query->text(1), query->boolean(2)});
    }
}

//! The one of that name; of those who have none said, the only one.
std::optional<ClientId> oneOf(const std::vector<Found> &rows, const QString &name)
{
    const QString folded = search::fold(name);
    if (folded.isEmpty())
        return rows.size() == 1 ? std::optional(rows.front().id) : std::nullopt;
    for (const Found &row : rows) {
        if (search::fold(row.name) == folded)
            return row.id;
    }
    return {};
}

//! Somebody who stands under their number only, until their name is known.
bool isOnlyANumber(const QString &name)
{
    return phoneDigits(name).size() >= 3 && search::fold(name).remove(u' ') == phoneDigits(name).remove(u'+');
}

} // namespace

Result<std::optional<ClientId>> described(access::ScopedConnection &connection, const Described &who)
{
    if (!who.number.isEmpty()) {
        TRY_ASSIGN(const auto rows, found(connection, "client_number = ?", who.number));
        if (const auto one = oneOf(rows, who.name))
            return one;
    }
    if (who.phones.empty())
        return std::optional<ClientId>();
    std::vector<Phone> phones = who.phones;
    if (!who.phonesAreRead) {
        TRY_ASSIGN(const QString country, countryOf(connection));
        phones = readPhones(who.phones, country);
    }
    const QString name = isOnlyANumber(who.name) ? QString() : who.name;
    for (const Phone &phone : phones) {
        if (phone.e164.isEmpty())
            continue;
        TRY_ASSIGN(const auto rows, found(connection, "phone = ?", phone.e164));
        if (const auto one = oneOf(rows, name))
            return one;
    }
    return std::optional<ClientId>();
}

Result<std::optional<ClientId>> describedOrNamed(access::ScopedConnection &connection, const Described &who)
{
    TRY_ASSIGN(const auto known, described(connection, who));
    if (known || who.name.isEmpty())
        return known;
    TRY_ASSIGN(auto rows, found(connection, "name = ?", who.name));
    if (!who.phones.empty()) // whoever has another number is another
        std::erase_if(rows, [](const Found &row) { return row.hasPhone; });
    if (rows.size() > 1)
        return Error{ErrorKind::Conflict, "client.several_of_name", {who.name}, {}};
    return rows.empty() ? std::nullopt : std::optional(rows.front().id);
}

Result<std::optional<ClientId>> described(changes::WriteContext &context, const Described &who)
{
    return described(context.connection(), who);
}

Result<std::optional<ClientId>> describedOrNamed(changes::WriteContext &context, const Described &who)
{
    return describedOrNamed(context.connection(), who);
}

} // namespace thimblely::clients
