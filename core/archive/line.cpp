// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/archive/line.h"

#include <algorithm>

namespace thimblely::archive {

namespace {

Error broken()
{
    return {ErrorKind::Invalid, "archive.line_broken", {}, {}};
}

Error wrongColumn(const QByteArray &name)
{
    return {ErrorKind::Invalid, "archive.line_column", {QString::fromUtf8(name)}, {}};
}

class Reader {
public:
    Reader(QByteArrayView line, const std::vector<LineColumn> &columns, std::vector<Cell> &cells)
        : m_line(line), m_columns(columns), m_cells(cells), m_seen(columns.size(), false)
    {
        m_cells.assign(columns.size(), Cell{});
    }

    Result<void> read()
    {
        if (!take('{'))
            return broken();
        for (bool more = !take('}'); more;) {
            TRY(readOne());
            more = take(',');
            if (!more && !take('}'))
                return broken();
        }
        skipSpace(m_line, m_at);
        if (m_at != m_line.size())
            return broken();
        const auto missing = std::ranges::find(m_seen, false);
        if (missing != m_seen.end())
            return wrongColumn(m_columns[size_t(missing - m_seen.begin())].name);
        return {};
    }

private:
    bool take(char c)
    {
        skipSpace(m_line, m_at);
        if (m_at >= m_line.size() || m_line[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    Result<void> readOne()
    {
        skipSpace(m_line, m_at);
        TRY_ASSIGN(const QByteArray name, readString(m_line, m_at));
        if (!take(':'))
            return broken();
        const size_t column = columnOf(name);
        if (column == m_columns.size() || m_seen[column])
            return wrongColumn(name);
        auto cell = readCell(m_line, m_at, m_columns[column].kind);
        if (!cell) {
            Error error = cell.error();
            if (error.code == "archive.line_value")
                error.args = {QString::fromUtf8(name)};
            return error;
        }
        m_cells[column] = std::move(*cell);
        m_seen[column] = true;
        m_next = column + 1;
        return {};
    }

    //! Lines of ours have the columns in their order.
    size_t columnOf(const QByteArray &name) const
    {
        if (m_next < m_columns.size() && m_columns[m_next].name == name)
            return m_next;
        return size_t(std::ranges::find(m_columns, name, &LineColumn::name) - m_columns.begin());
    }

    QByteArrayView m_line;
    const std::vector<LineColumn> &m_columns;
    std::vector<Cell> &m_cells;
    std::vector<bool> m_seen;
    qsizetype m_at = 0;
    size_t m_next = 0;
};

} // namespace

void appendLine(QByteArray &text, const std::vector<LineColumn> &columns, const std::vector<Cell> &cells)
{
    char before = '{';
    for (size_t i = 0; i < columns.size(); ++i) {
        text += before;
        text += '"';
        text += columns[i].name;
        text += "\":";
        appendCell(text, columns[i].kind, cells[i]);
        before = ',';
    }
    text += "}\n";
}

Result<void> readLine(QByteArrayView line, const std::vector<LineColumn> &columns, std::vector<Cell> &cells)
{
    return Reader(line, columns, cells).read();
}

} // namespace thimblely::archive
