// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/damaged_file.h"

#include "core/storage/page_check.h"

#include <QHash>
#include <QtEndian>

#include <algorithm>
#include <limits>

namespace thimblely::storage {

namespace {

constexpr int deepest = 40; // no tree is; a damaged one may seem to be
constexpr size_t schemaColumns = 5;
constexpr int versionAt = 60;

quint32 wordAt(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

size_t hashOf(const StoredValue &value, size_t seed)
{
    return qHashMulti(seed, int(value.kind), value.integer, value.bytes);
}

//! As STRICT tables hold them: each value of its column's kind, or nothing.
bool fits(const SoughtTable &table, const StoredRow &row)
{
    using Kind = StoredValue::Kind;
    if (row.empty() || row.size() > table.columns.size())
        return false;
    return std::equal(row.begin(), row.end(), table.columns.begin(), [](const StoredValue &value, Kind kind) {
        return kind == Kind::Null || value.kind == Kind::Null || value.kind == kind;
    });
}

//! A row of sqlite_schema: kind, name, table, root page, SQL.
bool isSchemaRow(const StoredRow &row)
{
    static const QByteArrayList kinds{"table", "index", "view", "trigger"};
    return row.size() == schemaColumns && row[0].kind == StoredValue::Kind::Text && kinds.contains(row[0].bytes) &&
           row[1].kind == StoredValue::Kind::Text && row[3].kind == StoredValue::Kind::Integer;
}

} // namespace

//! One table's walk: where its rows go, and what it could not reach.
struct DamagedFile::Walk {
    const SoughtTable &table;
    const Take &take;
    std::vector<Hole> holes = {};
};

DamagedFile::DamagedFile(std::unique_ptr<PageFile> pages)
    : m_pages(std::move(pages)), m_reached(m_pages->count() + 1), m_free(freePages(*m_pages))
{}

Result<std::unique_ptr<DamagedFile>> DamagedFile::open(const QString &path)
{
    TRY_ASSIGN(auto pages, PageFile::open(path));
    std::unique_ptr<DamagedFile> file(new DamagedFile(std::move(pages)));
    for (quint32 number = 1; number <= file->m_pages->count(); ++number) // what lies on free pages is nobody's
        file->m_damaged += file->m_free[number] || file->m_pages->page(number).whole ? 0 : 1;
    file->readSchema();
    if (file->m_roots.empty())
        return Error{ErrorKind::Corrupt, "salvage.nothing", {path}, {}};
    return file;
}

void DamagedFile::readSchemaLeaf(const PageCells &cells)
{
    for (int cell = 0; cell < cells.count(); ++cell) {
        const auto row = cells.row(cell);
        if (row && isSchemaRow(*row) && (*row)[3].integer > 1)
            m_roots.try_emplace((*row)[1].bytes.toStdString(), quint32((*row)[3].integer));
    }
}

//! From page 1 as far as it leads; then from every leaf that can only be one of the list of tables.
void DamagedFile::readSchema()
{
    const PageFile::Page first = m_pages->page(1);
    if (first.whole)
        m_version = int(wordAt(first.bytes, versionAt));
    const SoughtTable schema{"sqlite_schema"};
    const Take take = [this](const SoughtTable &, qint64, const StoredRow &row) -> Result<void> {
        if (isSchemaRow(row) && row[3].integer > 1)
            m_roots.try_emplace(row[1].bytes.toStdString(), quint32(row[3].integer));
        return {};
    };
    Walk walk{schema, take};
    const auto walked = walkTable(1, {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()}, walk, 0);
    if (walked && walk.holes.empty())
        return;
    for (quint32 number = 2; number <= m_pages->count(); ++number) {
        if (m_reached[number] || m_free[number])
            continue;
        const PageFile::Page page = m_pages->page(number);
        const PageCells cells(*m_pages, number, page.bytes);
        const auto row = page.whole && cells.kind() == PageKind::TableLeaf ? cells.row(0) : std::nullopt;
        if (row && isSchemaRow(*row))
            readSchemaLeaf(cells);
    }
}

Result<void> DamagedFile::walkTable(quint32 number, Hole range, Walk &walk, int depth)
{
    if (!mayLead(number) || depth > deepest) {
        walk.holes.push_back(range);
        return {};
    }
    const PageFile::Page page = m_pages->page(number);
    const PageCells cells(*m_pages, number, page.bytes);
    m_reached[number] = true;
    if (!page.whole || (cells.kind() != PageKind::TableLeaf && cells.kind() != PageKind::TableInterior)) {
        walk.holes.push_back(range);
        return {};
    }
    qint64 from = range.from;
    for (const PageCells::Child &child : cells.children()) {
        const qint64 to = std::min(child.upTo, range.to);
        TRY(walkTable(child.page, {from, to}, walk, depth + 1));
        from = to;
    }
    if (cells.kind() == PageKind::TableInterior)
        return {};
    for (int cell = 0; cell < cells.count(); ++cell) {
        const auto rowid = cells.rowid(cell);
        const auto row = cells.row(cell);
        if (rowid && row)
            TRY(walk.take(walk.table, *rowid, *row));
        else // a part of it overflows to a damaged page
            walk.holes.push_back({range.from, range.to});
    }
    return {};
}

//! Of a table without rowids, whose rows lie in its key. A damaged page's pointers are followed where what they lead to fits.
Result<void> DamagedFile::walkKeys(quint32 number, const SoughtTable &table, const Take &take, int depth)
{
    if (!mayLead(number) || depth > deepest)
        return {};
    const PageFile::Page page = m_pages->page(number);
    const PageCells cells(*m_pages, number, page.bytes);
    const bool isInterior = cells.kind() == PageKind::IndexInterior;
    if (!isInterior && cells.kind() != PageKind::IndexLeaf)
        return {};
    if (page.whole) {
        for (int cell = 0; cell < cells.count(); ++cell) {
            const auto row = cells.row(cell);
            if (row && !fits(table, *row))
                return {};
            if (row)
                TRY(take(table, 0, *row));
        }
    }
    m_reached[number] = true;
    for (const PageCells::Child &child : cells.children())
        TRY(walkKeys(child.page, table, take, depth + 1));
    return {};
}

void DamagedFile::walkIndex(quint32 number, Keys &keys, int depth)
{
    if (number < 1 || number > m_pages->count() || depth > deepest)
        return;
    const PageFile::Page page = m_pages->page(number);
    const PageCells cells(*m_pages, number, page.bytes);
    if (!page.whole || (cells.kind() != PageKind::IndexInterior && cells.kind() != PageKind::IndexLeaf))
        return;
    for (int cell = 0; cell < cells.count(); ++cell) {
        const auto row = cells.row(cell);
        if (!row || row->empty() || row->back().kind != StoredValue::Kind::Integer)
            continue;
        size_t hash = 0;
        for (size_t i = 0; i + 1 < row->size(); ++i)
            hash = hashOf((*row)[i], hash);
        keys[row->back().integer] = hash;
    }
    for (const PageCells::Child &child : cells.children())
        walkIndex(child.page, keys, depth + 1);
}

bool DamagedFile::isNamed(quint32 page) const
{
    return std::ranges::any_of(m_roots, [page](const auto &named) { return named.second == page; });
}

quint32 DamagedFile::indexRootOf(const SoughtTable &table) const
{
    const auto root = m_roots.find(table.index.toStdString());
    if (root != m_roots.end())
        return root->second;
    return isNamed(table.indexRoot) ? 0 : table.indexRoot;
}

//! 0: nobody can tell.
quint32 DamagedFile::rootOf(const SoughtTable &table)
{
    const auto root = m_roots.find(table.name.toStdString());
    if (root != m_roots.end())
        return root->second;
    return !isNamed(table.root) && beginsAt(table.root, table) ? table.root : 0;
}

//! Whether the first row below a page can only be the table's.
bool DamagedFile::beginsAt(quint32 number, const SoughtTable &table)
{
    for (int depth = 0; depth < deepest && mayLead(number); ++depth) {
        const PageFile::Page page = m_pages->page(number);
        const PageCells cells(*m_pages, number, page.bytes);
        const bool ofKeys = cells.kind() == PageKind::IndexLeaf || cells.kind() == PageKind::IndexInterior;
        if (!page.whole || cells.kind() == PageKind::Other || ofKeys != table.withoutRowid)
            return false;
        if (cells.kind() == PageKind::TableInterior) {
            const auto children = cells.children();
            number = children.front().page;
            continue;
        }
        const auto row = cells.row(0);
        if (!row || !fits(table, *row))
            return false;
        return table.index.isEmpty() || hasKey(table, cells.rowid(0).value_or(0), *row);
    }
    return false;
}

const DamagedFile::Keys &DamagedFile::keysOf(const SoughtTable &table)
{
    const auto [keys, isNew] = m_keys.try_emplace(table.name.toStdString());
    if (isNew && !table.index.isEmpty())
        walkIndex(indexRootOf(table), keys->second, 0);
    return keys->second;
}

//! Whether the table's index says that this row is at this rowid.
bool DamagedFile::hasKey(const SoughtTable &table, qint64 rowid, const StoredRow &row)
{
    const Keys &keys = keysOf(table);
    const auto key = keys.find(rowid);
    if (key == keys.end())
        return false;
    size_t hash = 0;
    for (const int column : table.indexed) {
        if (size_t(column) >= row.size())
            return false;
        hash = hashOf(row[size_t(column)], hash);
    }
    return hash == key->second;
}

bool DamagedFile::isOf(const SoughtTable &table, qint64 rowid, const StoredRow &row)
{
    const auto found = m_holes.find(table.name.toStdString());
    return found != m_holes.end() && !table.index.isEmpty() && fits(table, row) &&
           std::ranges::any_of(found->second, [rowid](Hole hole) { return rowid > hole.from && rowid <= hole.to; }) &&
           hasKey(table, rowid, row);
}

Result<void> DamagedFile::readLost(const std::vector<SoughtTable> &tables, const Take &take)
{
    if (m_holes.empty())
        return {};
    for (quint32 number = 2; number <= m_pages->count(); ++number) {
        if (m_reached[number] || m_free[number])
            continue;
        const PageFile::Page page = m_pages->page(number);
        const PageCells cells(*m_pages, number, page.bytes);
        if (!page.whole || cells.kind() != PageKind::TableLeaf)
            continue;
        for (int cell = 0; cell < cells.count(); ++cell) {
            const auto rowid = cells.rowid(cell);
            const auto row = rowid ? cells.row(cell) : std::nullopt;
            if (!row)
                continue;
            const auto owner =
                std::ranges::find_if(tables, [&](const SoughtTable &table) { return isOf(table, *rowid, *row); });
            if (owner != tables.end())
                TRY(take(*owner, *rowid, *row));
        }
    }
    return {};
}

Result<void> DamagedFile::read(const std::vector<SoughtTable> &tables, const Take &take)
{
    constexpr Hole everything{std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()};
    for (const SoughtTable &table : tables) {
        const quint32 root = rootOf(table);
        if (table.withoutRowid) {
            TRY(walkKeys(root, table, take, 0));
            continue;
        }
        Walk walk{table, take};
        TRY(walkTable(root, everything, walk, 0));
        if (!walk.holes.empty())
            m_holes.emplace(table.name.toStdString(), std::move(walk.holes));
    }
    return readLost(tables, take);
}

std::vector<qint64> DamagedFile::rowidsInIndex(const SoughtTable &table)
{
    std::vector<qint64> rowids;
    if (!m_holes.contains(table.name.toStdString()) || table.index.isEmpty())
        return rowids;
    for (const auto &[rowid, hash] : keysOf(table))
        rowids.push_back(rowid);
    return rowids;
}

} // namespace thimblely::storage
