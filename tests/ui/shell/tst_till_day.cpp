// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/till_service.h"
#include "core/orders/order_service.h"
#include "core/storage/verify.h"
#include "tests/ui/shell/open_program.h"
#include "ui/finance/money_page.h"
#include "ui/widgets/nav.h"

#include <QDir>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! Opening, taking, counting and closing through the program's own window, by keys alone.
class TestTillDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDayOfTheTill()
    {
        test::OpenProgram shop;
        QVERIFY(shop.makeShop());
        QVERIFY(shop.startAndSignIn());
        QVERIFY(book(shop));

        goToMoney(shop);
        QTRY_COMPARE(test::OpenProgram::readName(test::OpenProgram::focus()), QStringLiteral("Open till"));
        shop.press(Qt::Key_Space);
        QTRY_COMPARE(test::OpenProgram::readName(test::OpenProgram::focus()), QStringLiteral("In the drawer now"));
        shop.type("20000");
        shop.press(Qt::Key_Return);
        QVERIFY(shop.waitSays(QStringLiteral("float 20,000")));
        QVERIFY(shop.waitSays(QStringLiteral("Till open"))); // the toast

        // A client pays at pick-up by transfer, with its reference; it waits.
        shop.press(Qt::Key_F6);
        shop.type("1001");
        shop.press(Qt::Key_Return);
        QVERIFY(shop.tabTo(QStringLiteral("Cash")));
        shop.press(Qt::Key_Right);
        shop.press(Qt::Key_Right);
        QCOMPARE(test::OpenProgram::readName(test::OpenProgram::focus()), QStringLiteral("Transfer"));
        if (!test::OpenProgram::focus()->property("checked").toBool())
            shop.press(Qt::Key_Space);
        QVERIFY(shop.tabTo(QStringLiteral("Reference")));
        shop.type("GTB 77123");
        shop.press(Qt::Key_F9);
        QTRY_COMPARE_WITH_TIMEOUT(till(shop).sums()->waitingCount, 1, test::OpenProgram::patience);
        QCOMPARE(till(shop).sums()->turnover.minor(), qint64(0)); // announced is not taken
        QCOMPARE(till(shop).entries()->front().reference, QStringLiteral("GTB 77123"));

        goToMoney(shop);
        QVERIFY(shop.waitSays(QStringLiteral("1 transfer to confirm")));
        QVERIFY(shop.tabTo(QStringLiteral("What the till moved today")));
        shop.press(Qt::Key_Home);
        QVERIFY(shop.tabTo(QStringLiteral("It has come in")));
        shop.press(Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(till(shop).sums()->waitingCount, 0, test::OpenProgram::patience);
        QVERIFY(till(shop).sums()->turnover.minor() > 0);

        QVERIFY(shop.tabTo(QStringLiteral("Count and close")));
        shop.press(Qt::Key_Space);
        QTRY_COMPARE(test::OpenProgram::readName(test::OpenProgram::focus()), QStringLiteral("How many of 1,000"));
        shop.type("20");
        shop.press(Qt::Key_F9);
        QVERIFY(shop.waitSays(QStringLiteral("Agrees")));
        shop.press(Qt::Key_Return);
        QVERIFY(shop.waitSays(QStringLiteral("Day page 1")));
        shop.press(Qt::Key_F8);
        QTRY_COMPARE_WITH_TIMEOUT(QDir(shop.papers()).entryList({QStringLiteral("day-2026-11-25-1.pdf")}).size(), 1,
                                  test::OpenProgram::patience);
        shop.press(Qt::Key_Escape);
        QTRY_VERIFY(shop.says(QStringLiteral("not open")));
        const QString file = shop.path();
        shop.close();
        QVERIFY(storage::verifyFile(file, false)->problems.empty());
    }

private:
    //! Tab reaches one row of the navigation, the arrows the others.
    static void goToMoney(test::OpenProgram &shop)
    {
        for (int i = 0; i < 60 && !qobject_cast<NavButton *>(test::OpenProgram::focus()); ++i)
            shop.press(Qt::Key_Tab);
        for (int i = 0; i < 9 && test::OpenProgram::readName(test::OpenProgram::focus()) != QLatin1String("Money"); ++i)
            shop.press(Qt::Key_Down);
        shop.press(Qt::Key_Space);
    }
    static finance::TillService till(test::OpenProgram &shop) { return {shop.desk().session(), shop.desk().door()}; }
    static bool book(test::OpenProgram &shop)
    {
        orders::OrderDraft order;
        orders::PieceDraft piece;
        piece.name = QStringLiteral("Jacket");
        piece.unitPrice = Money(9'000'00, shop.desk().profile().currency);
        order.pieces = {piece};
        return changes::await(orders::OrderService(shop.desk().session(), shop.desk().door()).book(order)).ok();
    }
};

QTEST_MAIN(TestTillDay)
#include "tst_till_day.moc"
