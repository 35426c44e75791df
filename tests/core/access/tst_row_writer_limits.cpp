// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/core/access/writer_cases.h"

using namespace thimblely;
using namespace thimblely::test;

//! Ways round a right that somebody has, to one they have not: each was open once.
class TestRowWriterLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyElsesCalendar();
    void bookedStaysBooked();
    void piecesStayInTheirOrder();
    void issuedStaysAsItWentOut();
    void stagesAndTheTillsChain();
    void stockByThoseWhoKeepIt();
    void strangersAreInvited();
    void higherOnesAreNotBroughtBack();
    void onlyTheOpenTillIsClosed();
    void nobodyProvesThemselves();
    void ledgersAreNotEmptied();
    void colleaguesAreNamesAndJobs();
    void namesOfConnections();
    void pricesInSettings();

private:
    IdBytes make(Table table, const QByteArray &name, std::vector<Field> more = {})
    {
        const IdBytes id = named(name);
        auto fields = m_shops.fields("a", table, m_shops.person("a", "owner"), name);
        for (Field &field : more) {
            std::erase_if(fields, [&](const Field &each) { return qstrcmp(each.column, field.column) == 0; });
            fields.push_back(std::move(field));
        }
        m_shops.insert(table, id, m_shops.workspace("a"), fields);
        return id;
    }
    template <typename Act>
    void asEverybody(const Act &act)
    {
        for (const QByteArray &who : people()) {
            const auto connection = m_shops.open("a", who);
            RowWriter writer(*connection, m_shops.clock);
            act(who, writer, *connection);
        }
    }

    TwoShops m_shops;
};

void TestRowWriterLimits::nobodyElsesCalendar()
{
    asEverybody([&](const QByteArray &who, RowWriter &writer, auto &) {
        const IdBytes event = named("personal:" + who);
        const auto made = insert(writer, Table::Events, event,
                                 {{"workspace_id", std::nullopt},
                                  {"title", "Dentist"},
                                  {"event_type", "reminder"},
                                  {"start_at", 1},
                                  {"time_zone", "UTC"}});
        VERIFY_SAYING(made, who + said(made));
        const auto moved = update(writer, Table::Events, event, {"user_id", m_shops.person("b", "owner")});
        VERIFY_SAYING(!moved, who);
        VERIFY_SAYING(update(writer, Table::Events, event, {"title", "Doctor"}), who);
    });
}

void TestRowWriterLimits::bookedStaysBooked()
{
    const IdBytes order = make(Table::Orders, "booked", {{"order_number", "77001"}});
    asEverybody([&](const QByteArray &who, RowWriter &writer, auto &) {
        const auto unbooked = update(writer, Table::Orders, order, {"order_number", std::nullopt});
        VERIFY_SAYING(isForbidden(unbooked), who + said(unbooked));
        VERIFY_SAYING(bool(writer.remove(Table::Orders, order)) == managers.contains(who), who);
        m_shops.execute("UPDATE orders SET deleted_at = NULL WHERE order_number = '77001'");
    });
}

void TestRowWriterLimits::piecesStayInTheirOrder()
{
    const IdBytes parked = make(Table::Orders, "parked", {{"order_number", std::nullopt}});
    asEverybody([&](const QByteArray &who, RowWriter &writer, auto &) {
        const auto moved = update(writer, Table::OrderItems, m_shops.row("a", Table::OrderItems), {"order_id", parked});
        VERIFY_SAYING(isForbidden(moved), who + said(moved));
    });
}

void TestRowWriterLimits::issuedStaysAsItWentOut()
{
    const IdBytes issued = make(Table::Invoices, "issued",
                                {{"series", "A-26"},
                                 {"invoice_number", "A-26-77001"},
                                 {"issued_date", "2026-11-25"},
                                 {"lines", "{\"rows\":[]}"},
                                 {"status", "sent"}});
    const IdBytes draft = make(Table::Invoices, "draft");
    asEverybody([&](const QByteArray &who, RowWriter &writer, auto &) {
        for (const Field &field : {Field{"bills_to", "{\"name\":\"Somebody else\"}"}, Field{"status", "cancelled"},
                                   Field{"due_date", "2030-01-01"}, Field{"document_sha256", QByteArray(32, 'x')}}) {
            const auto changed = update(writer, Table::Invoices, issued, field);
            VERIFY_SAYING(!changed, who + ' ' + field.column);
        }
        const bool may = office.contains(who);
        QCOMPARE(bool(update(writer, Table::Invoices, draft, {"bills_to", "{\"name\":\"Somebody\"}"})), may);
        QCOMPARE(bool(update(writer, Table::Invoices, issued, {"fiscal", "{}"})), may);
    });
}

void TestRowWriterLimits::stagesAndTheTillsChain()
{
    const IdBytes piece = m_shops.row("a", Table::OrderItems);
    const auto note = [&](const QByteArray &name, std::vector<Field> more) {
        more.insert(more.begin(), {{"order_item_id", piece}, {"occurred_at", 1}});
        return std::pair(named(name), more);
    };
    asEverybody([&](const QByteArray &who, RowWriter &writer, auto &) {
        const auto [left, fields] = note("left:" + who, {{"kind", "stage"}, {"stage", "collected"}});
        const auto collected = insert(writer, Table::SysActivity, left, fields);
        VERIFY_SAYING(bool(collected) == office.contains(who), who + said(collected));
        const auto [link, chained] = note("link:" + who, {{"kind", "note"}, {"till_id", named("till")}});
        const auto inChain = insert(writer, Table::SysActivity, link, chained);
        VERIFY_SAYING(bool(inChain) == office.contains(who), who + said(inChain));
    });
}

void TestRowWriterLimits::stockByThoseWhoKeepIt()
{
    for (const char *type : {"stock-in", "adjustment", "waste", "count"}) {
        asEverybody([&](const QByteArray &who, RowWriter &writer, auto &) {
            const IdBytes id = named(QByteArray(type) + ':' + who);
            const auto moved = insert(writer, Table::InventoryMovements, id,
                                      {{"inventory_item_id", m_shops.row("a", Table::InventoryItems)},
                                       {"movement_type", type},
                                       {"quantity_milli", 1000},
                                       {"previous_stock_milli", 0},
                                       {"new_stock_milli", 1000},
                                       {"occurred_at", 1}});
            VERIFY_SAYING(bool(moved) == office.contains(who), who + ' ' + type + ' ' + said(moved));
        });
    }
}

void TestRowWriterLimits::strangersAreInvited()
{
    asEverybody([&](const QByteArray &who, RowWriter &writer, auto &) {
        const auto member = [&](const IdBytes &person) {
            return insert(writer, Table::WorkspaceMembers, named("membership:" + who + hexOf(person).toLatin1()),
                          {{"user_id", person}, {"role", "viewer"}, {"status", "pending"}});
        };
        const auto stranger = member(m_shops.person("b", "viewer").bytes());
        VERIFY_SAYING(isForbidden(stranger), who + said(stranger));
        const PersonId newcomer(named("newcomer:" + who));
        m_shops.addPerson(newcomer, "Newcomer");
        VERIFY_SAYING(bool(member(newcomer.bytes())) == managers.contains(who), who);
    });
}

//! A manager by a single right, who stands below the admin in the bin.
void TestRowWriterLimits::higherOnesAreNotBroughtBack()
{
    const IdBytes admin = access::memberId(m_shops.workspace("a"), m_shops.person("a", "admin")).bytes();
    const QByteArray row = "x'" + hexOf(admin).toLatin1() + "'";
    access::Principal foreman = m_shops.principal("a", "member");
    foreman.capabilities.add(access::Capability::TeamManage);
    m_shops.execute("UPDATE workspace_members SET deleted_at = 1 WHERE id = " + row);
    const auto connection = m_shops.open(foreman);
    RowWriter writer(*connection, m_shops.clock);
    const auto back = writer.restore(Table::WorkspaceMembers, admin);
    VERIFY_SAYING(isForbidden(back), said(back));
    m_shops.execute("UPDATE workspace_members SET deleted_at = NULL WHERE id = " + row);
}

void TestRowWriterLimits::onlyTheOpenTillIsClosed()
{
    const IdBytes rent = make(Table::Transactions, "rent");
    const IdBytes paidOut = make(Table::Transactions, "paid out", {{"till_id", named("till")}});
    const IdBytes closing = make(Table::SysActivity, "closing",
                                 {{"kind", "till_closed"},
                                  {"till_id", named("till")},
                                  {"order_item_id", std::nullopt},
                                  {"stage", std::nullopt}});
    asEverybody([&](const QByteArray &who, RowWriter &writer, auto &) {
        const auto stamped = update(writer, Table::Transactions, rent, {"closing_id", closing});
        VERIFY_SAYING(!stamped, who);
    });
    const auto connection = m_shops.open("a", "counter");
    RowWriter writer(*connection, m_shops.clock);
    const auto closed = update(writer, Table::Transactions, paidOut, {"closing_id", closing});
    VERIFY_SAYING(closed, said(closed));
}

void TestRowWriterLimits::nobodyProvesThemselves()
{
    asEverybody([&](const QByteArray &who, RowWriter &writer, auto &) {
        for (const Table table : {Table::VerificationLogs, Table::AuthSessions}) {
            const auto made = insert(writer, table, named("own:" + who),
                                     m_shops.fields("a", table, m_shops.person("a", who), "own:" + who));
            VERIFY_SAYING(isForbidden(made), who + said(made));
        }
    });
}

void TestRowWriterLimits::ledgersAreNotEmptied()
{
    const IdBytes row = make(Table::Transactions, "booked money");
    asEverybody([&](const QByteArray &who, RowWriter &writer, auto &) {
        VERIFY_SAYING(isForbidden(writer.remove(Table::Transactions, row)), who);
        VERIFY_SAYING(isForbidden(writer.restore(Table::Transactions, row)), who);
    });
}

void TestRowWriterLimits::colleaguesAreNamesAndJobs()
{
    asEverybody([&](const QByteArray &who, RowWriter &, access::ScopedConnection &connection) {
        const bool manages = managers.contains(who);
        for (const char *column : {"email", "phone", "data_residency_region", "is_verified", "workspace_access_at"})
            QCOMPARE(bool(connection.query(QByteArray("SELECT ") + column + " FROM profiles")), manages);
        for (const char *column : {"permissions", "discount_limit_bp", "refund_limit_minor"})
            QCOMPARE(bool(connection.query(QByteArray("SELECT ") + column + " FROM workspace_members")), manages);
        for (const char *sql : {"SELECT email, phone, data_residency_region FROM own_profile",
                                "SELECT permissions, discount_limit_bp, refund_limit_minor FROM own_membership"}) {
            auto own = connection.query(sql);
            VERIFY_SAYING(own, sql);
            QVERIFY(own.value()->step().value());
            QVERIFY(!own.value()->step().value());
        }
    });
}

void TestRowWriterLimits::namesOfConnections()
{
    asEverybody([&](const QByteArray &who, RowWriter &, access::ScopedConnection &connection) {
        for (const char *sql : {"SELECT access_token_ref, refresh_token_ref FROM social_media_connections",
                                "SELECT credentials_ref, webhook_url, configuration FROM communication_channels"})
            QCOMPARE(bool(connection.query(sql)), managers.contains(who));
    });
}

void TestRowWriterLimits::pricesInSettings()
{
    m_shops.insert(Table::SysSettings, named("rush"), m_shops.workspace("a"),
                   {{"key", "rush.charge"}, {"value", "{\"minor\":5000}"}});
    asEverybody([&](const QByteArray &who, RowWriter &, access::ScopedConnection &connection) {
        auto query = connection.query("SELECT 1 FROM sys_settings WHERE key = 'rush.charge'");
        QCOMPARE(query.value()->step().value(), m_shops.principal("a", who).can(access::Capability::PricesRead));
    });
}

QTEST_GUILESS_MAIN(TestRowWriterLimits)
#include "tst_row_writer_limits.moc"
