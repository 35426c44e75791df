// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/finance/account_service.h"
#include "core/finance/payment_service.h"
#include "core/finance/till_service.h"
#include "core/invoices/invoice_service.h"
#include "core/measurements/measurement_service.h"
#include "core/orders/order_service.h"
#include "core/storage/verify.h"
#include "tests/support/page_hands.h"
#include "tests/ui/shell/open_program.h"
#include "ui/measurements/measuring_screen.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/party_form.h"
#include "ui/orders/party_model.h"
#include "ui/orders/party_page.h"
#include "ui/orders/party_table.h"
#include "ui/orders/pay_pane.h"
#include "ui/orders/payer_choice.h"
#include "ui/orders/pick_up_page.h"
#include "ui/widgets/chip.h"

#include <QClipboard>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace thimblely;
using namespace thimblely::ui;

// A step that failed ends the day, and its line is the one reported.
#define STEP(call)                                                                                                     \
    do {                                                                                                               \
        call;                                                                                                          \
        if (QTest::currentTestFailed())                                                                                \
            return;                                                                                                    \
    } while (false)

//! A wedding of eight with two payers, in the real window and by keyboard: no figure of it differs between two screens.
class TestWedding : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
        QVERIFY(m_shop->startAndSignIn());
        m_shop->program->resize(1366, 768);
    }
    void cleanup() { m_shop.reset(); }

    void ofEightWithTwoPayers()
    {
        STEP(takeTheOrder());
        STEP(measureTwo());
        STEP(heCollectsHisOwn());
        STEP(sheCollectsTheRest());
        STEP(closeTheDay());
    }

private:
    access::Session &session() { return m_shop->desk().session(); }
    changes::WriteDoor &door() { return m_shop->desk().door(); }
    orders::OrderDetail load() { return orders::OrderService(session(), door()).load(*m_order).value(); }
    PartyModel &party() { return *m_shop->child<PartyModel>(); }
    PartyTable &table() { return *m_shop->child<PartyTable>(); }
    int rowOf(const QString &name)
    {
        for (int row = 0; row < party().rowCount(); ++row) {
            if (party().member(row)->name == name)
                return row;
        }
        return -1;
    }

    //! Card, list, statement, pick up and the order say the same of somebody.
    void figures(ClientId client, qint64 owed, qint64 waiting = 0)
    {
        ClientService clients(session(), door());
        const Client card = clients.load(client).value();
        QCOMPARE(card.balance->minor(), owed * 100);
        QCOMPARE(card.waiting->minor(), waiting * 100);
        QCOMPARE(clients.summaries({client})->at(0).balance->minor(), owed * 100);
        const auto statement = invoices::InvoiceService(session(), door()).statement(client).value();
        QCOMPARE(statement.owed.minor(), owed * 100);
        QCOMPARE(statement.waiting ? statement.waiting->minor() : 0, waiting * 100);
        QCOMPARE(finance::AccountService(session(), door()).of(client)->owed.minor(), owed * 100);
        const orders::OrderDetail order = load();
        const orders::PayerShare *share = order.shareOf(client);
        QVERIFY(share);
        QCOMPARE(share->due().minor(), owed * 100);
        const auto rows = orders::OrderService(session(), door()).ofClient(client)->rows;
        QCOMPARE(rows.at(0).due->minor(), owed * 100);
    }
    //! For the eye: the window as it stands, in the sizes and schemes that must hold (THIMBLELY_SHOW_PAGES=FOLDER).
    void look(const char *name)
    {
        const QString folder = qEnvironmentVariable("THIMBLELY_SHOW_PAGES");
        if (folder.isEmpty())
            return;
        const auto picture = [&](const char *kind, QSize size, int percent, Scheme scheme,
                                 Qt::LayoutDirection direction = Qt::LeftToRight) {
            Theme::instance().setScheme(scheme);
            Theme::instance().setTextSizePercent(percent);
            QGuiApplication::setLayoutDirection(direction);
            m_shop->program->resize(size);
            QTest::qWait(50);
            m_shop->program->grab().save(folder + u'/' + QLatin1String(name) + QLatin1String(kind) +
                                         QStringLiteral(".png"));
        };
        picture("-1024-130", {1024, 540}, 130, Scheme::Light);
        picture("-mirrored", {1024, 540}, 130, Scheme::Light, Qt::RightToLeft);
        picture("-dark", {1366, 768}, 100, Scheme::Dark);
        picture("", {1366, 768}, 100, Scheme::Light);
    }
    //! What is due in the pane of pick up for who is chosen there.
    void asks(qint64 whole)
    {
        const auto payment = m_shop->child<PayPane>()->payment();
        QVERIFY(payment.ok());
        QCOMPARE(*payment ? (*payment)->amount.minor() : 0, whole * 100);
    }

    QLineEdit *payField()
    {
        const auto all = m_shop->program->findChildren<QLineEdit *>();
        for (QLineEdit *each : all) {
            if (each->isVisible() && each->accessibleName().startsWith(QLatin1String("Pay now")))
                return each;
        }
        qFatal("no field for what is paid now");
    }

    void takeTheOrder()
    {
        ClientDraft draft;
        draft.name = QStringLiteral("Ngozi Okafor");
        draft.phones.push_back({QStringLiteral("0803 555 4471")});
        m_mother = changes::await(ClientService(session(), door()).add(draft)).value();
        draft.name = QStringLiteral("Chidi Eze");
        draft.phones = {{QStringLiteral("0805 111 2222")}};
        m_known = changes::await(ClientService(session(), door()).add(draft)).value();

        m_shop->press(Qt::Key_F2);
        m_shop->type("5554471");
        m_shop->press(Qt::Key_Return);
        auto *editor = m_shop->child<OrderEditor>();
        QVERIFY(editor->draft().client == m_mother);
        orders::PieceDraft suit; // the first one in full: the tiles have a story of their own
        suit.name = QStringLiteral("Jacket");
        suit.garmentType = QStringLiteral("jacket");
        suit.colour = QStringLiteral("navy");
        suit.unitPrice = Money(900'000, m_shop->desk().profile().currency);
        editor->addPiece(suit);

        m_shop->press(Qt::Key_F11);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Names of the people, one a line"));
        QGuiApplication::clipboard()->setText(
            QStringLiteral("Tunde Bello\nChidi +234 805 111 2222\nEmeka\nObi\nUche\nSegun\nKunle\nFemi"));
        m_shop->press(Qt::Key_V, Qt::ControlModifier);
        QTest::qWait(300);
        look("names");
        m_shop->press(Qt::Key_F9);
        QTRY_COMPARE(editor->draft().pieces.size(), size_t(9));
        QVERIFY(editor->draft().pieces[2].wearer == m_known);
        m_groomsman = *editor->draft().pieces[1].wearer;

        // Tunde pays his own, and has three of them.
        editor->setWearer(m_groomsman, QStringLiteral("Tunde Bello"));
        m_shop->press(Qt::Key_F12);
        QVERIFY(editor->paysOwn());
        for (const auto &[name, minor] : {std::pair("Trousers", 400'000), std::pair("Shirt", 200'000)}) {
            orders::PieceDraft more = suit;
            more.name = QString::fromLatin1(name);
            more.garmentType = more.name.toLower();
            more.unitPrice = Money(minor, m_shop->desk().profile().currency);
            more.wearer = more.payer = m_groomsman;
            editor->addPiece(more);
        }
        QVERIFY(editor->draft().pieces[1].payer == m_groomsman);
        QCOMPARE(editor->payNow()->minor(), qint64(8 * 900'000 / 2)); // half of what she pays
        editor->setPromiseText(QStringLiteral("+14"));
        // He leaves a deposit of his own: the field's next payer.
        auto *pay = payField();
        pay->setFocus();
        m_shop->press(Qt::Key_Down);
        m_shop->type("5000");
        QCOMPARE(editor->payNow()->minor(), qint64(500'000));
        look("counter");
        m_shop->press(Qt::Key_F9);
        if (editor->draft().pieces.size() == 11)
            m_shop->press(Qt::Key_F9); // asked once: without measures
        QTRY_VERIFY(editor->draft().pieces.empty());
        const auto open = orders::OrderService(session(), door()).openOrders()->rows;
        QCOMPARE(open.size(), size_t(1));
        m_order = open[0].id;
        QCOMPARE(load().sums->total.minor(), qint64(9 * 900'000 + 600'000));
        STEP(figures(m_mother, 36'000));
        STEP(figures(m_groomsman, 10'000));
        QCOMPARE(open[0].due->minor(), qint64(46'000'00));
        QVERIFY(!ClientService(session(), door()).load(m_groomsman)->fields.payer); // who pays is said of this order
        // Both have a paper: she the whole, he his pieces.
        const auto papers = [this] { return QDir(m_shop->papers()).entryList({QStringLiteral("claim-*")}); };
        QTRY_COMPARE(papers().size(), 2);
        QVERIFY(papers().filter(QStringLiteral("claim-Tunde-Bello-")).size() == 1);
        const auto his = invoices::InvoiceService(session(), door()).claimCheck(*m_order, m_groomsman).value();
        QCOMPARE(his.pieces.size(), size_t(3));
        QCOMPARE(his.sums->paid.minor(), qint64(5'000'00));
        QCOMPARE(his.toPay->minor(), qint64(10'000'00));
    }

    void measureTwo()
    {
        m_shop->press(Qt::Key_F11); // the order just booked
        QTRY_VERIFY(m_shop->child<PartyModel>() && party().rowCount() == 9);
        QCOMPARE(party().index(rowOf(QStringLiteral("Tunde Bello")), PartyModel::Paid).data().toString(),
                 QStringLiteral("owes 10,000, own"));
        for (const QString &name : {QStringLiteral("Tunde Bello"), QStringLiteral("Emeka")}) {
            table().setCurrentIndex(party().index(rowOf(name), PartyModel::Who));
            table().setFocus();
            m_shop->press(Qt::Key_Return); // has not come to be measured: the tape
            QTRY_VERIFY(m_shop->child<MeasuringScreen>() && m_shop->child<MeasuringScreen>()->isVisible());
            // The tape's own story is told elsewhere.
            MeasurementService tape(session(), door());
            const auto templates = tape.templates().value();
            const auto jacket =
                std::ranges::find(templates, QStringLiteral("jacket"), &MeasurementTemplate::garmentType);
            QVERIFY(jacket != templates.end());
            MeasurementDraft set{*party().member(rowOf(name))->person, jacket->id, SetKind::Body, {}};
            set.values.push_back(
                MeasuredValue::parse(QStringLiteral("bust_circ"), Side::Both, u"98", LengthUnit::Centimetre).value());
            QVERIFY(changes::await(tape.save(set)).ok());
            m_shop->press(Qt::Key_Escape);
            QTRY_VERIFY(m_shop->child<PartyPage>()->isVisible());
            QTRY_VERIFY(party().member(rowOf(name))->isMeasured());
        }
        QCOMPARE(party().index(rowOf(QStringLiteral("Obi")), PartyModel::Measured).data().toString(),
                 QStringLiteral("not yet"));
        look("party");
    }

    void heCollectsHisOwn()
    {
        QVERIFY(changes::await(orders::OrderService(session(), door()).complete(*m_order)));
        QTRY_COMPARE(party().index(rowOf(QStringLiteral("Tunde Bello")), PartyModel::Ready).data().toString(),
                     QStringLiteral("ready"));
        table().setCurrentIndex(party().index(rowOf(QStringLiteral("Tunde Bello")), PartyModel::Paid));
        m_shop->press(Qt::Key_Return);
        QTRY_VERIFY(m_shop->child<PickUpPage>() && m_shop->child<PickUpPage>()->isVisible());
        QCOMPARE(m_shop->child<PayerChoice>()->text(), QStringLiteral("Tunde Bello pays"));
        STEP(asks(10'000));
        look("his");
        test::showTicket(m_shop->window());
        m_shop->press(Qt::Key_F9);
        QTRY_VERIFY(load().shareOf(m_groomsman)->balance().isZero());
        const orders::OrderDetail order = load();
        QCOMPARE(std::ranges::count_if(order.pieces, &orders::Piece::isCollected), 3);
        for (const orders::Piece &piece : order.pieces)
            QVERIFY(!piece.isCollected() || piece.collectedByName == QStringLiteral("Tunde Bello"));
        STEP(figures(m_groomsman, 0));
        STEP(figures(m_mother, 36'000));
        const auto payments = finance::PaymentService(session(), door()).ofOrder(*m_order).value();
        const auto receipt = invoices::InvoiceService(session(), door()).receipt(payments.back().id).value();
        QCOMPARE(receipt.clientName, QStringLiteral("Tunde Bello"));
        QCOMPARE(receipt.orders[0].orderOf, QStringLiteral("Ngozi Okafor"));
        QVERIFY(receipt.orders[0].balance.isZero());
    }

    void sheCollectsTheRest()
    {
        finance::PaymentDraft transfer{Money(16'000'00, m_shop->desk().profile().currency),
                                       finance::PaymentMethod::Transfer};
        const auto sent = changes::await(finance::PaymentService(session(), door()).take(*m_order, transfer)).value();
        STEP(figures(m_mother, 20'000, 16'000));
        m_shop->press(Qt::Key_F6);
        m_shop->type(load().number);
        m_shop->press(Qt::Key_Return);
        QTRY_COMPARE(m_shop->child<PayerChoice>()->text(), QStringLiteral("Ngozi Okafor pays")); // hers are ticked
        STEP(asks(20'000));
        const auto waits = [this] {
            const auto chips = m_shop->child<PayPane>()->findChildren<Chip *>();
            return std::ranges::any_of(chips, [](const Chip *chip) { return chip->isVisible(); });
        };
        QVERIFY(waits());
        look("hers");
        m_shop->desk().navigation().clientRequested(m_mother);
        QTest::qWait(200);
        look("card");
        m_shop->press(Qt::Key_Escape);
        QVERIFY(changes::await(finance::PaymentService(session(), door()).confirm(sent.id)));
        QTRY_VERIFY(!waits());
        STEP(figures(m_mother, 20'000));
        STEP(asks(20'000));
        test::showTicket(m_shop->window());
        m_shop->press(Qt::Key_F9);
        QTRY_VERIFY(load().sums->balance.isZero());
        const orders::OrderDetail order = load();
        QVERIFY(std::ranges::all_of(order.pieces, &orders::Piece::isCollected));
        STEP(figures(m_mother, 0));
        STEP(figures(m_groomsman, 0));
    }

    void closeTheDay()
    {
        finance::TillService till(session(), door());
        const finance::TillSums sums = till.sums().value();
        QCOMPARE(sums.turnover.minor(), qint64(87'000'00));
        QVERIFY(changes::await(till.count({{}, sums.expectedCash})).ok());
        const auto page =
            till.dayPage(changes::await(till.close({Money(0, m_shop->desk().profile().currency), {}})).value());
        QCOMPARE(page->sums.turnover.minor(), qint64(87'000'00));
        const QString path = m_shop->path();
        m_shop->close();
        QVERIFY(storage::verifyFile(path, false)->problems.empty());
    }

    std::unique_ptr<test::OpenProgram> m_shop;
    ClientId m_mother{IdBytes{}};
    ClientId m_groomsman{IdBytes{}};
    ClientId m_known{IdBytes{}};
    std::optional<OrderId> m_order;
};

QTEST_MAIN(TestWedding)
#include "tst_wedding.moc"
