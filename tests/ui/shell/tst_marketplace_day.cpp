// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/marketplace/product_service.h"
#include "core/orders/order_service.h"
#include "tests/ui/shell/open_program.h"
#include "ui/marketplace/market_page.h"
#include "ui/marketplace/product_grid.h"
#include "ui/marketplace/product_pane.h"
#include "ui/marketplace/products_model.h"
#include "ui/orders/pick_up_page.h"

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! A product's way in the real window, by keys alone: written, offered, found, ordered.
class TestMarketplaceDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
        QVERIFY(m_shop->startAndSignIn());
        m_shop->program->resize(1366, 768);
        m_shop->window().show(Screen::Marketplace);
        QTRY_VERIFY(m_shop->child<MarketPage>() && m_shop->child<MarketPage>()->isVisible());
        QTRY_VERIFY(model()->isLoaded());
    }
    void cleanup() { m_shop.reset(); }

    void aProductIsOfferedAndOrdered()
    {
        ClientDraft card;
        card.name = QStringLiteral("Ngozi Okafor");
        QVERIFY(await(ClientService(m_shop->desk().session(), m_shop->desk().door()).add(card)));

        QTRY_COMPARE(test::OpenProgram::readName(test::OpenProgram::focus()), QStringLiteral("New product"));
        m_shop->press(Qt::Key_Space); // the empty market's button
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("What it is called"));
        fill({{"What it is called", "Agbada set"},
              {"Price", "90000"},
              {"Category", "Menswear"},
              {"How many there are", "2"},
              {"What can be chosen", "Size: M, L"}});
        m_shop->press(Qt::Key_F9);
        QTRY_COMPARE(model()->rowCount(), 1);
        QTRY_VERIFY(pane()->product());
        QCOMPARE(pane()->product()->status, marketplace::ListingStatus::Published);
        QCOMPARE(pane()->product()->left, std::optional(Quantity::whole(2)));

        // Two steps: who and which, then Enter.
        QTRY_VERIFY(grid()->hasFocus());
        m_shop->press(Qt::Key_Return);
        QTRY_COMPARE(test::OpenProgram::readName(test::OpenProgram::focus()), QStringLiteral("Order it"));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("For which client"));
        m_shop->type("Ngozi");
        QTRY_VERIFY(QApplication::activePopupWidget()); // to which the keys go
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        // On this platform Tab leaves no field that has just shown a list of names; on a display it does.
        const auto boxes = m_shop->program->findChildren<QComboBox *>();
        const auto size = std::ranges::find(boxes, QStringLiteral("Size"), &QWidget::accessibleName);
        QVERIFY(size != boxes.end());
        (*size)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(*size, Qt::Key_Down);
        QVERIFY(m_shop->tabTo(QStringLiteral("How many")));
        m_shop->press(Qt::Key_Return);
        QTRY_VERIFY(qobject_cast<PickUpPage *>(m_shop->window().currentPage()));
        const auto open = orders().openOrders();
        QCOMPARE(open->rows.size(), 1u);
        const orders::OrderDetail order = orders().load(open->rows.front().id).value();
        QCOMPARE(order.clientName, QStringLiteral("Ngozi Okafor"));
        QCOMPARE(order.pieces.front().facts.description, QStringLiteral("Size: L"));
        QCOMPARE(order.sums->total, Money(9'000'000, m_shop->desk().profile().currency));

        m_shop->press(Qt::Key_Escape);
        m_shop->window().show(Screen::Marketplace);
        QTRY_COMPARE(pane()->product()->left, std::optional(Quantity::whole(1)));
        m_shop->press(Qt::Key_Z, Qt::ControlModifier); // the order is taken back
        QTRY_COMPARE(pane()->product()->left, std::optional(Quantity::whole(2)));
    }

    void itIsFoundByWordsCategoryAndPrice()
    {
        for (const auto &[title, price] : {std::pair("Silk scarf", 5), std::pair("Gown", 90), std::pair("Silk tie", 3)})
            offer(title, price);
        QTRY_COMPARE(model()->rowCount(), 3);
        QVERIFY(m_shop->tabTo(QStringLiteral("Find a product")));
        m_shop->type("silk");
        QTRY_COMPARE(model()->rowCount(), 2);
        m_shop->press(Qt::Key_Return);
        QTRY_VERIFY(grid()->hasFocus());
        QVERIFY(tabToChoice("Put in order by"));
        m_shop->press(Qt::Key_Down);
        QTRY_COMPARE(model()->index(0).data().toString(), QStringLiteral("Silk tie"));
        grid()->setFocus();
        m_shop->press(Qt::Key_Escape);
        QTRY_COMPARE(model()->rowCount(), 3);
    }

private:
    //! A screen reader says of a choice what is chosen.
    bool tabToChoice(const char *name)
    {
        for (int i = 0; i < 120; ++i) {
            if (test::OpenProgram::focus() && test::OpenProgram::focus()->accessibleName() == QLatin1String(name))
                return true;
            m_shop->press(Qt::Key_Tab);
        }
        return false;
    }
    orders::OrderService orders() { return {m_shop->desk().session(), m_shop->desk().door()}; }
    ProductsModel *model() const { return static_cast<ProductsModel *>(grid()->model()); }
    ProductGrid *grid() const { return m_shop->child<ProductGrid>(); }
    ProductPane *pane() const { return m_shop->child<ProductPane>(); }
    void fill(const std::vector<std::pair<const char *, const char *>> &fields)
    {
        for (const auto &[name, text] : fields) {
            QVERIFY2(m_shop->tabTo(QString::fromLatin1(name)), name);
            m_shop->type(text);
        }
    }
    void offer(const char *title, qint64 price)
    {
        m_shop->clock.advanceMsecs(1000);
        marketplace::ProductDraft draft{.facts = {.title = QString::fromUtf8(title),
                                                  .price = Money(price * 100, m_shop->desk().profile().currency)}};
        draft.regions = {QStringLiteral("NG")};
        QVERIFY(await(marketplace::ProductService(m_shop->desk().session(), m_shop->desk().door()).publish(draft)));
    }
    std::unique_ptr<test::OpenProgram> m_shop;
};

QTEST_MAIN(TestMarketplaceDay)
#include "tst_marketplace_day.moc"
