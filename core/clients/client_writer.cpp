// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_writer.h"

#include "core/changes/number_series.h"
#include "core/clients/client_columns.h"
#include "core/clients/client_repository.h"
#include "core/clients/phone_number.h"
#include "core/search/searched_rows.h"

#include <QDate>

namespace thimblely::clients {

namespace {

constexpr auto table = storage::Table::Clients;

//! Somewhere on earth it is tomorrow already; a client born then is let through rather than refused wrongly.
Result<Date> latestToday(const Clock &clock)
{
    constexpr qint64 msecsADay = 24 * 60 * 60 * 1000;
    return Date::fromQDate(QDate(1970, 1, 1).addDays(clock.now().msecs() / msecsADay + 1));
}

access::FieldValue textOrNull(const QString &text)
{
    return text.isEmpty() ? access::FieldValue(std::nullopt) : access::FieldValue(text);
}

void addPhones(std::vector<access::Field> &fields, const std::vector<Phone> &phones)
{
    if (phones.empty()) {
        for (const char *column : {"phones", "phone", "phone_as_typed"})
            fields.push_back({column, std::nullopt});
        return;
    }
    fields.push_back({"phones", phonesToJson(phones)});
    fields.push_back({"phone", textOrNull(phones.front().e164)});
    fields.push_back({"phone_as_typed", phones.front().number});
}

//! Who pays, on what terms, and what the person has agreed to.
void addTerms(std::vector<access::Field> &fields, const ClientDraft &before, const ClientDraft &after)
{
    if (before.payer != after.payer)
        fields.push_back({"payer_client_id", after.payer});
    if (before.channel != after.channel)
        fields.push_back({"preferred_channel", toColumn(after.channel)});
    if (before.creditAllowed != after.creditAllowed)
        fields.push_back({"credit_allowed", after.creditAllowed});
    if (before.creditLimit != after.creditLimit)
        fields.push_back({"credit_limit_minor", after.creditLimit});
    const auto instant = [&](const char *column, std::optional<Instant> ClientDraft::*member) {
        if (before.*member != after.*member)
            fields.push_back({column, after.*member});
    };
    instant("marketing_consent_at", &ClientDraft::marketingConsentAt);
    instant("photo_consent_at", &ClientDraft::photoConsentAt);
    instant("message_opt_out_at", &ClientDraft::messageOptOutAt);
}

//! The columns in which the two differ.
std::vector<access::Field> differences(const ClientDraft &before, const ClientDraft &after)
{
    std::vector<access::Field> fields;
    const auto text = [&](const char *column, QString ClientDraft::*member) {
        if (before.*member != after.*member)
            fields.push_back({column, textOrNull(after.*member)});
    };
    text("name", &ClientDraft::name);
    text("email", &ClientDraft::email);
    text("company", &ClientDraft::company);
    text("address", &ClientDraft::address);
    text("notes", &ClientDraft::notes);
    text("fit_notes", &ClientDraft::fitNotes);
    text("locale", &ClientDraft::locale);
    text("relation_to_payer", &ClientDraft::relation);
    text("tax_id", &ClientDraft::taxId);
    if (before.phones != after.phones)
        addPhones(fields, after.phones);
    if (before.birthDate != after.birthDate)
        fields.push_back({"birth_date", after.birthDate});
    if (before.gender != after.gender)
        fields.push_back({"gender_for_fit", toColumn(after.gender)});
    if (before.tags != after.tags)
        fields.push_back({"tags", after.tags.isEmpty() ? access::FieldValue(std::nullopt)
                                                       : access::FieldValue(tagsToJson(after.tags))});
    addTerms(fields, before, after);
    return fields;
}

//! One payer, several bodies, and not a chain of them: who pays is found in one step, and a balance in one sum.
Result<void> checkPayer(changes::WriteContext &context, const ClientDraft &draft, std::optional<ClientId> self)
{
    if (!draft.payer)
        return {};
    if (draft.payer == self)
        return Error{ErrorKind::Invalid, "client.pays_for_itself", {}, {}};
    TRY_ASSIGN(const std::optional<Client> payer, loadRow(context.connection(), *draft.payer));
    if (!payer)
        return Error{ErrorKind::NotFound, "client.unknown", {}, {}};
    if (payer->fields.payer)
        return Error{ErrorKind::Invalid, "client.payer_is_paid_for", {payer->fields.name}, {}};
    if (!self)
        return {};
    TRY_ASSIGN(auto query,
               context.query("SELECT 1 FROM clients WHERE payer_client_id = ? AND merged_into_id IS NULL LIMIT 1"));
    query->bind(*self);
    TRY_ASSIGN(const bool paysForOthers, query->step());
    if (paysForOthers)
        return Error{ErrorKind::Invalid, "client.pays_for_others", {draft.name}, {}};
    return {};
}

Result<ReadyClient> ready(changes::WriteContext &context, const ClientDraft &draft)
{
    TRY_ASSIGN(const ReadyFor shop, ReadyFor::load(context.connection(), context.clock()));
    return ReadyClient::make(draft, shop);
}

//! With the payer's card, where it was merged, that stands for both.
Result<ClientDraft> withPayer(changes::WriteContext &context, ClientDraft tidy)
{
    if (tidy.payer) {
        TRY_ASSIGN(tidy.payer, resolved(context.connection(), *tidy.payer));
    }
    return tidy;
}

QStringList numbersOf(const std::vector<Phone> &phones)
{
    QStringList numbers;
    for (const Phone &phone : phones)
        numbers.append(phone.number);
    return numbers;
}

} // namespace

Result<ReadyFor> ReadyFor::load(access::ScopedConnection &connection, const Clock &clock)
{
    TRY_ASSIGN(QString country, countryOf(connection));
    TRY_ASSIGN(const Date today, latestToday(clock));
    return ReadyFor{std::move(country), today};
}

ReadyClient::ReadyClient(ClientDraft fields)
    : m_fields(std::move(fields)), m_columns(differences(ClientDraft(), m_fields)),
      m_words(search::clientWords(m_fields.name, m_fields.company, m_fields.email, numbersOf(m_fields.phones)))
{}

Result<ReadyClient> ReadyClient::make(const ClientDraft &draft, const ReadyFor &shop)
{
    ClientDraft tidy = tidied(draft, shop.country);
    TRY(validate(tidy, shop.today));
    return ReadyClient(std::move(tidy));
}

Result<ClientId> add(changes::WriteContext &context, const ClientDraft &draft)
{
    TRY_ASSIGN(const ReadyClient made, ready(context, draft));
    return add(context, made);
}

Result<ClientId> add(changes::WriteContext &context, const ReadyClient &ready)
{
    std::vector<access::Field> fields = ready.columns();
    if (ready.fields().payer) {
        TRY_ASSIGN(const ClientDraft tidy, withPayer(context, ready.fields()));
        TRY(checkPayer(context, tidy, {}));
        fields = differences(ClientDraft(), tidy);
    }
    TRY_ASSIGN(const Date today, latestToday(context.clock()));
    TRY_ASSIGN(const auto number, changes::NumberSeries::take(context, changes::SeriesKind::Client, today));
    fields.push_back({"client_number", number.text});
    fields.push_back({"added_by", context.principal().person});
    const ClientId id = ClientId::make(context.clock());
    TRY(context.rows().insert(table, id, fields));
    TRY(search::addClient(context, id, ready.words(), number.text));
    return id;
}

Result<bool> update(changes::WriteContext &context, ClientId asked, const ClientDraft &draft)
{
    TRY_ASSIGN(const std::optional<Client> before, load(context.connection(), asked));
    if (!before)
        return Error{ErrorKind::NotFound, "client.unknown", {}, {}};
    const ClientId id = before->id;
    TRY_ASSIGN(const ReadyClient made, ready(context, draft));
    TRY_ASSIGN(const ClientDraft tidy, withPayer(context, made.fields()));
    if (tidy.payer != before->fields.payer)
        TRY(checkPayer(context, tidy, id));
    const std::vector<access::Field> fields = differences(before->fields, tidy);
    if (fields.empty())
        return false;
    TRY(context.rows().update(table, id, fields));
    TRY(search::refreshClient(context, id));
    return true;
}

Result<void> addFitNote(changes::WriteContext &context, ClientId asked, const QString &note)
{
    TRY_ASSIGN(const std::optional<Client> client, load(context.connection(), asked));
    if (!client)
        return Error{ErrorKind::NotFound, "client.unknown", {}, {}};
    QStringList lines = client->fields.fitNotes.split(u'\n', Qt::SkipEmptyParts);
    if (lines.contains(note))
        return {};
    lines.append(note);
    ClientDraft draft = client->fields;
    draft.fitNotes = lines.join(u'\n');
    TRY(update(context, client->id, draft));
    return {};
}

Result<bool> exists(changes::WriteContext &context, ClientId id)
{
    TRY_ASSIGN(auto query, context.query("SELECT 1 FROM clients WHERE id = ?"));
    query->bind(id);
    return query->step();
}

Result<ClientDraft> fieldsFromOutside(changes::WriteContext &context, ClientId id, const ClientDraft &outside)
{
    TRY_ASSIGN(const std::optional<Client> known, load(context.connection(), id));
    if (!known)
        return Error{ErrorKind::NotFound, "client.unknown", {}, {}};
    ClientDraft merged = known->fields;
    merged.name = outside.name;
    const auto take = [&](QString ClientDraft::*member) {
        if (!(outside.*member).isEmpty())
            merged.*member = outside.*member;
    };
    take(&ClientDraft::email);
    take(&ClientDraft::company);
    take(&ClientDraft::address);
    take(&ClientDraft::notes);
    if (!outside.phones.empty())
        merged.phones = outside.phones;
    if (outside.birthDate)
        merged.birthDate = outside.birthDate;
    for (const QString &tag : outside.tags) {
        if (!merged.tags.contains(tag))
            merged.tags.append(tag);
    }
    return merged;
}

Result<void> remove(changes::WriteContext &context, ClientId id)
{
    return context.rows().remove(table, id.bytes());
}

Result<void> restore(changes::WriteContext &context, ClientId id)
{
    TRY(context.rows().restore(table, id.bytes()));
    return search::refreshClient(context, id);
}

} // namespace thimblely::clients
