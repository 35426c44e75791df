// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/measurement_importer.h"

#include "core/changes/import_register.h"
#include "core/clients/client_writer.h"
#include "core/exchange/ansur.h"
#include "core/exchange/file_import_run.h"
#include "core/exchange/own_clients.h"
#include "core/exchange/smis.h"
#include "core/measurements/measurement_writer.h"

#include <QFileInfo>

#include <algorithm>

namespace thimblely {

namespace {

using changes::ImportRegister;
using changes::WriteContext;

//! A person of a file and what was measured on them, whatever the format.
struct ImportedSet {
    QByteArray format;
    QString foreignId;
    qint64 line;
    ClientDraft client;
    std::vector<MeasuredValue> values;
    QString notes;
    QString uri = {}; //!< of one of our own clients, in a file that we wrote
};

GenderForFit genderOf(BodySex sex)
{
    switch (sex) {
    case BodySex::Female:
        return GenderForFit::Female;
    case BodySex::Male:
        return GenderForFit::Male;
    case BodySex::Unknown:
        break;
    }
    return GenderForFit::Unknown;
}

//! Foreign files weigh in kilograms, whatever their lengths are in.
AmountUnit importedUnit(MeasurementDimension dimension, LengthUnit lengthUnit)
{
    return dimension == MeasurementDimension::Weight ? AmountUnit::Kilogram : unitOf(dimension, lengthUnit);
}

//! The text of a file is kept where a person could have typed it; a formula becomes its result.
MeasuredValue valueOf(const ImportedValue &imported, LengthUnit unit)
{
    MeasuredValue value{imported.code, Side::Both, imported.amount, importedUnit(imported.dimension, unit),
                        imported.text};
    const auto typed = MeasuredValue::parse(imported.code, Side::Both, imported.text, unit);
    if (typed && typed->amount == imported.amount && typed->unit == value.unit)
        return value;
    if (imported.dimension == MeasurementDimension::Length)
        value.text = toText(Length(imported.amount), unit);
    else
        value.text = shownIn(value, LengthUnit::Centimetre);
    return value;
}

enum class Outcome { Created, Updated, Unchanged };

//! The client the set hangs on, made where the file names one who is not known; nothing where they are in the bin.
Result<std::optional<ClientId>> clientOf(WriteContext &context, const ImportedSet &set, ImportReport &counts)
{
    const ImportRegister::Entry entry{set.format + "-client", storage::Table::Clients, set.foreignId};
    TRY_ASSIGN(const auto known, ImportRegister::find(context, entry));
    if (known) {
        TRY_ASSIGN(const bool exists, clients::exists(context, ClientId(known->row)));
        return exists ? std::optional(ClientId(known->row)) : std::nullopt;
    }
    TRY_ASSIGN(std::optional<ClientId> client, exchange::clientOfUri(context, set.uri));
    if (!client) {
        TRY_ASSIGN(client, clients::add(context, set.client));
        ++counts.clientsCreated;
        if (!set.uri.isEmpty())
            TRY(exchange::rememberUri(context, set.uri, *client));
    }
    TRY(ImportRegister::remember(context, entry, client->bytes(), exchange::contentHash(set.client.name.toUtf8())));
    return client;
}

Result<Outcome> importOne(WriteContext &context, const ImportedSet &set, ImportReport &counts)
{
    const QByteArray hash = exchange::contentHash(toJson(set.values));
    const ImportRegister::Entry entry{set.format, storage::Table::ClientMeasurements, set.foreignId};
    TRY_ASSIGN(const auto known, ImportRegister::find(context, entry));
    if (known && known->contentHash == hash)
        return Outcome::Unchanged;
    if (set.values.empty())
        return Error{ErrorKind::Invalid, "measure.empty", {}, {}};
    TRY_ASSIGN(const std::optional<ClientId> client, clientOf(context, set, counts));
    if (!client)
        return Outcome::Unchanged;
    MeasurementDraft draft{*client, {}, SetKind::Body, set.values};
    draft.notes = set.notes;
    draft.source = QStringLiteral("notebook");
    TRY_ASSIGN(const MeasurementSetId made, measurements::save(context, draft));
    TRY(ImportRegister::remember(context, entry, made.bytes(), hash));
    return known ? Outcome::Updated : Outcome::Created;
}

Result<void> importSets(WriteContext &context, const QString &file, const std::vector<ImportedSet> &sets,
                        ImportReport &counts)
{
    for (const ImportedSet &set : sets) {
        ++counts.read;
        const auto outcome = importOne(context, set, counts);
        if (!outcome && !exchange::isEntrysOwnFault(outcome.error()))
            return outcome.error();
        if (!outcome) {
            counts.refused.push_back({file, set.line, outcome.error()});
            continue;
        }
        counts.created += *outcome == Outcome::Created;
        counts.updated += *outcome == Outcome::Updated;
        counts.unchanged += *outcome == Outcome::Unchanged;
    }
    return {};
}

Result<void> importSurvey(WriteContext &context, const QString &file, const QByteArray &bytes, ImportReport &counts)
{
    TRY_ASSIGN(const SurveyFile survey, readAnsur(bytes));
    counts.read += int(survey.refused.size());
    for (const Refusal &refusal : survey.refused)
        counts.refused.push_back({file, refusal.line, refusal.error});
    std::vector<ImportedSet> sets;
    sets.reserve(size_t(survey.people.size()));
    for (const SurveyedPerson &person : survey.people) {
        ImportedSet set{"ansur", person.foreignId, person.line, {}, {}, QStringLiteral("Waist measured at the navel.")};
        set.client.name = person.foreignId;
        set.client.gender = genderOf(person.sex);
        for (const ImportedValue &value : person.values)
            set.values.push_back(valueOf(value, LengthUnit::Millimetre));
        sets.push_back(std::move(set));
    }
    return importSets(context, file, sets, counts);
}

Result<void> importSeamly(WriteContext &context, const QString &file, const QByteArray &bytes, ImportReport &counts)
{
    TRY_ASSIGN(const SeamlyFile seamly, readSmis(bytes));
    for (const Refusal &refusal : seamly.refused)
        counts.leftOut.push_back({file, refusal.line, refusal.error});
    ImportedSet set{"smis", seamly.foreignId, 1, {}, {}, seamly.notes.left(10'000)};
    set.uri = exchange::takeUri(set.notes);
    if (!set.uri.isEmpty())
        set.foreignId = set.uri; // two of one name are two
    set.client.name = seamly.fullName();
    if (set.client.name.trimmed().isEmpty())
        set.client.name = QFileInfo(file).completeBaseName();
    set.client.email = seamly.email;
    set.client.birthDate = seamly.birthDate;
    set.client.gender = genderOf(seamly.sex);
    for (const SeamlyValue &value : seamly.values)
        set.values.push_back(valueOf(value.value, seamly.unit));
    return importSets(context, file, {set}, counts);
}

Result<void> importFile(WriteContext &context, const QString &file, const QByteArray &bytes, ImportReport &counts)
{
    if (QFileInfo(file).suffix().compare(QLatin1String("csv"), Qt::CaseInsensitive) == 0)
        return importSurvey(context, file, bytes, counts);
    return importSeamly(context, file, bytes, counts);
}

} // namespace

Result<ImportReport> MeasurementImporter::importFiles(const QStringList &paths, bool dryRun,
                                                      const ImportProgress &progress)
{
    const QStringList endings = {QStringLiteral("csv"), QStringLiteral("smis"), QStringLiteral("vit")};
    return exchange::FileImportRun(m_door, {"measurements.import", endings, import_limits::csvBytes}, importFile)
        .run(paths, dryRun, progress);
}

} // namespace thimblely
