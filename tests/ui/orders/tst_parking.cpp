// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/draft_store.h"
#include "tests/support/page_hands.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/parked_list.h"
#include "ui/orders/piece_row.h"
#include "ui/widgets/amount_text.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QThreadPool>

using namespace thimblely;
using namespace thimblely::ui;

//! Orders put aside at the counter and taken up again, by keyboard and by hand.
class TestParking : public QObject {
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

    void allThatWasTypedComesBack()
    {
        typeAnOrder();
        const orders::OrderDraft typed = editor().draft();
        park();
        QVERIFY(editor().isEmpty());
        QVERIFY(says(QStringLiteral("A. Bello")));
        QVERIFY(says(QStringLiteral("1 piece: Trousers, for Fri 27 Nov, parked")));

        QVERIFY(m_page->handle(ActionId::Park)); // nothing is typed: to those that wait
        QCOMPARE(focusName().left(22), QStringLiteral("Go on with the order o"));
        press(Qt::Key_Return);
        orders::OrderDraft again = editor().draft();
        QVERIFY(again.continues.has_value());
        again.continues.reset();
        QCOMPARE(again, typed);
        QCOMPARE(editor().clientName(), QStringLiteral("A. Bello"));
        QCOMPARE(editor().payText(), QStringLiteral("1000")); // as it was typed
        QCOMPARE(field(QStringLiteral("Pay now"))->text(), QStringLiteral("1000"));
        QCOMPARE(field(QStringLiteral("Note to the workroom"))->text(), QStringLiteral("before noon"));
        QVERIFY(says(QStringLiteral("Fri 27")));
        QCOMPARE(editor().promise().value().date.toIso(), QStringLiteral("2026-11-27"));
        QCOMPARE(editor().promise().value().time, std::optional(QTime(17, 0)));
    }

    void whatWasTypedOfThePaymentStandsThereAgain()
    {
        const ClientId wearer = m_shop->addClient(QStringLiteral("Tunde"), QStringLiteral("0701 222 3333"));
        typeAnOrder();
        editor().setWearer(wearer, QStringLiteral("Tunde"));
        editor().setPaysOwn(true);
        editor().addPiece(QStringLiteral("shirt"), QStringLiteral("Shirt"));
        const PayFacts transfer{finance::PaymentMethod::Transfer, {}, QStringLiteral("TR-9"), true, {}, false};
        const PayFacts cash{{}, QStringLiteral("5000"), {}, {}, {}, false};
        editor().setPayText(QStringLiteral("25 %"));
        editor().setPayFacts(transfer);
        editor().setPaying(wearer);
        editor().setPayText(QStringLiteral("3000"));
        editor().setPayFacts(cash);
        park();
        QVERIFY(editor().payFactsOf({}).isEmpty());

        list().focusFirst();
        press(Qt::Key_Return);
        QTRY_COMPARE(editor().payText(), QStringLiteral("25 %"));
        QVERIFY(editor().payFactsOf({}) == transfer);
        QVERIFY(editor().payFactsOf(wearer) == cash);
        QCOMPARE(editor().payNow(wearer)->minor(), qint64(300'000));
        QCOMPARE(field(QStringLiteral("Reference"))->text(), QStringLiteral("TR-9"));
    }

    //! Killed in between, it is found by its id and not parked twice.
    void itsIdStandsOnTheDiskFirst_data()
    {
        QTest::addColumn<bool>("asOffer");
        QTest::newRow("parked") << false;
        QTest::newRow("as an offer") << true;
    }
    void itsIdStandsOnTheDiskFirst()
    {
        QFETCH(bool, asOffer);
        typeAnOrder();
        editor().setNotes(QStringLiteral("typed last"));
        std::optional<QJsonObject> onDisk;
        QObject here;
        connect(&m_shop->desk->door(), &changes::WriteDoor::changed, &here, [&] {
            const auto connection =
                m_shop->shop.session->openConnection(storage::OpenOptions::Durability::Full).value();
            const auto drafts = changes::DraftStore(*connection, m_shop->shop.clock).all().value();
            for (const auto &draft : drafts) {
                if (!onDisk && draft.screen == OrderEditor::draftScreen)
                    onDisk = draft.content;
            }
        });
        const OrderId named = editor().id().value();
        if (asOffer) {
            QVERIFY(m_page->handle(ActionId::Quote));
            QVERIFY(m_page->handle(ActionId::Pay)); // keeps it
            QTRY_COMPARE(list().count(), 1);
        } else {
            park();
        }
        QVERIFY(onDisk);
        QCOMPARE(onDisk->value(QLatin1String("notes")).toString(), QStringLiteral("typed last"));
        QCOMPARE(onDisk->value(QLatin1String("id")).toString(), named.toString());
        QCOMPARE(service().parkedOrders()->rows.at(0).id, named);
    }

    void bookedItIsParkedNoMore()
    {
        typeAnOrder();
        park();
        m_page->handle(ActionId::Park);
        press(Qt::Key_Return);
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        QCOMPARE(list().count(), 0);
        const auto open = service().openOrders().value();
        QCOMPARE(open.rows.size(), size_t(1));
        QCOMPARE(open.rows[0].due->minor(), qint64(350'000)); // the deposit typed before was taken
    }

    void whatStandsThereIsParkedFirst()
    {
        typeAnOrder();
        park();
        type("Somebody new");
        list().focusFirst();
        press(Qt::Key_Return);
        QTRY_COMPARE(editor().clientName(), QStringLiteral("A. Bello"));
        const auto page = service().parkedOrders().value();
        QCOMPARE(page.rows.size(), size_t(2)); // the one before the counter stays until it is booked
        QCOMPARE(page.rows[0].who, QStringLiteral("Somebody new"));
    }

    void aClientWithoutPiecesIsNothingToPark()
    {
        typeAnOrder();
        park();
        m_page->startFor(m_shop->addClient(QStringLiteral("Sade"), QStringLiteral("0701 222 3333"))); // from her card
        list().focusFirst();
        press(Qt::Key_Return);
        QTRY_COMPARE(editor().clientName(), QStringLiteral("A. Bello"));
        QCOMPARE(service().parkedOrders()->rows.size(), size_t(1));
    }

    void deleteDropsAndUndoBringsBack()
    {
        typeAnOrder();
        park();
        list().focusFirst();
        press(Qt::Key_Delete);
        QTRY_COMPARE(list().count(), 0);
        QVERIFY(service().parkedOrders()->rows.empty());
        QVERIFY(changes::await(m_shop->shop.door->undo()));
        QTRY_COMPARE(list().count(), 1);
    }

    void theArrowsGoAlong()
    {
        typeAnOrder();
        park();
        editor().setWhoText(QStringLiteral("Sade"));
        park();
        list().focusFirst();
        QVERIFY(focusName().contains(QStringLiteral("Sade")));
        press(Qt::Key_Down);
        QVERIFY(focusName().contains(QStringLiteral("A. Bello")));
        press(Qt::Key_Down); // the last
        QVERIFY(focusName().contains(QStringLiteral("A. Bello")));
        press(Qt::Key_Up);
        QVERIFY(focusName().contains(QStringLiteral("Sade")));
        press(Qt::Key_Tab);
        QCOMPARE(focusName(), QStringLiteral("Drop the parked order of Sade"));
        press(Qt::Key_Return);
        QTRY_COMPARE(list().count(), 1);
    }

    void undoOfParkingPutsItBackAtTheCounter()
    {
        typeAnOrder();
        const orders::OrderDraft typed = editor().draft();
        park();
        QVERIFY(changes::await(m_shop->shop.door->undo()));
        QTRY_COMPARE(editor().draft(), typed);
        QVERIFY(service().parkedOrders()->rows.empty());
    }

    void whatCannotBeReadIsNotParked_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a price") << QStringLiteral("Price of piece 1");
        QTest::newRow("a day") << QStringLiteral("When it is promised");
        QTest::newRow("a deposit") << QStringLiteral("Pay now");
    }
    void whatCannotBeReadIsNotParked()
    {
        QFETCH(QString, name);
        typeAnOrder();
        QLineEdit *edit = field(name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("-x"));
        m_page->handle(ActionId::Park);
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        QTest::qWait(50);
        QVERIFY(service().parkedOrders()->rows.empty());
        QCOMPARE(editor().draft().pieces.size(), size_t(1));
    }

    void whatWasTakenUpOutlivesAStart()
    {
        typeAnOrder();
        park();
        list().focusFirst();
        press(Qt::Key_Return);
        const orders::OrderDraft before = editor().draft();
        m_page.reset();
        m_shop->restart();
        openPage();
        QCOMPARE(editor().draft(), before);
        QCOMPARE(list().count(), 0); // it is before the counter
    }

    void aPromiseThatPassedIsSaidAndStays()
    {
        typeAnOrder();
        park();
        m_shop->shop.clock.advanceMsecs(qint64(5) * 24 * 3600 * 1000);
        list().focusFirst();
        press(Qt::Key_Return);
        QVERIFY(!editor().draft().promisedDate);
        QVERIFY(editor().promiseText().startsWith(QStringLiteral("27.11")));
        QVERIFY(says(QStringLiteral("▲")));
    }

    //! "+2" is counted from the day it was typed, not from the day it is read again.
    void aPromiseInDaysKeepsItsDay()
    {
        typeAnOrder();
        editor().setPromiseText(QStringLiteral("+4"));
        QCOMPARE(editor().draft().promisedDate->toIso(), QStringLiteral("2026-11-29"));
        m_page.reset();
        m_shop->restart();
        m_shop->shop.clock.advanceMsecs(qint64(24) * 3600 * 1000);
        openPage();
        QCOMPARE(editor().draft().promisedDate->toIso(), QStringLiteral("2026-11-29"));
        QCOMPARE(editor().promiseText(), QStringLiteral("+3"));
    }

    void hiddenMoneyIsHiddenHereToo()
    {
        typeAnOrder();
        park();
        QVERIFY(says(QStringLiteral("4,500")));
        HideMoney::instance().setOn(true);
        const bool shown = says(QStringLiteral("4,500"));
        HideMoney::instance().setOn(false);
        QVERIFY(!shown);
    }

    void fitsAndHasNames_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("percent");
        QTest::addColumn<bool>("mirrored");
        for (const int percent : {100, 130}) {
            QTest::addRow("wide %d", percent) << QSize(1198, 712) << percent << false;
            QTest::addRow("narrow %d", percent) << QSize(968, 484) << percent << false;
            QTest::addRow("mirrored %d", percent) << QSize(968, 484) << percent << true;
        }
    }
    void fitsAndHasNames()
    {
        QFETCH(QSize, size);
        QFETCH(int, percent);
        QFETCH(bool, mirrored);
        for (int i = 0; i < 3; ++i) {
            typeAnOrder();
            park();
        }
        Theme::instance().setTextSizePercent(percent);
        m_page->setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        m_page->resize(size);
        for (int i = 0; i < 5; ++i) // one layout asks for another
            QApplication::processEvents();
        const QStringList squeezed = test::squeezed(*m_page);
        const QStringList nameless = test::nameless(*m_page);
        Theme::instance().setTextSizePercent(100);
        QVERIFY2(squeezed.isEmpty(), qPrintable(squeezed.join(u'\n')));
        QCOMPARE(nameless, QStringList());
    }

    void canBeLookedAt()
    {
        typeAnOrder();
        park();
        type("Sade with the gele");
        park();
        typeAnOrder();
        editor().addPiece(m_shop->piece(QStringLiteral("Jacket"), 750'000));
        editor().addPiece(m_shop->piece(QStringLiteral("Waistcoat"), 300'000));
        park();
        if (!test::takePictures(*m_page, QStringLiteral("parked")))
            QSKIP("Nobody asked to see it (THIMBLELY_SHOW_PAGES)");
    }

private:
    void openPage() { m_page = test::openedPage<CounterPage>(*m_shop->desk); }
    void typeAnOrder()
    {
        m_page->startFor(m_client);
        orders::PieceDraft trousers = m_shop->piece(QStringLiteral("Trousers"), 450'000);
        trousers.colour = QStringLiteral("navy");
        trousers.mark = QStringLiteral("pinstripe");
        trousers.condition = {QStringLiteral("shine on seat")};
        editor().addPiece(trousers);
        editor().setNotes(QStringLiteral("before noon"));
        editor().setPromiseText(QStringLiteral("fri 17"));
        editor().setPayText(QStringLiteral("1000"));
    }
    void park()
    {
        const int before = list().count();
        QVERIFY(m_page->handle(ActionId::Park));
        QTRY_COMPARE(list().count(), before + 1);
    }
    OrderEditor &editor() const { return *m_page->findChild<OrderEditor *>(); }
    ParkedList &list() const { return *m_page->findChild<ParkedList *>(); }
    orders::OrderService service() const { return {*m_shop->shop.session, *m_shop->shop.door}; }
    bool says(const QString &words) const { return test::isSaidOn(*m_page, words); }
    static QString focusName() { return test::focusedName(); }
    QLineEdit *field(const QString &name) const { return test::fieldOn(*m_page, name); }
    static void type(const char *text) { test::typeKeys(QString::fromLatin1(text)); }
    static void press(Qt::Key key) { test::pressKey(key); }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<CounterPage> m_page;
    ClientId m_client{IdBytes{}};
};

QTEST_MAIN(TestParking)
#include "tst_parking.moc"
