// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/archive/schema_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace thimblely::archive {

namespace {

using access::ArchiveColumn;
using access::ArchiveTable;

const QString formatName = QStringLiteral("thimblely-export");

struct Unit {
    const char *end; //!< of a column's name
    const char *words;
};

//! The names hold to one rule (tables.md), so the unit stands in the name.
constexpr Unit units[] = {
    {"_minor", "minor units of the currency (cents, kobo), of the row's currency or else the workspace's"},
    {"_milli", "thousandths of the row's unit"},
    {"_at", "milliseconds since 1970-01-01T00:00:00Z"},
    {"_until", "milliseconds since 1970-01-01T00:00:00Z"},
    {"_for", "milliseconds since 1970-01-01T00:00:00Z"},
    {"_date", "day in the shop's time zone, YYYY-MM-DD"},
    {"_time", "time of day in the shop's time zone, HH:MM"},
    {"_mm", "millimetres"},
    {"_gsm", "grams per square metre"},
    {"_permille", "thousandths"},
    {"_bp", "hundredths of a percent"},
    {"tax_rate", "millionths"},
    {"minutes", "minutes"},
    {"_planned", "minutes"},
    {"_spent", "minutes"},
};

const char *unitOf(const ArchiveColumn &column)
{
    if (column.name == "date")
        return "day in the shop's time zone, YYYY-MM-DD";
    for (const Unit &unit : units) {
        const bool number = column.type == "INTEGER";
        const bool day = qstrcmp(unit.end, "_date") == 0 || qstrcmp(unit.end, "_time") == 0;
        if (column.name.endsWith(unit.end) && number != day && !column.json)
            return unit.words;
    }
    return nullptr;
}

QJsonArray namesOf(const QByteArrayList &names)
{
    QJsonArray array;
    for (const QByteArray &name : names)
        array.append(QString::fromLatin1(name));
    return array;
}

QJsonObject jsonOf(const ArchiveColumn &column)
{
    QJsonObject object{{QStringLiteral("name"), QString::fromLatin1(column.name)},
                       {QStringLiteral("type"), QString::fromLatin1(nameOf(kindOfColumn(column.type, column.name)))},
                       {QStringLiteral("null"), !column.notNull}};
    if (column.json)
        object.insert(QStringLiteral("json"), true);
    if (const char *unit = unitOf(column))
        object.insert(QStringLiteral("unit"), QString::fromLatin1(unit));
    return object;
}

QJsonObject jsonOf(const ArchiveTable &table, qint64 rows)
{
    QJsonArray columns;
    for (const ArchiveColumn &column : table.columns)
        columns.append(jsonOf(column));
    QJsonArray unique;
    for (const QByteArrayList &key : table.unique)
        unique.append(namesOf(key));
    QJsonArray references;
    for (const access::ArchiveReference &reference : table.references)
        references.append(QJsonObject{{QStringLiteral("columns"), namesOf(reference.columns)},
                                      {QStringLiteral("table"), QString::fromLatin1(reference.table)},
                                      {QStringLiteral("to"), namesOf(reference.to)}});
    return {{QStringLiteral("name"), QString::fromLatin1(table.name)},
            {QStringLiteral("file"), fileOf(table.name)},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("columns"), columns},
            {QStringLiteral("sorted_by"), namesOf(table.order)},
            {QStringLiteral("unique"), unique},
            {QStringLiteral("references"), references},
            {QStringLiteral("left_out"), namesOf(table.leftOut)}};
}

QJsonObject encodings()
{
    return {{QStringLiteral("id"), QStringLiteral("UUID, 36 characters")},
            {QStringLiteral("sha256"), QStringLiteral("64 hexadecimal digits")},
            {QStringLiteral("bytes"), QStringLiteral("base64")},
            {QStringLiteral("text"),
             QStringLiteral("string; where the column says json it holds JSON, to be read once more")},
            {QStringLiteral("integer"), QStringLiteral("whole number of 64 bits: read it as one, not as a double")},
            {QStringLiteral("real"), QStringLiteral("number; {\"real\": \"inf\"} where it has no digits")},
            {QStringLiteral("otherwise"), QStringLiteral("{\"base64\": \"…\"}: bytes that their type cannot say")}};
}

QJsonArray notes()
{
    return {
        QStringLiteral("One JSON object a line, UTF-8, lines end with a line feed; every column in every line."),
        QStringLiteral("Rows with deleted_at are in the bin; others may refer to them."),
        QStringLiteral("In clients' measurements each value is in tenths of a millimetre (weight in grams, angles in"
                       " tenths of a degree), with the unit and text as typed beside it."),
        QStringLiteral("Not in here, whoever asks: hashes of passwords, PINs, recovery codes and tokens, names of"
                       " keychain entries. Columns that were left out stand in left_out of their table."),
        QStringLiteral("Not in here either: what is worked out from these rows (totals of a day, the search), what is"
                       " being typed, what colleagues keep for themselves, and how they sign in."),
        QStringLiteral("people_elsewhere: people whom rows refer to and who are not in this workspace, by their id"
                       " alone."),
        QStringLiteral("sys_operations and sys_journal are the history: who did what, and what a row said before.")};
}

Error notOurs(const char *where)
{
    return {ErrorKind::NotOurs, "archive.not_an_archive", {}, QLatin1String(where)};
}

Result<SchemaTable> readTable(const QJsonObject &json)
{
    SchemaTable table{json[QLatin1String("name")].toString().toLatin1(), json[QLatin1String("rows")].toInteger(-1), {}};
    for (const QJsonValue &column : json[QLatin1String("columns")].toArray())
        table.columns.append(column[QLatin1String("name")].toString().toLatin1());
    if (table.name.isEmpty() || table.rows < 0 || table.columns.isEmpty())
        return notOurs("table");
    return table;
}

} // namespace

QString fileOf(const QByteArray &table)
{
    return QString::fromLatin1(table) + QStringLiteral(".jsonl");
}

QByteArray schemaJson(const SchemaFacts &facts, const std::vector<ArchiveTable> &tables)
{
    QJsonArray list;
    for (size_t i = 0; i < tables.size(); ++i)
        list.append(jsonOf(tables[i], facts.tables[i].rows));
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), formatName},
                                     {QStringLiteral("format_version"), formatVersion},
                                     {QStringLiteral("schema_version"), facts.schemaVersion},
                                     {QStringLiteral("complete"), facts.complete},
                                     {QStringLiteral("workspace"), facts.workspace.toString()},
                                     {QStringLiteral("taken_by"), facts.person.toString()},
                                     {QStringLiteral("encodings"), encodings()},
                                     {QStringLiteral("notes"), notes()},
                                     {QStringLiteral("tables"), list}})
        .toJson(QJsonDocument::Indented);
}

Result<SchemaFacts> readSchema(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object[QLatin1String("format")].toString() != formatName)
        return notOurs("format");
    const int version = object[QLatin1String("format_version")].toInt();
    if (version > formatVersion)
        return Error{ErrorKind::TooNew, "archive.too_new", {}, QString::number(version)};
    const auto workspace = WorkspaceId::parse(object[QLatin1String("workspace")].toString());
    const auto person = PersonId::parse(object[QLatin1String("taken_by")].toString());
    if (version < 1 || !workspace || !person)
        return notOurs("facts");
    SchemaFacts facts{object[QLatin1String("schema_version")].toInt(),
                      object[QLatin1String("complete")].toBool(),
                      *workspace,
                      *person,
                      {}};
    for (const QJsonValue &table : object[QLatin1String("tables")].toArray()) {
        TRY_ASSIGN(SchemaTable read, readTable(table.toObject()));
        facts.tables.push_back(std::move(read));
    }
    return facts;
}

QByteArray readmeText()
{
    return "Everything of a shop, taken out of Thimblely\n"
           "\n"
           "It needs no Thimblely to be read. Each file that ends in .jsonl is one table: a line for each row, each "
           "line\n"
           "a JSON object. Any program that reads JSON reads them, and many read them as a table.\n"
           "\n"
           "clients.jsonl, orders.jsonl, order_items.jsonl, client_measurements.jsonl, transactions.jsonl and\n"
           "invoices.jsonl are what a shop asks for first. schema.json says what each column means, in which unit it\n"
           "is, and which row it refers to. Money is in whole minor units: 1250 of USD is 12.50 dollars.\n"
           "\n"
           "media/ has the pictures, each named by its SHA-256, and papers/ the printed papers, where there are any.\n"
           "manifest.sha256 lists all of it; \"sha256sum -c manifest.sha256\" says whether they are as they were.\n"
           "\n"
           "Passwords, PINs and access to other services are not in here. Everything else that is personal is: keep\n"
           "this folder as you keep the shop's books.\n"
           "\n"
           "To make a shop of it again, in Thimblely on any computer:\n"
           "  thimblectl import all FOLDER --db NEW_FILE\n"
           "It asks for a new password for whoever took the export. Colleagues get a new PIN.\n";
}

} // namespace thimblely::archive
