// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/team_service.h"
#include "core/finance/payment_service.h"
#include "core/invoices/invoice_service.h"
#include "core/workspaces/sale_terms.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/goods_pane.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/piece_row.h"
#include "ui/orders/seller_pane.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! What is sold at the counter besides single pieces: suits, goods and cloth; and who sells it.
class TestSelling : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        m_client = m_shop->bello();
        openPage();
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_shop.reset();
    }

    // Suits -----------------------------------------------------------------------------------------------------------

    void aSuitIsTwoPiecesAtOnePrice()
    {
        editor().setClient(m_client, QStringLiteral("A. Bello"));
        m_page->arrive(); // on the tiles
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("7"));
        QCOMPARE(rows().size(), qsizetype(2));
        QCOMPARE(editor().draft().pieces[0].name, QStringLiteral("Jacket"));
        QCOMPARE(editor().draft().pieces[1].name, QStringLiteral("Trousers"));
        QCOMPARE(editor().draft().pieces[0].setName, QStringLiteral("Suit"));
        QVERIFY(says(QStringLiteral("(Suit)")));
        typeInto(QStringLiteral("Price of piece 1"), QStringLiteral("120000"));
        editor().setPromiseText(QStringLiteral("+14"));
        QVERIFY(!says(QStringLiteral("Trousers has no price")));
        test::takePictures(*m_page, QStringLiteral("suit"));
        m_page->resize(1198, 712);
        book();
        const orders::OrderDetail order = newest();
        QCOMPARE(order.sums->total.minor(), qint64(12'000'000));
        QCOMPARE(order.pieces.size(), size_t(2));
        QCOMPARE(order.pieces[1].facts.setNo, order.pieces[0].facts.setNo);
    }

    //! One cloth: said of the jacket, it stands on the trousers' tag too. What the trousers were given is theirs.
    void aSuitHasTheColourOfItsFirstPiece()
    {
        editor().addSet(QStringLiteral("Suit"), {{QStringLiteral("jacket"), QStringLiteral("Jacket")},
                                                 {QStringLiteral("trousers"), QStringLiteral("Trousers")}});
        const auto colours = [this] {
            QStringList all;
            for (const orders::PieceDraft &piece : editor().draft().pieces)
                all.append(piece.colour + u'/' + piece.mark);
            return all;
        };
        typeInto(QStringLiteral("Colour and mark of piece 1"), QStringLiteral("navy pinstripe"));
        QCOMPARE(colours(), (QStringList{QStringLiteral("navy/pinstripe"), QStringLiteral("navy/pinstripe")}));
        const auto shown = rows()[1]->findChildren<QLineEdit *>();
        QVERIFY(std::ranges::any_of(
            shown, [](const QLineEdit *each) { return each->text() == QStringLiteral("navy pinstripe"); }));
        typeInto(QStringLiteral("Colour and mark of piece 2"), QStringLiteral("grey"));
        QCOMPARE(colours(), (QStringList{QStringLiteral("navy/pinstripe"), QStringLiteral("grey/")}));
        typeInto(QStringLiteral("Colour and mark of piece 1"), QStringLiteral("black"));
        QCOMPARE(colours(), (QStringList{QStringLiteral("black/"), QStringLiteral("grey/")}));
    }

    void copiesOfASuitAreSuits()
    {
        editor().addSet(QStringLiteral("Suit"), {{QStringLiteral("jacket"), QStringLiteral("Jacket")},
                                                 {QStringLiteral("trousers"), QStringLiteral("Trousers")}});
        editor().copyPiece(1, 2);
        const auto &pieces = editor().draft().pieces;
        QCOMPARE(pieces.size(), size_t(6));
        std::map<int, int> sets;
        for (const orders::PieceDraft &piece : pieces)
            ++sets[piece.setNo];
        QCOMPARE(sets.size(), size_t(3));
        QVERIFY(std::ranges::all_of(sets, [](const auto &set) { return set.second == 2; }));
    }

    //! Without its jacket the trousers are trousers, and cost something.
    void whatIsLeftOfASetIsAPiece()
    {
        editor().addSet(QStringLiteral("Suit"), {{QStringLiteral("jacket"), QStringLiteral("Jacket")},
                                                 {QStringLiteral("trousers"), QStringLiteral("Trousers")}});
        editor().removePiece(0);
        QCOMPARE(editor().draft().pieces[0].setNo, 0);
        QVERIFY(!editor().draft().pieces[0].unitPrice);
    }

    void aSuitComesBackAfterAStart()
    {
        editor().addSet(QStringLiteral("Suit"), {{QStringLiteral("jacket"), QStringLiteral("Jacket")},
                                                 {QStringLiteral("trousers"), QStringLiteral("Trousers")}});
        const auto before = editor().draft();
        restart();
        QCOMPARE(editor().draft(), before);
    }

    // Goods -----------------------------------------------------------------------------------------------------------

    void aLabelIsScanned()
    {
        addTies(5);
        QVERIFY(m_page->takeScan(QStringLiteral("4006381333931")));
        QVERIFY(m_page->takeScan(QStringLiteral("4006381333931"))); // one more of it
        QCOMPARE(rows().size(), qsizetype(1));
        QCOMPARE(editor().draft().pieces[0].quantity, Quantity::whole(2));
        QVERIFY(!m_page->takeScan(QStringLiteral("1042"))); // that opens what it names
        book();
        const orders::OrderDetail order = newest();
        QVERIFY(order.pieces[0].isCollected());
        QCOMPARE(order.sums->balance.minor(), qint64(0));
        QTRY_COMPARE(QDir(m_shop->papers.path()).entryList({QStringLiteral("receipt-*")}).size(), 1);
        QCOMPARE(QDir(m_shop->papers.path()).entryList({QStringLiteral("claim-*")}).size(),
                 0); // nothing to come back for
    }

    void byItsName()
    {
        addTies(5);
        auto *pane = m_page->findChild<GoodsPane *>();
        pane->ask();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("silk"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(!pane->isVisible());
        QCOMPARE(editor().draft().pieces[0].kind, orders::PieceKind::ReadyMade);
        QCOMPARE(editor().draft().pieces[0].unitPrice->minor(), qint64(400'000));
        typeInto(QStringLiteral("How much of piece 1, in pcs"), QStringLiteral("3"));
        QCOMPARE(editor().totals()->total.minor(), qint64(1'200'000));
        test::takePictures(*m_page, QStringLiteral("goods"));
        m_page->resize(1198, 712);
        QCOMPARE(test::nameless(*m_page), QStringList());
        typeInto(QStringLiteral("How much of piece 1, in pcs"), QStringLiteral("0"));
        QVERIFY(m_page->handle(ActionId::Pay)); // and stays
        QVERIFY(!editor().isEmpty());
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("How much of piece 1, in pcs"));
    }

    void moreThanThereIsIsAskedOnce()
    {
        const InventoryItemId ties = addTies(1);
        editor().addGoods(ties, inventory::InventoryService(session(), door()).load(ties)->facts);
        typeInto(QStringLiteral("How much of piece 1, in pcs"), QStringLiteral("2"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QVERIFY(says(QStringLiteral("only 1 pcs are free")));
        QVERIFY(!editor().isEmpty());
    }

    void nothingFoundSaysSo()
    {
        auto *pane = m_page->findChild<GoodsPane *>();
        pane->ask();
        QVERIFY(says(QStringLiteral("Nothing is in stock yet")));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("zzz"));
        QVERIFY(says(QStringLiteral("Nothing in stock is called that")));
        QVERIFY(m_page->stepBack());
        QVERIFY(!pane->isVisible());
    }

    // Who sells -------------------------------------------------------------------------------------------------------

    void nobodyIsAskedUnlessTheShopWants()
    {
        begin();
        book();
        QVERIFY(!newest().seller);
        QVERIFY(newest().sellerName.isEmpty());
    }

    void whoSellsIsAskedAndStandsOnThePaper()
    {
        QVERIFY(await(WorkspaceService(session(), door()).setSetting(QString::fromLatin1(askSellerKey), true)));
        QVERIFY(await(
            TeamService(session(), door())
                .add({QStringLiteral("Sade Ojo"), access::Role::Member, access::Job::None, QStringLiteral("1357")})));
        begin();
        auto *pane = m_page->findChild<SellerPane *>();
        QVERIFY(m_page->handle(ActionId::Pay));
        QVERIFY(pane->isVisible());
        QVERIFY(!editor().isEmpty());
        test::takePictures(*m_page, QStringLiteral("seller"));
        m_page->resize(1198, 712);
        QCOMPARE(test::nameless(*m_page), QStringList());
        QVERIFY(m_page->stepBack()); // nothing was booked, nothing lost
        QVERIFY(!pane->isVisible());
        QVERIFY(m_page->handle(ActionId::Pay));
        const auto members = TeamService(session(), door()).members().value();
        const auto sade = std::ranges::find(members, QStringLiteral("Sade Ojo"), &TeamMember::name);
        QVERIFY(sade != members.end());
        QTest::keyClicks(QApplication::focusWidget(), QString::number(sade - members.begin() + 1));
        QTRY_VERIFY(editor().isEmpty());
        QCOMPARE(newest().seller, std::optional(sade->person));
        QCOMPARE(newest().sellerName, QStringLiteral("Sade Ojo"));
        invoices::InvoiceService papers(session(), door());
        QCOMPARE(papers.claimCheck(newest().id)->soldBy, QStringLiteral("Sade Ojo"));
        const auto paid = finance::PaymentService(session(), door()).ofOrder(newest().id).value();
        QCOMPARE(papers.receipt(paid.at(0).id)->soldBy, QStringLiteral("Sade Ojo"));
        begin(); // the next one is asked anew
        QVERIFY(m_page->handle(ActionId::Pay));
        QVERIFY(pane->isVisible());
    }

private:
    void openPage()
    {
        m_page = std::make_unique<CounterPage>(*m_shop->desk);
        m_page->resize(1198, 712);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->arrive();
    }
    void restart()
    {
        m_page.reset();
        m_shop->restart();
        openPage();
    }
    void begin()
    {
        editor().setClient(m_client, QStringLiteral("A. Bello"));
        orders::PieceDraft coat = m_shop->piece(QStringLiteral("Coat"), 100'000);
        coat.kind = orders::PieceKind::Alteration;
        editor().addPiece(coat);
        editor().setPromiseText(QStringLiteral("+7"));
    }
    void book()
    {
        m_page->handle(ActionId::Pay);
        if (!editor().isEmpty())
            m_page->handle(ActionId::Pay); // asked once
        QTRY_VERIFY(editor().isEmpty());
    }
    InventoryItemId addTies(int count)
    {
        inventory::ItemDraft draft;
        draft.kind = inventory::ItemKind::ReadyMade;
        draft.name = QStringLiteral("Silk tie");
        draft.unit = QStringLiteral("pcs");
        draft.barcode = QStringLiteral("4006381333931");
        draft.sellingPrice = Money(400'000, m_shop->desk->profile().currency);
        inventory::InventoryService stock(session(), door());
        const InventoryItemId id = await(stock.add(draft)).value();
        if (!await(stock.stockIn(id, Quantity::whole(count))))
            qFatal("no ties came in");
        return id;
    }
    orders::OrderDetail newest()
    {
        auto query =
            session().reader().query("SELECT id FROM orders ORDER BY created_at DESC, id DESC LIMIT 1").value();
        if (!query->step().value())
            qFatal("no order");
        return orders::OrderService(session(), door()).load(query->id<OrderId>(0)).value();
    }
    access::Session &session() { return *m_shop->shop.session; }
    changes::WriteDoor &door() { return *m_shop->shop.door; }
    OrderEditor &editor() const { return *m_page->findChild<OrderEditor *>(); }
    QList<PieceRow *> rows() const
    {
        auto all = m_page->findChildren<PieceRow *>();
        all.removeIf([](const PieceRow *row) { return row->isHidden(); });
        return all;
    }
    void typeInto(const QString &name, const QString &text)
    {
        const auto all = m_page->findChildren<QLineEdit *>();
        for (QLineEdit *each : all) {
            if (each->accessibleName() != name || !each->isVisible())
                continue;
            each->setFocus();
            each->selectAll();
            QTest::keyClicks(each, text);
            return;
        }
        qFatal("no field %s", qPrintable(name));
    }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<CounterPage> m_page;
    ClientId m_client{IdBytes{}};
};

QTEST_MAIN(TestSelling)
#include "tst_selling.moc"
