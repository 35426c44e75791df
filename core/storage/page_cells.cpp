// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/page_cells.h"

#include "core/storage/page_file.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <limits>
#include <set>

namespace thimblely::storage {

namespace {

constexpr int fileHeader = 100; // before the page's own on page 1
constexpr int leafHeader = 8;
constexpr int interiorHeader = 12;

//! Nine bytes at most, seven bits in each of the first eight (file format 1.6).
std::optional<quint64> varintAt(const QByteArray &bytes, qsizetype &at, qsizetype end)
{
    quint64 value = 0;
    for (int i = 0; i < 9; ++i) {
        if (at < 0 || at >= end)
            return std::nullopt;
        const quint8 byte = quint8(bytes[at++]);
        if (i == 8)
            return value << 8 | byte;
        value = value << 7 | (byte & 0x7f);
        if ((byte & 0x80) == 0)
            return value;
    }
    return value;
}

qint64 bigEndian(const char *at, int bytes)
{
    qint64 value = qint8(at[0]); // the sign
    for (int i = 1; i < bytes; ++i)
        value = qint64(quint64(value) << 8 | quint8(at[i]));
    return value;
}

std::optional<int> sizeOf(quint64 type)
{
    static constexpr int fixed[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    if (type < std::size(fixed))
        return fixed[type];
    if (type < 12 || type > quint64(std::numeric_limits<int>::max()))
        return std::nullopt; // reserved, or greater than any file
    return int((type - 12) / 2);
}

StoredValue valueOf(quint64 type, const char *at, int bytes)
{
    using Kind = StoredValue::Kind;
    if (type == 0)
        return {};
    if (type == 7) {
        const auto bits = quint64(bigEndian(at, 8));
        return {Kind::Real, 0, std::bit_cast<double>(bits)};
    }
    if (type == 8 || type == 9)
        return {Kind::Integer, qint64(type) - 8};
    if (type < 7)
        return {Kind::Integer, bigEndian(at, bytes)};
    return {type % 2 == 0 ? Kind::Blob : Kind::Text, 0, 0, QByteArray(at, bytes)};
}

} // namespace

std::optional<StoredRow> rowOf(const QByteArray &record)
{
    qsizetype at = 0;
    const auto header = varintAt(record, at, record.size());
    if (!header || *header > quint64(record.size()))
        return std::nullopt;
    const auto end = qsizetype(*header);
    qsizetype body = end;
    StoredRow row;
    while (at < end) {
        const auto type = varintAt(record, at, end);
        const auto size = type ? sizeOf(*type) : std::nullopt;
        if (!size || body + *size > record.size())
            return std::nullopt;
        row.push_back(valueOf(*type, record.constData() + body, *size));
        body += *size;
    }
    return row;
}

PageCells::PageCells(PageFile &file, quint32 number, const QByteArray &bytes)
    : m_file(file), m_bytes(bytes), m_header(number == 1 ? fileHeader : 0)
{
    const auto kind = PageKind(m_bytes[m_header]);
    if (kind != PageKind::TableLeaf && kind != PageKind::TableInterior && kind != PageKind::IndexLeaf &&
        kind != PageKind::IndexInterior)
        return;
    const int cells = qFromBigEndian<quint16>(m_bytes.constData() + m_header + 3);
    const int first =
        m_header + (kind == PageKind::TableLeaf || kind == PageKind::IndexLeaf ? leafHeader : interiorHeader);
    if (first + 2 * cells > m_file.usable())
        return;
    m_kind = kind;
    m_count = cells;
}

quint32 PageCells::word(int at) const
{
    return qFromBigEndian<quint32>(m_bytes.constData() + at);
}

std::optional<int> PageCells::cellAt(int cell) const
{
    const int pointers = m_header + (isInterior() ? interiorHeader : leafHeader);
    if (cell < 0 || cell >= m_count)
        return std::nullopt;
    const int at = qFromBigEndian<quint16>(m_bytes.constData() + pointers + 2 * cell);
    if (at < pointers + 2 * m_count || at + 4 > m_file.usable())
        return std::nullopt;
    return at;
}

std::optional<quint64> PageCells::varint(int &at) const
{
    qsizetype place = at;
    const auto value = varintAt(m_bytes, place, m_file.usable());
    at = int(place);
    return value;
}

std::vector<PageCells::Child> PageCells::children() const
{
    std::vector<Child> result;
    if (!isInterior())
        return result;
    for (int cell = 0; cell < m_count; ++cell) {
        const auto at = cellAt(cell);
        const auto key = m_kind == PageKind::TableInterior ? rowid(cell) : std::optional<qint64>(0);
        if (at && key)
            result.push_back({word(*at), *key});
    }
    result.push_back({word(m_header + leafHeader), std::numeric_limits<qint64>::max()});
    return result;
}

std::optional<qint64> PageCells::rowid(int cell) const
{
    const auto start = cellAt(cell);
    if (!start || isIndex())
        return std::nullopt;
    int at = *start;
    if (m_kind == PageKind::TableInterior)
        at += 4;
    else if (!varint(at)) // the size of its payload
        return std::nullopt;
    const auto value = varint(at);
    return value ? std::optional(qint64(*value)) : std::nullopt;
}

std::optional<StoredRow> PageCells::row(int cell) const
{
    const auto start = cellAt(cell);
    if (!start || m_kind == PageKind::TableInterior)
        return std::nullopt;
    int at = *start + (m_kind == PageKind::IndexInterior ? 4 : 0);
    const auto size = varint(at);
    if (!size || (m_kind == PageKind::TableLeaf && !varint(at)))
        return std::nullopt;
    const auto record = payload(at, *size);
    return record ? rowOf(*record) : std::nullopt;
}

//! How much of it lies on the page itself is laid down in file format 1.6.
std::optional<QByteArray> PageCells::payload(int at, quint64 size) const
{
    const int usable = m_file.usable();
    if (size > quint64(m_file.count()) * quint64(usable))
        return std::nullopt;
    const qint64 most = isIndex() ? (usable - 12) * 64 / 255 - 23 : usable - 35;
    const qint64 least = (usable - 12) * 32 / 255 - 23;
    const auto whole = qint64(size);
    qint64 here = whole;
    if (whole > most) {
        here = least + (whole - least) % (usable - 4);
        if (here > most)
            here = least;
    }
    const bool overflows = here < whole;
    if (at + here + (overflows ? 4 : 0) > usable)
        return std::nullopt;
    QByteArray bytes = m_bytes.mid(at, here);
    quint32 next = overflows ? word(at + int(here)) : 0;
    std::set<quint32> seen;
    while (bytes.size() < whole) {
        if (next == 0 || next > m_file.count() || !seen.insert(next).second)
            return std::nullopt;
        const PageFile::Page page = m_file.page(next);
        if (!page.whole)
            return std::nullopt;
        bytes += page.bytes.mid(4, std::min<qint64>(usable - 4, whole - bytes.size()));
        next = qFromBigEndian<quint32>(page.bytes.constData());
    }
    return bytes;
}

} // namespace thimblely::storage
