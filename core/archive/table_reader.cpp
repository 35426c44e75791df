// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/archive/table_reader.h"

#include "core/access/privileged/archive_reals.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace thimblely::archive {

namespace {

constexpr qint64 longestLine = qint64(64) << 20; // longer is no row of ours, and would fill the memory
constexpr qint64 stepOfLines = 1024;

void bind(storage::Statement &statement, int parameter, const Cell &cell)
{
    const QByteArrayView bytes(cell.bytes.constData(), cell.bytes.size()); // never null: that would bind NULL
    switch (cell.type) {
    case Cell::Type::Null:
        statement.bindNull();
        break;
    case Cell::Type::Integer:
        statement.bind(cell.integer);
        break;
    case Cell::Type::Real:
        access::bindReal(statement, parameter, cell.real);
        break;
    case Cell::Type::Text:
        statement.bindUtf8(bytes);
        break;
    case Cell::Type::Blob:
        statement.bindBlob(bytes);
        break;
    }
}

//! As SQLite orders keys, which are not NULL.
int compare(const Cell &left, const Cell &right)
{
    if (left.type == Cell::Type::Integer && right.type == Cell::Type::Integer)
        return left.integer < right.integer ? -1 : left.integer > right.integer;
    return QByteArrayView(left.bytes).compare(right.bytes);
}

} // namespace

Error TableReader::at(const Error &error, const QString &column) const
{
    Error placed = error;
    placed.args = QStringList{m_file, QString::number(m_line)} + error.args;
    if (!column.isEmpty())
        placed.args.append(column);
    return placed;
}

Result<void> TableReader::chooseColumns(const access::ArchiveTable &table, const SchemaTable &written)
{
    m_columns.clear();
    m_key.clear();
    m_before.clear();
    m_workspaceColumn.reset();
    for (const QByteArray &name : written.columns) {
        const auto column = std::ranges::find(table.columns, name, &access::ArchiveColumn::name);
        if (column == table.columns.end())
            return Error{
                ErrorKind::NotOurs, "archive.not_an_archive", {}, QString::fromLatin1(table.name + '.' + name)};
        if (name == "workspace_id" || (table.domain == storage::Table::Workspaces && name == "id")) {
            m_workspaceColumn = m_columns.size();
            m_workspaceMayBeNull = !column->notNull;
        }
        m_columns.push_back({name, kindOfColumn(column->type, name)});
    }
    for (const QByteArray &name : table.order) {
        const auto column = std::ranges::find(m_columns, name, &LineColumn::name);
        if (column == m_columns.end())
            return Error{ErrorKind::NotOurs, "archive.not_an_archive", {}, QString::fromLatin1(table.name)};
        m_key.push_back(size_t(column - m_columns.begin()));
    }
    // Who signs in to the new file is who took the export, and nobody whom a line slips in.
    if (table.domain == storage::Table::AuthUsers)
        m_workspaceColumn = m_key.front();
    return m_target.begin(table, written.columns);
}

Result<void> TableReader::checkOrder()
{
    int order = m_before.empty() ? 1 : 0;
    for (size_t i = 0; order == 0 && i < m_key.size(); ++i)
        order = compare(m_cells[m_key[i]], m_before[i]);
    if (order <= 0)
        return at({ErrorKind::Invalid, "archive.line_order", {}, {}});
    m_before.clear();
    for (const size_t column : m_key) {
        if (m_cells[column].type == Cell::Type::Null)
            return at({ErrorKind::Invalid, "archive.line_value", {}, {}}, QString::fromLatin1(m_columns[column].name));
        m_before.push_back(m_cells[column]);
    }
    return {};
}

Result<void> TableReader::checkWorkspace() const
{
    if (!m_workspaceColumn)
        return {};
    const Cell &cell = m_cells[*m_workspaceColumn];
    if (cell.type == Cell::Type::Null && m_workspaceMayBeNull)
        return {};
    const QByteArrayView expected = m_file == fileOf("auth_users") ? m_facts.person.view() : m_facts.workspace.view();
    if (QByteArrayView(cell.bytes) == expected)
        return {};
    return at({ErrorKind::Invalid, "archive.line_workspace", {}, {}});
}

Result<void> TableReader::readLine(QByteArrayView line)
{
    if (const auto read = archive::readLine(line, m_columns, m_cells); !read)
        return at(read.error());
    TRY(checkOrder());
    TRY(checkWorkspace());
    const auto inserted = m_target.insert([this](storage::Statement &statement) {
        for (size_t i = 0; i < m_cells.size(); ++i)
            bind(statement, int(i) + 1, m_cells[i]);
    });
    if (inserted)
        return {};
    // What the schema refuses is the line's fault; a full disk is not.
    if (inserted.error().kind != ErrorKind::Conflict && inserted.error().kind != ErrorKind::Invalid)
        return inserted.error();
    return at({ErrorKind::Invalid, "archive.line_refused", {}, describe(inserted.error())});
}

Result<void> TableReader::read(const QString &folder, const access::ArchiveTable &table, const SchemaTable &written)
{
    m_file = fileOf(table.name);
    m_line = 0;
    QFile file(QDir(folder).filePath(m_file));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, "archive.no_file", {m_file}, file.errorString()};
    TRY(chooseColumns(table, written));
    qint64 told = 0;
    for (;;) {
        const QByteArray line = file.readLine(longestLine);
        if (line.isEmpty() && file.atEnd())
            break;
        ++m_line;
        if (!line.endsWith('\n')) // cut off, or too long
            return at({ErrorKind::Invalid, "archive.line_broken", {}, {}});
        TRY(readLine(QByteArrayView(line).chopped(1)));
        if (m_line % stepOfLines == 0)
            TRY(m_go(file.pos() - std::exchange(told, file.pos())));
    }
    if (m_line != written.rows)
        return Error{ErrorKind::Invalid,
                     "archive.row_count",
                     {m_file, QString::number(written.rows), QString::number(m_line)},
                     {}};
    return m_go(file.size() - told);
}

} // namespace thimblely::archive
