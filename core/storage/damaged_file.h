// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/storage/page_cells.h"
#include "core/storage/page_file.h"

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace thimblely::storage {

//! A table as it is looked for in a damaged file.
struct SoughtTable {
    QByteArray name;
    bool withoutRowid = false;
    std::vector<StoredValue::Kind> columns = {}; //!< Null: whatever it is
    quint32 root = 0;                            //!< its first page in a new file, and most likely in this one
    QByteArray index = {};                       //!< one that holds every row, by which a row is known again; or none
    std::vector<int> indexed = {};               //!< its columns, as places in a row
    quint32 indexRoot = 0;
};

/*!
 * The rows of a damaged file, by walking its trees page by page without SQLite. Rows whose page is whole are found also
 * where a page above theirs is not: leaves that no tree leads to are known for a table's by an index, which must hold the
 * same keys at the same rowid, so that what was deleted long ago, and still lies on some free page, never comes back.
 * A page that is damaged itself gives nothing: which of its values are right cannot be known. Where the list of the
 * tables is damaged, a table is looked for where it begins in a new file, and known by its index in the same way. On one
 * thread.
 */
class DamagedFile {
public:
    //! Errors: those of PageFile::open(); Corrupt ("salvage.nothing") where no list of the tables can be read.
    static Result<std::unique_ptr<DamagedFile>> open(const QString &path);

    //! Of the header; none where that cannot be read.
    std::optional<int> version() const { return m_version; }
    qint64 damagedPages() const { return m_damaged; }

    using Take = std::function<Result<void>(const SoughtTable &table, qint64 rowid, const StoredRow &row)>;
    //! The rows of all these tables, each once, table by table and then those without a way to them.
    Result<void> read(const std::vector<SoughtTable> &tables, const Take &take);

    //! Of a table after read(): what its index says there is, where a page of the table was damaged; else nothing.
    std::vector<qint64> rowidsInIndex(const SoughtTable &table);

private:
    //! Rowids after `from` up to `to` to which no way leads.
    struct Hole {
        qint64 from;
        qint64 to;
    };
    struct Walk;
    using Keys = std::unordered_map<qint64, size_t>;

    explicit DamagedFile(std::unique_ptr<PageFile> pages);
    void readSchema();
    bool mayLead(quint32 page) const { return page >= 1 && page <= m_pages->count() && !m_reached[page]; }
    Result<void> walkTable(quint32 page, Hole range, Walk &walk, int depth);
    Result<void> walkKeys(quint32 page, const SoughtTable &table, const Take &take, int depth);
    void walkIndex(quint32 page, Keys &keys, int depth);
    Result<void> readLost(const std::vector<SoughtTable> &tables, const Take &take);
    const Keys &keysOf(const SoughtTable &table);
    bool isOf(const SoughtTable &table, qint64 rowid, const StoredRow &row);
    void readSchemaLeaf(const PageCells &cells);
    quint32 rootOf(const SoughtTable &table);
    quint32 indexRootOf(const SoughtTable &table) const;
    bool isNamed(quint32 page) const;
    bool beginsAt(quint32 page, const SoughtTable &table);
    bool hasKey(const SoughtTable &table, qint64 rowid, const StoredRow &row);

    std::unique_ptr<PageFile> m_pages;
    std::optional<int> m_version;
    qint64 m_damaged = 0;
    std::vector<bool> m_reached;                                // by page: a tree led to it
    std::vector<bool> m_free;                                   // by page: of the list of free ones
    std::unordered_map<std::string, quint32> m_roots;           // by the name of a table or an index
    std::unordered_map<std::string, std::vector<Hole>> m_holes; // by the name of a table
    std::unordered_map<std::string, Keys> m_keys;               // by the name of a table
};

} // namespace thimblely::storage
