// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/privileged/archive_target.h"
#include "core/archive/schema_file.h"

#include <functional>

namespace thimblely::archive {

//! Reads the lines of one table into a target, in memory that does not grow with them; errors as readArchive().
class TableReader {
public:
    //! `go`: told how many bytes were read since it was told last.
    TableReader(access::ArchiveTarget &target, const SchemaFacts &facts, const std::function<Result<void>(qint64)> &go)
        : m_target(target), m_facts(facts), m_go(go)
    {}

    Result<void> read(const QString &folder, const access::ArchiveTable &table, const SchemaTable &written);

private:
    Result<void> chooseColumns(const access::ArchiveTable &table, const SchemaTable &written);
    Result<void> readLine(QByteArrayView line);
    Result<void> checkOrder();
    Result<void> checkWorkspace() const;
    Error at(const Error &error, const QString &column = {}) const;

    access::ArchiveTarget &m_target;
    const SchemaFacts &m_facts;
    const std::function<Result<void>(qint64)> &m_go;
    QString m_file;
    qint64 m_line = 0;
    std::vector<LineColumn> m_columns;
    std::vector<size_t> m_key; // of m_columns
    std::optional<size_t> m_workspaceColumn;
    bool m_workspaceMayBeNull = false;
    std::vector<Cell> m_cells;
    std::vector<Cell> m_before; // the key of the line before
};

} // namespace thimblely::archive
