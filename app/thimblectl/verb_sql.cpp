// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/arguments.h"
#include "app/thimblectl/person.h"
#include "app/thimblectl/verbs.h"

#include "core/access/own_sql.h"
#include "core/exchange/csv.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryFile>

#include <cstdio>

namespace thimblectl {

using namespace thimblely;

namespace {

using access::SqlBytes;
using access::SqlValue;

QString toText(const SqlValue &value)
{
    struct Visitor {
        QString operator()(std::monostate) const { return {}; }
        QString operator()(qint64 number) const { return QString::number(number); }
        QString operator()(double number) const { return QString::number(number, 'g', 17); }
        QString operator()(const QByteArray &text) const { return QString::fromUtf8(text); }
        QString operator()(const SqlBytes &bytes) const { return QString::fromLatin1(bytes.bytes.toHex()); }
    };
    return std::visit(Visitor(), value);
}

QJsonValue toJson(const SqlValue &value)
{
    if (std::holds_alternative<std::monostate>(value))
        return QJsonValue::Null;
    if (const auto *number = std::get_if<qint64>(&value))
        return *number;
    if (const auto *number = std::get_if<double>(&value))
        return *number;
    return toText(value);
}

void print(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

/*!
 * Prints rows as they come, so that memory does not grow with them. JSON is one value, which half of it is not: it waits
 * in a temporary file until it is whole, and what came of a question that failed is not printed at all.
 */
class RowPrinter {
public:
    explicit RowPrinter(bool json) : m_json(json) {}

    //! False where there is no room for what has to wait.
    bool open() { return !m_json || m_waiting.open(); }

    void header(const std::vector<QString> &columns)
    {
        m_columns = columns;
        write(m_json ? QByteArray("[") : csvRow(QStringList(columns.begin(), columns.end())));
    }
    bool row(const std::vector<SqlValue> &values)
    {
        if (m_json)
            jsonRow(values);
        else
            csvLine(values);
        return !m_failed;
    }
    //! False where not everything could be kept until now.
    bool end(bool whole)
    {
        if (m_json && whole) {
            write(m_columns.empty() ? "[]\n" : "]\n");
            m_failed = m_failed || !m_waiting.seek(0);
            while (!m_failed && !m_waiting.atEnd())
                print(m_waiting.read(1 << 16));
        }
        std::fflush(stdout);
        return !m_failed;
    }

private:
    void write(const QByteArray &bytes)
    {
        if (m_json)
            m_failed = m_failed || m_waiting.write(bytes) != bytes.size();
        else
            print(bytes);
    }
    void jsonRow(const std::vector<SqlValue> &values)
    {
        QJsonObject object;
        for (size_t i = 0; i < values.size(); ++i)
            object.insert(m_columns[i], toJson(values[i]));
        write(m_first ? QByteArray() : QByteArray(",\n"));
        write(QJsonDocument(object).toJson(QJsonDocument::Compact));
        m_first = false;
    }
    void csvLine(const std::vector<SqlValue> &values)
    {
        QStringList cells;
        for (const SqlValue &value : values)
            cells.append(toText(value));
        write(csvRow(cells));
    }

    const bool m_json;
    bool m_first = true;
    bool m_failed = false;
    QTemporaryFile m_waiting;
    std::vector<QString> m_columns;
};

} // namespace

int runSql(const QStringList &argumentList)
{
    Arguments arguments(
        QStringLiteral("sql"),
        QStringLiteral("Your own SELECT over what you may see: CSV, or with --json an array of objects."),
        Arguments::For::Person);
    arguments.positional(QStringLiteral("SELECT"), QStringLiteral("One statement, in quotation marks."));
    if (const auto exitCode = arguments.parse(argumentList))
        return *exitCode;
    if (arguments.positionals().size() != 1)
        return arguments.misused(QStringLiteral("Give one statement, in quotation marks."));
    const SystemClock clock;
    const auto desk = openDesk(arguments, clock, storage::OpenOptions::Durability::Full);
    if (!desk)
        return refuse(desk.error());
    const auto connection = desk->session->openConnection();
    if (!connection)
        return refuse(connection.error());
    RowPrinter printer(arguments.json());
    const Error noRoom{ErrorKind::Io, "export.disk_full", {QDir::tempPath()}, {}};
    if (!printer.open())
        return refuse(noRoom);
    const auto done = access::OwnSql(**connection)
                          .run(
                              arguments.positionals().front().toUtf8(),
                              [&](const std::vector<QString> &columns) { printer.header(columns); },
                              [&](const std::vector<SqlValue> &values) { return printer.row(values); });
    const bool printed = printer.end(done.ok());
    if (!done)
        return refuse(done.error());
    return printed ? int(Done) : refuse(noRoom);
}

} // namespace thimblectl
