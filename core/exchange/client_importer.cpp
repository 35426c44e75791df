// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/client_importer.h"

#include "core/changes/import_register.h"
#include "core/clients/client_writer.h"
#include "core/exchange/file_import_run.h"
#include "core/exchange/own_clients.h"
#include "core/exchange/vcard.h"

#include <algorithm>

namespace thimblely {

namespace {

using changes::ImportRegister;
using changes::WriteContext;

ImportRegister::Entry entryOf(const VCardContact &contact)
{
    return {"vcard", storage::Table::Clients, contact.foreignId()};
}

bool isPlausibleEmail(const QString &email)
{
    ClientDraft probe;
    probe.name = QStringLiteral("x");
    probe.email = email;
    return validate(probe, Date::fromQDate(QDate(9999, 12, 31)).value()).ok();
}

bool isDialled(const VCardEntry &entry)
{
    const bool fax = entry.types.contains(QLatin1String("fax")) || entry.types.contains(QLatin1String("pager"));
    return !fax && phoneDigits(entry.value).remove(u'+').size() >= 3 && entry.value.size() <= 100;
}

void addPhones(ClientDraft &draft, QStringList &notes, QList<VCardEntry> entries)
{
    // What the card prefers comes first; else in the card's order.
    std::ranges::stable_sort(
        entries, [](const VCardEntry &a, const VCardEntry &b) { return a.isPreferred() && !b.isPreferred(); });
    for (const VCardEntry &entry : entries) {
        if (isDialled(entry))
            draft.phones.push_back({entry.value, PhoneUse::Call});
        else
            notes.append(QStringLiteral("TEL ") + entry.types.join(u',') + QStringLiteral(": ") + entry.value);
    }
}

//! Nothing a card says is dropped: what has no field of its own goes to the notes.
ClientDraft draftOf(const VCardContact &contact)
{
    ClientDraft draft;
    QStringList notes;
    draft.name = contact.fullName.left(200);
    draft.company = QStringList(QStringList{contact.org} + contact.orgUnits).join(QStringLiteral(", "));
    if (contact.orgUnits.isEmpty())
        draft.company = contact.org;
    addPhones(draft, notes, contact.phones);
    for (const VCardEntry &email : contact.emails) {
        if (draft.email.isEmpty() && isPlausibleEmail(email.value))
            draft.email = email.value;
        else
            notes.append(QStringLiteral("EMAIL: ") + email.value);
    }
    for (const VCardAddress &address : contact.addresses) {
        if (draft.address.isEmpty())
            draft.address = address.lines().join(u'\n');
        else
            notes.append(QStringLiteral("ADR: ") + address.lines().join(QStringLiteral(", ")));
    }
    if (contact.birthday && contact.birthday->isFull()) {
        const auto day = Date::parse(contact.birthday->toIso());
        if (day)
            draft.birthDate = *day;
    } else if (contact.birthday) {
        notes.append(QStringLiteral("BDAY: ") + contact.birthday->toIso());
    }
    draft.tags = contact.categories;
    if (!contact.note.isEmpty())
        notes.prepend(contact.note);
    draft.notes = notes.join(u'\n').left(10'000);
    return draft;
}

QByteArray hashOf(const ClientDraft &draft)
{
    QStringList parts = {draft.name,
                         draft.email,
                         draft.company,
                         draft.address,
                         draft.notes,
                         draft.birthDate ? draft.birthDate->toIso() : QString(),
                         draft.tags.join(u'\x1f')};
    for (const Phone &phone : draft.phones)
        parts.append(phone.number);
    return exchange::contentHash(parts.join(u'\x1e').toUtf8());
}

enum class Outcome { Created, Updated, Unchanged };

Result<Outcome> importOne(WriteContext &context, const VCardContact &contact)
{
    const ClientDraft draft = draftOf(contact);
    const QByteArray hash = hashOf(draft);
    TRY_ASSIGN(const auto known, ImportRegister::find(context, entryOf(contact)));
    if (known && known->contentHash == hash)
        return Outcome::Unchanged;
    std::optional<ClientId> ours;
    if (!known) {
        TRY_ASSIGN(ours, exchange::clientOfUri(context, contact.uid));
    }
    if (!known && !ours) {
        TRY_ASSIGN(const ClientId client, clients::add(context, draft));
        TRY(ImportRegister::remember(context, entryOf(contact), client.bytes(), hash));
        return Outcome::Created;
    }
    const ClientId client = known ? ClientId(known->row) : *ours;
    const auto merged = clients::fieldsFromOutside(context, client, draft);
    // Somebody put the client in the bin; a file does not bring them back.
    if (!merged && merged.error().kind == ErrorKind::NotFound)
        return Outcome::Unchanged;
    if (!merged)
        return merged.error();
    TRY_ASSIGN(const bool changed, clients::update(context, client, *merged));
    TRY(ImportRegister::remember(context, entryOf(contact), client.bytes(), hash));
    return changed ? Outcome::Updated : Outcome::Unchanged;
}

Result<void> importFile(WriteContext &context, const QString &file, const QByteArray &bytes, ImportReport &counts)
{
    TRY_ASSIGN(const VCardFile cards, readVCards(bytes));
    counts.read += int(cards.contacts.size() + cards.refused.size());
    for (const Refusal &refusal : cards.refused)
        counts.refused.push_back({file, refusal.line, refusal.error});
    for (const VCardContact &contact : cards.contacts) {
        const auto outcome = importOne(context, contact);
        if (!outcome && !exchange::isEntrysOwnFault(outcome.error()))
            return outcome.error();
        if (!outcome) {
            counts.refused.push_back({file, contact.line, outcome.error()});
            continue;
        }
        counts.created += *outcome == Outcome::Created;
        counts.updated += *outcome == Outcome::Updated;
        counts.unchanged += *outcome == Outcome::Unchanged;
    }
    return {};
}

} // namespace

Result<ImportReport> ClientImporter::importFiles(const QStringList &paths, bool dryRun, const ImportProgress &progress)
{
    return exchange::FileImportRun(m_door, {"clients.import", {QStringLiteral("vcf")}, import_limits::vcardBytes},
                                   importFile)
        .run(paths, dryRun, progress);
}

} // namespace thimblely
