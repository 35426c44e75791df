// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/calendar_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;

class TestCalendarService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fittingsOfTheShopsDay()
    {
        OrderShop shop;
        const OrderId order = shop.book({OrderShop::piece("Suit", 1'000), OrderShop::piece("Shirt", 1'000)});
        add(shop, "baste", "2026-11-25", QTime(14, 0), {{"client_id", shop.client}, {"order_id", order}});
        add(shop, "second", "2026-11-25", QTime(10, 0), {{"client_id", shop.client}, {"fitting_no", 2}});
        add(shop, "nobody yet", "2026-11-25", QTime(0, 0));
        add(shop, "yesterday", "2026-11-24", QTime(23, 59));
        add(shop, "tomorrow", "2026-11-26", QTime(0, 0));
        add(shop, "gone", "2026-11-25", QTime(9, 0), {{"status", "cancelled"}});
        add(shop, "done", "2026-11-25", QTime(9, 0), {{"status", "completed"}});
        add(shop, "a meeting", "2026-11-25", QTime(9, 0), {{"event_type", "meeting"}});

        const auto fittings = calendar::CalendarService(*shop.shop.session).fittings(day("2026-11-25")).value();
        QStringList titles;
        for (const calendar::Fitting &fitting : fittings)
            titles.append(fitting.title);
        QCOMPARE(titles,
                 QStringList({QStringLiteral("nobody yet"), QStringLiteral("second"), QStringLiteral("baste")}));
        QCOMPARE(fittings[0].who, QString());
        QCOMPARE(fittings[1].who, QStringLiteral("Ngozi Okafor"));
        QCOMPARE(fittings[1].number, std::optional(2));
        QCOMPARE(fittings[2].garments, QStringList({QStringLiteral("Suit"), QStringLiteral("Shirt")}));
        QCOMPARE(fittings[2].order, std::optional(order));
    }

    //! Nobody comes for what is not made after all.
    void whatIsCancelledHasNoFitting()
    {
        OrderShop shop;
        const OrderId order = shop.book({OrderShop::piece("Suit", 1'000)});
        add(shop, "baste", "2026-11-25", QTime(14, 0), {{"client_id", shop.client}, {"order_id", order}});
        QVERIFY(await(shop.orders.cancelPiece(shop.pieceIds(order)[0], QStringLiteral("moved away"))));
        QVERIFY(calendar::CalendarService(*shop.shop.session).fittings(day("2026-11-25"))->empty());
    }

    //! A cutter sees the hour, and neither whose it is nor what else they ordered.
    void namesAreForWhoMayReadThem()
    {
        OrderShop shop;
        const OrderId order = shop.book({OrderShop::piece("Suit", 1'000)});
        add(shop, "baste", "2026-11-25", QTime(14, 0), {{"client_id", shop.client}, {"order_id", order}});
        const auto cutter = shop.hire("member", "cutter");
        const auto fittings = calendar::CalendarService(*cutter.session).fittings(day("2026-11-25")).value();
        QCOMPARE(fittings.size(), size_t(1));
        QCOMPARE(fittings[0].who, QString());
        QCOMPARE(fittings[0].garments, QStringList());
    }

private:
    static void add(OrderShop &shop, const char *title, const char *iso, QTime time,
                    const std::vector<access::Field> &more = {})
    {
        const auto terms = shop.stock.terms().value();
        const auto done = await(shop.shop.door->write<void>({"test.fitting"}, [&](changes::WriteContext &context) {
            std::vector<access::Field> fields = more;
            const auto set = [&](const char *column, const access::FieldValue &value) {
                if (std::ranges::none_of(fields, [&](const auto &field) { return !qstrcmp(field.column, column); }))
                    fields.push_back({column, value});
            };
            set("user_id", shop.shop.principal.person);
            set("title", title);
            set("event_type", "fitting");
            set("start_at", terms.calendar.at(day(iso), time));
            set("time_zone", "Africa/Lagos");
            return context.rows().insert(storage::Table::Events, EventId::make(shop.shop.clock), fields);
        }));
        if (!done)
            qFatal("%s", qPrintable(describe(done.error())));
    }
};

QTEST_GUILESS_MAIN(TestCalendarService)
#include "tst_calendar_service.moc"
