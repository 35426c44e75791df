// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/calendar_service.h"
#include "core/calendar/fitting_service.h"
#include "core/measurements/fit_correction.h"
#include "core/measurements/measurement_service.h"
#include "core/measurements/template_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;

class TestFittingService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatDoesNotFitIsTriedOnAgain()
    {
        OrderShop shop;
        calendar::FittingService fittings(*shop.shop.door);
        calendar::CalendarService calendar(*shop.shop.session);
        const OrderId order = shop.book({OrderShop::piece("Jacket", 50'000)});
        const OrderItemId jacket = shop.pieceIds(order)[0];
        QVERIFY(await(shop.orders.complete(order)));
        const auto terms = shop.stock.terms().value();
        const auto at = [&](const char *iso, int hour) { return terms.calendar.at(day(iso), QTime(hour, 0)); };

        const auto first =
            await(fittings.fitAgain({jacket, QStringLiteral("left sleeve +1.2"), true}, {at("2026-11-27", 15)}));
        QVERIFY2(first, qPrintable(refusal(first)));
        const auto friday = calendar.fittings(day("2026-11-27")).value();
        QCOMPARE(friday.size(), size_t(1));
        QCOMPARE(friday[0].number, std::optional(1));
        QCOMPARE(friday[0].who, QStringLiteral("Ngozi Okafor"));
        QCOMPARE(shop.orders.load(order)->pieces[0].stage, orders::Stage::Fitting);
        QCOMPARE(shop.clients.load(shop.client)->fields.fitNotes, QStringLiteral("Jacket: left sleeve +1.2"));

        shop.shop.clock.advanceDays(2); // Friday, ten in the morning: the appointment is today's
        QVERIFY(await(fittings.fitAgain({jacket, QStringLiteral("shoulder")}, {at("2026-12-01", 10), 45})));
        QCOMPARE(calendar.fittings(day("2026-11-27")).value().size(), size_t(0)); // it took place
        QCOMPARE(calendar.fittings(day("2026-12-01")).value().at(0).number, std::optional(2));
        QCOMPARE(shop.number("SELECT count(*) FROM events WHERE status = 'completed' AND outcome ->> 'came'"
                             " AND outcome ->> 'notes' = 'shoulder'"),
                 qint64(1));

        shop.shop.clock.advanceDays(4);
        QVERIFY(await(fittings.fits({jacket})));
        QCOMPARE(calendar.fittings(day("2026-12-01")).value().size(), size_t(0));
        QCOMPARE(shop.number("SELECT count(*) FROM sys_activity WHERE kind = 'note'"), qint64(2));
        QCOMPARE(shop.problems(), QStringList());
    }

    void whatDidNotFitIsHowTheNextOneIsCut()
    {
        OrderShop shop;
        calendar::FittingService fittings(*shop.shop.door);
        QVERIFY(await(TemplateService(*shop.shop.session, *shop.shop.door).installMissing()));
        auto coat = OrderShop::piece("Jacket", 50'000);
        coat.garmentType = QStringLiteral("jacket");
        const auto seen = [&](const QString &note) {
            const OrderItemId jacket = shop.pieceIds(shop.book({coat}))[0];
            calendar::TriedOn tried{jacket, note, true, fitCorrections(note, LengthUnit::Centimetre)};
            const auto told = await(fittings.fitAgain(tried, {shop.shop.clock.now().plusMsecs(86'400'000)}));
            QVERIFY2(told, qPrintable(refusal(told)));
        };
        seen(QStringLiteral("left sleeve +1.2, collar stands off"));
        seen(QStringLiteral("left sleeve +0.3; waist -1"));
        const auto sets = MeasurementService(*shop.shop.session, *shop.shop.door).setsOf(shop.client).value();
        QCOMPARE(sets.size(), size_t(2));
        const auto now = std::ranges::find(sets, SetStatus::Current, &MeasurementSet::status);
        QVERIFY(now != sets.end());
        QCOMPARE(now->kind, SetKind::FitAdjustment);
        QCOMPARE(now->values.size(), size_t(2));
        QCOMPARE(now->values[0].code, QStringLiteral("waist_circ"));
        QCOMPARE(now->values[0].amount, qint64(-100));
        QCOMPARE(now->values[1].side, Side::Left);
        QCOMPARE(now->values[1].amount, qint64(150));
        QCOMPARE(shop.number("SELECT count(*) FROM client_measurements WHERE order_item_id IS NOT NULL"), qint64(2));
        QVERIFY(await(shop.shop.door->undo()));
        QVERIFY(await(shop.shop.door->undo())); // the booking of the second
        QCOMPARE(shop.number("SELECT count(*) FROM client_measurements WHERE status = 'current'"), qint64(1));
        QCOMPARE(shop.problems(), QStringList());
    }

    void whatIsRefusedWritesNothing()
    {
        OrderShop shop;
        calendar::FittingService fittings(*shop.shop.door);
        const OrderId order = shop.book({OrderShop::piece("Jacket", 50'000)});
        const OrderItemId jacket = shop.pieceIds(order)[0];
        QCOMPARE(refusal(await(fittings.fitAgain({jacket, QStringLiteral("note")}, {Instant(1)}))),
                 QStringLiteral("fitting.past"));
        QCOMPARE(refusal(await(fittings.fitAgain({jacket}, {shop.shop.clock.now().plusMsecs(1), 0}))),
                 QStringLiteral("fitting.minutes"));
        QCOMPARE(shop.number("SELECT count(*) FROM events"), qint64(0));
        QCOMPARE(shop.number("SELECT count(*) FROM sys_activity WHERE kind = 'note'"), qint64(0));
        const auto viewer = shop.hire("viewer");
        const auto refused = await(calendar::FittingService(*viewer.door).fits({jacket}));
        QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
    }
};

QTEST_GUILESS_MAIN(TestFittingService)
#include "tst_fitting_service.moc"
