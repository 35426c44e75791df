// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/file_import_run.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <memory>

namespace thimblely::exchange {

namespace {

//! How a dry run leaves its operation: everything was done, and is rolled back.
constexpr char dryRunCode[] = "import.dry_run";

QStringList expanded(const QStringList &paths, const QStringList &endings)
{
    QStringList files;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            files.append(path);
            continue;
        }
        QStringList found;
        QDirIterator entries(path, QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const QString file = entries.next();
            if (endings.contains(QFileInfo(file).suffix().toLower()))
                found.append(file);
        }
        found.sort();
        files += found;
    }
    return files;
}

Result<QByteArray> readWhole(const QString &path, qint64 largest)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorKind::NotFound, "import.no_file", {path}, {}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io, "import.unreadable", {path}, file.errorString()};
    if (file.size() > largest)
        return Error{ErrorKind::Invalid, "import.too_large", {QString::number(largest / 1024 / 1024)}, {}};
    return file.readAll();
}

void add(ImportReport &total, const ImportReport &file)
{
    total.files += file.files;
    total.read += file.read;
    total.created += file.created;
    total.updated += file.updated;
    total.unchanged += file.unchanged;
    total.clientsCreated += file.clientsCreated;
    total.refused.insert(total.refused.end(), file.refused.begin(), file.refused.end());
    total.leftOut.insert(total.leftOut.end(), file.leftOut.begin(), file.leftOut.end());
}

ImportReport refusedWhole(const QString &path, const Error &error)
{
    ImportReport report;
    report.files = 1;
    report.read = 1;
    // The parsers say the line first where they know it.
    const qint64 line = error.args.isEmpty() ? 0 : error.args.front().toLongLong();
    report.refused.push_back({QFileInfo(path).fileName(), line, error});
    return report;
}

} // namespace

QByteArray contentHash(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

bool isEntrysOwnFault(const Error &error)
{
    return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Conflict ||
           error.kind == ErrorKind::TooNew || error.kind == ErrorKind::NotOurs;
}

FileImportRun::FileImportRun(changes::WriteDoor &door, Kind kind, ReadFile readFile)
    : m_door(door), m_kind(std::move(kind)), m_readFile(std::move(readFile))
{}

Result<ImportReport> FileImportRun::run(const QStringList &paths, bool dryRun, const ImportProgress &progress)
{
    const QStringList files = expanded(paths, m_kind.endings);
    if (files.isEmpty())
        return Error{ErrorKind::NotFound, "import.no_file", {paths.join(u' ')}, {}};
    qint64 total = 0;
    for (const QString &file : files)
        total += QFileInfo(file).size();
    ImportReport report;
    qint64 done = 0;
    for (const QString &file : files) {
        if (progress && !progress(done, total))
            return Error{ErrorKind::Cancelled, "import.cancelled", {QString::number(report.files)}, {}};
        const auto imported = importOne(file, dryRun);
        if (imported)
            add(report, *imported);
        else if (isEntrysOwnFault(imported.error()))
            add(report, refusedWhole(file, imported.error()));
        else
            return imported.error();
        done += QFileInfo(file).size();
    }
    if (progress)
        progress(total, total);
    return report;
}

Result<ImportReport> FileImportRun::importOne(const QString &path, bool dryRun)
{
    TRY_ASSIGN(const QByteArray bytes, readWhole(path, m_kind.largestFile));
    const QString name = QFileInfo(path).fileName();
    // Shared with the writer thread: a dry run's counts outlive its rolled back operation.
    const auto counts = std::make_shared<ImportReport>();
    counts->files = 1;
    const changes::Operation operation{m_kind.operation, {name}};
    const auto written = changes::await(m_door.write<void>(
        operation, [this, counts, name, bytes, dryRun](changes::WriteContext &context) -> Result<void> {
            TRY(context.principal().require(access::Capability::DataImport));
            TRY(m_readFile(context, name, bytes, *counts));
            if (dryRun)
                return Error{ErrorKind::Cancelled, dryRunCode, {}, {}};
            return {};
        }));
    if (!written && written.error().code != dryRunCode)
        return written.error();
    return *counts;
}

} // namespace thimblely::exchange
