// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/triggers.h"
#include "tests/core/storage/shop_file.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace thimblely;
using namespace thimblely::storage;
using test::ShopFile;

class TestJournalTriggers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<ShopFile>();
        m_file->run("INSERT INTO clients (id, workspace_id, name, tags, created_at, updated_at) VALUES (" + client +
                    ", " + m_file->workspace + ", 'Bello \"the tall\"', '[\"vip\"]', 5, 5)");
        m_seen = m_file->value("SELECT max(seq) FROM sys_journal");
    }

    void insertKeepsNoImage()
    {
        QCOMPARE(m_file->value("SELECT operation_id || ' ' || table_id || ' ' || action || ' ' || hex(row_id) || ' ' ||"
                               " ifnull(old, 'none') FROM sys_journal ORDER BY seq DESC LIMIT 1"),
                 "1 10 1 " + QByteArray(client).mid(2, 32).toUpper() + " none");
    }

    void updateKeepsOldValuesOfWhatChanged()
    {
        const QByteArray payer = ShopFile::id(0xab);
        m_file->run("INSERT INTO clients (id, workspace_id, name, created_at, updated_at) VALUES (" + payer + ", " +
                    m_file->workspace +
                    ", 'Payer', 0, 0);"
                    "UPDATE clients SET name = 'Bello', tags = NULL, payer_client_id = " +
                    payer +
                    ", priority = 'medium',"
                    " credit_limit_minor = 9007199254740993, updated_at = 6 WHERE id = " +
                    client);
        const QJsonObject first = newest();
        QCOMPARE(first.keys(), (QStringList{QStringLiteral("credit_limit_minor"), QStringLiteral("name"),
                                            QStringLiteral("payer_client_id"), QStringLiteral("tags")}));
        QCOMPARE(first[QLatin1String("name")].toString(), QStringLiteral("Bello \"the tall\""));
        QCOMPARE(first[QLatin1String("tags")].toString(), QStringLiteral("[\"vip\"]"));
        QVERIFY(first[QLatin1String("payer_client_id")].isNull());

        m_file->run("UPDATE clients SET payer_client_id = NULL, credit_limit_minor = 1 WHERE id = " + client);
        const QJsonObject second = newest();
        QCOMPARE(second[QLatin1String("payer_client_id")].toString(),
                 QStringLiteral("000000000000000000000000000000AB"));
        QCOMPARE(second[QLatin1String("credit_limit_minor")].toInteger(), 9007199254740993);
    }

    void keepsEveryCharacter()
    {
        const QString name = QStringLiteral("\"Bola\" \\ \n\t\u0001 Şeyi \u0627\U0001F9F5");
        m_file->run("UPDATE clients SET name = char(34) || 'Bola' || char(34, 32, 92, 32, 10, 9, 1) ||"
                    " ' Şeyi ' || char(1575, 129525)");
        m_file->run("UPDATE clients SET name = 'Bello'");
        QCOMPARE(newest()[QLatin1String("name")].toString(), name);
    }

    void aTableWiderThanAFunctionHasArguments()
    {
        QByteArrayList columns;
        for (int i = 0; i < 150; ++i)
            columns.append("c" + QByteArray::number(i));
        m_file->run("CREATE TABLE wide (id BLOB, " + columns.join(", ") + ")");
        TableFacts facts = storage::facts(Table::Clients);
        facts.name = "wide";
        m_file->run(journalTriggers(facts, columns) + "INSERT INTO wide (id, c0, c149) VALUES (x'01', 7, 'end');" +
                    "UPDATE wide SET c0 = 8, c75 = 1, c149 = NULL");
        QCOMPARE(newest(), (QJsonObject{{QStringLiteral("c0"), 7},
                                        {QStringLiteral("c75"), QJsonValue::Null},
                                        {QStringLiteral("c149"), QStringLiteral("end")}}));
        m_file->run("DELETE FROM wide");
        QCOMPARE(newest().size(), 150);
    }

    void nothingChangedIsNothingWritten()
    {
        m_file->run("UPDATE clients SET name = name, updated_at = 9");
        QCOMPARE(newSince(), 0);
    }

    void derivedFiguresAreNoHistory()
    {
        m_file->run(
            "INSERT INTO orders (id, workspace_id, client_id, order_number, order_date, currency, created_at,"
            " updated_at) VALUES (" +
            order + ", " + m_file->workspace + ", " + client +
            ", '1042', '2026-11-25', 'NGN', 0, 0);"
            "INSERT INTO order_items (id, workspace_id, order_id, item_kind, item_name, total_minor, created_at,"
            " updated_at) VALUES (" +
            piece + ", " + m_file->workspace + ", " + order +
            ", 'make', 'Trousers', 500, 0, 0);"
            "INSERT INTO sys_activity (id, workspace_id, order_item_id, kind, stage, occurred_at, created_at,"
            " updated_at) VALUES (" +
            ShopFile::id(13) + ", " + m_file->workspace + ", " + piece + ", 'stage', 'ready', 7, 0, 0)");
        QCOMPARE(newSince(), 3); // the order, its piece, the activity; neither client nor order changed by hand
        QCOMPARE(m_file->value("SELECT revenue_minor FROM clients"), QByteArray("500"));
        QCOMPARE(m_file->value("SELECT status FROM orders"), QByteArray("completed"));
    }

    void deleteKeepsTheRow()
    {
        m_file->run("DELETE FROM clients");
        const QJsonObject row = newest();
        QCOMPARE(row[QLatin1String("name")].toString(), QStringLiteral("Bello \"the tall\""));
        QCOMPARE(row[QLatin1String("created_at")].toInteger(), 5);
        QCOMPARE(row[QLatin1String("workspace_id")].toString().size(), 32);
        QVERIFY(!row.contains(QLatin1String("revenue_minor")));
    }

    void refusesAWriteUnderNoOperation_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("insert") << QByteArray("INSERT INTO profiles (id, full_name, created_at, updated_at)"
                                              " VALUES (zeroblob(16), 'Eve', 0, 0)");
        QTest::newRow("update") << QByteArray("UPDATE clients SET name = 'Eve'");
        QTest::newRow("delete") << QByteArray("DELETE FROM clients");
    }
    void refusesAWriteUnderNoOperation()
    {
        QFETCH(const QByteArray, sql);
        m_file->run("UPDATE sys_current_operation SET operation_id = NULL");
        QCOMPARE(m_file->tryRun(sql).trimmed(), QByteArray("journal.no_operation"));
        QCOMPARE(newSince(), 0);
        QCOMPARE(m_file->value("SELECT name FROM clients"), QByteArray("Bello \"the tall\""));
    }

    void accountsAreNotJournalled()
    {
        m_file->run("UPDATE sys_current_operation SET operation_id = NULL;"
                    "INSERT INTO auth_users (id, login_name, created_at, updated_at) VALUES (" +
                    m_file->person + ", 'ada', 0, 0); UPDATE auth_users SET failed_attempts = 1");
        QCOMPARE(newSince(), 0);
    }

private:
    QJsonObject newest()
    {
        return QJsonDocument::fromJson(m_file->value("SELECT old FROM sys_journal ORDER BY seq DESC LIMIT 1")).object();
    }
    int newSince() { return m_file->value("SELECT count(*) FROM sys_journal WHERE seq > " + m_seen).toInt(); }

    const QByteArray client = ShopFile::id(10);
    const QByteArray order = ShopFile::id(11);
    const QByteArray piece = ShopFile::id(12);
    std::unique_ptr<ShopFile> m_file;
    QByteArray m_seen;
};

QTEST_GUILESS_MAIN(TestJournalTriggers)
#include "tst_journal_triggers.moc"
