// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/hours_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/task_text.h"

#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

class TestOrderEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<test::CounterShop>(); }

    void whatWasTypedComesBackWhole()
    {
        const ClientId client = m_shop->addClient(QStringLiteral("فاطمة الزهراء"), QStringLiteral("0803 555 4471"));
        orders::OrderDraft before;
        {
            OrderEditor editor(*m_shop->desk);
            QVERIFY(editor.restoredSentence().isEmpty());
            editor.setClient(client, QStringLiteral("فاطمة الزهراء"));
            editor.addPiece(QStringLiteral("trousers"), QStringLiteral("Trousers"));
            orders::PieceDraft piece = editor.draft().pieces[0];
            piece.kind = orders::PieceKind::Alteration;
            piece.colour = QStringLiteral("navy");
            piece.mark = QStringLiteral("pinstripe");
            piece.condition = QStringList{QStringLiteral("shine on seat")};
            piece.tasks = {TaskReader(m_shop->desk->profile().currency, m_shop->desk->locale())
                               .read(QStringLiteral("Hem left -3.5 cm 2000"))};
            piece.unitPrice = Money(200'000, m_shop->desk->profile().currency);
            editor.changePiece(0, piece);
            editor.setPromiseText(QStringLiteral("fri 17"));
            editor.setNotes(QStringLiteral("before noon"));
            editor.setPayText(QStringLiteral("1,500"));
            editor.setPayFacts({finance::PaymentMethod::Transfer, {}, QStringLiteral("TR-9"), true, {}, false});
            editor.setBooking(true);
            before = editor.draft();
        }
        m_shop->restart(); // the keeper writes what is waiting, and another one reads the file
        OrderEditor editor(*m_shop->desk);
        QCOMPARE(editor.draft(), before);
        QCOMPARE(editor.clientName(), QStringLiteral("فاطمة الزهراء"));
        QCOMPARE(editor.promiseText(), QStringLiteral("fri 17"));
        QCOMPARE(editor.payText(), QStringLiteral("1,500"));
        QVERIFY(editor.payFacts() ==
                (PayFacts{finance::PaymentMethod::Transfer, {}, QStringLiteral("TR-9"), true, {}, false}));
        QVERIFY(editor.restoredSentence().contains(QStringLiteral("was on its way to the file")));
    }

    //! Killed between the commit and the word that it is done: it is looked for by its id.
    void whatWasBookedMeanwhileIsNotBroughtBack()
    {
        orders::Booked booked{OrderId::make(m_shop->shop.clock), {}};
        {
            OrderEditor editor(*m_shop->desk);
            editor.setClient(m_shop->bello(), QStringLiteral("A. Bello"));
            editor.addPiece(m_shop->piece(QStringLiteral("Trousers"), 200'000));
            QVERIFY(editor.id());
            editor.setBooking(true);
            booked =
                changes::await(orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).book(editor.toBook()))
                    .value();
            QCOMPARE(booked.id, *editor.id());
        }
        m_shop->restart();
        {
            OrderEditor editor(*m_shop->desk);
            QVERIFY(editor.isEmpty());
            QCOMPARE(editor.writtenBefore()->id, booked.id);
            QVERIFY2(editor.restoredSentence().contains(booked.number), qPrintable(editor.restoredSentence()));
        }
        m_shop->restart();
        QVERIFY(OrderEditor(*m_shop->desk).restoredSentence().isEmpty());
    }

    void whatWasParkedMeanwhileIsGoneOnWith()
    {
        std::optional<OrderId> parked;
        {
            OrderEditor editor(*m_shop->desk);
            editor.addPiece(m_shop->piece(QStringLiteral("Trousers"), 200'000));
            parked = changes::await(
                         orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).park(editor.toPark().value()))
                         .value();
        }
        m_shop->restart();
        OrderEditor editor(*m_shop->desk);
        QCOMPARE(editor.draft().pieces.size(), size_t(1));
        QCOMPARE(editor.draft().continues, parked);
        QVERIFY(editor.id() != parked);
    }

    void theIdOutlivesTheProgramAndNotTheOrder()
    {
        std::optional<OrderId> named;
        {
            OrderEditor editor(*m_shop->desk);
            QVERIFY(!editor.id());
            editor.setNotes(QStringLiteral("before noon"));
            named = editor.id();
            QVERIFY(named);
            editor.setNotes(QStringLiteral("after noon"));
            QCOMPARE(editor.id(), named);
        }
        m_shop->restart();
        OrderEditor editor(*m_shop->desk);
        QCOMPARE(editor.id(), named);
        editor.clear();
        editor.setNotes(QStringLiteral("another"));
        QVERIFY(editor.id() && editor.id() != named);
    }

    void aDayAloneIsPromisedUntilClosing()
    {
        OrderEditor editor(*m_shop->desk);
        editor.addPiece(m_shop->piece(QStringLiteral("Trousers"), 200'000));
        editor.setPromiseText(QStringLiteral("fri"));
        QCOMPARE(editor.draft().promisedTime, std::optional(QTime(18, 0))); // as no shop says otherwise
        auto hours = HoursService(*m_shop->shop.session, *m_shop->shop.door).load().value();
        hours.hours.week = WorkWeek::parse(u"Mon-Sat 8-16", m_shop->desk->locale()).value();
        QVERIFY(changes::await(HoursService(*m_shop->shop.session, *m_shop->shop.door).save(hours)));
        QTRY_COMPARE(m_shop->desk->hours().week, hours.hours.week);
        editor.setPromiseText(QStringLiteral("fri"));
        const auto booked =
            changes::await(orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).book(editor.toBook()))
                .value();
        const auto order = orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).load(booked.id).value();
        QCOMPARE(order.promisedTime, std::optional(QTime(16, 0))); // what the claim check and every list say
    }

    void halfANameComesBackToo()
    {
        {
            OrderEditor editor(*m_shop->desk);
            editor.setWhoText(QStringLiteral("0803 5"));
        }
        m_shop->restart();
        OrderEditor editor(*m_shop->desk);
        QCOMPARE(editor.whoText(), QStringLiteral("0803 5"));
    }

    void clearingLeavesNothingOnTheDisk()
    {
        {
            OrderEditor editor(*m_shop->desk);
            editor.addPiece(QStringLiteral("coat"), QStringLiteral("Coat"));
            editor.clear();
        }
        m_shop->restart();
        OrderEditor editor(*m_shop->desk);
        QVERIFY(editor.isEmpty());
        QVERIFY(editor.restoredSentence().isEmpty());
    }

    void startingOverCanBeTakenBack()
    {
        OrderEditor editor(*m_shop->desk);
        editor.addPiece(QStringLiteral("coat"), QStringLiteral("Coat"));
        const orders::OrderDraft before = editor.draft();
        editor.startOver();
        QVERIFY(editor.isEmpty());
        QVERIFY(editor.canBringBack());
        editor.bringBack();
        QCOMPARE(editor.draft(), before);
        QVERIFY(!editor.canBringBack());
    }

    void halfOfWhatIsMadeAndAllOfTheRestIsAsked()
    {
        OrderEditor editor(*m_shop->desk);
        const Currency naira = m_shop->desk->profile().currency;
        editor.addPiece(m_shop->piece(QStringLiteral("Jacket"), 1'000'000));
        QCOMPARE(editor.payNow().value(), Money(500'000, naira));
        orders::PieceDraft altered = editor.draft().pieces[0];
        altered.kind = orders::PieceKind::Alteration;
        editor.changePiece(0, altered);
        QCOMPARE(editor.payNow().value(), Money(1'000'000, naira));
        editor.setPayText(QStringLiteral("-3"));
        QCOMPARE(editor.payNow().error().code, QByteArray("money.negative"));
        editor.setPayText(QStringLiteral("0"));
        QVERIFY(editor.payNow()->isZero());
    }

    void aDiscountIsSpreadOverThePieces_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("second");
        QTest::newRow("an amount") << QStringLiteral("1,000") << qint64(66'667) << qint64(33'333);
        QTest::newRow("a share") << QStringLiteral("10 %") << qint64(40'000) << qint64(20'000);
        QTest::newRow("half a percent") << QStringLiteral("0.5%") << qint64(2'000) << qint64(1'000);
        QTest::newRow("none") << QString() << qint64(0) << qint64(0);
        QTest::newRow("unreadable") << QStringLiteral("ten") << qint64(0) << qint64(0);
        QTest::newRow("more than all") << QStringLiteral("120 %") << qint64(0) << qint64(0);
        QTest::newRow("negative") << QStringLiteral("-5") << qint64(0) << qint64(0);
    }
    void aDiscountIsSpreadOverThePieces()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, first);
        QFETCH(qint64, second);
        OrderEditor editor(*m_shop->desk);
        editor.setDiscountText(typed); // before there is anything
        editor.addPiece(m_shop->piece(QStringLiteral("Jacket"), 400'000));
        editor.addPiece(m_shop->piece(QStringLiteral("Trousers"), 200'000));
        const auto off = [&](size_t piece) {
            const auto &discount = editor.draft().pieces[piece].discount;
            return discount ? discount->minor() : qint64(0);
        };
        QCOMPARE(off(0), first);
        QCOMPARE(off(1), second);
        QCOMPARE(editor.totals()->total.minor(), 600'000 - first - second);
        QCOMPARE(editor.checkDiscount().ok(), first > 0 || typed.isEmpty());
        editor.removePiece(1);
        QCOMPARE(off(0), typed == QLatin1String("1,000") ? qint64(100'000) : first);
        editor.setDiscountText({});
        QCOMPARE(off(0), qint64(0));
    }

    void copiesAreRowsOfTheirOwn()
    {
        OrderEditor editor(*m_shop->desk);
        QSignalSpy reset(&editor, &OrderEditor::piecesReset);
        editor.addPiece(m_shop->piece(QStringLiteral("Trousers"), 450'000));
        editor.copyPiece(0, 6);
        QCOMPARE(editor.draft().pieces.size(), size_t(7));
        QCOMPARE(editor.totals()->total.minor(), qint64(7 * 450'000));
        QCOMPARE(reset.count(), 2);
    }

private:
    std::unique_ptr<test::CounterShop> m_shop;
};

QTEST_MAIN(TestOrderEditor)
#include "tst_order_editor.moc"
