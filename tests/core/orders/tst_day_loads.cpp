// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_service.h"
#include "tests/support/small_shop.h"

#include <QTest>

using namespace thimblely;

class TestDayLoads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsWhatIsStillToBeDoneOnEachDay()
    {
        test::SmallShop shop;
        orders::OrderService service(*shop.session, *shop.door);
        const Date from = Date::parse(u"2026-11-26").value();
        const auto book = [&](int pieces, const std::optional<Date> &promised) {
            orders::OrderDraft draft;
            draft.promisedDate = promised;
            for (int i = 0; i < pieces; ++i) {
                orders::PieceDraft piece;
                piece.name = QStringLiteral("Coat");
                draft.pieces.push_back(piece);
            }
            return changes::await(service.book(draft)).value().id;
        };
        book(2, from);
        book(1, from);
        book(4, from.plusDays(2));
        book(5, from.plusDays(3)); // beyond
        book(6, std::nullopt);
        const OrderId gone = book(1, from);
        QVERIFY(changes::await(service.complete(gone)));
        QVERIFY(changes::await(service.handOver({gone})));
        const OrderId cancelled = book(2, from.plusDays(1));
        const auto pieces = service.load(cancelled).value().pieces;
        QVERIFY(changes::await(service.cancelPiece(pieces[0].id, QStringLiteral("changed her mind"))));

        const auto loads = service.dayLoads(from, 3).value();
        QCOMPARE(loads.size(), size_t(3));
        QCOMPARE(loads[0].date, from);
        QCOMPARE(loads[0].pieces, 3);
        QCOMPARE(loads[1].pieces, 1);
        QCOMPARE(loads[2].pieces, 4);
    }
};

QTEST_GUILESS_MAIN(TestDayLoads)
#include "tst_day_loads.moc"
