// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/connection.h"
#include "core/storage/migrator.h"
#include "core/storage/plain_checks.h"
#include "tests/support/fake_clock.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace thimblely;
using namespace thimblely::storage;

//! What a column may hold is checked by comparisons, and is the same as the migrations list.
class TestPlainChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_folder.filePath(QStringLiteral("test.shop"));
        const test::FakeClock clock;
        QVERIFY(Migrator(clock).create(path));
        OpenOptions options;
        options.path = path;
        m_connection = std::move(Connection::open(options)).value();
    }

    void rewrites_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("plain");
        const auto row = [](const char *name, const char *sql, const char *plain) {
            QTest::newRow(name) << QByteArray(sql) << QByteArray(plain);
        };
        row("two stay", "a TEXT CHECK (a IN ('x', 'y'))", "a TEXT CHECK (a IN ('x', 'y'))");
        row("three", "a TEXT CHECK (a IN ('x', 'y', 'z')), b", "a TEXT CHECK ((a = 'x' OR a = 'y' OR a = 'z')), b");
        row("over lines", "CHECK (a IN ('x',\n  'y', 'z'))", "CHECK ((a = 'x' OR a = 'y' OR a = 'z'))");
        row("numbers", "CHECK (a IN (1, 2, 3))", "CHECK ((a = 1 OR a = 2 OR a = 3))");
        row("within more", "CHECK (b IS NULL OR a IN ('x', 'y', 'z'))",
            "CHECK (b IS NULL OR (a = 'x' OR a = 'y' OR a = 'z'))");
        row("not in stays", "CHECK (a NOT IN ('x', 'y', 'z'))", "CHECK (a NOT IN ('x', 'y', 'z'))");
        row("a select stays", "CHECK (a IN (SELECT b FROM c))", "CHECK (a IN (SELECT b FROM c))");
        row("columns stay", "CHECK (a IN (x, y, z))", "CHECK (a IN (x, y, z))");
        row("letters beyond ASCII", "a TEXT, -- \u00e9\nCHECK (a IN ('\u00e9', 'y', 'z')) -- \u2026",
            "a TEXT, -- \u00e9\nCHECK ((a = '\u00e9' OR a = 'y' OR a = 'z')) -- \u2026");
    }
    void rewrites()
    {
        QFETCH(const QByteArray, sql);
        QFETCH(const QByteArray, plain);
        QCOMPARE(withPlainChecks(sql), plain);
        QCOMPARE(withPlainChecks(plain), plain);
    }

    //! Word for word what the migrations say, each list in its plain form.
    void theFileSaysWhatTheMigrationsList()
    {
        static const QRegularExpression listed(
            QStringLiteral(R"(\b[a-z_]+ IN \((?:'[^']*'|\d+)(?:,\s+(?:'[^']*'|\d+)){2,}\))"));
        static const QRegularExpression space(QStringLiteral("\\s+"));
        QString schema;
        auto query = m_connection->query("SELECT sql FROM sqlite_schema WHERE type = 'table'");
        while ((*query)->step().value())
            schema += (*query)->text(0).replace(space, QStringLiteral(" "));
        QVERIFY(!listed.match(schema).hasMatch());
        int lists = 0;
        for (const Migration &migration : schemaMigrations()) {
            for (auto matches = listed.globalMatch(QString::fromUtf8(migration.sql)); matches.hasNext(); ++lists) {
                const QString plain = QString::fromUtf8(withPlainChecks(matches.next().captured().toUtf8()))
                                          .replace(space, QStringLiteral(" "));
                QVERIFY2(schema.contains(plain) || plain.startsWith(u"(word ="), qPrintable(plain));
            }
        }
        QVERIFY(lists > 40);
    }

    //! The migrations' rewriting is for migrations: SQLite guards its list of tables again afterwards.
    void nobodyElseMayRewrite()
    {
        QVERIFY(!m_connection->executeScript("SELECT plain_checks('x')"));
        QVERIFY(!m_connection->executeScript("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = sql"));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Connection> m_connection;
};

QTEST_GUILESS_MAIN(TestPlainChecks)
#include "tst_plain_checks.moc"
