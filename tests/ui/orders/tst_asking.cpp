// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/ui/orders/intake_story.h"

using namespace thimblely;
using namespace thimblely::ui;

//! What is asked for an order beside its pieces' prices: less, its tax, rush, and what it would cost.
class TestAsking : public QObject, private test::IntakeStory {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init() { begin(); }
    void cleanup() { end(); }

    // Less -----------------------------------------------------------------------------------------------------------

    void aLowerPriceShowsWhatItWas()
    {
        editor().addPiece(QStringLiteral("trousers"), QStringLiteral("Trousers"));
        row().focusFirst();
        type("1-3.5 cm 2000"); // hem
        press(Qt::Key_Return);
        QVERIFY(!editor().asksLess());
        QLineEdit *price = field(QStringLiteral("Price of piece 1"));
        price->setFocus();
        price->selectAll();
        type("1500");
        QVERIFY(says(QStringLiteral("2,000"))); // struck through
        QCOMPARE(editor().draft().pieces[0].priceBefore->minor(), qint64(200'000));
        price->selectAll();
        type("0");
        editor().setPromiseText(QStringLiteral("fri"));
        m_page->handle(ActionId::Pay);
        QVERIFY(says(QStringLiteral("Trousers would cost nothing. Say why")));
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Why less is asked"));
        type("came undone");
        test::takePictures(*m_page, QStringLiteral("less"));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        const auto piece = service().load(service().openOrders()->rows[0].id)->pieces[0].facts;
        QCOMPARE(piece.discountReason, QStringLiteral("came undone"));
        QCOMPARE(piece.priceBefore->minor(), qint64(200'000));
    }

    void aDiscountSaysWhy()
    {
        editor().addPiece(m_shop->piece(QStringLiteral("Shirt"), 400'000));
        QVERIFY(!editor().asksLess());
        editor().setDiscountText(QStringLiteral("10 %"));
        field(QStringLiteral("Why less is asked"))->setFocus();
        type("third shirt");
        QCOMPARE(editor().draft().pieces[0].discountReason, QStringLiteral("third shirt"));
        editor().setDiscountText({});
        QCOMPARE(editor().draft().pieces[0].discountReason, QString());
    }

    // Tax ------------------------------------------------------------------------------------------------------------

    //! Alterations untaxed, what is made taxed, as some countries have it.
    void eachKindOfWorkHasItsTax()
    {
        WorkspaceService workspace(*m_shop->shop.session, *m_shop->shop.door);
        WorkspaceProfile profile = workspace.load().value();
        profile.tax = {QStringLiteral("VAT"), Rate(75'000), true, {{"alteration", Rate(0)}}};
        QVERIFY(changes::await(workspace.update(profile)));
        m_page.reset();
        m_shop->restart();
        openPage();
        editor().addPiece(QStringLiteral("coat"), QStringLiteral("Coat"));
        orders::PieceDraft piece = editor().draft().pieces[0];
        QCOMPARE(piece.taxRate, Rate(75'000));
        piece.unitPrice = Money(107'500, m_shop->desk->profile().currency);
        editor().changePiece(0, piece);
        QCOMPARE(editor().totals()->tax.minor(), qint64(7'500));
        QVERIFY(says(QStringLiteral("Tax included")));
        QVERIFY(!says(QStringLiteral("7.5 %"))); // no one rate is the order's
        piece.kind = orders::PieceKind::Alteration;
        editor().changePiece(0, piece);
        QCOMPARE(editor().totals()->tax.minor(), qint64(0));
        QCOMPARE(editor().draft().pieces[0].taxRate, Rate(0));
    }

    // Rush ---------------------------------------------------------------------------------------------------------

    void rushIsChargedAsTheShopDoes()
    {
        charge(RushTerms{Rate::percent(20), {}});
        editor().addPiece(m_shop->piece(QStringLiteral("Shirt"), 400'000));
        QVERIFY(!editor().isRush());
        rushBox().click();
        QCOMPARE(editor().totals()->total.minor(), qint64(480'000));
        editor().addPiece(m_shop->piece(QStringLiteral("Coat"), 600'000));
        QCOMPARE(editor().totals()->total.minor(), qint64(1'200'000)); // it follows the work
        QLineEdit *typed = field(QStringLiteral("Charge for rush, an amount or a share of the work"));
        QCOMPARE(typed->placeholderText(), QStringLiteral("20 %"));
        typed->setFocus();
        type("1500");
        QCOMPARE(editor().totals()->total.minor(), qint64(1'150'000));
        type("x");
        m_page->handle(ActionId::Pay);
        QVERIFY(typed->hasFocus());
        type("1500"); // what is typed next mends it
        test::takePictures(*m_page, QStringLiteral("rush"));
        m_page.reset();
        m_shop->restart();
        openPage();
        QCOMPARE(editor().totals()->total.minor(), qint64(1'150'000));
        editor().setPromiseText(QStringLiteral("fri"));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        const auto open = service().openOrders().value().rows;
        QVERIFY(open[0].rush);
        QCOMPARE(service().load(open[0].id)->sums->total.minor(), qint64(1'150'000));
        QVERIFY(!rushBox().isChecked());
    }

    void rushComesToABookedOrder()
    {
        charge(RushTerms{{}, Money(100'000, m_shop->desk->profile().currency)});
        const auto order = m_shop->book(m_client, {m_shop->piece(QStringLiteral("Shirt"), 400'000)});
        m_page->addTo(order.id);
        rushBox().click();
        QCOMPARE(editor().totals()->total.minor(), qint64(500'000));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        QCOMPARE(service().load(order.id)->sums->total.minor(), qint64(500'000));
        m_page->addTo(order.id); // agreed once
        QVERIFY(rushBox().isChecked() && !rushBox().isEnabled());
        QCOMPARE(editor().totals()->total.minor(), qint64(500'000));
    }

    // Offers -------------------------------------------------------------------------------------------------------

    void anOfferIsKeptPrintedAndAccepted()
    {
        editor().setClient(m_client, QStringLiteral("A. Bello"));
        editor().addPiece(m_shop->piece(QStringLiteral("Shirt"), 400'000));
        QVERIFY(m_page->handle(ActionId::Quote));
        QVERIFY(says(QStringLiteral("Wednesday 9 December 2026")));
        test::takePictures(*m_page, QStringLiteral("quote"));
        press(Qt::Key_Return);
        QTRY_VERIFY(editor().isEmpty());
        QTRY_COMPARE(QDir(m_shop->papers.path()).entryList({QStringLiteral("offer-A--Bello-2026-11-25-*.pdf")}).size(),
                     1);
        QVERIFY(says(QStringLiteral("Offer until 9 Dec")));
        test::takePictures(*m_page, QStringLiteral("quoted"));
        m_page->handle(ActionId::Park);
        press(Qt::Key_Return); // accepted
        QTRY_VERIFY(editor().draft().quote.has_value());
        QCOMPARE(editor().totals()->total.minor(), qint64(400'000));
        editor().setPromiseText(QStringLiteral("fri"));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        QCOMPARE(service().openOrders()->rows.size(), size_t(1));
        QVERIFY(service().parkedOrders()->rows.empty());
    }

    void anExpiredOneIsAskedAbout()
    {
        QVERIFY(changes::await(service().quote(offer(), m_shop->desk->today().plusDays(3))));
        m_shop->shop.clock.advanceDays(4);
        m_page->arrive();
        QVERIFY(says(QStringLiteral("Offer expired 28 Nov")));
        m_page->handle(ActionId::Park);
        press(Qt::Key_Return);
        QTRY_VERIFY(editor().draft().quote.has_value());
        editor().setPromiseText(QStringLiteral("+3"));
        m_page->handle(ActionId::Pay);
        QVERIFY(says(QStringLiteral("The offer stood until 28 Nov; these are its prices. Press F9 again")));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        QCOMPARE(service().openOrders()->rows.size(), size_t(1));
    }

    void aDeclinedOneSaysWhy()
    {
        QVERIFY(changes::await(service().quote(offer(), m_shop->desk->today().plusDays(3))));
        QTRY_VERIFY(says(QStringLiteral("Offer until")));
        m_page->handle(ActionId::Park);
        press(Qt::Key_Delete);
        press(Qt::Key_Return);
        QCOMPARE(service().parkedOrders()->rows.size(), size_t(1)); // without a reason nothing is declined
        type("too dear");
        press(Qt::Key_Return);
        QTRY_VERIFY(service().parkedOrders()->rows.empty());
    }

    void everyControlHasAName()
    {
        charge(RushTerms{Rate::percent(20), {}});
        measure("trousers", 240);
        QVERIFY(changes::await(service().quote(offer(), m_shop->desk->today().plusDays(3))));
        QCOMPARE(test::nameless(*m_page), QStringList());
        editor().setClient(m_client, QStringLiteral("A. Bello"));
        editor().addPiece(QStringLiteral("trousers"), QStringLiteral("Trousers"));
        rushBox().click();
        QCOMPARE(test::nameless(*m_page), QStringList());
        QTRY_COMPARE(test::squeezed(*m_page), QStringList());
        m_page->handle(ActionId::Quote);
        QCOMPARE(test::nameless(*m_page), QStringList());
    }
};

QTEST_MAIN(TestAsking)
#include "tst_asking.moc"
