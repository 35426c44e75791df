// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/archive/archive_reader.h"

#include "core/access/privileged/file_keeper.h"
#include "core/access/privileged/principal_store.h"
#include "core/access/session.h"
#include "core/accounts/own_device.h"
#include "core/accounts/password_hash.h"
#include "core/accounts/sign_in_service.h"
#include "core/archive/archive_folder.h"
#include "core/archive/table_reader.h"
#include "core/backup/new_file.h"
#include "core/changes/media_folder.h"
#include "core/search/search_index.h"
#include "core/storage/location.h"
#include "core/storage/verify.h"

#include <QDir>
#include <QFileInfo>
#include <QSysInfo>

#include <algorithm>

namespace thimblely::archive {

namespace {

// How the whole divides, in thousandths, as measured on 100,000 clients.
constexpr int linesAre = 400;
constexpr int searchable = 800;
constexpr int verified = 950;
constexpr int whole = 1000;

Result<QByteArray> readAll(const QString &folder, const char *name)
{
    QFile file(QDir(folder).filePath(QLatin1String(name)));
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    if (!QFileInfo(folder).isDir() || qstrcmp(name, schemaFile) == 0)
        return Error{ErrorKind::NotOurs, "archive.not_an_archive", {folder}, file.errorString()};
    return Error{ErrorKind::NotFound, "archive.no_file", {QLatin1String(name)}, file.errorString()};
}

class Reader {
public:
    Reader(QString folder, QString newFile, const Clock &clock, const Progress &progress)
        : m_folder(std::move(folder)), m_newFile(std::move(newFile)), m_clock(clock), m_progress(progress),
          m_made(m_newFile)
    {}

    Result<ArchiveBroughtIn> read(const QString &password)
    {
        TRY(storage::checkLocation(m_newFile));
        if (QFileInfo::exists(m_newFile))
            return Error{ErrorKind::Conflict, "storage.exists", {m_newFile}, {}};
        TRY(validatePassword(password));
        TRY_ASSIGN(const QByteArray schema, readAll(m_folder, schemaFile));
        TRY_ASSIGN(const SchemaFacts facts, readSchema(schema));
        if (!facts.complete)
            return Error{ErrorKind::Invalid, "archive.partial", {}, {}};
        TRY(checkFiles());
        TRY_ASSIGN(const QByteArray hash, hashSecret(password));
        TRY(fill(facts, hash));
        TRY(goOn(facts));
        TRY(verify());
        TRY(bringFiles());
        TRY(m_made.keep());
        go(whole);
        return m_result;
    }

private:
    bool go(int permille) const { return !m_progress || m_progress(permille); }

    Result<void> orStop(int permille) const
    {
        if (go(permille))
            return {};
        return Error{ErrorKind::Cancelled, "archive.stopped", {}, {}};
    }

    Result<void> fill(const SchemaFacts &facts, const QByteArray &passwordHash)
    {
        TRY_ASSIGN(const auto target,
                   access::ArchiveTarget::create(m_made.making(), facts.schemaVersion,
                                                 {facts.workspace, facts.person, passwordHash}, m_clock));
        qint64 all = 1;
        for (const SchemaTable &table : facts.tables)
            all += QFileInfo(QDir(m_folder).filePath(fileOf(table.name))).size();
        qint64 done = 0;
        const std::function<Result<void>(qint64)> told = [&](qint64 bytes) {
            done += bytes;
            return orStop(int(done * linesAre / all));
        };
        TableReader reader(*target, facts, told);
        for (const access::ArchiveTable &table : target->tables()) {
            const auto written = std::ranges::find(facts.tables, table.name, &SchemaTable::name);
            if (written == facts.tables.end())
                return Error{ErrorKind::NotFound, "archive.no_file", {fileOf(table.name)}, {}};
            TRY(reader.read(m_folder, table, *written));
            m_result.rows += written->rows;
        }
        TRY_ASSIGN(const auto broken, target->findBrokenReference());
        TRY(refuse(broken));
        TRY(target->finish());
        TRY_ASSIGN(const auto forbidden, target->findForbidden());
        return refuse(forbidden);
    }

    static Result<void> refuse(const std::optional<access::ArchiveTarget::BrokenRow> &row)
    {
        if (!row)
            return {};
        const bool reference = row->code == "archive.line_reference";
        return Error{ErrorKind::Invalid,
                     reference ? row->code : QByteArray("archive.line_refused"),
                     {fileOf(row->table), QString::number(row->line)},
                     reference ? QString() : QString::fromLatin1(row->code)};
    }

    //! As a restored shop does, and with a search.
    Result<void> goOn(const SchemaFacts &facts)
    {
        {
            TRY_ASSIGN(const auto keeper, access::FileKeeper::open(m_made.making()));
            TRY_ASSIGN(const QByteArray fileId, keeper->fileId());
            TRY(keeper->goOnAs(DeviceId::make(m_clock), machineMark(fileId), QSysInfo::machineHostName(),
                               m_clock.now()));
        }
        TRY_ASSIGN(const access::Principal principal, principalOf(facts));
        TRY_ASSIGN(const auto session, access::Session::open(m_made.making(), principal));
        TRY_ASSIGN(const auto connection, session->openConnection(storage::OpenOptions::Durability::Import));
        qint64 searched = 1;
        for (const SchemaTable &table : facts.tables) {
            if (table.name == "clients" || table.name == "orders")
                searched += table.rows;
        }
        return search::SearchIndex::build(*connection, m_clock, [&](qint64 done) {
            return go(linesAre + int(std::min(done, searched) * (searchable - linesAre) / searched));
        });
    }

    Result<access::Principal> principalOf(const SchemaFacts &facts) const
    {
        TRY_ASSIGN(const auto store, access::PrincipalStore::open(storage::OpenOptions{m_made.making()}));
        TRY_ASSIGN(const auto device, store->device());
        return store->load(facts.person, facts.workspace, device.value_or(DeviceId::make(m_clock)));
    }

    Result<void> verify() const
    {
        const auto told = [this](int permille) { return go(searchable + permille * (verified - searchable) / whole); };
        TRY_ASSIGN(const storage::FileReport report, storage::verifyFile(m_made.making(), false, told));
        if (!report.problems.empty()) {
            const storage::Problem &first = report.problems.front();
            return Error{ErrorKind::Corrupt,
                         "archive.not_whole",
                         {QString::number(report.problems.size()), QString::fromLatin1(first.table)},
                         QLatin1String(nameOf(first.kind)) + u' ' + QString::fromLatin1(first.row) + u' ' +
                             first.detail};
        }
        return orStop(verified);
    }

    struct Listed {
        QByteArray sha256;
        QString path;
    };

    //! Or what says how the tables are read. Those of an older program are not listed.
    static bool isTable(const QString &path)
    {
        return !path.contains(u'/') && (path.endsWith(QLatin1String(".jsonl")) || path == QLatin1String(schemaFile));
    }

    //! Each line of the manifest; a path that leads out of the folder is none of ours.
    Result<std::vector<Listed>> listed() const
    {
        constexpr qsizetype hexDigits = 64;
        TRY_ASSIGN(const QByteArray manifest, readAll(m_folder, manifestFile));
        std::vector<Listed> files;
        qint64 number = 0;
        for (const QByteArray &line : manifest.split('\n')) {
            ++number;
            if (line.isEmpty())
                continue;
            Listed file{QByteArray::fromHex(line.left(hexDigits)), QString::fromUtf8(line.mid(hexDigits + 2))};
            const bool media = file.path.startsWith(QLatin1String(mediaFolder) + u'/');
            const bool paper = file.path.startsWith(QLatin1String(papersFolder) + u'/') && file.path.count(u'/') == 1;
            const bool mayBe = media || paper || isTable(file.path);
            if (file.sha256.toHex() != line.left(hexDigits) || !mayBe || file.path.contains(QStringLiteral("..")))
                return Error{ErrorKind::Invalid,
                             "archive.line_broken",
                             {QLatin1String(manifestFile), QString::number(number)},
                             {}};
            files.push_back(std::move(file));
        }
        return files;
    }

    //! Before anything is made: what was changed since is said with its name.
    Result<void> checkFiles()
    {
        TRY_ASSIGN(m_files, listed());
        for (const Listed &file : m_files) {
            TRY_ASSIGN(const auto sha256, hashOf(QDir(m_folder).filePath(file.path)));
            if (!sha256)
                return Error{ErrorKind::NotFound, "archive.no_file", {file.path}, {}};
            if (*sha256 != file.sha256)
                return Error{ErrorKind::Corrupt, "archive.file_changed", {file.path}, {}};
            TRY(orStop(0));
        }
        return {};
    }

    //! Pictures lie under their hash and papers under their name, so nothing that is there is written over.
    Result<void> bringFiles()
    {
        const changes::MediaFolder media(m_newFile);
        const QDir papers(QFileInfo(m_newFile).absoluteDir().filePath(QLatin1String(papersFolder)));
        for (const Listed &file : m_files) {
            if (isTable(file.path))
                continue;
            const QString from = QDir(m_folder).filePath(file.path);
            if (file.path.startsWith(QLatin1String(mediaFolder))) {
                QFile picture(from);
                if (!picture.open(QIODevice::ReadOnly))
                    return Error{ErrorKind::NotFound, "archive.no_file", {file.path}, picture.errorString()};
                TRY(media.put(picture.readAll()));
                ++m_result.pictures;
                continue;
            }
            const QString to = papers.filePath(QFileInfo(file.path).fileName());
            if (QFileInfo::exists(to)) {
                ++m_result.papersKept;
                continue;
            }
            TRY(copyHashed(from, to));
            ++m_result.papers;
        }
        TRY_ASSIGN(const auto keeper, access::FileKeeper::open(m_made.making()));
        TRY_ASSIGN(const std::vector<QByteArray> named, keeper->pictures());
        m_result.missingPictures = std::max(0, int(named.size()) - m_result.pictures);
        return {};
    }

    const QString m_folder;
    const QString m_newFile;
    const Clock &m_clock;
    const Progress &m_progress;
    backup::NewFile m_made;
    std::vector<Listed> m_files;
    ArchiveBroughtIn m_result;
};

} // namespace

Result<ArchiveBroughtIn> readArchive(const QString &folder, const QString &newFile, const QString &password,
                                     const Clock &clock, const Progress &progress)
{
    return Reader(folder, newFile, clock, progress).read(password);
}

} // namespace thimblely::archive
