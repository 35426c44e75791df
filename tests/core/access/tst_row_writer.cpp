// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/policy.h"
#include "tests/core/access/two_shops.h"

#include <sqlite3.h>

#define VERIFY_SAYING(condition, text) QVERIFY2(condition, QByteArray(text).constData())

using namespace thimblely;
using access::Field;
using access::RowWriter;
using test::Table;
using test::TwoShops;

namespace {

using Who = QByteArrayList;

const Who nobody;
const Who everybody = {"owner", "admin", "member", "counter", "cutter", "stitcher", "finisher", "viewer"};
const Who managers = {"owner", "admin"};
const Who ownerOnly = {"owner"};
//! Those who take orders, measure, sell and keep the stock.
const Who office = {"owner", "admin", "member", "counter"};
const Who officeAndFinisher = {"owner", "admin", "member", "counter", "finisher"};
//! The seeded piece is the cutter's; the stitcher has none.
const Who aboutThePiece = {"owner", "admin", "member", "counter", "finisher", "cutter"};

//! Who may insert a row, change it in an everyday column, and put it into the bin: access.md, by hand.
struct Expected {
    Table table;
    Who insert;
    Who update;
    Who remove;
    Field change;
};

const std::vector<Expected> &expectations()
{
    static const std::vector<Expected> list = {
        // One's own
        {Table::AuthUsers, managers, everybody, nobody, {"phone", "+1"}},
        {Table::Profiles, managers, everybody, nobody, {"locale", "ar"}},
        {Table::VerificationLogs, everybody, nobody, nobody, {"provider", "x"}},
        {Table::AuthSessions, everybody, everybody, everybody, {"location", "Kano"}},
        {Table::OauthConnections, everybody, everybody, everybody, {"email", "x@example.org"}},
        {Table::EventReminders, everybody, everybody, everybody, {"remind_at", 2}},
        {Table::Notifications, everybody, everybody, everybody, {"message", "x"}},
        {Table::SysSettings, everybody, everybody, everybody, {"value", "2"}},
        // The shop and its people
        {Table::SocialMediaConnections, managers, managers, managers, {"username", "x"}},
        {Table::Workspaces, nobody, managers, ownerOnly, {"description", "x"}},
        {Table::WorkspaceMembers, managers, managers, managers, {"display_name", "x"}},
        {Table::WorkspaceInvitations, managers, managers, managers, {"status", "cancelled"}},
        {Table::CommunicationChannels, managers, managers, managers, {"channel_name", "x"}},
        // What the shop works with: written by members, binned by admins
        {Table::Clients, office, office, managers, {"notes", "x"}},
        {Table::ClientInteractions, office, office, managers, {"subject", "x"}},
        {Table::ClientMeasurements, office, office, managers, {"notes", "x"}},
        {Table::MeasurementTemplates, office, office, managers, {"name", "x"}},
        {Table::Orders, office, office, managers, {"notes", "x"}},
        {Table::OrderItems, office, office, managers, {"item_name", "x"}},
        {Table::InventoryItems, office, office, managers, {"description", "x"}},
        {Table::Events, officeAndFinisher, officeAndFinisher, managers, {"description", "x"}},
        {Table::Messages, officeAndFinisher, officeAndFinisher, managers, {"content", "x"}},
        {Table::Feeds, office, office, managers, {"caption", "x"}},
        {Table::FeedCrossPosts, office, office, managers, {"platform_url", "x"}},
        {Table::MarketplaceProducts, office, office, managers, {"description", "x"}},
        // Ledgers
        {Table::InventoryMovements, officeAndFinisher, nobody, nobody, {"notes", "x"}},
        {Table::Transactions, office, office, nobody, {"closing_id", test::named("closing")}},
        {Table::SysActivity, aboutThePiece, nobody, nobody, {"data", "{}"}},
        // Money
        {Table::FinancialGoals, managers, managers, managers, {"title", "x"}},
        {Table::AutoSplits, managers, managers, managers, {"name", "x"}},
        {Table::Invoices, office, office, managers, {"notes", "x"}},
        // As oneself, on what one may read
        {Table::FeedLikes, everybody, nobody, everybody, {"user_id", std::nullopt}},
        {Table::FeedComments, everybody, everybody, everybody, {"content", "x"}},
        {Table::FeedShares, everybody, nobody, everybody, {"shared_to", "tiktok"}},
        {Table::ProductReviews, everybody, everybody, everybody, {"rating", 1}},
        {Table::ProductLikes, everybody, nobody, everybody, {"user_id", std::nullopt}},
    };
    return list;
}

bool isForbidden(const Result<void> &result)
{
    return !result && result.error().kind == ErrorKind::Forbidden;
}

QByteArray said(const Result<void> &result)
{
    return result ? QByteArray("done") : describe(result.error()).toUtf8();
}

bool hasRow(TwoShops &shops, Table table, const IdBytes &id)
{
    return shops.number(QByteArray("SELECT count(*) FROM ") + storage::facts(table).name + " WHERE id = x'" +
                        test::hexOf(id).toLatin1() + "'") == 1;
}

} // namespace

class TestRowWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTableHasExpectations();
    void role_data();
    void role();
    void pieceOfAnother();
    void foreignParents_data();
    void foreignParents();
    void foreignConnection();
    void foreignWorkspace();
    void foreignRows();
    void personalRows();
    void inAnothersName();
    void foreignRowOfAPersonalKind();
    void columnsOfTheProgram();
    void columnsGivenTwice();
    void columnsThatTakeMore_data();
    void columnsThatTakeMore();
    void ownProfile();
    void money_data();
    void money();
    void settingsOfTheShop();
    void roleAboveOnesOwn_data();
    void roleAboveOnesOwn();
    void permissionsAboveOnesOwn();
    void ownerStays();
    void ownershipIsHandedOver();
    void loginForAnother();
    void bin();
    void nothingIsPreparedAgain();

private:
    Result<void> insert(RowWriter &writer, Table table, const IdBytes &id, const std::vector<Field> &fields)
    {
        return writer.insert(table, id, std::span(fields));
    }
    Result<void> update(RowWriter &writer, Table table, const IdBytes &id, const Field &field)
    {
        return writer.update(table, id, std::span(&field, 1));
    }
    std::vector<Field> prepareFor(Table table, const QByteArray &who, const QByteArray &salt, IdBytes &id);
    access::Principal withPermission(const QByteArray &who, access::Capability capability)
    {
        access::Principal principal = m_shops.principal("a", who);
        principal.capabilities.add(capability);
        return principal;
    }

    TwoShops m_shops;
    std::map<QByteArray, std::unique_ptr<access::ScopedConnection>> m_connections; // of role(), one per person
};

//! What a new row needs, and the rows it hangs on; `id` is the row's, where the table derives it.
std::vector<Field> TestRowWriter::prepareFor(Table table, const QByteArray &who, const QByteArray &salt, IdBytes &id)
{
    const PersonId self = m_shops.person("a", who);
    std::vector<Field> fields = m_shops.fields("a", table, self, salt);
    if (table == Table::WorkspaceMembers) {
        const PersonId newcomer(test::named("a:newcomer:" + salt));
        m_shops.addPerson(newcomer, "Newcomer");
        id = access::memberId(m_shops.workspace("a"), newcomer).bytes();
    } else if (table == Table::AuthUsers) {
        m_shops.addPerson(PersonId(id), "Newcomer");
    } else if (const auto *parent = access::publishedParent(table)) {
        const IdBytes own = test::named("parent:" + salt);
        m_shops.insert(parent->parent, own, m_shops.workspace("a"),
                       m_shops.fields("a", parent->parent, m_shops.person("a", "owner"), salt));
        for (Field &field : fields) {
            if (qstrcmp(field.column, parent->column) == 0)
                field.value = own;
        }
    }
    return fields;
}

void TestRowWriter::everyTableHasExpectations()
{
    for (const storage::TableFacts &facts : storage::catalogue()) {
        const auto count = std::ranges::count(expectations(), facts.table, &Expected::table);
        VERIFY_SAYING(count == 1, facts.name);
    }
}

void TestRowWriter::role_data()
{
    QTest::addColumn<QByteArray>("who");
    QTest::addColumn<int>("at");
    for (const QByteArray &who : test::people()) {
        for (size_t at = 0; at < expectations().size(); ++at) {
            const char *table = storage::facts(expectations()[at].table).name;
            QTest::addRow("%s %s", who.constData(), table) << who << int(at);
        }
    }
}

void TestRowWriter::role()
{
    QFETCH(QByteArray, who);
    QFETCH(int, at);
    const Expected &expected = expectations()[size_t(at)];
    const Table table = expected.table;
    const QByteArray salt = who + storage::facts(table).name;
    IdBytes id = test::named("row:" + salt);
    const std::vector<Field> fields = prepareFor(table, who, salt, id);
    auto &connection = m_connections[who];
    if (!connection)
        connection = m_shops.open("a", who);
    RowWriter writer(*connection, m_shops.clock);

    const auto inserted = insert(writer, table, id, fields);
    QCOMPARE(hasRow(m_shops, table, id), bool(inserted));
    if (expected.insert.contains(who))
        VERIFY_SAYING(inserted, said(inserted));
    else if (table == Table::SysActivity && who == "stitcher") // there are pieces for a stitcher, but not this one
        VERIFY_SAYING(!inserted && inserted.error().kind == ErrorKind::NotFound, said(inserted));
    else
        VERIFY_SAYING(isForbidden(inserted), said(inserted));

    // Where the person may not make one, the row to change is put past the wall.
    IdBytes target = id;
    if (table == Table::Workspaces) {
        target = m_shops.workspace("a").bytes();
    } else if (table == Table::Profiles || table == Table::AuthUsers) {
        target = m_shops.person("a", who).bytes();
        if (!hasRow(m_shops, table, target))
            m_shops.insert(table, target, std::nullopt, {{"login_name", "self:" + salt}});
    } else if (!inserted) {
        m_shops.insert(table, target, m_shops.workspace("a"), fields);
    }
    const auto updated = update(writer, table, target, expected.change);
    if (expected.update.contains(who))
        VERIFY_SAYING(updated, said(updated));
    else
        VERIFY_SAYING(isForbidden(updated), said(updated));

    const auto removed = writer.remove(table, target);
    if (expected.remove.contains(who))
        VERIFY_SAYING(removed, said(removed));
    else
        VERIFY_SAYING(isForbidden(removed), said(removed));
    const qint64 gone = m_shops.number(QByteArray("SELECT deleted_at IS NOT NULL FROM ") + storage::facts(table).name +
                                       " WHERE id = x'" + test::hexOf(target).toLatin1() + "'");
    QCOMPARE(gone == 1, bool(removed));
    if (table == Table::Workspaces && removed)
        m_shops.execute("UPDATE workspaces SET deleted_at = NULL");
}

void TestRowWriter::pieceOfAnother()
{
    const IdBytes cutters = m_shops.row("a", Table::OrderItems);
    const IdBytes nobodys = test::named("piece of nobody");
    m_shops.insert(Table::OrderItems, nobodys, m_shops.workspace("a"),
                   m_shops.fields("a", Table::OrderItems, m_shops.person("a", "owner"), "nobodys"));
    const Field work{"work", R"({"1": {"minutes": 20}})"};
    const auto with = [&](const char *who, const IdBytes &piece, const Field &field) {
        const auto connection = m_shops.open("a", who);
        RowWriter writer(*connection, m_shops.clock);
        return update(writer, Table::OrderItems, piece, field);
    };
    QVERIFY(with("cutter", cutters, work));
    QVERIFY(with("finisher", cutters, work));
    QVERIFY(with("finisher", nobodys, {"qc", "{}"}));
    for (const auto &result : {with("cutter", nobodys, work), with("stitcher", cutters, work)}) // nor do they see it
        VERIFY_SAYING(!result && result.error().kind == ErrorKind::NotFound, said(result));
    for (const Field &field :
         {Field{"assigned_to", m_shops.person("a", "cutter")}, Field{"due_date", "2026-12-01"}, Field{"qc", "{}"},
          Field{"total_minor", 1}, Field{"client_measurement_id", std::nullopt}})
        VERIFY_SAYING(isForbidden(with("cutter", cutters, field)), field.column);
    for (const Field &field : {Field{"unit_price_minor", 1}, Field{"assigned_to", m_shops.person("a", "finisher")}})
        VERIFY_SAYING(isForbidden(with("finisher", cutters, field)), field.column);
}

void TestRowWriter::foreignParents_data()
{
    QTest::addColumn<int>("table");
    for (const Table table : {Table::ClientInteractions, Table::ClientMeasurements, Table::Orders, Table::OrderItems,
                              Table::InventoryMovements, Table::Transactions, Table::Invoices, Table::EventReminders,
                              Table::Messages, Table::FeedCrossPosts, Table::FeedLikes, Table::FeedComments,
                              Table::FeedShares, Table::ProductReviews, Table::ProductLikes, Table::SysActivity})
        QTest::newRow(storage::facts(table).name) << int(table);
}

//! A row of this workspace that points at the other's.
void TestRowWriter::foreignParents()
{
    QFETCH(int, table);
    const auto connection = m_shops.open("a", "owner");
    RowWriter writer(*connection, m_shops.clock);
    const IdBytes id = test::named("foreign parent");
    const auto fields = m_shops.fields("b", Table(table), m_shops.person("a", "owner"), "foreign");
    const auto inserted = insert(writer, Table(table), id, fields);
    QVERIFY(!inserted);
    VERIFY_SAYING(inserted.error().kind == ErrorKind::Conflict || inserted.error().kind == ErrorKind::NotFound ||
                      inserted.error().kind == ErrorKind::Forbidden,
                  said(inserted));
    QVERIFY(!hasRow(m_shops, Table(table), id));
}

//! Where a key is of one column, since the workspace may be none.
void TestRowWriter::foreignConnection()
{
    const auto connection = m_shops.open("a", "owner");
    RowWriter writer(*connection, m_shops.clock);
    const Field theirs{"social_connection_id", m_shops.row("b", Table::SocialMediaConnections)};
    auto fields = m_shops.fields("a", Table::FeedCrossPosts, m_shops.person("a", "owner"), "foreign connection");
    fields.push_back(theirs);
    const IdBytes id = test::named("foreign connection");
    QVERIFY(!insert(writer, Table::FeedCrossPosts, id, fields));
    QVERIFY(!hasRow(m_shops, Table::FeedCrossPosts, id));
    QVERIFY(!update(writer, Table::FeedCrossPosts, m_shops.row("a", Table::FeedCrossPosts), theirs));
    // The shop's own is taken.
    const Field own{"social_connection_id", m_shops.row("a", Table::SocialMediaConnections)};
    QVERIFY(update(writer, Table::FeedCrossPosts, m_shops.row("a", Table::FeedCrossPosts), own));
}

void TestRowWriter::foreignWorkspace()
{
    const auto connection = m_shops.open("a", "owner");
    RowWriter writer(*connection, m_shops.clock);
    for (const storage::TableFacts &facts : storage::catalogue()) {
        auto fields = m_shops.fields("b", facts.table, m_shops.person("a", "owner"), "elsewhere");
        fields.push_back({"workspace_id", m_shops.workspace("b")});
        const IdBytes id = test::named("elsewhere");
        const auto inserted = insert(writer, facts.table, id, fields);
        VERIFY_SAYING(isForbidden(inserted), facts.name + said(inserted));
        VERIFY_SAYING(!hasRow(m_shops, facts.table, id), facts.name);
    }
}

void TestRowWriter::foreignRows()
{
    const auto connection = m_shops.open("a", "admin");
    RowWriter writer(*connection, m_shops.clock);
    for (const Expected &expected : expectations()) {
        const char *name = storage::facts(expected.table).name;
        const IdBytes theirs = m_shops.row("b", expected.table);
        const QByteArray where = QByteArray(name) + " WHERE id = x'" + test::hexOf(theirs).toLatin1() + "'";
        const qint64 before = m_shops.number("SELECT updated_at FROM " + where);
        const auto refusedRow = [](const Result<void> &done) {
            return !done && (done.error().kind == ErrorKind::NotFound || done.error().kind == ErrorKind::Forbidden);
        };
        const auto updated = update(writer, expected.table, theirs, expected.change);
        VERIFY_SAYING(refusedRow(updated), name + said(updated));
        for (const auto &done : {writer.remove(expected.table, theirs), writer.takeBackInsert(expected.table, theirs),
                                 writer.restore(expected.table, theirs)})
            VERIFY_SAYING(refusedRow(done), name + said(done));
        QCOMPARE(m_shops.number("SELECT updated_at FROM " + where), before);
        QCOMPARE(m_shops.number("SELECT deleted_at IS NULL FROM " + where), 1);
    }
}

//! Things of one's own that belong to no workspace are everybody's right, and nobody else's to touch.
void TestRowWriter::personalRows()
{
    const std::vector<std::pair<Table, Field>> kinds = {{Table::Events, {"title", "x"}},
                                                        {Table::Feeds, {"caption", "x"}},
                                                        {Table::SocialMediaConnections, {"username", "x"}}};
    for (const auto &[table, change] : kinds) {
        for (const QByteArray &who : test::people()) {
            const auto connection = m_shops.open("a", who);
            RowWriter writer(*connection, m_shops.clock);
            const QByteArray salt = "personal " + who;
            const IdBytes id = test::named(salt);
            auto fields = m_shops.fields("a", table, m_shops.person("a", who), salt);
            fields.push_back({"workspace_id", std::nullopt});
            const auto inserted = insert(writer, table, id, fields);
            VERIFY_SAYING(inserted, said(inserted));
            QVERIFY(update(writer, table, id, change));
            const auto others = m_shops.open("a", who == "owner" ? "admin" : "owner");
            RowWriter other(*others, m_shops.clock);
            for (const auto &done : {update(other, table, id, change), other.remove(table, id)})
                VERIFY_SAYING(!done && done.error().kind == ErrorKind::NotFound, said(done));
            QVERIFY(writer.remove(table, id));
        }
    }
    const auto connection = m_shops.open("a", "owner");
    RowWriter writer(*connection, m_shops.clock);
    for (const Table table : {Table::Clients, Table::Orders, Table::Transactions, Table::SysActivity}) {
        auto fields = m_shops.fields("a", table, m_shops.person("a", "owner"), "nowhere");
        fields.push_back({"workspace_id", std::nullopt});
        QVERIFY(isForbidden(insert(writer, table, test::named("nowhere"), fields)));
    }
}

void TestRowWriter::inAnothersName()
{
    const auto connection = m_shops.open("a", "admin");
    RowWriter writer(*connection, m_shops.clock);
    for (const Table table :
         {Table::VerificationLogs, Table::AuthSessions, Table::OauthConnections, Table::EventReminders,
          Table::Notifications, Table::SysSettings, Table::Feeds, Table::FeedLikes, Table::FeedComments,
          Table::FeedShares, Table::ProductReviews, Table::ProductLikes}) {
        const auto fields = m_shops.fields("a", table, m_shops.person("a", "member"), "another");
        const auto inserted = insert(writer, table, test::named("another"), fields);
        VERIFY_SAYING(isForbidden(inserted), storage::facts(table).name + said(inserted));
    }
}

//! A personal thing whose key is a single column: another's is refused all the same.
void TestRowWriter::foreignRowOfAPersonalKind()
{
    const auto connection = m_shops.open("a", "owner");
    RowWriter writer(*connection, m_shops.clock);
    for (const Table table : {Table::FeedLikes, Table::FeedComments, Table::FeedShares, Table::FeedCrossPosts}) {
        const IdBytes feed = test::named("a diary");
        if (!hasRow(m_shops, Table::Feeds, feed))
            m_shops.insert(Table::Feeds, feed, std::nullopt,
                           m_shops.fields("b", Table::Feeds, m_shops.person("b", "member"), "diary"));
        auto fields = m_shops.fields("a", table, m_shops.person("a", "owner"), "diary");
        for (Field &field : fields) {
            if (qstrcmp(field.column, "feed_id") == 0)
                field.value = feed;
        }
        QVERIFY(!insert(writer, table, test::named("in a diary"), fields));
        fields.push_back({"workspace_id", std::nullopt});
        QVERIFY(!insert(writer, table, test::named("in a diary"), fields));
    }
}

void TestRowWriter::columnsOfTheProgram()
{
    const auto connection = m_shops.open("a", "owner");
    RowWriter writer(*connection, m_shops.clock);
    const auto refused = [&](const storage::TableFacts &facts, const char *column) {
        const IdBytes row = m_shops.row("a", facts.table);
        auto fields = m_shops.fields("a", facts.table, m_shops.person("a", "owner"), "program");
        fields.push_back({column, 7});
        const auto inserted = insert(writer, facts.table, test::named("program"), fields);
        VERIFY_SAYING(isForbidden(inserted), QByteArray(facts.name) + '.' + column + ' ' + said(inserted));
        const auto updated = update(writer, facts.table, row, {column, 7});
        VERIFY_SAYING(isForbidden(updated), QByteArray(facts.name) + '.' + column + ' ' + said(updated));
    };
    for (const storage::TableFacts &facts : storage::catalogue()) {
        for (const char *column : {"id", "created_at", "updated_at", "deleted_at"})
            refused(facts, column);
        if (facts.table != Table::AuthUsers && facts.table != Table::VerificationLogs &&
            facts.table != Table::AuthSessions)
            refused(facts, "origin");
        for (const char *column : facts.derived)
            refused(facts, column);
        if (facts.scope == storage::Scope::Workspace)
            refused(facts, "workspace_id");
    }
    for (const auto &[table, column] :
         {std::pair(Table::Workspaces, "subscription_tier"), std::pair(Table::Workspaces, "subscription_status"),
          std::pair(Table::WorkspaceMembers, "user_id"), std::pair(Table::Clients, "erased_at"),
          std::pair(Table::AuthUsers, "password_hash"), std::pair(Table::AuthUsers, "pin_hash"),
          std::pair(Table::AuthUsers, "failed_attempts"), std::pair(Table::AuthUsers, "email_confirmed_at"),
          std::pair(Table::AuthSessions, "session_token_hash"), std::pair(Table::AuthSessions, "expires_at"),
          std::pair(Table::Transactions, "amount_minor"), std::pair(Table::FeedComments, "feed_id"),
          std::pair(Table::ProductReviews, "product_id")}) {
        const auto updated = update(writer, table, m_shops.row("a", table), {column, "7"});
        VERIFY_SAYING(isForbidden(updated), QByteArray(column) + said(updated));
    }
    const auto unknown = update(writer, Table::Clients, m_shops.row("a", Table::Clients), {"name = 'x', notes", "y"});
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, QByteArray("access.unknown_column"));
}

//! What was checked must be what is written: the first of two values could hide the second.
void TestRowWriter::columnsGivenTwice()
{
    const auto connection = m_shops.open("a", "owner");
    RowWriter writer(*connection, m_shops.clock);
    auto fields = m_shops.fields("a", Table::Clients, m_shops.person("a", "owner"), "twice");
    fields.push_back({"workspace_id", m_shops.workspace("a")});
    fields.push_back({"workspace_id", m_shops.workspace("b")});
    QVERIFY(!insert(writer, Table::Clients, test::named("twice"), fields));
    auto money = m_shops.fields("a", Table::Transactions, m_shops.person("a", "owner"), "twice");
    money.push_back({"transaction_type", "expense"});
    QVERIFY(!insert(writer, Table::Transactions, test::named("twice"), money));
    const std::vector<Field> names = {{"name", "x"}, {"name", "y"}};
    QVERIFY(!writer.update(Table::Clients, m_shops.row("a", Table::Clients), std::span(names)));
}

void TestRowWriter::columnsThatTakeMore_data()
{
    QTest::addColumn<int>("table");
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QByteArrayList>("may");
    const auto row = [](Table table, const char *column, const QVariant &value, const Who &may) {
        QTest::addRow("%s.%s", storage::facts(table).name, column) << int(table) << QByteArray(column) << value << may;
    };
    row(Table::InventoryItems, "cost_minor", 5, managers);
    row(Table::InventoryItems, "selling_price_minor", 5, office);
    row(Table::InventoryItems, "step_rates", QByteArray("{}"), managers);
    row(Table::OrderItems, "work_pay", QByteArray("{}"), managers);
    row(Table::OrderItems, "unit_price_minor", 5, office);
    row(Table::WorkspaceMembers, "piece_rates", QByteArray("{}"), managers);
    row(Table::WorkspaceMembers, "pay_minor", 5, managers);
    row(Table::WorkspaceMembers, "discount_limit_bp", 500, managers);
    row(Table::Orders, "released_unpaid_by", QByteArray("person"), managers);
    row(Table::Invoices, "kind", QByteArray("credit_note"), managers);
    row(Table::Feeds, "status", QByteArray("published"), office);
    row(Table::MarketplaceProducts, "status", QByteArray("published"), office);
}

void TestRowWriter::columnsThatTakeMore()
{
    QFETCH(int, table);
    QFETCH(QByteArray, column);
    QFETCH(QVariant, value);
    QFETCH(QByteArrayList, may);
    for (const QByteArray &who : test::people()) {
        const auto connection = m_shops.open("a", who);
        RowWriter writer(*connection, m_shops.clock);
        Field field{column.constData(), value.toInt()};
        if (value.typeId() == QMetaType::QByteArray)
            field.value = value.toByteArray();
        if (column == "released_unpaid_by")
            field.value = m_shops.person("a", who);
        const auto updated = update(writer, Table(table), m_shops.row("a", Table(table)), field);
        if (may.contains(who))
            VERIFY_SAYING(updated, who + said(updated));
        else
            VERIFY_SAYING(isForbidden(updated), who + said(updated));
    }
}

void TestRowWriter::ownProfile()
{
    for (const QByteArray &who : test::people()) {
        const auto connection = m_shops.open("a", who);
        RowWriter writer(*connection, m_shops.clock);
        const IdBytes self = m_shops.person("a", who).bytes();
        for (const Field &field : {Field{"role", "admin"}, Field{"is_verified", 1}, Field{"verified_at", 1},
                                   Field{"is_active", 0}, Field{"auth_uid", self}}) {
            const auto updated = update(writer, Table::Profiles, self, field);
            VERIFY_SAYING(isForbidden(updated), who + ' ' + field.column + said(updated));
        }
        // By somebody else who manages a workspace, and never by oneself.
        const auto upgraded = update(writer, Table::Profiles, self, {"workspace_access_at", 1});
        VERIFY_SAYING(!upgraded && (upgraded.error().kind == ErrorKind::NotFound || isForbidden(upgraded)),
                      said(upgraded));
        const IdBytes another = m_shops.person("a", who == "viewer" ? "member" : "viewer").bytes();
        const auto other = update(writer, Table::Profiles, another, {"workspace_access_at", 1});
        QCOMPARE(bool(other), managers.contains(who));
        const auto name = update(writer, Table::Profiles, another, {"full_name", "Somebody else"});
        VERIFY_SAYING(!name, who);
    }
}

void TestRowWriter::money_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("effect");
    QTest::addColumn<QByteArrayList>("points");
    QTest::addColumn<QByteArrayList>("may");
    const auto row = [](const char *name, const char *type, const char *effect, const QByteArrayList &points,
                        const Who &may) {
        QTest::newRow(name) << QByteArray(type) << QByteArray(effect) << points << may;
    };
    row("payment of an order", "income", "profit", {"order_id"}, office);
    row("payment of an invoice", "income", "profit", {"invoice_id"}, office);
    row("refund of an order", "income", "profit", {"order_id", "reverses_transaction_id"}, managers);
    row("money given back on an order", "expense", "profit", {"order_id"}, managers);
    row("paid out of the till", "expense", "profit", {"till_id"}, office);
    row("float", "income", "cash_move", {"till_id"}, office);
    row("bank drop", "expense", "cash_move", {"till_id"}, office);
    row("paid out, taken back", "expense", "profit", {"till_id", "reverses_transaction_id"}, managers);
    row("rent", "expense", "profit", {}, managers);
    row("other income", "income", "profit", {}, managers);
    row("wage earned", "expense", "owed", {"member_id"}, managers);
    row("wage advance", "expense", "cash_move", {"member_id"}, managers);
}

void TestRowWriter::money()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, effect);
    QFETCH(QByteArrayList, points);
    QFETCH(QByteArrayList, may);
    for (const QByteArray &who : test::people()) {
        const QByteArray salt = who + QTest::currentDataTag();
        const IdBytes id = test::named("money:" + salt);
        std::vector<Field> fields = {{"transaction_type", type}, {"effect", effect},  {"category", "test"},
                                     {"amount_minor", 10},       {"currency", "NGN"}, {"payment_method", "cash"},
                                     {"date", "2026-11-25"},     {"occurred_at", 1}};
        if (points.contains("order_id"))
            fields.push_back({"order_id", m_shops.row("a", Table::Orders)});
        if (points.contains("invoice_id"))
            fields.push_back({"invoice_id", m_shops.row("a", Table::Invoices)});
        if (points.contains("member_id"))
            fields.push_back({"member_id", access::memberId(m_shops.workspace("a"), m_shops.person("a", who))});
        if (points.contains("till_id"))
            fields.push_back({"till_id", test::named("till")});
        if (points.contains("reverses_transaction_id")) {
            const IdBytes first = test::named("first:" + salt);
            m_shops.insert(Table::Transactions, first, m_shops.workspace("a"), fields);
            fields.push_back({"reverses_transaction_id", first});
            fields.push_back({"reason", "a mistake"});
        }
        const auto connection = m_shops.open("a", who);
        RowWriter writer(*connection, m_shops.clock);
        const auto inserted = insert(writer, Table::Transactions, id, fields);
        if (may.contains(who))
            VERIFY_SAYING(inserted, who + said(inserted));
        else
            VERIFY_SAYING(isForbidden(inserted), who + said(inserted));
    }
}

void TestRowWriter::settingsOfTheShop()
{
    for (const QByteArray &who : test::people()) {
        const auto connection = m_shops.open("a", who);
        RowWriter writer(*connection, m_shops.clock);
        const IdBytes id = test::named("shop's setting:" + who);
        const std::vector<Field> fields = {{"key", QByteArray("shop:" + who)}, {"value", "1"}};
        const auto inserted = insert(writer, Table::SysSettings, id, fields);
        QCOMPARE(bool(inserted), managers.contains(who));
        if (!inserted)
            m_shops.insert(Table::SysSettings, id, m_shops.workspace("a"), fields);
        for (const auto &done :
             {update(writer, Table::SysSettings, id, {"value", "2"}), writer.remove(Table::SysSettings, id)})
            QCOMPARE(bool(done), managers.contains(who));
        // Nobody changes a colleague's.
        const IdBytes theirs = test::named("colleague's setting:" + who);
        m_shops.insert(Table::SysSettings, theirs, m_shops.workspace("a"),
                       {{"key", "k"}, {"value", "1"}, {"person_id", test::named("colleague:" + who)}});
        const auto done = update(writer, Table::SysSettings, theirs, {"value", "2"});
        VERIFY_SAYING(!done && done.error().kind == ErrorKind::NotFound, said(done));
    }
}

void TestRowWriter::roleAboveOnesOwn_data()
{
    QTest::addColumn<QByteArray>("who");
    QTest::addColumn<QByteArray>("role");
    QTest::addColumn<bool>("may");
    const auto row = [](const char *who, const char *role, bool may) {
        QTest::addRow("%s makes %s", who, role) << QByteArray(who) << QByteArray(role) << may;
    };
    for (const char *who : {"owner", "admin"}) {
        row(who, "viewer", true);
        row(who, "member", true);
        row(who, "admin", true);
        row(who, "owner", false); // that is handing the workspace over
    }
    // Two who were given team:manage by hand.
    row("member", "viewer", true);
    row("member", "member", true);
    row("member", "admin", false);
    row("viewer", "viewer", true);
    row("viewer", "member", false);
    row("viewer", "admin", false);
}

void TestRowWriter::roleAboveOnesOwn()
{
    QFETCH(QByteArray, who);
    QFETCH(QByteArray, role);
    QFETCH(bool, may);
    const QByteArray salt = "role" + who + role;
    const PersonId newcomer(test::named("a:newcomer:" + salt));
    m_shops.addPerson(newcomer, "Newcomer");
    const IdBytes id = access::memberId(m_shops.workspace("a"), newcomer).bytes();
    const auto connection = m_shops.open(withPermission(who, access::Capability::TeamManage));
    RowWriter writer(*connection, m_shops.clock);

    const auto added = insert(writer, Table::WorkspaceMembers, id, {{"user_id", newcomer}, {"role", role}});
    VERIFY_SAYING(may ? bool(added) : isForbidden(added), said(added));
    if (!added)
        m_shops.addMember("a", newcomer, "viewer", "");
    const auto changed = update(writer, Table::WorkspaceMembers, id, {"role", role});
    VERIFY_SAYING(may ? bool(changed) : isForbidden(changed), said(changed));
    auto fields = m_shops.fields("a", Table::WorkspaceInvitations, m_shops.person("a", who), salt);
    std::ranges::find_if(fields, [](const Field &field) { return qstrcmp(field.column, "role") == 0; })->value = role;
    const auto invited = insert(writer, Table::WorkspaceInvitations, test::named(salt), fields);
    VERIFY_SAYING(may ? bool(invited) : isForbidden(invited), said(invited));
    // Not oneself either.
    const IdBytes own = access::memberId(m_shops.workspace("a"), m_shops.person("a", who)).bytes();
    if (!may)
        QVERIFY(isForbidden(update(writer, Table::WorkspaceMembers, own, {"role", role})));
}

void TestRowWriter::permissionsAboveOnesOwn()
{
    const IdBytes finisher = access::memberId(m_shops.workspace("a"), m_shops.person("a", "finisher")).bytes();
    const auto grant = [&](const access::Principal &principal, const IdBytes &member, const char *permissions) {
        const auto connection = m_shops.open(principal);
        RowWriter writer(*connection, m_shops.clock);
        return update(writer, Table::WorkspaceMembers, member, {"permissions", permissions});
    };
    const access::Principal admin = m_shops.principal("a", "admin");
    const access::Principal member = withPermission("member", access::Capability::TeamManage);
    QVERIFY(grant(admin, finisher, R"({"grant": ["orders:refund"], "refuse": ["prices:read"]})"));
    QVERIFY(grant(member, finisher, R"({"grant": ["clients:write"]})"));
    QVERIFY(isForbidden(grant(member, finisher, R"({"grant": ["orders:refund"]})")));
    QVERIFY(isForbidden(grant(member, member.member.bytes(), R"({"grant": ["finance:read"]})")));
    QVERIFY(!grant(admin, finisher, "[]"));
    QVERIFY(isForbidden(grant(m_shops.principal("a", "member"), finisher, "{}")));
    // What only owners may do is given by nobody: it does nothing where it is written.
    QVERIFY(grant(admin, finisher, R"({"grant": ["workspace:delete"]})"));
    QVERIFY(!m_shops.principal("a", "finisher").can(access::Capability::WorkspaceDelete));
    QVERIFY(grant(admin, finisher, "{}"));
}

void TestRowWriter::ownerStays()
{
    const IdBytes owners = m_shops.row("a", Table::WorkspaceMembers);
    for (const char *who : {"owner", "admin"}) {
        const auto connection = m_shops.open("a", who);
        RowWriter writer(*connection, m_shops.clock);
        for (const char *status : {"suspended", "removed", "pending"}) {
            const auto done = update(writer, Table::WorkspaceMembers, owners, {"status", status});
            QVERIFY(!done);
            QCOMPARE(done.error().code, QByteArray("member.owner_stays"));
        }
        for (const auto &done :
             {writer.remove(Table::WorkspaceMembers, owners), writer.takeBackInsert(Table::WorkspaceMembers, owners)}) {
            QVERIFY(!done);
            QCOMPARE(done.error().code, QByteArray("member.owner_stays"));
        }
    }
    // A colleague's pen narrows nothing of what an owner may do.
    const auto connection = m_shops.open("a", "admin");
    RowWriter writer(*connection, m_shops.clock);
    (void)update(writer, Table::WorkspaceMembers, owners, {"role", "viewer"});
    (void)update(writer, Table::WorkspaceMembers, owners, {"permissions", R"({"refuse": ["finance:read"]})"});
    const access::Principal owner = m_shops.principal("a", "owner");
    QCOMPARE(owner.role, access::Role::Owner);
    QVERIFY(owner.can(access::Capability::FinanceRead));
}

void TestRowWriter::ownershipIsHandedOver()
{
    TwoShops shops; // of its own: afterwards the people are not what they were
    const IdBytes shop = shops.workspace("a").bytes();
    const auto handOver = [&](const char *who, PersonId heir) {
        const auto connection = shops.open("a", who);
        RowWriter writer(*connection, shops.clock);
        return update(writer, Table::Workspaces, shop, {"owner_id", heir});
    };
    QVERIFY(isForbidden(handOver("admin", shops.person("a", "admin"))));
    for (const PersonId heir : {shops.person("a", "suspended"), shops.person("b", "member")}) {
        const auto done = handOver("owner", heir);
        VERIFY_SAYING(!done && done.error().kind == ErrorKind::Conflict, said(done));
    }
    const auto done = handOver("owner", shops.person("a", "member"));
    VERIFY_SAYING(done, said(done));
    QCOMPARE(shops.principal("a", "member").role, access::Role::Owner);
    QCOMPARE(shops.principal("a", "owner").role, access::Role::Admin);
}

//! A login is made for a colleague who has none, never for one who stands above or is at home in another shop.
void TestRowWriter::loginForAnother()
{
    const auto login = [&](const access::Principal &principal, PersonId person) {
        const auto connection = m_shops.open(principal);
        RowWriter writer(*connection, m_shops.clock);
        return insert(writer, Table::AuthUsers, person.bytes(), {{"login_name", test::hexOf(person.bytes())}});
    };
    const access::Principal admin = m_shops.principal("a", "admin");
    const access::Principal member = withPermission("member", access::Capability::TeamManage);
    QVERIFY(isForbidden(login(admin, m_shops.person("b", "viewer"))));
    QVERIFY(isForbidden(login(member, m_shops.person("a", "admin"))));
    QVERIFY(!login(admin, m_shops.person("a", "owner")));
}

void TestRowWriter::bin()
{
    const IdBytes id = test::named("to the bin");
    const auto connection = m_shops.open("a", "admin");
    RowWriter writer(*connection, m_shops.clock);
    QVERIFY(
        insert(writer, Table::Clients, id, m_shops.fields("a", Table::Clients, m_shops.person("a", "admin"), "bin")));
    QVERIFY(writer.remove(Table::Clients, id));
    for (const auto &done : {writer.remove(Table::Clients, id), update(writer, Table::Clients, id, {"notes", "x"})})
        VERIFY_SAYING(!done && done.error().kind == ErrorKind::NotFound, said(done));
    const auto viewers = m_shops.open("a", "viewer");
    RowWriter viewer(*viewers, m_shops.clock);
    QVERIFY(isForbidden(viewer.restore(Table::Clients, id)));
    QVERIFY(isForbidden(viewer.takeBackInsert(Table::Clients, id)));
    QVERIFY(writer.restore(Table::Clients, id));
    QVERIFY(!writer.restore(Table::Clients, id));
    QVERIFY(update(writer, Table::Clients, id, {"notes", "x"}));
}

/*!
 * A bound value compared with a column of a partial index's WHERE would have SQLite prepare the statement anew at
 * every bind, outside the gate.
 */
void TestRowWriter::nothingIsPreparedAgain()
{
    TwoShops shops;
    const auto connection = shops.open("a", "owner");
    RowWriter writer(*connection, shops.clock);
    for (const Expected &expected : expectations()) {
        const char *name = storage::facts(expected.table).name;
        const IdBytes row = shops.row("a", expected.table);
        for (int i = 0; i < 10; ++i) {
            if (expected.update.contains("owner")) {
                const auto done = update(writer, expected.table, row, expected.change);
                VERIFY_SAYING(done, name + said(done));
            }
            if (expected.remove.contains("owner") && expected.table != Table::Workspaces &&
                expected.table != Table::WorkspaceMembers) {
                VERIFY_SAYING(writer.remove(expected.table, row), name);
                VERIFY_SAYING(writer.restore(expected.table, row), name);
            }
            if (expected.table == Table::Clients || expected.table == Table::Orders ||
                expected.table == Table::Notifications) {
                const QByteArray salt = "again" + QByteArray::number(i);
                const auto done = insert(writer, expected.table, test::named(salt + name),
                                         shops.fields("a", expected.table, shops.person("a", "owner"), salt));
                VERIFY_SAYING(done, said(done));
            }
        }
    }
    auto any = connection->query("SELECT 1 FROM clients");
    QVERIFY(any);
    sqlite3 *handle = sqlite3_db_handle(any.value()->handle());
    int statements = 0;
    for (sqlite3_stmt *at = sqlite3_next_stmt(handle, nullptr); at; at = sqlite3_next_stmt(handle, at)) {
        VERIFY_SAYING(sqlite3_stmt_status(at, SQLITE_STMTSTATUS_REPREPARE, 0) == 0, sqlite3_sql(at));
        ++statements;
    }
    VERIFY_SAYING(statements > 70, QByteArray::number(statements)); // those of the writer are among them
}

QTEST_GUILESS_MAIN(TestRowWriter)
#include "tst_row_writer.moc"
