// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/session.h"
#include "tests/core/access/two_shops.h"

#include <QFile>
#include <QTest>

using namespace thimblely;
using access::Session;
using access::SessionOpener;

namespace {

QString nameOfTheClient(Session &session)
{
    auto query = std::move(session.reader().query("SELECT name FROM clients")).value();
    return query->step().value() ? query->text(0) : QString();
}

} // namespace

class TestSessionOpener : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shops = std::make_unique<test::TwoShops>(); }

    void preparedOrNotIsTheSame_data()
    {
        QTest::addColumn<bool>("prepared");
        QTest::newRow("prepared") << true;
        QTest::newRow("not") << false;
    }
    void preparedOrNotIsTheSame()
    {
        QFETCH(const bool, prepared);
        SessionOpener sessions(m_shops->options.path);
        if (prepared)
            prepare(sessions);
        QCOMPARE(sessions.isPrepared(), prepared);
        const auto session = sessions.open(m_shops->principal("a", "owner")).value();
        QVERIFY(!sessions.isPrepared());
        QCOMPARE(nameOfTheClient(*session), QStringLiteral("Client of a"));
        QCOMPARE(session->path(), m_shops->options.path);
    }

    void whoComesNextSeesTheirOwnShop()
    {
        SessionOpener sessions(m_shops->options.path);
        prepare(sessions);
        const auto first = sessions.open(m_shops->principal("a", "owner")).value();
        prepare(sessions);
        const auto next = sessions.open(m_shops->principal("b", "cutter")).value();
        QCOMPARE(nameOfTheClient(*first), QStringLiteral("Client of a"));
        QCOMPARE(nameOfTheClient(*next), QStringLiteral("Client of b"));
        QVERIFY(!next->reader().query("SELECT total_minor FROM order_prices"));
    }

    void whoIsNoMemberIsRefused()
    {
        SessionOpener sessions(m_shops->options.path);
        prepare(sessions);
        access::Principal stranger = m_shops->principal("a", "owner");
        stranger.workspace = m_shops->workspace("b");
        stranger.person = m_shops->person("a", "cutter");
        const auto refused = sessions.open(stranger);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QByteArray("access.no_member"));
    }

    void wallIsUp_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("table") << QByteArray("SELECT name FROM main.clients");
        QTest::newRow("schema") << QByteArray("SELECT sql FROM temp.sqlite_schema");
        QTest::newRow("a view more") << QByteArray(
            "INSERT INTO temp.sqlite_schema (type, name, tbl_name, rootpage, sql)"
            " VALUES ('view', 'mine', 'mine', 0, 'CREATE VIEW mine AS SELECT 1')");
        QTest::newRow("writable schema") << QByteArray("PRAGMA writable_schema = ON");
    }
    void wallIsUp()
    {
        QFETCH(const QByteArray, sql);
        SessionOpener sessions(m_shops->options.path);
        prepare(sessions);
        const auto session = sessions.open(m_shops->principal("a", "owner")).value();
        const auto refused = session->reader().query(sql);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
    }

    //! Restored from a copy while the sign-in screen was up: the file that is there now is read, not the one before.
    void fileReplacedMeanwhileIsTheOneThatIsRead()
    {
        SessionOpener sessions(m_shops->options.path);
        const access::Principal owner = m_shops->principal("a", "owner");
        m_shops->connection.reset(); // the last one leaves no WAL
        const QString copy = m_shops->options.path + QStringLiteral(".copy");
        QVERIFY(QFile::copy(m_shops->options.path, copy));
        {
            storage::OpenOptions options = m_shops->options;
            options.path = copy;
            const auto changed = storage::Connection::open(options).value()->executeScript(
                "UPDATE clients SET name = 'Client of the copy'");
            QVERIFY2(changed.ok(), changed ? "" : qPrintable(describe(changed.error())));
        }
        prepare(sessions);
        QVERIFY(QFile::remove(m_shops->options.path));
        QVERIFY(QFile::rename(copy, m_shops->options.path));
        QFile::remove(m_shops->options.path + QStringLiteral("-wal"));
        QFile::remove(m_shops->options.path + QStringLiteral("-shm"));
        const auto session = sessions.open(owner).value();
        QCOMPARE(nameOfTheClient(*session), QStringLiteral("Client of the copy"));
    }

    void snapshotIsOfOneMoment()
    {
        const auto session = Session::open(m_shops->options.path, m_shops->principal("a", "owner")).value();
        {
            const auto moment = session->reader().snapshot();
            QVERIFY(moment.ok());
            QCOMPARE(nameOfTheClient(*session), QStringLiteral("Client of a"));
            m_shops->execute("UPDATE clients SET name = 'Renamed'");
            const auto within = session->reader().snapshot(); // changes nothing, and ends nothing
            QVERIFY(within.ok());
            QCOMPARE(nameOfTheClient(*session), QStringLiteral("Client of a"));
        }
        QCOMPARE(nameOfTheClient(*session), QStringLiteral("Renamed"));
    }

private:
    static void prepare(SessionOpener &sessions)
    {
        sessions.prepare();
        sessions.wait();
    }

    std::unique_ptr<test::TwoShops> m_shops;
};

QTEST_GUILESS_MAIN(TestSessionOpener)
#include "tst_session_opener.moc"
