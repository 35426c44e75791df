// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/client_exporter.h"

#include "core/exchange/csv.h"
#include "core/exchange/own_clients.h"
#include "core/exchange/vcard.h"
#include "core/exchange/whole_file.h"

namespace thimblely {

namespace {

constexpr int pageSize = 500;

Result<std::vector<Client>> everyClient(ClientService &clients)
{
    std::vector<Client> all;
    std::optional<ClientKey> after;
    do {
        TRY_ASSIGN(const ClientPage page, clients.page(ClientFilter::All, ClientSort::Name, after, pageSize));
        for (const ClientSummary &row : page.rows) {
            TRY_ASSIGN(Client client, clients.load(row.id));
            all.push_back(std::move(client));
        }
        after = page.next;
    } while (after);
    return all;
}

VCardContact contactOf(const Client &client)
{
    VCardContact contact;
    contact.uid = exchange::uriOf(client.id);
    contact.fullName = client.fields.name;
    contact.org = client.fields.company;
    for (const Phone &phone : client.fields.phones)
        contact.phones.append(
            {phone.number, {phone.use == PhoneUse::Call ? QStringLiteral("voice") : QStringLiteral("cell")}});
    if (!client.fields.email.isEmpty())
        contact.emails.append({client.fields.email, {}});
    if (!client.fields.address.isEmpty()) {
        VCardAddress address;
        address.street = client.fields.address;
        contact.addresses.append(address);
    }
    if (client.fields.birthDate) {
        const QDate day = client.fields.birthDate->toQDate();
        contact.birthday = PartialDate{day.year(), day.month(), day.day()};
    }
    contact.note = client.fields.notes;
    contact.categories = client.fields.tags;
    return contact;
}

QByteArray toVCards(const std::vector<Client> &clients)
{
    QList<VCardContact> contacts;
    for (const Client &client : clients)
        contacts.append(contactOf(client));
    return writeVCards(contacts, VCardVersion::V40);
}

QByteArray toCsv(const std::vector<Client> &clients)
{
    QByteArray bytes = csvSheetRow({QStringLiteral("number"), QStringLiteral("name"), QStringLiteral("phone"),
                                    QStringLiteral("other_phones"), QStringLiteral("email"), QStringLiteral("company"),
                                    QStringLiteral("address"), QStringLiteral("birth_date"), QStringLiteral("notes"),
                                    QStringLiteral("fit_notes"), QStringLiteral("tags")});
    for (const Client &client : clients) {
        const ClientDraft &fields = client.fields;
        QStringList others;
        for (size_t i = 1; i < fields.phones.size(); ++i)
            others.append(fields.phones[i].number);
        bytes +=
            csvSheetRow({client.number, fields.name, fields.phones.empty() ? QString() : fields.phones.front().number,
                         others.join(QStringLiteral("; ")), fields.email, fields.company, fields.address,
                         fields.birthDate ? fields.birthDate->toIso() : QString(), fields.notes, fields.fitNotes,
                         fields.tags.join(QStringLiteral("; "))});
    }
    return bytes;
}

} // namespace

Result<qint64> exportClients(const access::Session &session, ClientService &clients, ClientFormat format,
                             const QString &path)
{
    TRY(session.principal().require(access::Capability::DataExport));
    TRY_ASSIGN(const std::vector<Client> all, everyClient(clients));
    TRY(exchange::writeWhole(path, format == ClientFormat::VCard4 ? toVCards(all) : toCsv(all)));
    return qint64(all.size());
}

} // namespace thimblely
