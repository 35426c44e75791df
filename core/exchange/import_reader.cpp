// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/import_reader.h"

#include "core/calendar/recurrence.h"
#include "core/exchange/ansur.h"
#include "core/exchange/contact_rows.h"
#include "core/exchange/import_table.h"
#include "core/exchange/ldif.h"
#include "core/exchange/measure_rows.h"
#include "core/exchange/smis.h"
#include "core/exchange/text_encoding.h"

#include <QFileInfo>

#include <algorithm>

namespace thimblely {

namespace {

enum class Shape { Cards, Calendar, Ldif, Xml, Table };

//! By what it holds, for names lie: a phone saves its cards as a text.
Shape shapeOf(const QString &name, const QByteArray &bytes)
{
    const QString ending = QFileInfo(name).suffix().toLower();
    const auto ascii = toAsciiCompatible(bytes.left(4096 * 2));
    const QByteArray start = (ascii ? ascii->bytes : bytes).left(400).trimmed().toLower();
    if (start.startsWith("begin:vcard") || ending == QLatin1String("vcf") || ending == QLatin1String("vcard"))
        return Shape::Cards;
    if (start.startsWith("begin:vcalendar") || start.startsWith("begin:vevent") || ending == QLatin1String("ics") ||
        ending == QLatin1String("vcs"))
        return Shape::Calendar;
    if (start.startsWith("dn:") || start.startsWith("version: 1") || ending == QLatin1String("ldif"))
        return Shape::Ldif;
    const bool seamly = ending == QLatin1String("smis") || ending == QLatin1String("vit") ||
                        ending == QLatin1String("smms") || ending == QLatin1String("vst");
    return start.startsWith('<') || seamly ? Shape::Xml : Shape::Table;
}

//! What programs save that is no text at all, by how it begins; empty: none of these.
QString binaryKind(const QByteArray &bytes)
{
    static constexpr struct {
        const char *begins;
        const char *name;
    } known[] = {{"%PDF-", "PDF"},   {"PK\x03\x04", "ZIP, XLSX, ODS"}, {"\xd0\xcf\x11\xe0", "XLS"},
                 {"\x89PNG", "PNG"}, {"\xff\xd8\xff", "JPEG"},         {"SQLite format 3", "SQLite"}};
    for (const auto &each : known) {
        if (bytes.startsWith(each.begins))
            return QString::fromLatin1(each.name);
    }
    return {};
}

Result<ImportedFile> readCards(const QString &name, const QByteArray &bytes)
{
    TRY_ASSIGN(const VCardFile cards, readVCards(bytes));
    ImportedFile file{name, ImportKind::Clients, FileFormat::VCard};
    for (const VCardContact &contact : cards.contacts)
        file.entries.push_back({contact.line, contact.fullName, {}, exchange::clientOfCard(contact)});
    for (const Refusal &refusal : cards.refused)
        file.entries.push_back({refusal.line, {}, {}, refusal.error});
    return file;
}

Error errorOf(const calendar::IcsProblem &problem)
{
    return Error{ErrorKind::Invalid, problem.code, problem.args, {}};
}

//! A series comes before those that take the place of one of it.
Result<ImportedFile> readCalendar(const QString &name, const QByteArray &bytes)
{
    calendar::IcsFile read = calendar::readIcs(bytes);
    if (read.problem)
        return errorOf(*read.problem);
    ImportedFile file{name, ImportKind::Events, FileFormat::ICalendar};
    std::ranges::stable_partition(read.events, [](const calendar::IcsEvent &event) { return !event.recurrence; });
    for (calendar::IcsEvent &event : read.events) {
        for (const calendar::IcsProblem &part : event.leftOut)
            file.leftOut.push_back({part.line, errorOf(part)});
        QString id = event.uid;
        if (id.isEmpty())
            id = foreignIdOf("icalendar", {event.title, event.start.toText(), event.rule, event.location});
        if (event.recurrence)
            id += QLatin1Char('/') + event.recurrence->toText();
        const qint64 line = event.line;
        const QString title = event.title;
        file.entries.push_back({line, title, {}, EventEntry{"icalendar", id, std::move(event)}});
    }
    for (const calendar::IcsProblem &refused : read.refused)
        file.entries.push_back({refused.line, {}, {}, errorOf(refused)});
    for (const calendar::IcsProblem &part : read.leftOut)
        file.leftOut.push_back({part.line, errorOf(part)});
    return file;
}

Result<ImportedFile> readSeamlyFile(const QString &name, const QByteArray &bytes)
{
    TRY_ASSIGN(const SeamlyFile seamly, readSmis(bytes));
    ImportedFile file{name, ImportKind::Measurements, FileFormat::Seamly};
    SetEntry set = exchange::setOfSeamly(seamly, name);
    for (const Refusal &refusal : seamly.refused)
        file.leftOut.push_back(refusal);
    file.entries.push_back({1, set.client.name, {}, std::move(set)});
    return file;
}

Result<ImportedFile> readSurveyFile(const QString &name, const QByteArray &bytes)
{
    TRY_ASSIGN(const SurveyFile survey, readAnsur(bytes));
    ImportedFile file{name, ImportKind::Measurements, FileFormat::Survey};
    for (const SurveyedPerson &person : survey.people)
        file.entries.push_back({person.line, person.foreignId, {}, exchange::setOfPerson(person)});
    for (const Refusal &refusal : survey.refused)
        file.entries.push_back({refusal.line, {}, {}, refusal.error});
    return file;
}

} // namespace

Result<ImportedFile> readImportedFile(const QString &name, const QByteArray &bytes, std::optional<ImportKind> kind,
                                      const ImportOptions &options)
{
    const auto checked = [kind](Result<ImportedFile> file) -> Result<ImportedFile> {
        if (file && kind && file->kind != *kind)
            return Error{ErrorKind::Invalid, "import.other_kind", {}, {}};
        return file;
    };
    if (const QString binary = binaryKind(bytes); !binary.isEmpty())
        return Error{ErrorKind::Invalid, "import.no_table", {binary}, {}};
    switch (shapeOf(name, bytes)) {
    case Shape::Cards:
        return checked(readCards(name, bytes));
    case Shape::Calendar:
        return checked(readCalendar(name, bytes));
    case Shape::Xml:
        return checked(readSeamlyFile(name, bytes));
    case Shape::Ldif: {
        TRY_ASSIGN(ForeignTable table, readLdif(bytes));
        return checked(exchange::readTableFile(name, std::move(table), ImportKind::Clients, options));
    }
    case Shape::Table:
        break;
    }
    if (kind == ImportKind::Events)
        return Error{ErrorKind::Invalid, "ics.no_events", {}, {}};
    TRY_ASSIGN(ForeignTable table, readForeignTable(bytes, {options.encoding, options.delimiter}));
    if (exchange::isSurvey(table) && kind.value_or(ImportKind::Measurements) == ImportKind::Measurements)
        return readSurveyFile(name, bytes);
    return exchange::readTableFile(name, std::move(table), kind, options);
}

QStringList endingsOf(ImportKind kind)
{
    const QStringList tables = {QStringLiteral("csv"), QStringLiteral("tsv")};
    switch (kind) {
    case ImportKind::Clients:
        return tables + QStringList{QStringLiteral("vcf"), QStringLiteral("vcard"), QStringLiteral("ldif")};
    case ImportKind::Measurements:
        return tables + QStringList{QStringLiteral("smis"), QStringLiteral("vit"), QStringLiteral("smms"),
                                    QStringLiteral("vst")};
    case ImportKind::Events:
        return {QStringLiteral("ics"), QStringLiteral("vcs")};
    case ImportKind::Products:
    case ImportKind::OldOrders:
        return tables;
    }
    Q_UNREACHABLE();
}

} // namespace thimblely
