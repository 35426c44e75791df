// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/core/access/writer_expectations.h"

using namespace thimblely;
using namespace thimblely::test;

//! Nothing of another's workspace or person is pointed at, changed or made in their name.
class TestRowWriterIsolation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foreignParents_data();
    void foreignParents();
    void foreignConnection();
    void foreignWorkspace();
    void foreignRows();
    void personalRows();
    void inAnothersName();
    void foreignRowOfAPersonalKind();

private:
    TwoShops m_shops;
};

void TestRowWriterIsolation::foreignParents_data()
{
    QTest::addColumn<int>("table");
    for (const Table table : {Table::ClientInteractions, Table::ClientMeasurements, Table::Orders, Table::OrderItems,
                              Table::InventoryMovements, Table::Transactions, Table::Invoices, Table::EventReminders,
                              Table::Messages, Table::FeedCrossPosts, Table::FeedLikes, Table::FeedComments,
                              Table::FeedShares, Table::ProductReviews, Table::ProductLikes, Table::SysActivity})
        QTest::newRow(storage::facts(table).name) << int(table);
}

//! A row of this workspace that points at the other's.
void TestRowWriterIsolation::foreignParents()
{
    QFETCH(int, table);
    const auto connection = m_shops.open("a", "owner");
    RowWriter writer(*connection, m_shops.clock);
    const IdBytes id = named("foreign parent");
    const auto fields = m_shops.fields("b", Table(table), m_shops.person("a", "owner"), "foreign");
    const auto inserted = insert(writer, Table(table), id, fields);
    QVERIFY(!inserted);
    VERIFY_SAYING(inserted.error().kind == ErrorKind::Conflict || inserted.error().kind == ErrorKind::NotFound ||
                      inserted.error().kind == ErrorKind::Forbidden,
                  said(inserted));
    QVERIFY(!hasRow(m_shops, Table(table), id));
}

//! Where a key is of one column, since the workspace may be none.
void TestRowWriterIsolation::foreignConnection()
{
    const auto connection = m_shops.open("a", "owner");
    RowWriter writer(*connection, m_shops.clock);
    const Field theirs{"social_connection_id", m_shops.row("b", Table::SocialMediaConnections)};
    auto fields = m_shops.fields("a", Table::FeedCrossPosts, m_shops.person("a", "owner"), "foreign connection");
    fields.push_back(theirs);
    const IdBytes id = named("foreign connection");
    QVERIFY(!insert(writer, Table::FeedCrossPosts, id, fields));
    QVERIFY(!hasRow(m_shops, Table::FeedCrossPosts, id));
    QVERIFY(!update(writer, Table::FeedCrossPosts, m_shops.row("a", Table::FeedCrossPosts), theirs));
    // The shop's own is taken.
    const Field own{"social_connection_id", m_shops.row("a", Table::SocialMediaConnections)};
    QVERIFY(update(writer, Table::FeedCrossPosts, m_shops.row("a", Table::FeedCrossPosts), own));
}

void TestRowWriterIsolation::foreignWorkspace()
{
    const auto connection = m_shops.open("a", "owner");
    RowWriter writer(*connection, m_shops.clock);
    for (const storage::TableFacts &facts : storage::catalogue()) {
        auto fields = m_shops.fields("b", facts.table, m_shops.person("a", "owner"), "elsewhere");
        fields.push_back({"workspace_id", m_shops.workspace("b")});
        const IdBytes id = named("elsewhere");
        const auto inserted = insert(writer, facts.table, id, fields);
        VERIFY_SAYING(isForbidden(inserted), facts.name + said(inserted));
        VERIFY_SAYING(!hasRow(m_shops, facts.table, id), facts.name);
    }
}

void TestRowWriterIsolation::foreignRows()
{
    const auto connection = m_shops.open("a", "admin");
    RowWriter writer(*connection, m_shops.clock);
    for (const Expected &expected : expectations()) {
        const char *name = storage::facts(expected.table).name;
        const IdBytes theirs = m_shops.row("b", expected.table);
        const QByteArray where = QByteArray(name) + " WHERE id = x'" + hexOf(theirs).toLatin1() + "'";
        const qint64 before = m_shops.number("SELECT updated_at FROM " + where);
        const auto refusedRow = [](const Result<void> &done) {
            return !done && (done.error().kind == ErrorKind::NotFound || done.error().kind == ErrorKind::Forbidden);
        };
        const auto updated = update(writer, expected.table, theirs, expected.change);
        VERIFY_SAYING(refusedRow(updated), name + said(updated));
        for (const auto &done :
             {writer.remove(expected.table, theirs), writer.takeBackInsert(expected.table, theirs, 0),
              writer.restore(expected.table, theirs)})
            VERIFY_SAYING(refusedRow(done), name + said(done));
        QCOMPARE(m_shops.number("SELECT updated_at FROM " + where), before);
        QCOMPARE(m_shops.number("SELECT deleted_at IS NULL FROM " + where), 1);
    }
}

//! Things of one's own that belong to no workspace are everybody's right, and nobody else's to touch.
void TestRowWriterIsolation::personalRows()
{
    const std::vector<std::pair<Table, Field>> kinds = {{Table::Events, {"title", "x"}},
                                                        {Table::Feeds, {"caption", "x"}},
                                                        {Table::SocialMediaConnections, {"username", "x"}}};
    for (const auto &[table, change] : kinds) {
        for (const QByteArray &who : people()) {
            const auto connection = m_shops.open("a", who);
            RowWriter writer(*connection, m_shops.clock);
            const QByteArray salt = "personal " + who;
            const IdBytes id = named(salt);
            auto fields = m_shops.fields("a", table, m_shops.person("a", who), salt);
            fields.push_back({"workspace_id", std::nullopt});
            const auto inserted = insert(writer, table, id, fields);
            VERIFY_SAYING(inserted, said(inserted));
            QVERIFY(update(writer, table, id, change));
            const auto others = m_shops.open("a", who == "owner" ? "admin" : "owner");
            RowWriter other(*others, m_shops.clock);
            for (const auto &done : {update(other, table, id, change), other.remove(table, id)})
                VERIFY_SAYING(isNotFound(done), said(done));
            QVERIFY(writer.remove(table, id));
        }
    }
    const auto connection = m_shops.open("a", "owner");
    RowWriter writer(*connection, m_shops.clock);
    for (const Table table : {Table::Clients, Table::Orders, Table::Transactions, Table::SysActivity}) {
        auto fields = m_shops.fields("a", table, m_shops.person("a", "owner"), "nowhere");
        fields.push_back({"workspace_id", std::nullopt});
        QVERIFY(isForbidden(insert(writer, table, named("nowhere"), fields)));
    }
}

void TestRowWriterIsolation::inAnothersName()
{
    const auto connection = m_shops.open("a", "admin");
    RowWriter writer(*connection, m_shops.clock);
    for (const Table table :
         {Table::VerificationLogs, Table::AuthSessions, Table::OauthConnections, Table::EventReminders,
          Table::Notifications, Table::SysSettings, Table::Feeds, Table::FeedLikes, Table::FeedComments,
          Table::FeedShares, Table::ProductReviews, Table::ProductLikes}) {
        const auto fields = m_shops.fields("a", table, m_shops.person("a", "member"), "another");
        const auto inserted = insert(writer, table, named("another"), fields);
        VERIFY_SAYING(isForbidden(inserted), storage::facts(table).name + said(inserted));
    }
}

//! A personal thing whose key is a single column: another's is refused all the same.
void TestRowWriterIsolation::foreignRowOfAPersonalKind()
{
    const auto connection = m_shops.open("a", "owner");
    RowWriter writer(*connection, m_shops.clock);
    for (const Table table : {Table::FeedLikes, Table::FeedComments, Table::FeedShares, Table::FeedCrossPosts}) {
        const IdBytes feed = named("a diary");
        if (!hasRow(m_shops, Table::Feeds, feed))
            m_shops.insert(Table::Feeds, feed, std::nullopt,
                           m_shops.fields("b", Table::Feeds, m_shops.person("b", "member"), "diary"));
        auto fields = m_shops.fields("a", table, m_shops.person("a", "owner"), "diary");
        for (Field &field : fields) {
            if (qstrcmp(field.column, "feed_id") == 0)
                field.value = feed;
        }
        QVERIFY(!insert(writer, table, named("in a diary"), fields));
        fields.push_back({"workspace_id", std::nullopt});
        QVERIFY(!insert(writer, table, named("in a diary"), fields));
    }
}

QTEST_GUILESS_MAIN(TestRowWriterIsolation)
#include "tst_row_writer_isolation.moc"
