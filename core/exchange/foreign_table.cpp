// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/foreign_table.h"

#include "core/exchange/encoding_guess.h"
#include "core/exchange/text_encoding.h"

#include <QSet>

#include <algorithm>

namespace thimblely {

namespace {

constexpr qsizetype digitsOfANumber = 7; // fewest that only a number to dial has

bool isOnlyData(const QString &cell)
{
    if (cell.contains(u'@') && cell.contains(u'.'))
        return true;
    const auto digits = std::ranges::count_if(cell, [](QChar c) { return c.isDigit(); });
    const bool dialled = std::ranges::all_of(
        cell, [](QChar c) { return c.isDigit() || c.isSpace() || QStringView(u"+-/().").contains(c); });
    return dialled && digits >= digitsOfANumber;
}

//! Files of statistics begin with remarks, each line behind a '#'. One alone may be the heading of a number.
char remarkSign(const QByteArray &text)
{
    const qsizetype end = text.indexOf('\n');
    return text.startsWith('#') && end >= 0 && text.sliced(end + 1).startsWith('#') ? '#' : char(0);
}

QStringList uniqueHeadings(const QStringList &cells)
{
    QStringList headings;
    QSet<QString> taken;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString name = cells[i].simplified().left(100);
        QString unique = name.isEmpty() ? QStringLiteral("Column %1").arg(i + 1) : name;
        for (int number = 2; taken.contains(unique); ++number)
            unique = QStringLiteral("%1 (%2)").arg(name).arg(number);
        taken.insert(unique);
        headings.append(unique);
    }
    return headings;
}

void tidy(CsvRow &row)
{
    std::ranges::transform(row.cells, row.cells.begin(),
                           [](const QString &cell) { return cleaned(fromSheetCell(cell)); });
}

void take(ForeignTable &table, CsvRow row)
{
    const qsizetype wide = table.headings.size();
    while (row.cells.size() > wide && row.cells.last().isEmpty())
        row.cells.removeLast();
    if (std::ranges::all_of(row.cells, &QString::isEmpty))
        return; // ";;;;" at the end of a sheet says nothing
    if (row.cells.size() > wide) {
        table.tooWide.push_back(std::move(row));
        return;
    }
    while (row.cells.size() < wide)
        row.cells.append(QString());
    table.rows.push_back(std::move(row));
}

} // namespace

Result<ForeignTable> readForeignTable(const QByteArray &file, const TableOptions &options)
{
    if (file.size() > import_limits::csvBytes)
        return Error{ErrorKind::Invalid, "csv.too_large", {QString::number(import_limits::csvBytes)}, {}};
    TRY_ASSIGN(const GuessedText read, readText(file, options.encoding));
    const QByteArray text = read.text.toUtf8();
    TRY_ASSIGN(CsvReader reader, CsvReader::open(text, {options.delimiter, "UTF-8", remarkSign(text)}));
    ForeignTable table{read.encoding, reader.delimiter(), {}, {}, {}, {}};
    for (;;) {
        auto row = reader.next();
        if (!row) {
            const qint64 line = row.error().args.value(0).toLongLong();
            table.refused.push_back({line, row.error()});
            continue;
        }
        if (!row.value())
            break;
        tidy(**row);
        if (!table.headings.isEmpty()) {
            take(table, std::move(**row));
            continue;
        }
        const bool data = std::ranges::any_of((*row)->cells, isOnlyData);
        table.headings = uniqueHeadings(data ? QStringList((*row)->cells.size(), QString()) : (*row)->cells);
        if (data)
            take(table, std::move(**row));
    }
    if (table.headings.isEmpty() || (table.rows.empty() && table.tooWide.empty() && table.refused.empty()))
        return Error{ErrorKind::Invalid, "table.empty", {}, {}};
    return table;
}

} // namespace thimblely
