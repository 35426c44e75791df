// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/measurement_exporter.h"

#include "core/exchange/csv.h"
#include "core/exchange/own_clients.h"
#include "core/exchange/smis.h"
#include "core/exchange/whole_file.h"

#include <QDateTime>
#include <QDir>
#include <QTimeZone>

namespace thimblely {

namespace {

constexpr int pageSize = 500;

//! Calls `each` for every client, page by page, until one fails.
Result<void> forEachClient(ClientService &clients, const std::function<Result<void>(const ClientSummary &)> &each)
{
    std::optional<ClientKey> after;
    do {
        TRY_ASSIGN(const ClientPage page, clients.page(ClientFilter::All, ClientSort::Name, after, pageSize));
        for (const ClientSummary &row : page.rows)
            TRY(each(row));
        after = page.next;
    } while (after);
    return {};
}

QString sideName(Side side)
{
    switch (side) {
    case Side::Left:
        return QStringLiteral("left");
    case Side::Right:
        return QStringLiteral("right");
    case Side::Both:
        break;
    }
    return {};
}

//! Seamly knows one value a name: the left one, the right one under a custom name.
QString seamlyCode(const MeasuredValue &value)
{
    if (value.side != Side::Right)
        return value.code;
    const QString custom = value.code.startsWith(u'@') ? value.code : u'@' + value.code;
    return custom + QStringLiteral("_right");
}

BodySex sexOf(GenderForFit gender)
{
    switch (gender) {
    case GenderForFit::Female:
        return BodySex::Female;
    case GenderForFit::Male:
        return BodySex::Male;
    case GenderForFit::Unknown:
        break;
    }
    return BodySex::Unknown;
}

SeamlyFile seamlyOf(const Client &client, const std::vector<CurrentValue> &values)
{
    SeamlyFile file;
    const qsizetype gap = client.fields.name.lastIndexOf(u' ');
    file.familyName = client.fields.name.mid(gap + 1);
    file.givenName = gap > 0 ? client.fields.name.left(gap) : QString();
    file.birthDate = client.fields.birthDate;
    file.sex = sexOf(client.fields.gender);
    file.email = client.fields.email;
    file.notes = exchange::uriOf(client.id);
    for (const CurrentValue &current : values) {
        if (current.value.unit == AmountUnit::Words || current.value.unit == AmountUnit::Number)
            continue; // the shop's own, and no measure of a body
        SeamlyValue entry{
            0,
            {seamlyCode(current.value), dimensionOf(current.value.code), current.value.amount, current.value.text},
            {},
            {}};
        file.values.append(entry);
    }
    return file;
}

//! A name every file system takes: "318-Amina-Bello.smis".
QString fileNameOf(const Client &client)
{
    QString name = client.number;
    for (const QChar c : client.fields.name)
        name += c.isLetterOrNumber() ? c : u'-';
    return name.left(80) + QStringLiteral(".smis");
}

Result<qint64> toFolder(ClientService &clients, MeasurementService &measurements, const QString &path)
{
    if (!QDir().mkpath(path))
        return Error{ErrorKind::ReadOnly, "export.not_writable", {path}, {}};
    qint64 files = 0;
    TRY(forEachClient(clients, [&](const ClientSummary &row) -> Result<void> {
        TRY_ASSIGN(const auto values, measurements.currentValues(row.id));
        if (values.empty())
            return {};
        TRY_ASSIGN(const Client client, clients.load(row.id));
        ++files;
        return exchange::writeWhole(QDir(path).filePath(fileNameOf(client)), writeSmis(seamlyOf(client, values)));
    }));
    return files;
}

QString kindName(SetKind kind)
{
    switch (kind) {
    case SetKind::FinishedGarment:
        return QStringLiteral("finished_garment");
    case SetKind::FitAdjustment:
        return QStringLiteral("fit_adjustment");
    case SetKind::Body:
        break;
    }
    return QStringLiteral("body");
}

Result<qint64> toCsvFile(ClientService &clients, MeasurementService &measurements, const QString &path)
{
    QByteArray bytes =
        csvSheetRow({QStringLiteral("client_number"), QStringLiteral("client"), QStringLiteral("taken_at"),
                     QStringLiteral("kind"), QStringLiteral("status"), QStringLiteral("code"), QStringLiteral("side"),
                     QStringLiteral("amount"), QStringLiteral("unit"), QStringLiteral("text")});
    qint64 rows = 0;
    TRY(forEachClient(clients, [&](const ClientSummary &row) -> Result<void> {
        TRY_ASSIGN(const auto sets, measurements.setsOf(row.id, 1000));
        for (const MeasurementSet &set : sets) {
            const QString taken =
                QDateTime::fromMSecsSinceEpoch(set.takenAt.msecs(), QTimeZone::utc()).toString(Qt::ISODate);
            for (const MeasuredValue &value : set.values) {
                bytes += csvSheetRow(
                    {row.number, row.name, taken, kindName(set.kind),
                     set.status == SetStatus::Current ? QStringLiteral("current") : QStringLiteral("superseded"),
                     value.code, sideName(value.side), QString::number(value.amount), toCode(value.unit), value.text});
                ++rows;
            }
        }
        return {};
    }));
    TRY(exchange::writeWhole(path, bytes));
    return rows;
}

} // namespace

Result<qint64> exportMeasurements(const access::Session &session, ClientService &clients,
                                  MeasurementService &measurements, MeasurementFormat format, const QString &path)
{
    TRY(session.principal().require(access::Capability::DataExport));
    if (format == MeasurementFormat::Smis)
        return toFolder(clients, measurements, path);
    return toCsvFile(clients, measurements, path);
}

Result<QString> exportSmis(const access::Session &session, ClientService &clients, MeasurementService &measurements,
                           ClientId client, const QString &folder)
{
    TRY(session.principal().require(access::Capability::DataExport));
    TRY_ASSIGN(const auto values, measurements.currentValues(client));
    if (values.empty())
        return Error{ErrorKind::Invalid, "measure.empty", {}, {}};
    TRY_ASSIGN(const Client of, clients.load(client));
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::ReadOnly, "export.not_writable", {folder}, {}};
    const QString path = QDir(folder).filePath(fileNameOf(of));
    TRY(exchange::writeWhole(path, writeSmis(seamlyOf(of, values))));
    return path;
}

} // namespace thimblely
