// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/orders/order_service.h"
#include "core/workroom/workroom_service.h"
#include "tests/ui/shell/open_program.h"
#include "tests/ui/shell/scanner.h"
#include "ui/orders/pick_up_page.h"
#include "ui/workroom/check_form.h"
#include "ui/workroom/workroom_page.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! A piece on its way through the shop, in the program's real window: by keys, by its tag, by whoever has it.
class TestWorkroomStory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
    }
    void cleanup() { m_shop.reset(); }

    //! Given, begun, cut, tagged on to the check, checked and ready; the toast takes a step back.
    void fromBookedToReady()
    {
        QVERIFY(m_shop->startAndSignIn());
        const auto pieces = book(m_shop->desk().session(), m_shop->desk().door());
        m_shop->window().show(MainWindow::Screen::Workroom);
        settle();
        QCOMPARE(page()->chosen()->tag, QStringLiteral("1001-1"));
        m_shop->press(Qt::Key_A);
        m_shop->press(Qt::Key_Return);
        settle();
        QVERIFY(m_shop->waitSays(QStringLiteral("1001-1 is given to Amina Bello")));
        m_shop->press(Qt::Key_Space);
        QVERIFY(m_shop->waitSays(QStringLiteral("1001-1 begun")));
        settle();
        m_shop->clock.advanceMsecs(30 * 60'000);
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitSays(QStringLiteral("1001-1: now Stitching")));
        settle();
        QCOMPARE(card(pieces[0]).spent, 30);
        m_shop->press(Qt::Key_Z, Qt::ControlModifier);
        settle();
        QCOMPARE(card(pieces[0]).step, 0);
        QCOMPARE(card(pieces[0]).atWork.size(), size_t(1));

        test::Scanner scanner(*m_shop);
        for (const char *step : {"Stitching", "Finish, check"}) {
            m_shop->clock.advanceMsecs(5000);
            scanner.scan(QStringLiteral("1001P1"));
            QVERIFY2(m_shop->waitSays(QStringLiteral("1001-1: now %1").arg(QLatin1String(step))), step);
            settle();
        }
        m_shop->clock.advanceMsecs(5000);
        scanner.scan(QStringLiteral("1001P1"));
        QVERIFY(QTest::qWaitFor([this] {
            const auto *form = m_shop->window().findChild<CheckForm *>();
            return form && form->isVisible();
        }));
        m_shop->type("+");
        m_shop->type("Rail C4");
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitSays(QStringLiteral("1001-1 is checked and ready")));
        settle();
        QCOMPARE(card(pieces[0]).rack, QStringLiteral("Rail C4"));
        // Of a ticket the order is opened, as everywhere.
        m_shop->clock.advanceMsecs(5000);
        scanner.scan(QStringLiteral("1001"));
        QVERIFY(
            QTest::qWaitFor([this] { return qobject_cast<PickUpPage *>(m_shop->window().currentPage()) != nullptr; }));
    }

    //! Their own pieces are all that a stitcher has, and what they begin with.
    void aStitchersDay()
    {
        std::vector<OrderItemId> pieces;
        {
            const auto session = access::Session::open(m_shop->path(), *m_shop->owner).value();
            const auto door = changes::WriteDoor::open(*session, m_shop->clock).value();
            const auto person = changes::await(TeamService(*session, *door)
                                                   .add({QStringLiteral("Sade Cole"), access::Role::Member,
                                                         access::Job::Stitcher, QStringLiteral("0852")}));
            pieces = book(*session, *door);
            QVERIFY(changes::await(workroom::WorkroomService(*session, *door).give(pieces[1], *person)));
        }
        m_shop->start();
        QVERIFY(m_shop->waitForFaces());
        const auto faces = m_shop->program->findChildren<FaceButton *>();
        for (FaceButton *face : faces) {
            if (face->face().name == QStringLiteral("Sade Cole"))
                face->click();
        }
        QVERIFY(m_shop->signIn("0852"));
        QVERIFY(page());
        settle();
        QCOMPARE(m_shop->window().currentPage()->title(), QStringLiteral("My work"));
        QCOMPARE(page()->chosen()->id, pieces[1]);
        QCOMPARE(page()->chosen()->who, QStringLiteral("A. Bello"));
        m_shop->press(Qt::Key_Space);
        QVERIFY(m_shop->waitSays(QStringLiteral("1001-2 begun")));
        settle();
        m_shop->press(Qt::Key_A); // nothing that they may do
        m_shop->press(Qt::Key_R);
        test::Scanner scanner(*m_shop);
        scanner.scan(QStringLiteral("1001P2"));
        QVERIFY(m_shop->waitSays(QStringLiteral("1001-2: now Stitching")));
        settle();
        m_shop->clock.advanceMsecs(5000);
        scanner.scan(QStringLiteral("1001P1")); // another's
        QVERIFY(m_shop->waitSays(QStringLiteral("no tag of a piece that is given to you")));
        QVERIFY(!m_shop->says(QStringLiteral("4471")));
        holdWithAQuestion(pieces[1]);
        findsOwnPiecesOnly();
    }

private:
    //! What is asked of the client is theirs to ask and to be told; until then nothing is done.
    void holdWithAQuestion(OrderItemId piece)
    {
        m_shop->press(Qt::Key_H);
        m_shop->type("One button or two?");
        m_shop->press(Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return card(piece).isWaiting(); }, test::OpenProgram::patience));
        settle();
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitSays(QStringLiteral("1001-2 waits for an answer")));
        m_shop->press(Qt::Key_H);
        QVERIFY(m_shop->waitSays(QStringLiteral("One button or two?")));
        m_shop->type("Two");
        m_shop->press(Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return !card(piece).isWaiting(); }, test::OpenProgram::patience));
        settle();
    }
    //! By the search at the top: no phone and no price of it, and nothing of what is another's.
    void findsOwnPiecesOnly()
    {
        for (const char *typed : {"1001", "0803", "Bello"}) {
            m_shop->press(Qt::Key_K, Qt::ControlModifier);
            m_shop->press(Qt::Key_A, Qt::ControlModifier);
            m_shop->type(typed);
            QTest::qWait(400); // until what is found stands there
            m_shop->press(Qt::Key_Return);
            settle();
            for (const char *hidden : {"4471", "4,500", "4500", "Shirt"})
                QVERIFY2(!m_shop->says(QString::fromUtf8(hidden)), hidden);
            m_shop->press(Qt::Key_Escape);
        }
    }
    WorkroomPage *page() const { return m_shop->window().findChild<WorkroomPage *>(); }
    void settle()
    {
        QVERIFY(QTest::qWaitFor([this] { return m_shop->desk().door().waiting() == 0 && page()->isSettled(); },
                                test::OpenProgram::patience));
        QTest::qWait(20);
        QVERIFY(QTest::qWaitFor([this] { return m_shop->desk().door().waiting() == 0 && page()->isSettled(); },
                                test::OpenProgram::patience));
    }
    workroom::WorkCard card(OrderItemId piece) const
    {
        return workroom::WorkroomService(m_shop->desk().session(), m_shop->desk().door()).card(piece).value();
    }
    static std::vector<OrderItemId> book(access::Session &session, changes::WriteDoor &door)
    {
        ClientDraft client;
        client.name = QStringLiteral("A. Bello");
        client.phones.push_back({QStringLiteral("0803 555 4471")});
        orders::OrderDraft draft;
        draft.client = changes::await(ClientService(session, door).add(client)).value();
        for (const char *name : {"Shirt", "Trousers"}) {
            orders::PieceDraft &piece = draft.pieces.emplace_back();
            piece.name = QString::fromLatin1(name);
            piece.garmentType = QStringLiteral("shirt"); // which nobody tries on
            piece.unitPrice = Money(4'500'00, Currency::parse(u"NGN").value());
        }
        orders::OrderService service(session, door);
        const auto booked = changes::await(service.book(draft)).value();
        std::vector<OrderItemId> pieces;
        const auto order = service.load(booked.id);
        for (const orders::Piece &piece : order->pieces)
            pieces.push_back(piece.id);
        return pieces;
    }

    std::unique_ptr<test::OpenProgram> m_shop;
};

QTEST_MAIN(TestWorkroomStory)
#include "tst_workroom_story.moc"
