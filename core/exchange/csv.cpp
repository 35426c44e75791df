// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/csv.h"

#include "core/base/error_args.h"
#include "core/exchange/import_types.h"
#include "core/exchange/text_encoding.h"

#include <algorithm>
#include <array>
#include <utility>

namespace thimblely {

namespace {

//! The sign that parts the first line into most cells, quotes respected; a comma where there is none.
char guessDelimiter(QByteArrayView bytes, char comment)
{
    while (comment != 0 && bytes.startsWith(comment)) {
        const qsizetype end = bytes.indexOf('\n');
        bytes = end < 0 ? QByteArrayView() : bytes.sliced(end + 1);
    }
    constexpr std::array<char, 4> candidates = {',', ';', '\t', '|'};
    std::array<int, 4> counts = {};
    bool quoted = false;
    bool anything = false;
    for (const char c : bytes.first(std::min(bytes.size(), CsvReader::longestRow))) {
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if ((c == '\n' || c == '\r') && anything)
            break;
        anything = anything || (c != '\n' && c != '\r');
        for (size_t i = 0; i < candidates.size(); ++i)
            counts[i] += c == candidates[i] ? 1 : 0;
    }
    size_t best = 0;
    for (size_t i = 1; i < counts.size(); ++i) {
        if (counts[i] > counts[best])
            best = i;
    }
    return candidates[best];
}

//! Where the cell would begin a formula, behind any apostrophes: these are escaped too, so that what is read is what was
//! written.
bool looksLikeFormula(QStringView cell)
{
    static constexpr QStringView begins = u"=+-@\t\r\uff1d\uff0b\uff0d\uff20"; // the last four: full width
    while (cell.startsWith(u'\''))
        cell = cell.sliced(1);
    return !cell.isEmpty() && begins.contains(cell.front());
}

} // namespace

CsvReader::CsvReader(QByteArray bytes, QByteArray encoding, char delimiter, char comment)
    : m_bytes(std::move(bytes)), m_encoding(std::move(encoding)), m_delimiter(delimiter), m_comment(comment)
{}

Result<CsvReader> CsvReader::open(const QByteArray &file, const CsvOptions &options)
{
    if (file.size() > import_limits::csvBytes)
        return Error{ErrorKind::Invalid, "csv.too_large", {errorArg(qint64(import_limits::csvBytes))}, {}};
    QByteArray bytes = file;
    QByteArray encoding = options.encoding;
    if (encoding.isEmpty()) {
        TRY_ASSIGN(const Utf8Bytes compatible, toAsciiCompatible(file));
        bytes = compatible.bytes;
        encoding = compatible.encoding.isEmpty() ? QByteArray("windows-1252") : compatible.encoding;
    } else if (encoding.toUpper().startsWith("UTF") || encoding.toUpper().startsWith("UCS")) {
        TRY_ASSIGN(const QString text, decodeText(file, encoding)); // separators may be two bytes there
        bytes = text.toUtf8();
        encoding = "UTF-8";
    } else {
        TRY(decodeText({}, encoding)); // an encoding that nobody knows is refused before the first row
    }
    const char delimiter = options.delimiter != 0 ? options.delimiter : guessDelimiter(bytes, options.comment);
    return CsvReader(bytes, encoding, delimiter, options.comment);
}

bool CsvReader::takeLineEnd()
{
    if (atEnd() || (m_bytes[m_at] != '\r' && m_bytes[m_at] != '\n'))
        return false;
    m_at += m_bytes[m_at] == '\r' && m_at + 1 < m_bytes.size() && m_bytes[m_at + 1] == '\n' ? 2 : 1;
    ++m_line;
    return true;
}

void CsvReader::skipLine()
{
    while (!atEnd() && !takeLineEnd())
        ++m_at;
}

Error CsvReader::failed(const char *code, qint64 line)
{
    skipLine();
    return Error{ErrorKind::Invalid, code, {QString::number(line)}, {}};
}

//! What stands behind an opening quote, up to the closing one. Behind an unclosed one, only its own line is lost.
Result<QByteArray> CsvReader::takeQuoted(qint64 rowLine, qsizetype rowStart)
{
    const qsizetype start = m_at;
    const qint64 startLine = m_line;
    QByteArray cell;
    while (!atEnd() && m_at - rowStart <= longestRow) {
        const qsizetype before = m_at;
        if (takeLineEnd()) {
            cell.append(m_bytes.constData() + before, m_at - before);
            continue;
        }
        const char c = m_bytes[m_at++];
        if (c != '"') {
            cell += c;
            continue;
        }
        if (atEnd() || m_bytes[m_at] != '"')
            return cell;
        cell += '"';
        ++m_at;
    }
    const bool tooLong = !atEnd();
    m_at = start;
    m_line = startLine;
    return failed(tooLong ? "csv.row_too_long" : "csv.open_quote", rowLine);
}

QByteArray CsvReader::takePlain()
{
    const qsizetype start = m_at;
    while (!atEnd() && m_bytes[m_at] != m_delimiter && m_bytes[m_at] != '\r' && m_bytes[m_at] != '\n')
        ++m_at;
    return m_bytes.sliced(start, m_at - start);
}

Result<QString> CsvReader::decoded(const QByteArray &cell, qint64 rowLine) const
{
    if (m_encoding.startsWith("UTF-"))
        return QString::fromUtf8(cell);
    if (m_encoding == "windows-1252")
        return decodeUnnamed(cell).text;
    Result<QString> text = decodeText(cell, m_encoding);
    if (!text)
        return Error{ErrorKind::Invalid, "text.undecodable", {QString::number(rowLine)}, {}};
    return text;
}

Result<std::optional<CsvRow>> CsvReader::next()
{
    for (;;) {
        if (m_comment != 0 && !atEnd() && m_bytes[m_at] == m_comment)
            skipLine();
        else if (!takeLineEnd())
            break;
    }
    if (atEnd())
        return std::optional<CsvRow>();
    const qsizetype start = m_at;
    CsvRow row{m_line, {}};
    std::optional<Error> undecodable;
    for (;;) {
        QByteArray cell;
        if (!atEnd() && m_bytes[m_at] == '"') {
            ++m_at;
            TRY_ASSIGN(cell, takeQuoted(row.line, start));
            if (!atEnd() && m_bytes[m_at] != m_delimiter && m_bytes[m_at] != '\r' && m_bytes[m_at] != '\n')
                return failed("csv.text_after_quote", row.line);
        } else {
            cell = takePlain();
        }
        if (m_at - start > longestRow)
            return failed("csv.row_too_long", row.line);
        if (row.cells.size() >= mostCells)
            return failed("csv.too_many_cells", row.line);
        Result<QString> text = decoded(cell, row.line);
        if (!text)
            undecodable = text.error();
        row.cells += text.valueOr({});
        if (takeLineEnd() || atEnd())
            break;
        ++m_at; // the delimiter
        if (atEnd()) {
            row.cells += QString();
            break;
        }
    }
    if (undecodable)
        return *undecodable;
    return std::optional<CsvRow>(std::move(row));
}

QByteArray csvRow(const QStringList &cells, char delimiter)
{
    QByteArray result;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            result += delimiter;
        QByteArray cell = cells[i].toUtf8();
        const bool mustQuote = cell.contains('"') || cell.contains(delimiter) || cell.contains('\n') ||
                               cell.contains('\r') || cell.startsWith(' ') || cell.endsWith(' ') ||
                               (cells.size() == 1 && cell.isEmpty());
        if (mustQuote)
            cell = '"' + cell.replace('"', "\"\"") + '"';
        result += cell;
    }
    return result + "\r\n";
}

QByteArray csvSheetRow(QStringList cells, char delimiter)
{
    for (QString &cell : cells) {
        if (looksLikeFormula(cell))
            cell.prepend(u'\'');
    }
    return csvRow(cells, delimiter);
}

QString fromSheetCell(const QString &cell)
{
    return cell.startsWith(u'\'') && looksLikeFormula(cell) ? cell.sliced(1) : cell;
}

} // namespace thimblely
