// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/steady_functions.h"

#include <QRegularExpression>
#include <QTest>

#include <sqlite3.h>

#include <memory>

using namespace thimblely;
using access::SteadyFunctions;

/*!
 * They answer as SQLite's own do, and end where those would run for hours.
 */
class TestSteadyFunctions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersAsBefore_data();
    void answersAsBefore();
    void ends_data();
    void ends();
    void tooLate();

private:
    struct Close {
        void operator()(sqlite3 *handle) const { sqlite3_close(handle); }
    };
    QByteArray ask(const QByteArray &sql);

    std::unique_ptr<sqlite3, Close> m_handle;
};

void TestSteadyFunctions::init()
{
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(":memory:", &handle), SQLITE_OK);
    m_handle.reset(handle);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 1'000'000);
}

QByteArray TestSteadyFunctions::ask(const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    QByteArray answer;
    if (sqlite3_prepare_v2(m_handle.get(), ("SELECT quote(" + sql + "), typeof(" + sql + ")").constData(), -1,
                           &statement, nullptr) != SQLITE_OK)
        return QByteArray("not understood: ") + sqlite3_errmsg(m_handle.get());
    if (sqlite3_step(statement) == SQLITE_ROW)
        answer = QByteArray(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0))) + ' ' +
                 reinterpret_cast<const char *>(sqlite3_column_text(statement, 1));
    else
        answer = sqlite3_errmsg(m_handle.get());
    sqlite3_finalize(statement);
    return answer;
}

void TestSteadyFunctions::answersAsBefore_data()
{
    QTest::addColumn<QByteArray>("sql");
    for (const char *sql : {"instr('abc', 'c')",
                            "instr('abc', '')",
                            "instr('', 'a')",
                            "instr('', '')",
                            "instr('äöü', 'ü')",
                            "instr(x'c3a4c3b6', x'b6')",
                            "instr('äö', x'c3b6')",
                            "instr(NULL, 'a')",
                            "instr('a', NULL)",
                            "instr(1234, 3)",
                            "instr('aaab', 'aab')",
                            "replace('abcabc', 'b', 'xx')",
                            "replace('abc', '', 'x')",
                            "replace('abc', 'abc', '')",
                            "replace('aaa', 'aa', 'b')",
                            "replace(NULL, 'a', 'b')",
                            "replace('a', NULL, 'b')",
                            "replace('a', 'a', NULL)",
                            "replace(12321, 2, 'x')",
                            "replace(x'6162', 'b', 'c')",
                            "replace('äöä', 'ä', 'ae')",
                            "trim('  a b  ')",
                            "trim('xxaxx', 'x')",
                            "trim('äöaöä', 'öä')",
                            "trim('abc', '')",
                            "trim('', 'a')",
                            "trim(NULL)",
                            "trim('a', NULL)",
                            "ltrim('xyxa', 'yx')",
                            "rtrim('axyx', 'yx')",
                            "rtrim('ä€ä', 'ä')",
                            "ltrim(' ')",
                            "rtrim(12300, 0)",
                            "'Abc' LIKE 'a%'",
                            "'abc' LIKE '_b_'",
                            "'a%c' LIKE 'a!%c' ESCAPE '!'",
                            "'abc' LIKE 'a!%c' ESCAPE '!'",
                            "NULL LIKE 'a'",
                            "'a' LIKE NULL",
                            "'abc' LIKE 'a' ESCAPE 'xy'",
                            "12 LIKE '1%'",
                            "'Ä' LIKE 'ä'",
                            "'äbc' LIKE '_bc'",
                            "'' LIKE ''",
                            "'' LIKE '%'",
                            "'Abc' GLOB 'a*'",
                            "'abc' GLOB 'a?[a-c]'",
                            "NULL GLOB 'a'",
                            "'a' GLOB NULL",
                            "printf('%d %s %.2f', 1, 'b', 3)",
                            "printf('%5d|%-5d|%05d', 1, 2, 3)",
                            "printf('%*d', 5, 1)",
                            "printf('%Q %w %q', 'a''b', 'c', 'd')",
                            "printf(NULL)",
                            "printf('%s')",
                            "format('%,d', 1234567)",
                            "printf('%.3c', 'x')",
                            "printf('100%%')"})
        QTest::newRow(sql) << QByteArray(sql);
}

void TestSteadyFunctions::answersAsBefore()
{
    QFETCH(QByteArray, sql);
    const QByteArray theirs = ask(sql);
    {
        const SteadyFunctions functions(m_handle.get());
        QCOMPARE(ask(sql), theirs);
    }
    QCOMPARE(ask(sql), theirs); // they stay
}

//! With SQLite's own each of these takes from seconds to years.
void TestSteadyFunctions::ends_data()
{
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](const char *name, const char *sql) { QTest::newRow(name) << QByteArray(sql); };
    row("instr", "instr(hex(zeroblob(450000)), hex(zeroblob(220000)) || 'b')");
    row("replace", "length(replace(hex(zeroblob(450000)), hex(zeroblob(220000)) || 'b', ''))");
    row("trim", "length(trim(hex(zeroblob(450000)), replace(hex(zeroblob(200000)), '0', 'b') || '0'))");
    row("printf, precision", "length(printf('%.*c', 2147483647, 'x'))");
    row("printf, width", "length(printf('%2147483647d', 1))");
    row("format", "length(format('%.*c', 2147483647, 'x'))");
}

void TestSteadyFunctions::ends()
{
    QFETCH(QByteArray, sql);
    const SteadyFunctions functions(m_handle.get());
    QVERIFY2(!ask(sql).isEmpty(), "it came back");
}

void TestSteadyFunctions::tooLate()
{
    auto functions = std::make_unique<SteadyFunctions>(m_handle.get());
    functions->setUntil(QDeadlineTimer(0));
    for (const char *sql :
         {"'a' LIKE 'b'", "'a' GLOB 'b'", "instr('a', 'b')", "replace('a', 'b', 'c')", "trim('a')", "printf('%d', 1)"})
        QCOMPARE(ask(sql), QByteArray("interrupted"));
    functions.reset();
    QCOMPARE(ask("printf('%d', 1)"), QByteArray("'1' text"));
}

QTEST_GUILESS_MAIN(TestSteadyFunctions)
#include "tst_steady_functions.moc"
