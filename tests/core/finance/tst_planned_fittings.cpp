// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/calendar_service.h"
#include "core/finance/checkout_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::orders;

//! Fittings that are arranged while the order is taken stand in the calendar with its booking, or not at all.
class TestPlannedFittings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<OrderShop>(); }
    void cleanup()
    {
        QCOMPARE(m_shop->problems(), QStringList());
        m_shop.reset();
    }

    void standInTheCalendarWithTheOrder()
    {
        OrderDraft draft = m_shop->order({OrderShop::piece("Suit", 100), OrderShop::piece("Trousers", 50)});
        draft.fittings = {{0, 1, at("2026-11-27", 11)}, {0, 2, at("2026-12-02", 11)}, {1, 1, at("2026-12-02", 11)}};
        const auto booked = await(checkout().book(draft, {})).value();
        const auto first = fittings("2026-11-27");
        QCOMPARE(first.size(), size_t(1));
        QCOMPARE(first[0].order, std::optional(booked.order.id));
        QCOMPARE(first[0].client, std::optional(m_shop->client));
        QCOMPARE(first[0].garments, QStringList(QStringLiteral("Suit")));
        QCOMPARE(first[0].number, std::optional(1));
        QCOMPARE(first[0].stage, QStringLiteral("baste"));
        const auto second = fittings("2026-12-02");
        QCOMPARE(second.size(), size_t(1)); // they come once for both
        QCOMPARE(second[0].garments, QStringList({QStringLiteral("Suit"), QStringLiteral("Trousers")}));
        QCOMPARE(second[0].stage, QStringLiteral("finish"));

        QVERIFY(await(m_shop->shop.door->undo())); // with the order they go
        QVERIFY(fittings("2026-11-27").empty());
    }

    void whatIsRefusedLeavesNoOrder_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("refused");
        QTest::newRow("past") << QStringLiteral("2026-11-24") << QStringLiteral("fitting.past");
        QTest::newRow("after the promise")
            << QStringLiteral("2026-12-05") << QStringLiteral("fitting.after_promise 5 Dec 2026");
    }
    void whatIsRefusedLeavesNoOrder()
    {
        QFETCH(QString, day);
        OrderDraft draft = m_shop->order({OrderShop::piece("Suit", 100)});
        draft.fittings = {{0, 1, at(day.toLatin1().constData(), 11)}};
        const QString said = refusal(await(checkout().book(draft, {})));
        QFETCH(QString, refused);
        QVERIFY2(said.startsWith(refused.section(u' ', 0, 0)), qPrintable(said));
        QVERIFY(m_shop->orders.openOrders()->rows.empty());
        QVERIFY(fittings(day.toLatin1().constData()).empty());
    }

    void aPieceThatIsNotThereIsRefused()
    {
        OrderDraft draft = m_shop->order({OrderShop::piece("Suit", 100)});
        draft.fittings = {{1, 1, at("2026-12-02", 11)}};
        QCOMPARE(refusal(await(checkout().book(draft, {}))), QStringLiteral("order.piece_not_found"));
        QVERIFY(m_shop->orders.openOrders()->rows.empty());
    }

private:
    finance::CheckoutService checkout() { return {*m_shop->shop.session, *m_shop->shop.door}; }
    static Instant at(const char *iso, int hour)
    {
        return ShopCalendar::make("Africa/Lagos").value().at(test::day(iso), QTime(hour, 0));
    }
    std::vector<calendar::Fitting> fittings(const char *iso) const
    {
        return calendar::CalendarService(*m_shop->shop.session).fittings(test::day(iso)).value();
    }

    std::unique_ptr<OrderShop> m_shop;
};

QTEST_GUILESS_MAIN(TestPlannedFittings)
#include "tst_planned_fittings.moc"
