// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/importer.h"

#include "core/exchange/import_reader.h"
#include "core/exchange/import_store.h"
#include "core/search/search_index.h"
#include "core/storage/vfs_file.h"

#include <QDirIterator>
#include <QFileInfo>

namespace thimblely {

namespace {

//! How a dry run leaves its operation: everything was done, and is rolled back.
constexpr char dryRunCode[] = "import.dry_run";
constexpr size_t toldEach = 64; // entries between two looks at the progress

QByteArray operationOf(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Clients:
        return "clients.import";
    case ImportKind::Measurements:
        return "measurements.import";
    case ImportKind::Products:
        return "products.import";
    case ImportKind::OldOrders:
        return "orders.import";
    case ImportKind::Events:
        return "events.import";
    }
    Q_UNREACHABLE();
}

//! True for what is wrong with one entry, so that the others go on; a full disk or a missing right ends the import.
bool isEntrysOwnFault(const Error &error)
{
    return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Conflict ||
           error.kind == ErrorKind::TooNew || error.kind == ErrorKind::NotOurs;
}

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

Result<QByteArray> readWhole(const QString &path)
{
    if (!QFileInfo::exists(path))
        return Error{ErrorKind::NotFound, "import.no_file", {path}, {}};
    storage::VfsFile file; // somebody may point at the shop's own
    if (!file.open(path))
        return Error{ErrorKind::Io, "import.unreadable", {path}, {}};
    const qint64 size = file.size();
    if (size > import_limits::csvBytes)
        return Error{
            ErrorKind::Invalid, "import.too_large", {QString::number(import_limits::csvBytes / 1024 / 1024)}, {}};
    QByteArray bytes = file.read(0, size);
    if (bytes.size() != size)
        return Error{ErrorKind::Io, "import.unreadable", {path}, {}};
    return bytes;
}

Result<ImportedFile> readOne(const QString &path, std::optional<ImportKind> kind, const ImportOptions &options)
{
    TRY_ASSIGN(const QByteArray bytes, readWhole(path));
    return readImportedFile(QFileInfo(path).fileName(), bytes, kind, options);
}

Error cancelled()
{
    return Error{ErrorKind::Cancelled, "import.cancelled", {}, {}};
}

//! Writes the entries of a plan one after the other and counts what became of them.
class Run {
public:
    Run(changes::WriteContext &context, const ImportPlan &plan, const ImportProgress &progress, ImportReport &report)
        : m_context(context), m_plan(plan), m_progress(progress), m_report(report), m_memory(context)
    {
        for (const ImportedFile &file : plan.files)
            m_entries += file.entries.size();
    }

    Result<void> all()
    {
        m_context.writeMany();
        m_report.files = int(m_plan.files.size() + m_plan.refusedFiles.size());
        for (const RefusedEntry &refused : m_plan.refusedFiles)
            refuse(refused);
        for (const ImportedFile &file : m_plan.files) {
            if (file.problem)
                refuse({file.name, 0, *file.problem});
            for (const Refusal &part : file.leftOut)
                m_report.leftOut.push_back({file.name, part.line, part.error});
            TRY(entriesOf(file));
        }
        for (const auto kind : {search::Kind::Client, search::Kind::Order})
            TRY(search::SearchIndex::finishMany(m_context, kind));
        if (m_progress)
            m_progress(2 * m_plan.bytes, 2 * m_plan.bytes);
        return {};
    }

private:
    void refuse(RefusedEntry entry)
    {
        ++m_report.read;
        m_report.refused.push_back(std::move(entry));
    }

    Result<void> entriesOf(const ImportedFile &file)
    {
        TRY_ASSIGN(clients::ReadyFor shop, clients::ReadyFor::load(m_context.connection(), m_context.clock()));
        exchange::ReadyClients clients(file.entries, std::move(shop));
        for (size_t i = 0; i < file.entries.size(); ++i)
            TRY(one(file, i, clients));
        return {};
    }

    Result<RowFate> stored(const ImportedFile &file, size_t index, exchange::ReadyClients &clients)
    {
        const ImportEntry &entry = file.entries[index];
        if (const Error *error = std::get_if<Error>(&entry.content))
            return *error;
        if (const ClientEntry *client = std::get_if<ClientEntry>(&entry.content))
            return exchange::store(m_context, *client, clients.at(index), m_memory);
        if (const SetEntry *set = std::get_if<SetEntry>(&entry.content))
            return exchange::store(m_context, *set, m_report.clientsCreated);
        if (const OldOrderEntry *order = std::get_if<OldOrderEntry>(&entry.content))
            return exchange::store(m_context, *order, m_report.clientsCreated);
        if (const EventEntry *event = std::get_if<EventEntry>(&entry.content))
            return exchange::store(m_context, *event);
        return exchange::store(m_context, std::get<ProductEntry>(entry.content));
    }

    Result<void> one(const ImportedFile &file, size_t index, exchange::ReadyClients &clients)
    {
        const size_t done = m_report.fates.size();
        if (m_progress && done % toldEach == 0 &&
            !m_progress(m_plan.bytes + qint64(double(m_plan.bytes) * double(done) / double(m_entries)),
                        2 * m_plan.bytes))
            return cancelled();
        const auto fate = stored(file, index, clients);
        if (!fate && !isEntrysOwnFault(fate.error()))
            return fate.error();
        m_report.fates.push_back(fate.valueOr(RowFate::Refused));
        if (!fate) {
            refuse({file.name, file.entries[index].line, fate.error()});
            return {};
        }
        ++m_report.read;
        m_report.created += *fate == RowFate::Created;
        m_report.updated += *fate == RowFate::Updated;
        m_report.unchanged += *fate == RowFate::Unchanged;
        return {};
    }

    changes::WriteContext &m_context;
    const ImportPlan &m_plan;
    const ImportProgress &m_progress;
    ImportReport &m_report;
    exchange::ImportMemory m_memory;
    size_t m_entries = 0;
};

QString nameOf(const ImportPlan &plan)
{
    const QString first = plan.files.empty() ? QString() : plan.files.front().name;
    const size_t others = plan.files.size() + plan.refusedFiles.size() - 1;
    return plan.files.empty() || others == 0 ? first : first + QStringLiteral(" … (+%1)").arg(others);
}

} // namespace

Result<ImportPlan> readImport(const QStringList &paths, std::optional<ImportKind> kind, const ImportOptions &options,
                              const ImportProgress &progress)
{
    const QStringList files = expanded(paths, endingsOf(kind.value_or(ImportKind::Clients)));
    if (files.isEmpty())
        return Error{ErrorKind::NotFound, "import.no_file", {paths.join(u' ')}, {}};
    ImportPlan plan;
    for (const QString &file : files)
        plan.bytes += QFileInfo(file).size();
    qint64 done = 0;
    for (const QString &path : files) {
        if (progress && !progress(done, 2 * plan.bytes))
            return cancelled();
        auto file = readOne(path, kind, options);
        if (!file && !isEntrysOwnFault(file.error()))
            return file.error();
        if (file) {
            kind = file->kind; // files that are read together hold the same
            plan.files.push_back(std::move(*file));
        } else {
            // The parsers say the line first where they know it.
            const qint64 line = file.error().args.isEmpty() ? 0 : file.error().args.front().toLongLong();
            plan.refusedFiles.push_back({QFileInfo(path).fileName(), line, file.error()});
        }
        done += QFileInfo(path).size();
    }
    if (progress && !progress(plan.bytes, 2 * plan.bytes))
        return cancelled();
    plan.kind = kind.value_or(ImportKind::Clients);
    return plan;
}

QFuture<Result<ImportReport>> Importer::carryOut(std::shared_ptr<const ImportPlan> plan, bool dryRun,
                                                 ImportProgress progress)
{
    // Shared with the writer thread: a dry run's counts outlive its rolled back operation.
    const auto report = std::make_shared<ImportReport>();
    const changes::Operation operation{operationOf(plan->kind), {nameOf(*plan)}};
    auto written = m_door.write<ImportReport>(
        operation,
        [report, plan = std::move(plan), dryRun,
         progress = std::move(progress)](changes::WriteContext &context) -> Result<ImportReport> {
            TRY(context.principal().require(access::Capability::DataImport));
            TRY(Run(context, *plan, progress, *report).all());
            if (dryRun)
                return Error{ErrorKind::Cancelled, dryRunCode, {}, {}};
            context.nameIt({nameOf(*plan), QString::number(report->created + report->updated)});
            return *report;
        });
    return written.then([report](Result<ImportReport> result) -> Result<ImportReport> {
        if (!result && result.error().code == dryRunCode)
            return *report;
        return result;
    });
}

Result<ImportReport> Importer::importFiles(ImportKind kind, const QStringList &paths, bool dryRun,
                                           const ImportOptions &options, const ImportProgress &progress)
{
    TRY_ASSIGN(ImportPlan plan, readImport(paths, kind, options, progress));
    return changes::await(carryOut(std::make_shared<const ImportPlan>(std::move(plan)), dryRun, progress));
}

} // namespace thimblely
