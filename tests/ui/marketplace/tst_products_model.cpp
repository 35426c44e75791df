// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/ui/orders/counter_shop.h"
#include "ui/marketplace/product_form.h"
#include "ui/marketplace/products_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

class TestProductsModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init() { m_shop = std::make_unique<test::CounterShop>(); }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_shop.reset();
    }

    void productsComePageByPage()
    {
        for (int i = 0; i < 60; ++i)
            offer(QStringLiteral("Scarf %1").arg(i), 60 - i);
        ProductsModel model(*m_shop->desk, nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.showOffered({.sort = marketplace::ProductSort::PriceUp});
        QTRY_VERIFY(model.rowCount() >= 50); // the tester itself asks for more
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Scarf 59"));
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 60);
        model.showOffered({.words = QStringLiteral("scarf 7")});
        QTRY_COMPARE(model.rowCount(), 1);
        model.showOurs();
        QTRY_VERIFY(model.rowCount() >= 50);
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("On offer")));
        HideMoney::instance().setOn(true);
        QVERIFY(!model.index(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("1.00")));
        HideMoney::instance().setOn(false);
    }

    void choicesAsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("read");
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("two") << QStringLiteral("Size: S, M ,M,L\n\n Colour :navy")
                             << QStringLiteral("Size: S, M, L\nColour: navy");
        QTest::newRow("no name") << QStringLiteral(": S, M") << QStringLiteral("?");
        QTest::newRow("no choices") << QStringLiteral("Size:") << QStringLiteral("?");
        QTest::newRow("no colon") << QStringLiteral("Size S M") << QStringLiteral("?");
    }
    void choicesAsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, read);
        const auto options = ProductForm::optionsTyped(typed);
        QCOMPARE(options ? ProductForm::optionsText(*options) : QStringLiteral("?"), read);
    }

private:
    void offer(const QString &title, qint64 price)
    {
        m_shop->shop.clock.advanceMsecs(1000);
        marketplace::ProductDraft draft{
            .facts = {.title = title, .price = Money(price * 100, m_shop->desk->profile().currency)}};
        draft.regions = {QStringLiteral("NG")};
        QVERIFY(await(marketplace::ProductService(*m_shop->shop.session, *m_shop->shop.door).publish(draft)));
    }
    std::unique_ptr<test::CounterShop> m_shop;
};

QTEST_MAIN(TestProductsModel)
#include "tst_products_model.moc"
