// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/payment_service.h"
#include "core/invoices/invoice_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/pick_up_page.h"
#include "ui/orders/piece_row.h"
#include "ui/orders/pieces_pane.h"
#include "ui/orders/task_chip.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! Further pieces and tasks for an order that is booked, typed at the counter.
class TestAdding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        m_client = m_shop->bello();
        m_shop->addService(QStringLiteral("Taper"), QStringLiteral("trousers"), 1, 250'000);
        orders::PieceDraft trousers = m_shop->piece(QStringLiteral("Trousers"), 200'000);
        trousers.kind = orders::PieceKind::Alteration;
        trousers.colour = QStringLiteral("navy");
        orders::Task hem;
        hem.name = QStringLiteral("Hem");
        hem.price = Money(200'000, m_shop->desk->profile().currency);
        trousers.tasks = {hem};
        m_order = m_shop->book(m_client, {trousers, m_shop->piece(QStringLiteral("Jacket"), 4'500'000)},
                               m_shop->desk->today().plusDays(2));
        const finance::PaymentDraft part{Money(1'000'000, m_shop->desk->profile().currency),
                                         finance::PaymentMethod::Cash};
        QVERIFY(changes::await(finance::PaymentService(session(), door()).take(m_order->id, part)));
        openPage();
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_shop.reset();
    }

    void aTaskAndAPieceByKeysAlone()
    {
        m_page->addTo(m_order->id);
        QVERIFY(says(QStringLiteral("Add to order %1").arg(m_order->number)));
        auto *first = m_page->findChild<PieceRow *>();
        first->focusFirst();
        type("1"); // taper
        press(Qt::Key_Return);
        press(Qt::Key_Return); // on, and past what is not to be changed
        m_page->findChild<PieceRow *>()->focusFirst();
        editor().addPiece(m_shop->piece(QStringLiteral("Shirt"), 900'000));
        QCOMPARE(editor().totals()->total.minor(), qint64(5'850'000));
        // Half of what is made new now, the rest with what was owed before.
        QCOMPARE(editor().payNow()->minor(), qint64(575'000));
        m_page->findChild<PiecesPane *>()->focusTiles();
        press(Qt::Key_Return); // what is promised stands: on to the money
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Pay now"));
        editor().setPayText(QStringLiteral("2,500"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(editor().isEmpty());
        const orders::OrderDetail order = load();
        QCOMPARE(order.pieces.size(), size_t(3));
        QCOMPARE(order.pieces[0].facts.tasks.size(), size_t(2));
        QCOMPARE(order.pieces[0].facts.tasks[1].name, QStringLiteral("Taper"));
        QCOMPARE(order.pieces[0].facts.unitPrice->minor(), qint64(450'000));
        QCOMPARE(order.sums->total.minor(), qint64(5'850'000));
        QCOMPARE(order.sums->paid.minor(), qint64(1'250'000));
        QCOMPARE(order.promisedDate, std::optional(m_shop->desk->today().plusDays(2)));
        QTRY_VERIFY(QFile::exists(m_shop->papers.filePath(QStringLiteral("claim-%1.pdf").arg(order.number))));
        QVERIFY(changes::await(door().undo()));
        QCOMPARE(load().sums->total.minor(), qint64(4'700'000));
    }

    void whatIsThereAlreadyIsNotChanged()
    {
        m_page->addTo(m_order->id);
        auto *row = m_page->findChild<PieceRow *>();
        const auto chips = row->findChildren<TaskChip *>();
        for (const TaskChip *chip : chips)
            QVERIFY(!chip->isVisible() || !chip->isEnabled());
        for (const QWidget *field : row->tabChain())
            QVERIFY(!qobject_cast<const QLineEdit *>(field) || !static_cast<const QLineEdit *>(field)->isReadOnly());
        m_page->handle(ActionId::Park);
        QVERIFY(says(QStringLiteral("is not parked")));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(says(QStringLiteral("Nothing is added yet")));
        editor().startOver();
        QVERIFY(says(QStringLiteral("New order")));
        editor().bringBack();
        QVERIFY(editor().addedTo().has_value());
    }

    void whatIsReadyTakesNoTask()
    {
        orders::OrderService service(session(), door());
        QVERIFY(changes::await(service.moveStage(load().pieces[0].id, orders::Stage::Ready)));
        m_page->addTo(m_order->id);
        QVERIFY(says(QStringLiteral("ready")));
        QVERIFY(m_page->findChild<PieceRow *>()->tabChain().isEmpty());
    }

    void comesBackAfterAStart()
    {
        m_page->addTo(m_order->id);
        m_page->findChild<PieceRow *>()->focusFirst();
        type("1");
        press(Qt::Key_Return);
        m_page.reset();
        m_shop->restart();
        openPage();
        QVERIFY(says(QStringLiteral("what is added to order %1").arg(m_order->number)));
        QCOMPARE(editor().addition().tasks.size(), size_t(1));
        QCOMPARE(editor().draft().pieces[0].unitPrice->minor(), qint64(450'000));
        // Taken out again it costs what it did.
        auto *chip = m_page->findChild<PieceRow *>()->findChildren<TaskChip *>().last();
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Delete);
        QCOMPARE(editor().draft().pieces[0].unitPrice->minor(), qint64(200'000));
        QVERIFY(editor().addition().tasks.empty());
    }

    void whatStandsAtTheCounterIsParkedFirst()
    {
        editor().addPiece(m_shop->piece(QStringLiteral("Skirt"), 100'000));
        m_page->addTo(m_order->id);
        QTRY_VERIFY(editor().addedTo().has_value());
        QCOMPARE(orders::OrderService(session(), door()).parkedOrders()->rows.size(), size_t(1));
    }

    void thePickUpLeadsThereAndBillsTheRest()
    {
        PickUpPage pickUp(*m_shop->desk);
        pickUp.resize(1198, 712);
        pickUp.show();
        QVERIFY(QTest::qWaitForWindowActive(&pickUp));
        pickUp.showOrder(m_order->id);
        QSignalSpy asked(&m_shop->desk->navigation(), &Navigation::addToOrderRequested);
        QVERIFY(pickUp.handle(ActionId::AddTo));
        QCOMPARE(asked.count(), 1);
        QVERIFY(changes::await(invoices::InvoiceService(session(), door()).issue(m_order->id)));
        QTRY_VERIFY(button(pickUp, QStringLiteral("Invoice")));
        finance::CheckoutService checkout(session(), door());
        QVERIFY(changes::await(checkout.add({m_order->id, {m_shop->piece(QStringLiteral("Tie"), 1)}}, std::nullopt)));
        QTRY_VERIFY(button(pickUp, QStringLiteral("Issue invoice")));
        test::takePictures(pickUp, QStringLiteral("pickup-add"));
    }

    void fitsAndHasNames_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("percent");
        for (const int percent : {100, 115, 130}) {
            QTest::addRow("wide %d", percent) << QSize(1198, 712) << percent;
            QTest::addRow("narrow %d", percent) << QSize(968, 484) << percent;
        }
    }
    void fitsAndHasNames()
    {
        QFETCH(QSize, size);
        QFETCH(int, percent);
        Theme::instance().setTextSizePercent(percent);
        m_page->addTo(m_order->id);
        m_page->resize(size);
        for (int i = 0; i < 3; ++i) // the name of the client comes to its height by and by
            QApplication::processEvents();
        const QStringList squeezed = test::squeezed(*m_page);
        Theme::instance().setTextSizePercent(100);
        QCOMPARE(squeezed.join(u'\n'), QString());
        QCOMPARE(test::nameless(*m_page), QStringList());
    }

    void canBeLookedAt()
    {
        QVERIFY(changes::await(
            orders::OrderService(session(), door()).moveStage(load().pieces[1].id, orders::Stage::Ready)));
        m_page->addTo(m_order->id);
        m_page->findChild<PieceRow *>()->focusFirst();
        type("1");
        press(Qt::Key_Return);
        if (!test::takePictures(*m_page, QStringLiteral("adding")))
            QSKIP("Nobody asked to see it (THIMBLELY_SHOW_PAGES)");
    }

private:
    access::Session &session() const { return *m_shop->shop.session; }
    changes::WriteDoor &door() const { return *m_shop->shop.door; }
    orders::OrderDetail load() const { return orders::OrderService(session(), door()).load(m_order->id).value(); }
    void openPage()
    {
        m_page = std::make_unique<CounterPage>(*m_shop->desk);
        m_page->resize(1198, 712);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->arrive();
    }
    static QAbstractButton *button(const QWidget &page, const QString &text)
    {
        const auto all = page.findChildren<QAbstractButton *>();
        for (QAbstractButton *each : all) {
            if (each->text() == text && each->isVisible())
                return each;
        }
        return nullptr;
    }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    OrderEditor &editor() const { return *m_page->findChild<OrderEditor *>(); }
    static void type(const char *text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text)); }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    std::unique_ptr<test::CounterShop> m_shop;
    std::optional<ClientId> m_client;
    std::optional<orders::Booked> m_order;
    std::unique_ptr<CounterPage> m_page;
};

QTEST_MAIN(TestAdding)
#include "tst_adding.moc"
