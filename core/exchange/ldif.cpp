// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/ldif.h"

#include "core/exchange/encoding_guess.h"
#include "core/exchange/text_encoding.h"

#include <QHash>

#include <map>

namespace thimblely {

namespace {

constexpr qsizetype mostAttributes = 1024; // that a file may name, and lines of an entry

struct Line {
    qint64 number;
    QString text;
};

//! Lines of one entry, those that begin with a space joined to the one before.
using Entry = std::vector<Line>;

Error failed(const char *code, qint64 line)
{
    return Error{ErrorKind::Invalid, code, {QString::number(line)}, {}};
}

std::vector<Entry> takenApart(const QString &text)
{
    std::vector<Entry> entries;
    Entry entry;
    qint64 number = 0;
    bool inComment = false;
    const auto close = [&] {
        if (!entry.empty())
            entries.push_back(std::move(entry));
        entry.clear();
    };
    for (QStringView line : QStringView(text).tokenize(u'\n')) {
        ++number;
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (line.startsWith(u' ')) {
            if (!inComment && !entry.empty())
                entry.back().text += line.sliced(1);
            continue;
        }
        inComment = line.startsWith(u'#');
        if (line.isEmpty())
            close();
        else if (!inComment)
            entry.push_back({number, line.toString()});
    }
    close();
    return entries;
}

Result<QString> valueOf(const Line &line, qsizetype colon)
{
    QStringView rest = QStringView(line.text).sliced(colon + 1);
    if (rest.startsWith(u'<'))
        return failed("ldif.elsewhere", line.number);
    if (!rest.startsWith(u':'))
        return cleaned(rest.toString());
    const auto decoded =
        QByteArray::fromBase64Encoding(rest.sliced(1).trimmed().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return failed("ldif.base64", line.number);
    return cleaned(decodeUnnamed(*decoded).text);
}

//! By attribute in small letters, options ("cn;lang-fr") left out; `names` keeps them as they were written first.
Result<std::map<QString, QString>> readEntry(const Entry &entry, QHash<QString, QString> &names)
{
    std::map<QString, QString> values;
    for (const Line &line : entry) {
        const qsizetype colon = line.text.indexOf(u':');
        if (colon <= 0)
            return failed("ldif.line", line.number);
        const QString name = line.text.first(colon).section(u';', 0, 0).trimmed();
        const QString key = name.toLower();
        if (key.isEmpty() || name.size() > 100)
            return failed("ldif.line", line.number);
        if (key == QLatin1String("objectclass") &&
            line.text.contains(QLatin1String("groupOfNames"), Qt::CaseInsensitive))
            return failed("ldif.group", entry.front().number);
        if (key == QLatin1String("jpegphoto") || key == QLatin1String("objectclass") ||
            key == QLatin1String("usercertificate"))
            continue;
        TRY_ASSIGN(const QString value, valueOf(line, colon));
        if (key == QLatin1String("changetype") && value != QLatin1String("add"))
            return failed("ldif.change", line.number);
        if (value.isEmpty())
            continue;
        names.insert(key, names.value(key, name));
        QString &there = values[key];
        there += there.isEmpty() ? value : u'\n' + value;
    }
    return values;
}

} // namespace

Result<ForeignTable> readLdif(const QByteArray &file)
{
    if (file.size() > import_limits::vcardBytes)
        return failed("ldif.too_large", 0);
    TRY_ASSIGN(const GuessedText read, readText(file));
    ForeignTable table{read.encoding, 0, {}, {}, {}, {}};
    QHash<QString, QString> names;
    QHash<QString, qsizetype> columns;
    const std::vector<Entry> entries = takenApart(read.text);
    for (const Entry &entry : entries) {
        if (entry.size() == 1 && entry.front().text.startsWith(QLatin1String("version:")))
            continue;
        const qint64 line = entry.front().number;
        if (entry.size() > size_t(mostAttributes)) {
            table.refused.push_back({line, failed("ldif.line", line)});
            continue;
        }
        auto values = readEntry(entry, names);
        if (!values) {
            table.refused.push_back({values.error().args.value(0).toLongLong(), values.error()});
            continue;
        }
        CsvRow row{line, QStringList(table.headings.size(), QString())};
        for (const Line &each : entry) { // in the order of the file
            const QString key = each.text.section(u':', 0, 0).section(u';', 0, 0).trimmed().toLower();
            const auto value = values->find(key);
            if (value == values->end())
                continue;
            if (!columns.contains(key) && table.headings.size() < mostAttributes) {
                columns.insert(key, table.headings.size());
                table.headings.append(names.value(key));
                row.cells.append(QString());
            }
            if (columns.contains(key))
                row.cells[columns.value(key)] = value->second;
        }
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty() && table.refused.empty())
        return failed("ldif.empty", 0);
    for (CsvRow &row : table.rows)
        row.cells.resize(table.headings.size());
    return table;
}

} // namespace thimblely
