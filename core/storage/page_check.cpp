// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/page_check.h"

#include "core/storage/page_cells.h"
#include "core/storage/page_file.h"

#include <QtEndian>

namespace thimblely::storage {

namespace {

constexpr int freeListAt = 32; // of SQLite's file format 1.3
constexpr quint32 schemaRoot = 1;

quint32 wordAt(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

//! As far as whole pages lead: what lies beneath a damaged one cannot be told from other tables'.
std::vector<bool> schemaPages(PageFile &pages)
{
    std::vector<bool> reached(pages.count() + 1);
    std::vector<quint32> next{schemaRoot};
    while (!next.empty()) {
        const quint32 number = next.back();
        next.pop_back();
        if (number < 1 || number > pages.count() || reached[number])
            continue;
        reached[number] = true;
        const PageFile::Page page = pages.page(number);
        const PageCells cells(pages, number, page.bytes);
        if (!page.whole || cells.kind() != PageKind::TableInterior)
            continue;
        for (const PageCells::Child &child : cells.children())
            next.push_back(child.page);
    }
    return reached;
}

} // namespace

std::vector<bool> freePages(PageFile &pages)
{
    std::vector<bool> free(pages.count() + 1);
    quint32 trunk = wordAt(pages.page(1).bytes, freeListAt);
    while (trunk > 1 && trunk <= pages.count() && !free[trunk]) {
        const PageFile::Page page = pages.page(trunk);
        const quint32 leaves = wordAt(page.bytes, 4);
        if (!page.whole || leaves > quint32(pages.usable() / 4 - 2))
            break;
        free[trunk] = true;
        for (quint32 i = 0; i < leaves; ++i) {
            const quint32 leaf = wordAt(page.bytes, 8 + 4 * qsizetype(i));
            if (leaf <= pages.count())
                free[leaf] = true;
        }
        trunk = wordAt(page.bytes, 0);
    }
    return free;
}

Result<std::vector<DamagedPage>> damagedPages(const QString &path)
{
    TRY_ASSIGN(auto pages, PageFile::open(path));
    const std::vector<bool> free = freePages(*pages);
    std::vector<DamagedPage> damaged;
    for (quint32 number = 1; number <= pages->count(); ++number) {
        if (!free[number] && !pages->page(number).whole)
            damaged.push_back({number, false});
    }
    if (damaged.empty())
        return damaged;
    const std::vector<bool> schema = schemaPages(*pages);
    for (DamagedPage &page : damaged)
        page.ofSchema = schema[page.number];
    return damaged;
}

} // namespace thimblely::storage
