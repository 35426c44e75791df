// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/till_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/today/today_model.h"
#include "ui/today/today_till_card.h"
#include "ui/widgets/chip.h"

#include <QAbstractItemView>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! The till's card after the file went on without the computer whose till stood open.
class TestTodayTillCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void anotherComputersTillWaitsBesideThisOne()
    {
        test::CounterShop shop;
        shop.book({}, {shop.piece(QStringLiteral("Suit"), 60'000'00)});
        const Money float_(20'000'00, shop.desk->profile().currency);
        QVERIFY(await(till(shop).open(float_)));
        {
            TodayTillCard card(*shop.desk);
            card.reload();
            QVERIFY(!card.isClosed());
            QVERIFY(!rows(card).join(u'\n').contains(waits));
        }
        shop.goOnElsewhere();
        TodayTillCard card(*shop.desk);
        card.reload();
        QVERIFY(card.isClosed());
        QVERIFY2(rows(card).join(u'\n').contains(waits), qPrintable(rows(card).join(u'\n')));
        const auto left = till(shop).leftTills().value();
        QCOMPARE(left.size(), size_t(1));
        QVERIFY(await(till(shop).count({{}, float_}, left.front().till)));
        QVERIFY(await(till(shop).close({Money(0, float_.currency()), {}}, left.front().till)));
        card.reload();
        QVERIFY(card.isClosed());
        QVERIFY(!rows(card).join(u'\n').contains(waits));
    }

private:
    static finance::TillService till(test::CounterShop &shop) { return {*shop.shop.session, *shop.shop.door}; }
    static QStringList rows(const TodayTillCard &card)
    {
        QStringList found;
        const QAbstractItemModel *model = card.findChild<QAbstractItemView *>()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            found.append(model->index(row, 0).data().toString());
        return found;
    }
    const QString waits = QStringLiteral("The old till waits to be closed");
};

QTEST_MAIN(TestTodayTillCard)
#include "tst_today_till_card.moc"
