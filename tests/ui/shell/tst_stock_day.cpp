// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/stock_codes.h"
#include "core/inventory/stock_service.h"
#include "core/orders/order_service.h"
#include "tests/ui/shell/open_program.h"
#include "tests/ui/shell/scanner.h"
#include "ui/inventory/item_pane.h"
#include "ui/inventory/stock_ledger_model.h"
#include "ui/inventory/stock_model.h"
#include "ui/inventory/stock_page.h"
#include "ui/orders/pick_up_page.h"
#include "ui/widgets/list_row_delegate.h"

#include <QDir>

using namespace thimblely;
using namespace thimblely::ui;

//! A roll's way through the shop in the real window, by keyboard and scanner: bought, promised, cut, counted, found again.
class TestStockDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
        QVERIFY(m_shop->startAndSignIn());
        m_shop->program->resize(1366, 768);
    }
    void cleanup()
    {
        m_shop.reset();
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        Theme::instance().setTextSizePercent(100);
        Theme::instance().setScheme(Scheme::Light);
    }

    void aRollsDay()
    {
        m_shop->press(Qt::Key_6, Qt::ControlModifier);
        QVERIFY(isShown<StockPage>());
        m_shop->press(Qt::Key_Space); // the empty shop's button: something new
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Name"));
        fill({{"Name", "Navy pinstripe"},
              {"Number", "R-014"},
              {"Colour", "navy"},
              {"How much came in", "10"},
              {"Cost of one", "4100"},
              {"Shelf", "A2"},
              {"Order more at", "8"}});
        m_shop->press(Qt::Key_F9);
        QTRY_VERIFY(shownItem());
        QCOMPARE(shownItem()->stock, Quantity(10'000));
        const InventoryItemId roll = shownItem()->id;

        // Booked at the counter it is promised; here it stands at once.
        const OrderId order = book(roll, 3'000);
        QTRY_COMPARE(shownItem()->free(), Quantity(7'000));

        // Cut for its piece: what was promised is offered.
        m_shop->press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("How much"));
        QCOMPARE(line()->text(), QStringLiteral("3"));
        m_shop->type("3.2");
        m_shop->press(Qt::Key_Return);
        QTRY_COMPARE(shownItem()->stock, Quantity(6'800));
        QVERIFY(changes::await(orders().complete(order)));
        QCOMPARE(load(roll).stock, Quantity(6'800)); // once

        // Delivered: the key takes in what is chosen.
        m_shop->press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("How much"));
        m_shop->type("20");
        m_shop->press(Qt::Key_F9);
        QTRY_COMPARE(shownItem()->stock, Quantity(26'800));
        QVERIFY(m_shop->waitSays(QStringLiteral("Delivery of Navy pinstripe booked")));
        m_shop->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shownItem()->stock, Quantity(6'800));
        m_shop->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(shownItem()->stock, Quantity(26'800));

        // Counted blind, from any screen by the shelf's label.
        m_shop->press(Qt::Key_1, Qt::ControlModifier);
        test::Scanner(*m_shop).scan(QStringLiteral("SHELFA2"));
        QTRY_VERIFY(isShown<StockPage>());
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("What lies there of Navy pinstripe, R-014"));
        QVERIFY(!m_shop->child<ItemPane>()->isVisible());
        m_shop->type("26.5");
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitSays(QStringLiteral("book 26.8, \u22120.3")));
        m_shop->press(Qt::Key_F9);
        QTRY_VERIFY(m_shop->child<ItemPane>()->isVisible());
        QTRY_COMPARE(load(roll).stock, Quantity(26'500));

        // And its ledger tells all of it.
        const auto *ledger = m_shop->child<StockLedgerModel>();
        QStringList titles;
        for (int row = 0; row < ledger->rowCount(); ++row)
            titles.append(ledger->index(row).data().toString().section(u',', 0, 0));
        for (const char *title : {"Counted", "Came in", "Taken back: Came in", "Cut", "Put aside"})
            QVERIFY2(titles.contains(QLatin1String(title)), qPrintable(titles.join(u'|')));

        // Its own label, while looking for something at pick up.
        m_shop->press(Qt::Key_F6);
        QVERIFY(isShown<PickUpPage>());
        test::Scanner(*m_shop).scan(inventory::labelCode(roll, {}, QStringLiteral("R-014")));
        QTRY_VERIFY(isShown<StockPage>());
        QCOMPARE(shownItem()->id, roll);
        m_shop->press(Qt::Key_F8);
        QVERIFY(m_shop->waitSays(QStringLiteral("Label written to")));
        QVERIFY(QDir(m_shop->papers()).exists(QStringLiteral("label-R-014.pdf")));
    }

    void lowStockIsOneStepFromToday()
    {
        addSome(3, 2'000);
        m_shop->press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(m_shop->tabTo(QStringLiteral("Cloth low, 3")));
        m_shop->press(Qt::Key_Space);
        QVERIFY(isShown<StockPage>());
        QCOMPARE(m_shop->child<StockModel>()->list(), StockList::Low);
        QCOMPARE(m_shop->child<StockModel>()->rowCount(), 3);
        m_shop->press(Qt::Key_Escape);
        QCOMPARE(m_shop->window().currentPage()->title(), QStringLiteral("Today"));
    }

private:
    template <typename PageType>
    bool isShown() const
    {
        return qobject_cast<PageType *>(m_shop->window().currentPage()) != nullptr;
    }
    inventory::StockService stock() { return {m_shop->desk().session(), m_shop->desk().door()}; }
    orders::OrderService orders() { return {m_shop->desk().session(), m_shop->desk().door()}; }
    const std::optional<inventory::Item> &shownItem() const { return m_shop->child<ItemPane>()->item(); }
    inventory::ItemRow load(InventoryItemId item) { return stock().row(item).value().value(); }
    static QLineEdit *line() { return qobject_cast<QLineEdit *>(test::OpenProgram::focus()); }

    //! Tab by Tab, as a person does.
    void fill(const std::vector<std::pair<const char *, const char *>> &fields)
    {
        for (const auto &[name, text] : fields) {
            QVERIFY2(m_shop->tabTo(QString::fromLatin1(name)), name);
            m_shop->type(text);
        }
    }
    OrderId book(InventoryItemId roll, qint64 milli)
    {
        orders::OrderDraft draft;
        draft.whoTyped = QStringLiteral("Adaeze Okonkwo-Williams");
        orders::PieceDraft &piece = draft.pieces.emplace_back();
        piece.garmentType = QStringLiteral("jacket");
        piece.name = QStringLiteral("Jacket");
        piece.unitPrice = Money(4'500'000, m_shop->desk().profile().currency);
        piece.inventoryItem = roll;
        piece.shopCloth = Quantity(milli);
        piece.fabricSource = orders::FabricSource::Shop;
        draft.promisedDate = m_shop->desk().today().plusDays(3);
        return changes::await(orders().book(draft)).value().id;
    }
    std::vector<InventoryItemId> addSome(int count, qint64 milli)
    {
        std::vector<InventoryItemId> ids;
        for (int i = 0; i < count; ++i) {
            inventory::ItemDraft facts;
            facts.name = QStringLiteral("Roll %1").arg(i);
            facts.unit = QStringLiteral("m");
            facts.minimumStock = Quantity::whole(10);
            ids.push_back(changes::await(stock().receiveNew(facts, {Quantity(milli)})).value());
        }
        return ids;
    }
    std::unique_ptr<test::OpenProgram> m_shop;
};

QTEST_MAIN(TestStockDay)
#include "tst_stock_day.moc"
