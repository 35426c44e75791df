// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/cancel_service.h"
#include "core/invoices/refund_service.h"
#include "tests/core/finance/till_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using access::Capability;
using finance::PaymentMethod;

//! What somebody may give off and give back by themselves, and where their limit ends, whichever way the money goes.
class TestMoneyLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_till = std::make_unique<TillShop>();
        m_paid = m_till->take(65'000);
        m_till->shop.shop.clock.advanceMsecs(1000);
    }
    void cleanup() { m_till.reset(); }

    void whatIsGivenBack_data()
    {
        QTest::addColumn<QByteArray>("role");
        QTest::addColumn<QByteArray>("job");
        QTest::addColumn<qint64>("limit");
        QTest::addColumn<QByteArray>("way");
        QTest::addColumn<bool>("given");
        const auto row = [](const char *role, const char *job, qint64 limit, const char *way, bool given) {
            QTest::addRow("%s %s up to %lld: %s", role, job, (long long)limit, way)
                << QByteArray(role) << QByteArray(job) << limit << QByteArray(way) << given;
        };
        // Each way takes 5,000 out of the till, but for those that take back all of the 65,000.
        for (const char *way : {"refund", "credit", "cut", "row"}) {
            row("member", "counter", 0, way, false);
            row("member", "counter", 4'999, way, false);
            row("member", "counter", 5'000, way, true);
            row("member", "finisher", 5'000, way, false); // who takes no money gives none
            row("member", "cutter", 5'000, way, false);
            row("viewer", "", 5'000, way, false);
            row("admin", "", 0, way, true);
        }
        for (const char *way : {"reverse", "cancel"}) {
            row("member", "counter", 64'999, way, false);
            row("member", "counter", 65'000, way, true);
            row("member", "cutter", 65'000, way, false);
            row("admin", "", 0, way, true);
        }
    }
    void whatIsGivenBack()
    {
        QFETCH(QByteArray, role);
        QFETCH(QByteArray, job);
        QFETCH(qint64, limit);
        QFETCH(QByteArray, way);
        QFETCH(bool, given);
        if (way == "credit")
            keepCredit(5'000);
        const auto person = hire(role, job, limit, 5'000);
        const Result<void> done = giveBack(person, way, 5'000);
        QVERIFY2(bool(done) == given, done ? "given" : qPrintable(describe(done.error())));
        if (!given)
            QVERIFY(done.error().kind == ErrorKind::Forbidden || job == "cutter" || role == "viewer");
        QCOMPARE(m_till->shop.problems(), QStringList());
    }

    //! A sum above it is not given in two halves; tomorrow is another day.
    void theLimitIsOfADay()
    {
        const auto counter = hire("member", "counter", 5'000);
        QCOMPARE(refusal(giveBack(counter, "refund", 3'000)), QString());
        QCOMPARE(refusal(giveBack(counter, "refund", 3'000)), QStringLiteral("access.refused orders:refund"));
        QCOMPARE(refusal(giveBack(counter, "refund", 2'000)), QString());
        QCOMPARE(refusal(giveBack(counter, "refund", 1)), QStringLiteral("access.refused orders:refund"));
        m_till->shop.shop.clock.advanceDays(1);
        QCOMPARE(refusal(giveBack(counter, "refund", 5'000)), QString());
    }

    void whatSomebodyApprovedCountsNotAgainstIt()
    {
        const auto counter = hire("member", "counter", 5'000);
        finance::PaymentService hers(*counter.session, *counter.door);
        finance::RefundDraft draft{m_paid.id, QStringLiteral("late"), naira(20'000)};
        draft.approval = ownersWord(m_till->shop, Capability::OrdersRefund);
        QCOMPARE(refusal(await(hers.refund(draft))), QString());
        QCOMPARE(m_till->shop.number("SELECT count(*) FROM transactions WHERE approved_by IS NOT NULL"), qint64(1));
        QCOMPARE(refusal(giveBack(counter, "refund", 5'000)), QString());
        QCOMPARE(m_till->shop.number("SELECT count(*) FROM transactions WHERE approved_by IS NOT NULL"), qint64(1));
    }

    void whatIsGivenOff_data()
    {
        QTest::addColumn<int>("limitBp");
        QTest::addColumn<QByteArray>("way");
        QTest::addColumn<qint64>("off");
        QTest::addColumn<bool>("given");
        for (const char *way : {"book", "cut"}) {
            QTest::addRow("%s, none allowed", way) << 0 << QByteArray(way) << qint64(1) << false;
            QTest::addRow("%s, up to ten per cent", way) << 1000 << QByteArray(way) << qint64(4'500) << true;
            QTest::addRow("%s, beyond", way) << 1000 << QByteArray(way) << qint64(4'501) << false;
            QTest::addRow("%s, all of it", way) << 10'000 << QByteArray(way) << qint64(45'000) << true;
        }
        // What was given off before counts: 4,500 stand on the jacket already.
        QTest::newRow("a second time") << 1000 << QByteArray("again") << qint64(1) << false;
    }
    void whatIsGivenOff()
    {
        QFETCH(int, limitBp);
        QFETCH(QByteArray, way);
        QFETCH(qint64, off);
        QFETCH(bool, given);
        if (way == "again")
            QCOMPARE(refusal(cut(*m_till->shop.shop.session, *m_till->shop.shop.door, 4'500)), QString());
        const auto counter = hire("member", "counter", 65'000, 0, limitBp);
        Result<void> done;
        if (way == "book") {
            orders::PieceDraft jacket = OrderShop::piece("Jacket", 45'000);
            jacket.discount = naira(off);
            jacket.discountReason = QStringLiteral("regular");
            const auto booked =
                await(orders::OrderService(*counter.session, *counter.door).book(m_till->shop.order({jacket})));
            done = booked ? Result<void>() : booked.error();
        } else {
            done = cut(*counter.session, *counter.door, off);
        }
        QCOMPARE(refusal(done), given ? QString() : QStringLiteral("access.refused orders:discount"));
    }

    //! What a screen asks before it asks for a PIN is what the write says.
    void itIsToldBefore()
    {
        const auto counter = hire("member", "counter", 5'000, 0, 1000);
        invoices::RefundService refunds(*counter.session, *counter.door);
        const auto needs = [&](qint64 whole) {
            return refunds.needs(m_till->order, {jacket(), naira(whole), QStringLiteral("vent")}).value();
        };
        QVERIFY(needs(4'500).empty());
        QCOMPARE(needs(4'501), std::vector{Capability::OrdersDiscount});
        invoices::CancelService cancels(*counter.session, *counter.door);
        const auto all = cancels.figures({m_till->order, {}, QStringLiteral("no")}).value().needs;
        QCOMPARE(all, std::vector{Capability::OrdersRefund});
        setLimit(counter.principal.member, 65'000);
        QVERIFY(cancels.figures({m_till->order, {}, QStringLiteral("no")}).value().needs.empty());
    }

private:
    OrderShop::Colleague hire(const QByteArray &role, const QByteArray &job, qint64 limit, qint64 least = 0,
                              int discountBp = -1)
    {
        auto person = m_till->shop.hire(role, job, discountBp >= 0 ? discountBp : least > 0 ? 10'000 : 0);
        setLimit(person.principal.member, limit);
        return person;
    }
    void setLimit(MemberId member, qint64 whole)
    {
        const auto done =
            await(m_till->shop.shop.door->write<void>({"test.limit"}, [=](changes::WriteContext &context) {
                return context.rows().update(storage::Table::WorkspaceMembers, member,
                                             {{"refund_limit_minor", naira(whole)}});
            }));
        QCOMPARE(refusal(done), QString());
    }
    void keepCredit(qint64 whole)
    {
        finance::RefundDraft draft{m_paid.id, QStringLiteral("late"), naira(whole), PaymentMethod::Credit};
        QCOMPARE(refusal(await(m_till->payments.refund(draft))), QString());
    }
    OrderItemId jacket() const { return m_till->shop.pieceIds(m_till->order)[0]; }

    Result<void> cut(access::Session &session, changes::WriteDoor &door, qint64 whole)
    {
        const auto done = await(invoices::RefundService(session, door)
                                    .refund({{m_paid.id, QStringLiteral("crooked vent"), naira(whole)}, jacket()}));
        return done ? Result<void>() : done.error();
    }
    //! A row that no service of ours would write: the floor asks for the same.
    Result<void> bareRow(const OrderShop::Colleague &person, qint64 whole)
    {
        return await(person.door->write<void>({"test.row"}, [=, this](changes::WriteContext &context) {
            return context.rows().insert(storage::Table::Transactions, TransactionId::make(context.clock()),
                                         {{"order_id", m_till->order},
                                          {"transaction_type", "expense"},
                                          {"category", "refund"},
                                          {"amount_minor", naira(whole)},
                                          {"currency", "NGN"},
                                          {"payment_method", "cash"},
                                          {"created_by", context.principal().person},
                                          {"date", day("2026-11-25")},
                                          {"occurred_at", context.clock().now()}});
        }));
    }
    Result<void> giveBack(const OrderShop::Colleague &person, const QByteArray &way, qint64 whole)
    {
        const auto plain = [](const auto &done) { return done ? Result<void>() : Result<void>(done.error()); };
        finance::PaymentService payments(*person.session, *person.door);
        if (way == "refund")
            return plain(await(payments.refund(m_paid.id, QStringLiteral("late"), naira(whole))));
        if (way == "reverse")
            return plain(await(payments.reverse(m_paid.id, QStringLiteral("another order's"))));
        if (way == "credit")
            return plain(await(
                finance::AccountService(*person.session, *person.door)
                    .payBack({m_till->shop.client, naira(whole), PaymentMethod::Cash, QStringLiteral("asked for")})));
        if (way == "cut")
            return cut(*person.session, *person.door, whole);
        if (way == "cancel")
            return plain(await(invoices::CancelService(*person.session, *person.door)
                                   .cancel({{m_till->order, {}, QStringLiteral("no")}, PaymentMethod::Cash})));
        return bareRow(person, whole);
    }

    std::unique_ptr<TillShop> m_till;
    finance::PaymentTaken m_paid{TransactionId(IdBytes{}), {}, naira(0), naira(0)};
};

QTEST_GUILESS_MAIN(TestMoneyLimits)
#include "tst_money_limits.moc"
