// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/cancel_service.h"
#include "core/invoices/invoice_service.h"
#include "tests/core/finance/till_shop.h"

#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;
using namespace thimblely::test;
using access::Capability;
using finance::PaymentMethod;

//! What is booked is not made after all: the piece leaves lists and sums, and no money and no cloth is lost or made.
class TestCancelService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_till = std::make_unique<TillShop>(); }
    void cleanup()
    {
        QCOMPARE(m_till->shop.problems(), QStringList());
        m_till.reset();
    }

    //! A deposit on a jacket that nobody wants any more.
    void whatWasPaidTooMuchGoesBack_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<qint64>("credit");
        QTest::newRow("cash") << int(PaymentMethod::Cash) << qint64(0);
        QTest::newRow("credit") << int(PaymentMethod::Credit) << qint64(10'000);
    }
    void whatWasPaidTooMuchGoesBack()
    {
        QFETCH(int, method);
        QFETCH(qint64, credit);
        m_till->take(18'000);
        later();
        m_till->take(12'000, PaymentMethod::Card);
        later();
        const auto figures = cancels().figures({m_till->order, {piece(0)}}).value();
        QCOMPARE(figures.worth, naira(45'000));
        QCOMPARE(figures.back, naira(10'000)); // of 30,000, the trousers cost 20,000
        QVERIFY(!figures.isWhole);
        QVERIFY(!figures.isBegun);
        const auto done = cancel({m_till->order, {piece(0)}, QStringLiteral("she moves away")}, PaymentMethod(method));
        QCOMPARE(refusal(done), QString());
        QCOMPARE(done->back->amount, naira(10'000));
        const orders::OrderDetail order = load();
        QVERIFY(order.pieces[0].isCancelled());
        QCOMPARE(order.sums->total, naira(20'000));
        QCOMPARE(order.sums->balance, naira(0));
        QCOMPARE(m_till->accounts.of(m_till->shop.client)->credit, naira(credit));
        QVERIFY(await(m_till->shop.shop.door->undo()));
        QCOMPARE(load().sums->total, naira(65'000));
        QCOMPARE(load().sums->paid, naira(30'000));
        QCOMPARE(m_till->accounts.of(m_till->shop.client)->credit, naira(0));
    }

    void aWholeOrderLeavesEveryList()
    {
        const auto done = cancel({m_till->order, {}, QStringLiteral("the wedding is off")});
        QCOMPARE(refusal(done), QString());
        QVERIFY(!done->back);
        QCOMPARE(load().status, orders::OrderStatus::Cancelled);
        QCOMPARE(load().sums->total, naira(0));
        QVERIFY(m_till->shop.orders.openOrders()->rows.empty());
        QCOMPARE(m_till->accounts.of(m_till->shop.client)->owed, naira(0));
        QCOMPARE(refusal(cancel({m_till->order, {}, QStringLiteral("again")})),
                 QStringLiteral("order.piece_not_found"));
        QVERIFY(await(m_till->shop.shop.door->undo()));
        QCOMPARE(load().sums->total, naira(65'000));
    }

    //! For work that was begun the shop may keep something; it is billed, and nothing hangs on the rail for it.
    void somethingIsKeptForWorkThatWasBegun()
    {
        m_till->take(30'000);
        later();
        QVERIFY(await(m_till->shop.orders.moveStage(piece(0), orders::Stage::Cut)));
        const auto done = cancel({m_till->order, {}, QStringLiteral("no"), {}, naira(12'000)});
        QCOMPARE(refusal(done), QString());
        QCOMPARE(done->back->amount, naira(18'000));
        const orders::OrderDetail order = load();
        QCOMPARE(order.sums->total, naira(12'000));
        QCOMPARE(order.sums->balance, naira(0));
        // It is income of an order that is cancelled: no piece that was made and fetched.
        QCOMPARE(order.charges.back().facts.charge, std::optional(orders::Charge::Cancellation));
        QVERIFY(!order.charges.back().isCancelled());
        QCOMPARE(order.status, orders::OrderStatus::Cancelled);
        QVERIFY(std::ranges::all_of(order.pieces, &orders::Piece::isCancelled));
        const auto billed =
            await(invoices::InvoiceService(*m_till->shop.shop.session, *m_till->shop.shop.door).issue(m_till->order));
        QCOMPARE(refusal(billed), QString());
        QCOMPARE(billed->total, naira(12'000));
        QVERIFY(m_till->shop.orders.openOrders()->rows.empty());
        QVERIFY(m_till->shop.orders.openOrders(orders::OpenOrderFilter::Ready)->rows.empty());
        const auto more = cancels().figures({m_till->order, {}, {}, {}, naira(1)});
        QCOMPARE(refusal(more), QStringLiteral("order.piece_not_found"));
    }

    void noMoreIsKeptThanItComesTo()
    {
        QCOMPARE(refusal(cancels().figures({m_till->order, {piece(1)}, {}, {}, naira(20'001)})),
                 QStringLiteral("cancel.kept_too_large ₦20,000"));
        QCOMPARE(refusal(cancel({m_till->order, {piece(1)}, QStringLiteral(" ")})),
                 QStringLiteral("order.no_reason 2"));
    }

    //! Cloth that is promised is free again; cloth that is cut is gone from the roll.
    void shopClothIsFreedUnlessItIsCut_data()
    {
        QTest::addColumn<bool>("cut");
        QTest::addColumn<qint64>("stock");
        QTest::newRow("booked") << false << qint64(10'000);
        QTest::newRow("cut") << true << qint64(7'250);
    }
    void shopClothIsFreedUnlessItIsCut()
    {
        QFETCH(bool, cut);
        QFETCH(qint64, stock);
        const OrderId order = m_till->shop.book({m_till->shop.withCloth(OrderShop::piece("Coat", 50'000), 2'750)});
        QCOMPARE(m_till->shop.shelf(), (std::pair<qint64, qint64>(10'000, 2'750)));
        if (cut)
            QVERIFY(await(m_till->shop.orders.moveStage(m_till->shop.pieceIds(order)[0], orders::Stage::Cut)));
        QCOMPARE(refusal(cancel({order, {}, QStringLiteral("no")})), QString());
        QCOMPARE(m_till->shop.shelf(), (std::pair<qint64, qint64>(stock, 0)));
        QVERIFY(await(m_till->shop.shop.door->undo()));
        QCOMPARE(m_till->shop.shelf(), (std::pair<qint64, qint64>(10'000, 2'750)));
    }

    void theClientsClothGoesBackOrStays_data()
    {
        QTest::addColumn<int>("cloth");
        QTest::addColumn<qint64>("here");
        QTest::newRow("given back") << int(orders::OwnCloth::GivenBack) << qint64(0);
        QTest::newRow("kept") << int(orders::OwnCloth::Kept) << qint64(3'200);
    }
    void theClientsClothGoesBackOrStays()
    {
        QFETCH(int, cloth);
        QFETCH(qint64, here);
        orders::PieceDraft suit = OrderShop::piece("Suit", 60'000);
        suit.fabricSource = orders::FabricSource::Client;
        suit.clientCloth = Quantity(3'200);
        const OrderId order = m_till->shop.book({suit});
        QVERIFY(cancels().figures({order})->isOfOwnCloth);
        QCOMPARE(refusal(cancel({order, {}, QStringLiteral("no"), orders::OwnCloth(cloth)})), QString());
        QCOMPARE(m_till->shop.orders.load(order)->pieces[0].clothHere(), std::optional(Quantity(here)));
        QCOMPARE(m_till->shop.orders.load(order)->pieces[0].clothInitials.isEmpty(), here > 0); // who cancels signs
    }

    void whatWasBilledGetsACreditNote()
    {
        invoices::InvoiceService papers(*m_till->shop.shop.session, *m_till->shop.shop.door);
        m_till->take(65'000);
        const auto invoice = await(papers.issue(m_till->order)).value();
        later();
        QCOMPARE(cancels().figures({m_till->order, {piece(1)}})->invoices, QStringList{invoice.number});
        const auto done = cancel({m_till->order, {piece(1)}, QStringLiteral("too many")});
        QCOMPARE(refusal(done), QString());
        QCOMPARE(done->creditNotes.size(), size_t(1));
        const auto note = papers.load(done->creditNotes[0]).value();
        QCOMPARE(note.total, naira(20'000));
        QCOMPARE(note.correctsNumber, invoice.number);
        QCOMPARE(note.lines[0].details, QStringLiteral("too many"));
        QCOMPARE(papers.load(invoice.id)->balance, naira(0));
        QVERIFY(!papers.hasUnbilled(m_till->order).value());
        QCOMPARE(refusal(await(m_till->shop.shop.door->undo())),
                 QStringLiteral("undo.not_undoable order.cancel_piece"));
        // The rest too: two credit notes take off what one invoice billed.
        QCOMPARE(refusal(cancel({m_till->order, {}, QStringLiteral("all of it")})), QString());
        QCOMPARE(papers.creditNotes(m_till->order)->size(), size_t(2));
        QCOMPARE(papers.load(invoice.id)->credited, naira(65'000));
    }

    void whoMay_data()
    {
        QTest::addColumn<QByteArray>("role");
        QTest::addColumn<QByteArray>("job");
        QTest::addColumn<bool>("cut");
        QTest::addColumn<qint64>("paid");
        QTest::addColumn<QString>("refused");
        const QString unlock = QStringLiteral("access.refused production:unlock");
        const QString refund = QStringLiteral("access.refused orders:refund");
        QTest::newRow("admin, late") << QByteArray("admin") << QByteArray() << true << qint64(65'000) << QString();
        QTest::newRow("counter") << QByteArray("member") << QByteArray("counter") << false << qint64(0) << QString();
        QTest::newRow("counter, late") << QByteArray("member") << QByteArray("counter") << true << qint64(0) << unlock;
        QTest::newRow("counter, paid") << QByteArray("member") << QByteArray("counter") << false << qint64(65'000)
                                       << refund;
        QTest::newRow("cutter") << QByteArray("member") << QByteArray("cutter") << false << qint64(0)
                                << QStringLiteral("access.refused prices:read");
        QTest::newRow("viewer") << QByteArray("viewer") << QByteArray() << false << qint64(0)
                                << QStringLiteral("access.refused orders:write");
    }
    void whoMay()
    {
        QFETCH(QByteArray, role);
        QFETCH(QByteArray, job);
        QFETCH(bool, cut);
        QFETCH(qint64, paid);
        QFETCH(QString, refused);
        if (cut)
            QVERIFY(await(m_till->shop.orders.moveStage(piece(0), orders::Stage::Cut)));
        if (paid > 0)
            m_till->take(paid);
        later();
        const auto person = m_till->shop.hire(role, job);
        invoices::CancelService theirs(*person.session, *person.door);
        const auto ask = [&](access::Approvals approvals) {
            return await(
                theirs.cancel({{m_till->order, {}, QStringLiteral("no")}, PaymentMethod::Cash, std::move(approvals)}));
        };
        QCOMPARE(refusal(ask({})), refused);
        if (job != "counter" || refused.isEmpty())
            return;
        QCOMPARE(refusal(ask({ownersWord(m_till->shop, Capability::ProductionUnlock),
                              ownersWord(m_till->shop, Capability::OrdersRefund)})),
                 QString());
        QCOMPARE(load().status, orders::OrderStatus::Cancelled);
    }

    //! One PIN covers all of one operation, however many payments it takes back.
    void oneApprovalForSeveralPayments()
    {
        m_till->take(20'000);
        m_till->take(20'000, PaymentMethod::Card);
        m_till->take(25'000);
        later();
        const auto counter = m_till->shop.hire("member", "counter");
        invoices::CancelService hers(*counter.session, *counter.door);
        const auto done = await(hers.cancel({{m_till->order, {}, QStringLiteral("no")},
                                             PaymentMethod::Cash,
                                             {ownersWord(m_till->shop, Capability::OrdersRefund)}}));
        QCOMPARE(refusal(done), QString());
        QCOMPARE(done->back->amount, naira(65'000));
        QCOMPARE(m_till->shop.number("SELECT count(*) FROM transactions WHERE approved_by IS NOT NULL"), qint64(3));
    }

    void whateverIsCancelled()
    {
        qputenv("RC_PARAMS", "max_success=25 max_size=30 " + qgetenv("RC_PARAMS"));
        QVERIFY(
            rc::check("paid = kept + credit + given back; the roll holds what its movements say", [] { anyCancel(); }));
    }

private:
    static void anyCancel()
    {
        TillShop till;
        OrderShop &shop = till.shop;
        std::vector<orders::PieceDraft> pieces;
        const int count = *rc::gen::inRange(1, 5);
        for (int i = 0; i < count; ++i) {
            orders::PieceDraft piece = OrderShop::piece("Coat", 0);
            piece.unitPrice = Money(*rc::gen::inRange<qint64>(0, 9'000'000), currencyNamed("NGN"));
            piece.taxRate = Rate(*rc::gen::element<qint64>(0, 75'000, 190'000));
            if (*rc::gen::arbitrary<bool>())
                piece = shop.withCloth(piece, *rc::gen::inRange<qint64>(1, 2'000));
            pieces.push_back(piece);
        }
        orders::OrderDraft draft = shop.order(pieces);
        draft.taxInclusive = *rc::gen::arbitrary<bool>();
        const OrderId order = await(shop.orders.book(draft)).value().id;
        qint64 brought = 0;
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
            const Money due = till.payments.balance(order).value();
            if (due.minor() <= 0)
                break;
            const Money part(*rc::gen::inRange<qint64>(1, due.minor() + 1), due.currency());
            const auto method = *rc::gen::element(PaymentMethod::Cash, PaymentMethod::Card);
            RC_ASSERT(await(till.payments.take(order, {part, method})).ok());
            brought += part.minor();
            shop.shop.clock.advanceMsecs(1000);
        }
        invoices::InvoiceService papers(*shop.shop.session, *shop.shop.door);
        if (*rc::gen::arbitrary<bool>())
            (void)await(papers.issue(order));
        qint64 givenBack = 0;
        qint64 credited = 0;
        qint64 cutCloth = 0;
        const orders::OrderDetail booked = shop.orders.load(order).value();
        for (const orders::Piece &piece : booked.pieces) {
            if (!*rc::gen::arbitrary<bool>())
                continue;
            const bool cut = *rc::gen::arbitrary<bool>();
            if (cut && await(shop.orders.moveStage(piece.id, orders::Stage::Cut)))
                cutCloth += piece.facts.shopCloth.value_or(Quantity(0)).milli();
            invoices::Cancelling cancelling{{order, {piece.id}, QStringLiteral("why")}};
            cancelling.back = *rc::gen::element(PaymentMethod::Cash, PaymentMethod::Credit);
            if (*rc::gen::arbitrary<bool>())
                cancelling.what.kept =
                    Money(*rc::gen::inRange<qint64>(0, piece.total->minor() + 1), piece.total->currency());
            invoices::CancelService cancels(*shop.shop.session, *shop.shop.door);
            const auto figures = cancels.figures(cancelling.what);
            RC_ASSERT(figures.ok());
            const auto done = await(cancels.cancel(cancelling));
            if (!done)
                RC_FAIL(refusal(done).toStdString());
            const qint64 back = done->back ? done->back->amount.minor() : 0;
            RC_ASSERT(back == figures->back.minor());
            (cancelling.back == PaymentMethod::Credit ? credited : givenBack) += back;
            shop.shop.clock.advanceMsecs(1000);
        }
        const auto after = shop.orders.load(order).value();
        RC_ASSERT(after.sums->paid.minor() == brought - givenBack - credited);
        RC_ASSERT(after.sums->balance.minor() >= 0);
        RC_ASSERT(till.accounts.of(shop.client)->credit.minor() == credited);
        qint64 reserved = 0;
        for (const orders::Piece &piece : after.pieces) {
            if (piece.isHere())
                reserved += piece.facts.shopCloth.value_or(Quantity(0)).milli();
        }
        RC_ASSERT(shop.shelf() == (std::pair<qint64, qint64>(10'000 - cutCloth, reserved)));
        const QStringList problems = shop.problems();
        if (!problems.isEmpty())
            RC_FAIL(problems.join(u'\n').toStdString());
    }

    invoices::CancelService cancels()
    {
        return invoices::CancelService(*m_till->shop.shop.session, *m_till->shop.shop.door);
    }
    Result<invoices::Cancelled> cancel(orders::PieceCancel what, PaymentMethod back = PaymentMethod::Cash)
    {
        return await(cancels().cancel({std::move(what), back, {}}));
    }
    orders::OrderDetail load() const { return m_till->shop.orders.load(m_till->order).value(); }
    OrderItemId piece(size_t index) const { return m_till->shop.pieceIds(m_till->order)[index]; }
    void later() { m_till->shop.shop.clock.advanceMsecs(1000); }

    std::unique_ptr<TillShop> m_till;
};

QTEST_GUILESS_MAIN(TestCancelService)
#include "tst_cancel_service.moc"
