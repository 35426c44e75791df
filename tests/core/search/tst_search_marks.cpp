// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/search/fold.h"
#include "core/storage/connection.h"
#include "core/storage/migrator.h"
#include "core/storage/search_marks.h"
#include "tests/support/fake_clock.h"

#include <QTemporaryDir>
#include <QtTest>

#include <rapidcheck.h>

using namespace thimblely;
using namespace thimblely::storage;

namespace {

constexpr qint64 range = 0x2a1;

//! Texts as people and machines write them, folded: from no letter to many, of one, two, three and four bytes.
QString anyFolded()
{
    static const std::u32string letters = U"aabbcz 0159  \u0442\u0645\u0627\u0639\uac00\u6f22\U00010428";
    const auto points = *rc::gen::container<std::u32string>(rc::gen::elementOf(letters));
    return search::fold(QString::fromStdU32String(points));
}

} // namespace

//! What is written into the full-text index, what the schema's view tells FTS5 of it, and what is asked of it.
class TestSearchMarks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_folder.filePath(QStringLiteral("test.shop"));
        const test::FakeClock clock;
        QVERIFY(Migrator(clock).create(path));
        OpenOptions options;
        options.path = path;
        options.durability = OpenOptions::Durability::Import;
        m_connection = std::move(Connection::open(options)).value();
    }

    void marks_data()
    {
        QTest::addColumn<QString>("folded");
        QTest::addColumn<QByteArray>("marks");
        QTest::newRow("nothing") << QString() << QByteArray();
        QTest::newRow("one letter") << QStringLiteral("a") << QByteArray("2a1\u00b7a");
        QTest::newRow("two") << QStringLiteral("ab") << QByteArray("2a1\u00b7a 2a1\u00b7ab");
        QTest::newRow("a name") << QStringLiteral("bello") << QByteArray("2a1\u00b7b 2a1\u00b7be 2a1bel 2a1ell 2a1llo");
        QTest::newRow("two texts") << QStringLiteral("ab  ca")
                                   << QByteArray("2a1\u00b7a 2a1\u00b7ab 2a1\u00b7c 2a1\u00b7ca");
        QTest::newRow("twice") << QStringLiteral("aaaa aaa")
                               << QByteArray("2a1\u00b7a 2a1\u00b7aa 2a1aaa 2a1aaa 2a1\u00b7a 2a1\u00b7aa 2a1aaa");
    }
    void marks()
    {
        QFETCH(const QString, folded);
        QFETCH(const QByteArray, marks);
        QCOMPARE(marksOf(range, folded), marks);
    }

    void query_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("match");
        QTest::newRow("one letter") << QStringList{QStringLiteral("a")} << QByteArray("\"2a1\u00b7a\"");
        QTest::newRow("three") << QStringList{QStringLiteral("abc")} << QByteArray("\"2a1abc\"");
        QTest::newRow("four") << QStringList{QStringLiteral("abcd")} << QByteArray("\"2a1abc\" AND \"2a1bcd\"");
        QTest::newRow("six") << QStringList{QStringLiteral("abcdef")} << QByteArray("\"2a1abc\" AND \"2a1def\"");
        QTest::newRow("two words") << QStringList{QStringLiteral("ab"), QStringLiteral("cde")}
                                   << QByteArray("\"2a1\u00b7ab\" AND \"2a1cde\"");
    }
    void query()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QByteArray, match);
        QCOMPARE(matchOf(range, words), match);
    }

    void viewSaysTheSame()
    {
        QVERIFY(rc::check([this] {
            const QString folded = anyFolded();
            write(folded);
            RC_ASSERT(value("SELECT marks FROM sys_search_marks") == marksOf(range, folded));
        }));
    }

    void everyPartOfAWordIsFound()
    {
        QVERIFY(rc::check([this] {
            const QString folded = anyFolded();
            RC_PRE(!folded.isEmpty());
            const QStringList words = folded.split(u' ');
            const std::u32string word = words[*rc::gen::inRange<qsizetype>(0, words.size())].toStdU32String();
            const auto length = *rc::gen::inRange<size_t>(1, word.size() + 1);
            const auto first = length < 3 ? size_t(0) : *rc::gen::inRange<size_t>(0, word.size() - length + 1);
            const QString typed = QString::fromStdU32String(word.substr(first, length));
            write(folded);
            RC_ASSERT(found(matchOf(range, {typed})));
            RC_ASSERT(!found(matchOf(range + 1, {typed})));
            RC_ASSERT(!found(matchOf(range, {typed, QStringLiteral("absent")})));
        }));
    }

private:
    void write(const QString &folded)
    {
        run("DELETE FROM sys_search; DELETE FROM sys_search_scopes; INSERT INTO sys_search_scopes (number, "
            "workspace_id,"
            " orders_indexed) VALUES (0x2a1 >> 1, zeroblob(16), (0x2a1 << 39) + 7);"
            "INSERT INTO sys_search_fts (sys_search_fts) VALUES ('rebuild')");
        auto row = m_connection->query("INSERT INTO sys_search (id, workspace_id, kind, row_id, folded)"
                                       " VALUES ((0x2a1 << 39) + 7, zeroblob(16), 10, zeroblob(16), ?)");
        (*row)->bind(folded);
        if (!(*row)->run())
            qFatal("the entry was not written");
        auto index = m_connection->query("INSERT INTO sys_search_fts (rowid, marks) VALUES ((0x2a1 << 39) + 7, ?)");
        (*index)->bindUtf8(marksOf(range, folded));
        if (!(*index)->run())
            qFatal("the marks were not written");
        run("INSERT INTO sys_search_fts (sys_search_fts, rank) VALUES ('integrity-check', 1)");
    }

    bool found(const QByteArray &match)
    {
        auto query = m_connection->query("SELECT rowid FROM sys_search_fts WHERE sys_search_fts MATCH ?");
        (*query)->bindUtf8(match);
        return (*query)->step().value();
    }

    void run(const QByteArray &sql)
    {
        if (const auto done = m_connection->executeScript(sql); !done)
            qFatal("%s\n%s", qPrintable(describe(done.error())), sql.constData());
    }

    QByteArray value(const QByteArray &sql)
    {
        auto query = m_connection->query(sql);
        return (*query)->step().value() ? (*query)->utf8(0) : QByteArray();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Connection> m_connection;
};

QTEST_GUILESS_MAIN(TestSearchMarks)
#include "tst_search_marks.moc"
