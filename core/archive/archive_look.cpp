// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/archive/archive_look.h"

#include "core/archive/schema_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace thimblely::archive {

namespace {

constexpr qint64 chunk = qint64(1) << 20;
constexpr int whole = 1000;

//! Lines are short but where somebody wrote into the file; those are refused when it is read, and not looked at here.
constexpr qint64 longestLine = qint64(1) << 20;

class Look {
public:
    Look(const QString &folder, const backup::Progress &progress) : m_folder(folder), m_progress(progress) {}

    Result<ArchiveContents> all()
    {
        QFile schema(m_folder.filePath(QLatin1String(schemaFile)));
        if (!schema.open(QIODevice::ReadOnly))
            return Error{ErrorKind::NotOurs, "archive.not_an_archive", {m_folder.path()}, schema.errorString()};
        TRY_ASSIGN(const SchemaFacts facts, readSchema(schema.readAll()));
        if (!facts.complete)
            return Error{ErrorKind::Invalid, "archive.partial", {}, {}};
        m_contents.madeAt = QFileInfo(schema).lastModified();
        for (const SchemaTable &table : facts.tables)
            m_all += QFileInfo(m_folder.filePath(fileOf(table.name))).size();
        for (const SchemaTable &table : facts.tables)
            TRY(count(table));
        TRY_ASSIGN(m_contents.shop, textOf("workspaces", facts.workspace.toString(), QLatin1String("name")));
        TRY_ASSIGN(m_contents.zone, textOf("workspaces", facts.workspace.toString(), QLatin1String("time_zone")));
        TRY_ASSIGN(m_contents.person, textOf("profiles", facts.person.toString(), QLatin1String("full_name")));
        m_contents.bytes = m_all;
        return m_contents;
    }

private:
    Result<void> count(const SchemaTable &table)
    {
        const QString name = fileOf(table.name);
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::NotFound, "archive.no_file", {name}, file.errorString()};
        qint64 lines = 0;
        qint64 *const told = table.name == "clients"  ? &m_contents.clients
                             : table.name == "orders" ? &m_contents.orders
                                                      : nullptr;
        while (!file.atEnd()) {
            const QByteArray read = told ? file.readLine(longestLine) : file.read(chunk);
            if (read.isEmpty())
                return Error{ErrorKind::Io, "archive.not_read", {name}, file.errorString()};
            lines += std::ranges::count(read, '\n');
            if (told)
                *told += isCounted(read);
            m_done += read.size();
            if (m_progress && !m_progress(int(m_done * whole / std::max<qint64>(1, m_all))))
                return Error{ErrorKind::Cancelled, "archive.stopped", {}, {}};
        }
        if (lines != table.rows)
            return Error{ErrorKind::Invalid,
                         "archive.row_count",
                         {name, QString::number(table.rows), QString::number(lines)},
                         {}};
        m_contents.rows += lines;
        return {};
    }

    //! As everywhere clients and orders are counted: not what is in the bin, nor an order without a number.
    static bool isCounted(const QByteArray &line)
    {
        return line.contains("\"deleted_at\":null") && !line.contains("\"order_number\":null");
    }

    //! Of the row with that id; empty where there is none, which is refused when it is read.
    Result<QString> textOf(const char *table, const QString &id, QLatin1String column)
    {
        QFile file(m_folder.filePath(fileOf(table)));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::NotFound, "archive.no_file", {fileOf(table)}, file.errorString()};
        while (!file.atEnd()) {
            const QJsonObject row = QJsonDocument::fromJson(file.readLine(longestLine)).object();
            const QString written = row[QLatin1String("id")].toString().remove(u'-');
            if (written.compare(QString(id).remove(u'-'), Qt::CaseInsensitive) == 0)
                return row[column].toString();
        }
        return QString();
    }

    const QDir m_folder;
    const backup::Progress &m_progress;
    ArchiveContents m_contents;
    qint64 m_all = 0;
    qint64 m_done = 0;
};

} // namespace

Result<ArchiveContents> lookIntoArchive(const QString &folder, const backup::Progress &progress)
{
    return Look(folder, progress).all();
}

} // namespace thimblely::archive
