// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QChar>
#include <QStringList>

#include <optional>

namespace thimblely {

//! One row; a quoted cell may hold line ends, so the next row need not be on the next line.
struct CsvRow {
    qint64 line; //!< where it begins, counted from 1
    QStringList cells;
    friend bool operator==(const CsvRow &, const CsvRow &) = default;
};

struct CsvOptions {
    char delimiter = 0;  //!< 0: guessed from the first lines among , ; tab |
    QByteArray encoding; //!< empty: UTF-8, UTF-16, else Windows-1252
    char comment = 0;    //!< rows that begin with it are passed over; 0: none
};

/*!
 * Reads RFC 4180 (and what Excel makes of it) row by row. Pure; not shared between threads.
 *
 * Rows end with CRLF, LF or CR; empty lines are passed over. Limits: 64 MiB a file ("csv.too_large"), 1 MiB a row
 * ("csv.row_too_long"), 4,096 cells ("csv.too_many_cells").
 */
class CsvReader {
public:
    static constexpr qsizetype longestRow = 1024 * 1024;
    static constexpr qsizetype mostCells = 4096;

    static Result<CsvReader> open(const QByteArray &file, const CsvOptions &options = {});

    /*!
     * The next row, or nothing at the end. A failure is about one row (args[0] is its line): "csv.open_quote",
     * "csv.text_after_quote", "text.undecodable" and the limits; the next call goes on behind it.
     */
    Result<std::optional<CsvRow>> next();

    char delimiter() const { return m_delimiter; }
    qint64 line() const { return m_line; }
    //! The encoding read; "windows-1252" where nobody named one and it is not UTF-8: to be shown to the person.
    QByteArray encoding() const { return m_encoding; }

private:
    CsvReader(QByteArray bytes, QByteArray encoding, char delimiter, char comment);
    bool atEnd() const { return m_at >= m_bytes.size(); }
    bool takeLineEnd();
    void skipLine();
    Error failed(const char *code, qint64 line);
    Result<QByteArray> takeQuoted(qint64 rowLine, qsizetype rowStart);
    QByteArray takePlain();
    Result<QString> decoded(const QByteArray &cell, qint64 rowLine) const;

    QByteArray m_bytes;
    QByteArray m_encoding;
    char m_delimiter;
    char m_comment;
    qsizetype m_at = 0;
    qint64 m_line = 1;
};

//! One row as UTF-8 with CRLF behind it; cells are quoted where they must be.
QByteArray csvRow(const QStringList &cells, char delimiter = ',');

/*!
 * The same for what is opened in a spreadsheet: a cell that it would take for a formula ("=cmd|x!A0", but also
 * "+234 803 …" and "@bello") stands behind an apostrophe, which keeps it text. fromSheetCell takes it off again.
 */
QByteArray csvSheetRow(QStringList cells, char delimiter = ',');
QString fromSheetCell(const QString &cell);

} // namespace thimblely
