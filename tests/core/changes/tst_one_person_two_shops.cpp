// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/held_rows.h"
#include "core/changes/draft_store.h"
#include "core/changes/write_door.h"
#include "tests/core/access/writer_cases.h"

using namespace thimblely;
using namespace thimblely::test;

//! Who owns one shop and looks on in another: what they did in the one is not there in the other.
class TestOnePersonTwoShops : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shops = std::make_unique<TwoShops>();
        m_shops->execute("UPDATE sys_current_operation SET operation_id = NULL"); // the door's own from here on
    }
    void whatWasDoneInOneIsNotUndoneInTheOther();
    void draftsStayWhereTheyWereTyped();
    void aWordIsForItsShopAndDevice();
    void numbersAreTheShops();

private:
    struct Seat {
        std::unique_ptr<access::Session> session;
        std::unique_ptr<changes::WriteDoor> door;
    };
    Seat seatIn(const QByteArray &shop)
    {
        const auto who = m_shops->load(m_shops->person("a", "owner"), shop);
        auto session = std::move(access::Session::open(m_shops->options.path, *who)).value();
        auto door = std::move(changes::WriteDoor::open(*session, m_shops->clock)).value();
        return {std::move(session), std::move(door)};
    }

    std::unique_ptr<TwoShops> m_shops;
};

void TestOnePersonTwoShops::whatWasDoneInOneIsNotUndoneInTheOther()
{
    const Seat a = seatIn("a");
    const Seat b = seatIn("b");
    // A post of their own stands in no shop; that they made it was an operation in the first.
    const RowId post = RowId::fromName("a post");
    QVERIFY(changes::await(a.door->write<void>({"feed.add"}, [&](changes::WriteContext &context) {
        return context.rows().insert(Table::Feeds, post, {{"workspace_id", std::nullopt}, {"feed_type", "image"}});
    })));
    const qint64 operation = m_shops->number("SELECT max(id) FROM sys_operations");
    const auto undone = changes::await(b.door->undo());
    QVERIFY(!undone);
    QCOMPARE(undone.error().code, QByteArray("undo.nothing"));
    const auto taken = changes::await(b.door->write<void>({"feed.drop"}, [&](changes::WriteContext &context) {
        return context.rows().takeBackInsert(Table::Feeds, post.bytes(), operation);
    }));
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, QByteArray("undo.not_yours"));
    QVERIFY(changes::await(a.door->undo()));
}

void TestOnePersonTwoShops::draftsStayWhereTheyWereTyped()
{
    const Seat a = seatIn("a");
    const Seat b = seatIn("b");
    changes::DraftStore here(a.session->reader(), m_shops->clock);
    changes::DraftStore there(b.session->reader(), m_shops->clock);
    const QJsonObject typed{{QStringLiteral("name"), QStringLiteral("Amina")}};
    QVERIFY(here.save("counter", {}, typed));
    QVERIFY(there.all().value().empty());
    QVERIFY(!there.load("counter", {}).value());
    QVERIFY(there.discard("counter", {}));
    QCOMPARE(here.load("counter", {}).value()->content, typed);
}

void TestOnePersonTwoShops::aWordIsForItsShopAndDevice()
{
    const auto capability = access::Capability::OrdersRefund;
    auto store = std::move(access::PrincipalStore::open(m_shops->options)).value();
    const Instant now = m_shops->clock.now();
    const access::Principal counter = m_shops->principal("a", "counter");
    const auto refused = [&](const Result<access::Approval> &word) {
        const auto spent = word.value().spend(counter, capability, now);
        return spent ? QByteArray() : spent.error().code;
    };
    QCOMPARE(refused(store->approve(m_shops->person("b", "owner"), m_shops->workspace("b"), m_shops->device, capability,
                                    now)),
             QByteArray("approval.other"));
    const DeviceId another = DeviceId::fromName("another device");
    QCOMPARE(refused(store->approve(m_shops->person("a", "owner"), m_shops->workspace("a"), another, capability, now)),
             QByteArray("approval.other"));
    QCOMPARE(refused(store->approve(m_shops->person("a", "owner"), m_shops->workspace("a"), m_shops->device, capability,
                                    now)),
             QByteArray());
}

void TestOnePersonTwoShops::numbersAreTheShops()
{
    m_shops->execute("UPDATE sys_current_operation SET operation_id = (SELECT max(id) FROM sys_operations)");
    for (const QByteArray &shop : {QByteArray("a"), QByteArray("b")})
        m_shops->execute("UPDATE clients SET client_number = 'C-7' WHERE id = x'" +
                         hexOf(m_shops->row(shop, Table::Clients)).toLatin1() + "'");
    for (const QByteArray &shop : {QByteArray("a"), QByteArray("b")}) {
        const auto found =
            access::clientNumbered(m_shops->options, m_shops->principal(shop, "owner"), QStringLiteral("C-7"));
        QVERIFY2(found, qPrintable(found ? QString() : describe(found.error())));
        QCOMPARE(found->bytes(), m_shops->row(shop, Table::Clients));
    }
}

QTEST_GUILESS_MAIN(TestOnePersonTwoShops)
#include "tst_one_person_two_shops.moc"
