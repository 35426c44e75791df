// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/archive/archive_writer.h"

#include "core/access/privileged/archive_reals.h"
#include "core/access/privileged/archive_source.h"
#include "core/archive/archive_folder.h"
#include "core/archive/schema_file.h"
#include "core/changes/media_folder.h"

#include <QDir>
#include <QFileInfo>

namespace thimblely::archive {

namespace {

using access::ArchiveTable;

constexpr qint64 stepOfRows = 1024; // between two looks at whether it is to be stopped
constexpr int whole = 1000;

//! Its text lies in the row: it is good until the next step, which is long enough for a line.
Cell cellOf(const storage::Statement &row, int column)
{
    constexpr int integerType = 1; // as SQLite numbers the types of values
    constexpr int realType = 2;
    constexpr int textType = 3;
    constexpr int blobType = 4;
    Cell cell;
    switch (row.columnType(column)) {
    case integerType:
        cell.type = Cell::Type::Integer;
        cell.integer = row.int64(column);
        break;
    case realType:
        cell.type = Cell::Type::Real;
        cell.real = access::realAt(row, column);
        break;
    case textType:
        cell.type = Cell::Type::Text;
        cell.bytes = QByteArray::fromRawData(row.utf8View(column).data(), row.utf8View(column).size());
        break;
    case blobType:
        cell.type = Cell::Type::Blob;
        cell.bytes = row.blob(column);
        break;
    default:
        break;
    }
    return cell;
}

class Writer {
public:
    Writer(QString shopFile, const access::Principal &principal, const QString &folder, const Progress &progress)
        : m_shopFile(std::move(shopFile)), m_principal(principal), m_folder(folder), m_progress(progress)
    {}

    Result<ArchiveMade> write()
    {
        TRY(m_principal.require(access::Capability::DataExport));
        TRY(m_folder.begin());
        TRY_ASSIGN(m_source, access::ArchiveSource::open(storage::OpenOptions{m_shopFile}, m_principal));
        SchemaFacts facts{
            m_source->schemaVersion(), m_source->isComplete(), m_principal.workspace, m_principal.person, {}};
        for (const ArchiveTable &table : m_source->tables()) {
            TRY_ASSIGN(const qint64 rows, m_source->countRows(table));
            facts.tables.push_back({table.name, rows, {}});
            m_all += rows;
        }
        for (size_t i = 0; i < facts.tables.size(); ++i)
            TRY(writeTable(m_source->tables()[i]));
        TRY(writePapers());
        TRY(writeText(schemaFile, schemaJson(facts, m_source->tables())));
        TRY(addHashed(QLatin1String(schemaFile)));
        TRY(writeText(manifestFile, m_manifest));
        TRY(writeText(readmeFile, readmeText()));
        m_made.rows = m_done;
        m_made.complete = m_source->isComplete();
        TRY(m_folder.keep());
        return m_made;
    }

private:
    Result<void> go()
    {
        // The last thousandth is the folder getting its name.
        if (!m_progress || m_progress(int(m_done * (whole - 1) / std::max<qint64>(m_all, 1))))
            return {};
        return Error{ErrorKind::Cancelled, "archive.stopped", {}, {}};
    }

    Result<void> writeText(const char *name, const QByteArray &text)
    {
        TRY_ASSIGN(OutFile out, OutFile::create(m_folder.filePath(QLatin1String(name))));
        out.text() = text;
        return out.finish();
    }

    Result<void> writeTable(const ArchiveTable &table)
    {
        std::vector<LineColumn> columns;
        for (const access::ArchiveColumn &column : table.columns)
            columns.push_back({column.name, kindOfColumn(column.type, column.name)});
        std::vector<Cell> cells(columns.size());
        const bool isMedia = table.name == "sys_media";
        TRY_ASSIGN(OutFile out, OutFile::create(m_folder.filePath(fileOf(table.name))));
        TRY(go());
        const auto writeRow = [&](const storage::Statement &row) -> Result<void> {
            for (size_t i = 0; i < cells.size(); ++i)
                cells[i] = cellOf(row, int(i));
            appendLine(out.text(), columns, cells);
            if (isMedia)
                TRY(writePicture(row.blob(0)));
            if (++m_done % stepOfRows == 0)
                TRY(go());
            return out.flushIfLong();
        };
        TRY(m_source->eachRow(table, writeRow));
        TRY(out.finish());
        return addHashed(fileOf(table.name));
    }

    //! What stands in the folder, read back from there.
    Result<void> addHashed(const QString &name)
    {
        TRY_ASSIGN(const auto sha256, hashOf(m_folder.filePath(name)));
        if (!sha256)
            return Error{ErrorKind::Io, "archive.not_written", {}, name};
        addToManifest(*sha256, name);
        return {};
    }

    Result<void> writePicture(const QByteArray &sha256)
    {
        const auto bytes = changes::MediaFolder(m_shopFile).get(sha256);
        if (!bytes) { // the shop itself has lost it; that is said and is no reason to take nothing
            ++m_made.missingPictures;
            return {};
        }
        const QString name = QString::fromLatin1(sha256.toHex());
        const QString path = QLatin1String(mediaFolder) + u'/' + name.first(2) + u'/' + name;
        TRY_ASSIGN(OutFile out, OutFile::create(m_folder.filePath(path)));
        out.text() = *bytes;
        TRY(out.finish());
        addToManifest(sha256, path);
        ++m_made.pictures;
        return go();
    }

    //! They lie beside the file, of every workspace in it.
    Result<void> writePapers()
    {
        const QDir papers(QFileInfo(m_shopFile).absoluteDir().filePath(QLatin1String(papersFolder)));
        const QFileInfoList files = papers.entryInfoList(QDir::Files | QDir::NoSymLinks, QDir::Name);
        TRY_ASSIGN(const bool only, m_source->isOnlyShop());
        m_made.papersLeftOut = !only && !files.isEmpty();
        if (!only)
            return {};
        for (const QFileInfo &file : files) {
            const QString path = QLatin1String(papersFolder) + u'/' + file.fileName();
            TRY_ASSIGN(const auto sha256, copyHashed(file.filePath(), m_folder.filePath(path)));
            if (!sha256)
                continue;
            addToManifest(*sha256, path);
            ++m_made.papers;
            TRY(go());
        }
        return {};
    }

    void addToManifest(const QByteArray &sha256, const QString &path)
    {
        m_manifest += sha256.toHex() + "  " + path.toUtf8() + '\n';
    }

    const QString m_shopFile;
    const access::Principal &m_principal;
    NewFolder m_folder;
    const Progress &m_progress;
    std::unique_ptr<access::ArchiveSource> m_source;
    QByteArray m_manifest;
    ArchiveMade m_made;
    qint64 m_all = 0;
    qint64 m_done = 0;
};

} // namespace

Result<ArchiveMade> writeArchive(const QString &shopFile, const access::Principal &principal, const QString &folder,
                                 const Progress &progress)
{
    return Writer(shopFile, principal, folder, progress).write();
}

} // namespace thimblely::archive
