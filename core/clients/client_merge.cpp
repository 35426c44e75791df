// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_merge.h"

#include "core/clients/client_columns.h"
#include "core/clients/client_repository.h"
#include "core/clients/client_writer.h"

#include <algorithm>
#include <array>

namespace thimblely::clients {

namespace {

using T = storage::Table;
using C = access::Capability;

constexpr std::array references = {
    ClientReference{T::Orders, "client_id", C::OrdersRead, &MergedRows::orders},
    ClientReference{T::OrderItems, "wearer_client_id", C::OrdersRead, &MergedRows::pieces},
    ClientReference{T::OrderItems, "payer_client_id", C::OrdersRead, &MergedRows::piecesPaid},
    ClientReference{T::ClientMeasurements, "client_id", C::MeasurementsRead, &MergedRows::measurementSets},
    ClientReference{T::ClientInteractions, "client_id", C::ClientsRead, &MergedRows::logEntries},
    ClientReference{T::Events, "client_id", C::CalendarRead, &MergedRows::appointments},
    ClientReference{T::Messages, "client_id", C::MessagesRead, &MergedRows::messages},
    ClientReference{T::Transactions, "client_id", C::FinanceRead, &MergedRows::payments},
    ClientReference{T::Invoices, "client_id", C::InvoicesRead, &MergedRows::invoices},
    ClientReference{T::Clients, "payer_client_id", C::ClientsRead, &MergedRows::paidFor},
    ClientReference{T::Clients, "merged_into_id", C::ClientsRead, nullptr},
};

//! Columns that no field of the card shows, taken over where the card that stays has none.
constexpr std::array quietColumns = {"location", "avatar_media", "pattern_refs", "custom_fields"};

Result<std::vector<IdBytes>> rowsOf(access::ScopedConnection &connection, const ClientReference &reference,
                                    ClientId client)
{
    TRY_ASSIGN(auto query, connection.query(QByteArray("SELECT id FROM ") + storage::facts(reference.table).name +
                                            " WHERE " + reference.column + " = ?"));
    query->bind(client);
    std::vector<IdBytes> rows;
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return rows;
        rows.push_back(query->idBytes(0));
    }
}

QString joined(const QString &a, const QString &b)
{
    if (b.isEmpty() || a == b)
        return a;
    return a.isEmpty() ? b : a + u'\n' + b;
}

std::optional<Instant> earlier(const std::optional<Instant> &a, const std::optional<Instant> &b)
{
    return a && b ? std::min(*a, *b) : a ? a : b;
}

struct Pair {
    Client stays;
    Client goes;
};

Result<Pair> load(access::ScopedConnection &connection, ClientId staysId, ClientId goesId)
{
    if (staysId == goesId)
        return Error{ErrorKind::Invalid, "client.merge_itself", {}, {}};
    TRY(connection.principal().require(C::ClientsDelete));
    TRY(connection.principal().require(C::PricesRead));
    for (const ClientReference &reference : references)
        TRY(connection.principal().require(reference.read));
    for (const ClientId &id : {staysId, goesId}) {
        TRY_ASSIGN(const ClientId end, resolved(connection, id));
        if (end != id)
            return Error{ErrorKind::Conflict, "client.merged_already", {}, {}};
    }
    TRY_ASSIGN(std::optional<Client> stays, loadRow(connection, staysId));
    TRY_ASSIGN(std::optional<Client> goes, loadRow(connection, goesId));
    if (!stays || !goes)
        return Error{ErrorKind::NotFound, "client.unknown", {}, {}};
    return Pair{std::move(*stays), std::move(*goes)};
}

//! Of two measures by the same template the older one is history now.
Result<void> supersedeOlder(changes::WriteContext &context, ClientId client)
{
    std::vector<IdBytes> older;
    {
        TRY_ASSIGN(auto query, context.query(R"(
            SELECT taken.id FROM client_measurements AS taken
             WHERE taken.client_id = ?1 AND taken.status = 'current'
               AND EXISTS (SELECT 1 FROM client_measurements AS newer
                            WHERE newer.client_id = ?1 AND newer.status = 'current' AND newer.kind = taken.kind
                              AND newer.template_id IS taken.template_id
                              AND (newer.taken_at, newer.id) > (taken.taken_at, taken.id)))"));
        query->bind(client);
        for (;;) {
            TRY_ASSIGN(const bool row, query->step());
            if (!row)
                break;
            older.push_back(query->idBytes(0));
        }
    }
    for (const IdBytes &set : older)
        TRY(context.rows().update(T::ClientMeasurements, RowId(set), {{"status", "superseded"}}));
    return {};
}

Result<void> fillQuietColumns(changes::WriteContext &context, ClientId stays, ClientId goes)
{
    std::vector<access::Field> fields;
    for (const char *column : quietColumns) {
        TRY_ASSIGN(auto query,
                   context.query(QByteArray("SELECT theirs.") + column + " FROM clients AS mine, clients AS theirs" +
                                 " WHERE mine.id = ? AND theirs.id = ? AND mine." + column + " IS NULL"));
        query->bind(stays, goes);
        TRY_ASSIGN(const bool found, query->step());
        if (!found || query->isNull(0))
            continue;
        const bool isHash = qstrcmp(column, "avatar_media") == 0;
        fields.push_back({column, isHash ? access::FieldValue(access::BlobValue{query->blob(0)})
                                         : access::FieldValue(query->utf8(0))});
    }
    return fields.empty() ? Result<void>() : context.rows().update(T::Clients, stays, fields);
}

//! Takes over what only one card says; remembers what both say differently.
class Fields {
public:
    Fields(const ClientDraft &goes, MergedCard &card) : m_goes(goes), m_card(card) {}

    template <typename Value>
    void choose(Value ClientDraft::*member, MergedField field) const
    {
        const Value nothing = ClientDraft().*member;
        Value &mine = m_card.fields.*member;
        const Value &theirs = m_goes.*member;
        if (theirs == nothing || theirs == mine)
            return;
        if (mine != nothing) {
            m_card.kept.push_back(field);
            return;
        }
        mine = theirs;
        m_card.filled.push_back(field);
    }

private:
    const ClientDraft &m_goes;
    MergedCard &m_card;
};

void unitePhones(const ClientDraft &goes, MergedCard &card)
{
    for (const Phone &phone : goes.phones) {
        const auto known = std::ranges::find(card.fields.phones, dialled(phone), dialled);
        if (known == card.fields.phones.end()) {
            card.fields.phones.push_back(phone);
            card.phonesAdded.push_back(phone.number);
        } else if (known->use != phone.use) {
            known->use = PhoneUse::Both;
        }
    }
}

} // namespace

std::span<const ClientReference> clientReferences()
{
    return references;
}

MergedCard mergedCard(const Client &stays, const Client &goes)
{
    MergedCard card{stays.fields, {}, {}, {}};
    ClientDraft &fields = card.fields;
    const ClientDraft &other = goes.fields;
    if (fields.payer == goes.id) { // who paid and who wore were one person
        fields.payer.reset();
        fields.relation.clear();
    }
    unitePhones(other, card);
    const Fields choice(other, card);
    choice.choose(&ClientDraft::email, MergedField::Email);
    choice.choose(&ClientDraft::company, MergedField::Company);
    choice.choose(&ClientDraft::address, MergedField::Address);
    choice.choose(&ClientDraft::birthDate, MergedField::BirthDate);
    choice.choose(&ClientDraft::gender, MergedField::Gender);
    choice.choose(&ClientDraft::locale, MergedField::Language);
    choice.choose(&ClientDraft::channel, MergedField::Channel);
    choice.choose(&ClientDraft::taxId, MergedField::TaxId);
    if (other.payer && other.payer != stays.id) {
        const bool taken = !fields.payer;
        choice.choose(&ClientDraft::payer, MergedField::Payer);
        if (taken)
            fields.relation = other.relation;
    }
    if (other.creditAllowed && !fields.creditAllowed) // credit is given to a card, not found on another
        card.kept.push_back(MergedField::Credit);
    fields.notes = joined(fields.notes, other.notes);
    fields.fitNotes = joined(fields.fitNotes, other.fitNotes);
    for (const QString &tag : other.tags) {
        if (!fields.tags.contains(tag))
            fields.tags.append(tag);
    }
    // Whoever said no on one card said no; what was allowed on one was allowed.
    fields.messageOptOutAt = earlier(fields.messageOptOutAt, other.messageOptOutAt);
    fields.marketingConsentAt = earlier(fields.marketingConsentAt, other.marketingConsentAt);
    fields.photoConsentAt = earlier(fields.photoConsentAt, other.photoConsentAt);
    return card;
}

Result<MergePreview> previewMerge(access::ScopedConnection &connection, ClientId staysId, ClientId goesId)
{
    TRY_ASSIGN(Pair pair, load(connection, staysId, goesId));
    MergedCard card = mergedCard(pair.stays, pair.goes);
    MergePreview preview{std::move(pair.stays),       std::move(pair.goes),   {},
                         std::move(card.phonesAdded), std::move(card.filled), std::move(card.kept)};
    for (const ClientReference &reference : references) {
        if (!reference.count)
            continue;
        TRY_ASSIGN(const auto rows, rowsOf(connection, reference, goesId));
        preview.rows.*reference.count = int(rows.size());
    }
    return preview;
}

Result<void> merge(changes::WriteContext &context, ClientId staysId, ClientId goesId)
{
    TRY_ASSIGN(const Pair pair, load(context.connection(), staysId, goesId));
    context.nameIt({pair.goes.fields.name, pair.stays.fields.name});
    const MergedCard card = mergedCard(pair.stays, pair.goes);
    if (card.fields.payer) {
        TRY_ASSIGN(const auto paidFor,
                   rowsOf(context.connection(), {T::Clients, "payer_client_id", C::ClientsRead, {}}, goesId));
        if (paidFor.size() > size_t(std::ranges::count(paidFor, staysId.bytes())))
            return Error{ErrorKind::Invalid, "client.payer_is_paid_for", {pair.stays.fields.name}, {}};
    }
    for (const ClientReference &reference : references) {
        TRY_ASSIGN(const auto rows, rowsOf(context.connection(), reference, goesId));
        for (const IdBytes &row : rows) {
            if (reference.table == T::Clients && row == staysId.bytes())
                continue; // what it says of who pays is part of the card
            TRY(context.rows().update(reference.table, RowId(row), {{reference.column, staysId}}));
        }
    }
    TRY(supersedeOlder(context, staysId));
    TRY(fillQuietColumns(context, staysId, goesId));
    TRY(context.rows().update(T::Clients, goesId, {{"merged_into_id", staysId}}));
    TRY(update(context, staysId, card.fields));
    return {};
}

} // namespace thimblely::clients
