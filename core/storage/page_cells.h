// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/error.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace thimblely::storage {

class PageFile;

//! One value of a row as it lies in the file (SQLite's file format 2.1).
struct StoredValue {
    enum class Kind { Null, Integer, Real, Text, Blob };
    Kind kind = Kind::Null;
    qint64 integer = 0;
    double real = 0;
    QByteArray bytes = {}; //!< of a text, in UTF-8, or of a blob

    friend bool operator==(const StoredValue &, const StoredValue &) = default;
};
using StoredRow = std::vector<StoredValue>;

//! Whether it is a text, a blob … of as many values as it says, within its bytes; none for what cannot be a record.
std::optional<StoredRow> rowOf(const QByteArray &record);

enum class PageKind : quint8 { Other = 0, IndexInterior = 2, TableInterior = 5, IndexLeaf = 10, TableLeaf = 13 };

/*!
 * The cells of one page of a table or an index. Nothing in the bytes is believed: what points outside the page, or to a
 * page that is not there, gives no cell. Pure but for what it reads of overflow pages.
 */
class PageCells {
public:
    PageCells(PageFile &file, quint32 number, const QByteArray &bytes);

    PageKind kind() const { return m_kind; }
    int count() const { return m_count; }

    struct Child {
        quint32 page;
        qint64 upTo; //!< of a table: the last rowid below it; the rightmost has the greatest there is
    };
    //! Of an interior page, from left to right.
    std::vector<Child> children() const;
    //! Of a table's page: the rowid of a cell.
    std::optional<qint64> rowid(int cell) const;
    //! The values of a cell, with what overflows; none where a page of it is damaged or it makes no sense.
    std::optional<StoredRow> row(int cell) const;

private:
    std::optional<int> cellAt(int cell) const;
    std::optional<quint64> varint(int &at) const;
    std::optional<QByteArray> payload(int at, quint64 size) const;
    quint32 word(int at) const;
    bool isIndex() const { return m_kind == PageKind::IndexInterior || m_kind == PageKind::IndexLeaf; }
    bool isInterior() const { return m_kind == PageKind::IndexInterior || m_kind == PageKind::TableInterior; }

    PageFile &m_file;
    const QByteArray m_bytes;
    int m_header;
    PageKind m_kind = PageKind::Other;
    int m_count = 0;
};

} // namespace thimblely::storage
