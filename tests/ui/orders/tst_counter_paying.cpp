// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/draft_store.h"
#include "core/finance/account_service.h"
#include "core/finance/payment_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/pay_details.h"
#include "ui/orders/pay_facts.h"
#include "ui/orders/ticket_pane.h"
#include "ui/widgets/money_edit.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;
using finance::PaymentMethod;

//! How money is taken with an order at the counter: all that pick up knows, and the same form.
class TestCounterPaying : public QObject {
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

    void theNoteAndTheChange()
    {
        begin(1'200'000);
        QVERIFY(shown(QStringLiteral("Given")));
        type(QStringLiteral("Given"), QStringLiteral("20000"));
        QVERIFY(says(QStringLiteral("8,000"))); // at once
        QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
        book();
        const finance::Payment paid = payments().at(0);
        QCOMPARE(paid.amount.minor(), qint64(1'200'000));
        QCOMPARE(paid.tendered->minor(), qint64(2'000'000));
        QCOMPARE(paid.change->minor(), qint64(800'000));
        QVERIFY(std::ranges::any_of(said, [](const QList<QVariant> &one) {
            return one[0].toString().contains(QStringLiteral("give back ₦8,000"));
        }));
        const auto receipts = [this] { return QDir(m_shop->papers.path()).entryList({QStringLiteral("receipt-*")}); };
        QTRY_COMPARE(receipts().size(), 1); // by itself, as it is here
    }

    //! Should the program end in between, the disk has known before the commit that it was on its way.
    void thatItIsOnItsWayStandsOnTheDiskFirst()
    {
        begin(1'200'000);
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
        book();
        QVERIFY(onDisk);
        QVERIFY(onDisk->value(QLatin1String("booking")).toBool());
    }

    //! Sent once more, as where its answer was lost: the one that is there is shown.
    void anOrderThatIsThereIsOpenedAndNotBookedTwice()
    {
        begin(1'200'000);
        const auto written =
            changes::await(orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).book(editor().toBook()))
                .value();
        std::vector<OrderId> opened;
        connect(&m_shop->desk->navigation(), &Navigation::openOrderRequested, m_page.get(),
                [&opened](OrderId order) { opened.push_back(order); });
        QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
        m_page->handle(ActionId::Pay);
        QTRY_COMPARE(opened, std::vector{written.id});
        QVERIFY2(said[0][0].toString().contains(written.number), qPrintable(said[0][0].toString()));
        QVERIFY(editor().isEmpty());
        QVERIFY(editor().canBringBack());
        QCOMPARE(orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).openOrders()->rows.size(), size_t(1));
    }

    void whatIsNotCountedOutIsExact()
    {
        begin(1'200'000);
        book();
        QVERIFY(!payments().at(0).tendered);
        QCOMPARE(payments().at(0).amount.minor(), qint64(1'200'000));
    }

    void tooLittleIsRefusedAndStays()
    {
        begin(1'200'000);
        type(QStringLiteral("Given"), QStringLiteral("1000"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QVERIFY(says(QStringLiteral("What was given is less than what is taken")));
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Given"));
        QVERIFY(!editor().isEmpty());
        QCOMPARE(field(QStringLiteral("Given"))->text(), QStringLiteral("1000"));
        type(QStringLiteral("Given"), QStringLiteral("1x0"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QVERIFY(!editor().isEmpty());
        QVERIFY(nothingIsBooked());
    }

    void aZeroTooManyIsAskedOnce()
    {
        begin(1'200'000);
        type(QStringLiteral("Given"), QStringLiteral("120000"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QVERIFY(says(QStringLiteral("Press again if it is so")));
        QVERIFY(nothingIsBooked());
        book();
        QCOMPARE(payments().at(0).change->minor(), qint64(10'800'000));
    }

    void byItsKey_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<PaymentMethod>("method");
        QTest::addColumn<bool>("waits");
        QTest::newRow("cash") << QStringLiteral("c") << PaymentMethod::Cash << false;
        QTest::newRow("card") << QStringLiteral("d") << PaymentMethod::Card << false;
        QTest::newRow("transfer") << QStringLiteral("T") << PaymentMethod::Transfer << true;
        QTest::newRow("mobile money") << QStringLiteral("m") << PaymentMethod::MobileMoney << false;
    }
    void byItsKey()
    {
        QFETCH(QString, key);
        QFETCH(PaymentMethod, method);
        QFETCH(bool, waits);
        begin(1'200'000);
        field(QStringLiteral("Pay now"))->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), key);
        QCOMPARE(field(QStringLiteral("Pay now"))->text(), QStringLiteral("12,000")); // no letter in it
        const bool asks = finance::mayWait(method);
        QCOMPARE(shown(QStringLiteral("Reference")), asks);
        QCOMPARE(shown(QStringLiteral("Given")), method == PaymentMethod::Cash);
        if (asks)
            type(QStringLiteral("Reference"), QStringLiteral("QX7 44"));
        book();
        const finance::Payment paid = payments().at(0);
        QCOMPARE(paid.method, std::optional(method));
        QCOMPARE(paid.waiting, waits);
        QCOMPARE(paid.reference, asks ? QStringLiteral("QX7 44") : QString());
    }

    //! Whoever says "transfer" reads its reference aloud next; the letters of one must choose no other way to pay.
    void whatATransferIsFoundByIsTypedNext_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("by its key") << QStringLiteral("t");
        QTest::newRow("by the mouse") << QStringLiteral("Transfer");
        QTest::newRow("mobile money") << QStringLiteral("Mobile");
    }
    void whatATransferIsFoundByIsTypedNext()
    {
        QFETCH(QString, how);
        begin(1'200'000);
        field(QStringLiteral("Pay now"))->setFocus();
        if (how.size() == 1)
            QTest::keyClicks(QApplication::focusWidget(), how);
        else
            QTest::mouseClick(way(how), Qt::LeftButton);
        QTRY_COMPARE(QApplication::focusWidget(), field(QStringLiteral("Reference")));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("GTB 993311"));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        QCOMPARE(payments().at(0).reference, QStringLiteral("GTB 993311"));
    }

    void withoutItsReferenceItIsAskedAboutOnce_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<bool>("ticked");
        QTest::addColumn<bool>("waits");
        QTest::newRow("transfer") << QStringLiteral("Transfer") << false << true;
        QTest::newRow("mobile money: nobody saw its code") << QStringLiteral("Mobile") << false << true;
        QTest::newRow("mobile money that was seen") << QStringLiteral("Mobile") << true << false;
    }
    void withoutItsReferenceItIsAskedAboutOnce()
    {
        QFETCH(QString, how);
        QFETCH(bool, ticked);
        QFETCH(bool, waits);
        begin(1'200'000);
        way(how)->click();
        QVERIFY(!arrivedBox()->isChecked());
        if (ticked)
            arrivedBox()->click();
        m_page->handle(ActionId::Pay);
        QVERIFY(says(QStringLiteral("is not typed")));
        QCOMPARE(QApplication::focusWidget(), field(QStringLiteral("Reference")));
        QVERIFY(nothingIsBooked());
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        QCOMPARE(payments().at(0).waiting, waits);
    }

    void aTransferThatHasComeIn()
    {
        begin(1'200'000);
        field(QStringLiteral("Pay now"))->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("t"));
        arrivedBox()->click();
        book();
        QVERIFY(!payments().at(0).waiting);
    }

    void creditIsOneMoreWayToPay()
    {
        giveCredit(500'000);
        begin(1'200'000);
        auto *pay = field(QStringLiteral("Pay now"));
        pay->setFocus();
        QTest::keyClicks(pay, QStringLiteral("r"));
        QCOMPARE(pay->text(), QStringLiteral("5,000")); // no more than there is
        book();
        QCOMPARE(payments().at(0).method, std::optional(PaymentMethod::Credit));
        QCOMPARE(account().credit.minor(), qint64(0));
        QCOMPARE(account().owed.minor(), qint64(700'000));
        begin(100'000); // nothing is left: the key means nothing
        QTest::keyClicks(field(QStringLiteral("Pay now")), QStringLiteral("r"));
        QCOMPARE(field(QStringLiteral("Pay now"))->text(), QStringLiteral("1,000"));
        book();
        QCOMPARE(payments().at(0).method, std::optional(PaymentMethod::Cash));
    }

    void whatIsMoreCanBeKept()
    {
        begin(1'200'000);
        QVERIFY(!keepBox()->isVisible());
        type(QStringLiteral("Given"), QStringLiteral("15000"));
        QVERIFY(keepBox()->isVisible());
        keepBox()->click();
        book();
        QCOMPARE(account().credit.minor(), qint64(300'000));
        QCOMPARE(account().owed.minor(), qint64(0));
    }

    //! A note for a deposit: what is more than the deposit goes back.
    void ofADepositNothingIsKept()
    {
        begin(1'200'000, orders::PieceKind::Make);
        QCOMPARE(field(QStringLiteral("Pay now"))->text(), QStringLiteral("6,000"));
        type(QStringLiteral("Given"), QStringLiteral("20000"));
        QVERIFY(!keepBox()->isVisible());
        book();
        QCOMPARE(payments().at(0).amount.minor(), qint64(600'000));
        QCOMPARE(payments().at(0).change->minor(), qint64(1'400'000));
        QCOMPARE(account().credit.minor(), qint64(0));
    }

    void theFiscalTillsNumber()
    {
        WorkspaceProfile profile = m_shop->desk->profile();
        profile.receipts = ReceiptMode::OwnTill;
        QVERIFY(changes::await(WorkspaceService(session(), door()).update(profile)));
        openPage();
        QVERIFY(!shown(QStringLiteral("Number on your till’s receipt")));
        begin(1'200'000);
        QVERIFY(shown(QStringLiteral("Number on your till’s receipt")));
        type(QStringLiteral("Number on your till’s receipt"), QStringLiteral("Z-0042"));
        book();
        auto row = session().reader().query("SELECT fiscal FROM transactions WHERE order_id IS NOT NULL").value();
        QVERIFY(row->step().value());
        QVERIFY2(row->text(0).contains(QStringLiteral("Z-0042")), qPrintable(row->text(0)));
        // Who prints it there gets none from here by itself, and one where it is asked for.
        QTest::qWait(100);
        const auto receipts = [this] { return QDir(m_shop->papers.path()).entryList({QStringLiteral("receipt-*")}); };
        QCOMPARE(receipts().size(), 0);
        QVERIFY(m_page->handle(ActionId::PrintAgain));
        QTRY_COMPARE(receipts().size(), 1);
    }

    void whenAPaperFollows_data()
    {
        QTest::addColumn<QString>("country");
        QTest::addColumn<ReceiptMode>("mode");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qint64>("price");
        QTest::addColumn<bool>("prints");
        const QString fr = QStringLiteral("FR");
        const QString eur = QStringLiteral("EUR");
        QTest::newRow("FR below the note") << fr << ReceiptMode::None << eur << qint64(24'99) << false;
        QTest::newRow("FR from 25 on") << fr << ReceiptMode::None << eur << qint64(25'00) << true;
        QTest::newRow("FR, its own till") << fr << ReceiptMode::OwnTill << eur << qint64(90'00) << false;
        QTest::newRow("FR in francs") << fr << ReceiptMode::None << QStringLiteral("CHF") << qint64(90'00) << false;
        QTest::newRow("NG") << QStringLiteral("NG") << ReceiptMode::None << QStringLiteral("NGN") << qint64(1) << true;
        QTest::newRow("DE, its own till")
            << QStringLiteral("DE") << ReceiptMode::OwnTill << eur << qint64(90'00) << false;
        QTest::newRow("IT, here") << QStringLiteral("IT") << ReceiptMode::Here << eur << qint64(1'00) << true;
    }
    void whenAPaperFollows()
    {
        QFETCH(QString, country);
        QFETCH(ReceiptMode, mode);
        QFETCH(QString, currency);
        QFETCH(qint64, price);
        QFETCH(bool, prints);
        const Currency money = Currency::parse(currency).value();
        QCOMPARE(finance::receiptRulesOf(country, mode, money).printsFor(Money(price, money)), prints);
    }

    //! The power went between the note and the change.
    void everythingTypedOutlivesAStart()
    {
        begin(1'200'000);
        field(QStringLiteral("Pay now"))->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("t"));
        type(QStringLiteral("Reference"), QStringLiteral("QX7"));
        arrivedBox()->click();
        restart();
        QVERIFY(shown(QStringLiteral("Reference")));
        QCOMPARE(field(QStringLiteral("Reference"))->text(), QStringLiteral("QX7"));
        QVERIFY(arrivedBox()->isChecked());
        QTest::keyClicks(field(QStringLiteral("Pay now")), QStringLiteral("c"));
        type(QStringLiteral("Given"), QStringLiteral("15000"));
        keepBox()->click();
        restart();
        QCOMPARE(field(QStringLiteral("Given"))->text(), QStringLiteral("15000"));
        QVERIFY(keepBox()->isChecked());
        book();
        QCOMPARE(account().credit.minor(), qint64(300'000));
        restart(); // of a booked order nothing comes back
        QVERIFY(editor().isEmpty());
        QVERIFY(editor().payFacts().isEmpty());
    }

    void factsAreTheSameAfterTheDisk()
    {
        const PayFacts facts{PaymentMethod::MobileMoney, QStringLiteral("1 000,5"),
                             QStringLiteral("Q\"7"),     false,
                             QStringLiteral("Z-1"),      true};
        QVERIFY(payFactsFromJson(toJson(facts)) == facts);
        QVERIFY(payFactsFromJson(toJson(PayFacts())).isEmpty());
        QVERIFY(payFactsFromJson({{QStringLiteral("method"), 7}, {QStringLiteral("arrived"), QStringLiteral("yes")}})
                    .isEmpty());
    }

    void fits_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("percent");
        for (const char *key : {"c", "d", "t", "m", "r"}) {
            for (const int percent : {100, 130}) {
                QTest::addRow("%s wide %d", key, percent) << QString::fromLatin1(key) << QSize(1198, 712) << percent;
                QTest::addRow("%s low %d", key, percent) << QString::fromLatin1(key) << QSize(968, 484) << percent;
            }
        }
    }
    void fits()
    {
        QFETCH(QString, key);
        QFETCH(QSize, size);
        QFETCH(int, percent);
        giveCredit(500'000);
        Theme::instance().setTextSizePercent(percent);
        begin(1'200'000);
        m_page->resize(size);
        QTest::keyClicks(field(QStringLiteral("Pay now")), key);
        if (key == QLatin1String("c"))
            type(QStringLiteral("Given"), QStringLiteral("15000"));
        QApplication::processEvents();
        const QStringList squeezed = test::squeezed(*m_page);
        const QStringList nameless = test::nameless(*m_page);
        Theme::instance().setTextSizePercent(100);
        QVERIFY2(squeezed.isEmpty(), qPrintable(squeezed.join(u'\n')));
        QCOMPARE(nameless, QStringList());
    }

    //! Large letters in the lowest window: the reference has its whole height, is scrolled to once the keyboard is in it,
    //! and the button stands where it stood.
    void whatDoesNotFitIsScrolledTo()
    {
        Theme::instance().setTextSizePercent(130);
        begin(1'200'000);
        m_page->resize(968, 484);
        QTest::keyClicks(field(QStringLiteral("Pay now")), QStringLiteral("t"));
        QLineEdit *reference = field(QStringLiteral("Reference"));
        reference->setFocus();
        QTRY_VERIFY(reference->visibleRegion().boundingRect() == reference->rect());
        const int height = reference->height();
        const int needed = reference->minimumSizeHint().height();
        const auto buttons = m_page->findChild<TicketPane *>()->findChildren<QAbstractButton *>();
        const bool bookable = std::ranges::any_of(buttons, [](const QAbstractButton *button) {
            return button->text().startsWith(QStringLiteral("Take")) &&
                   button->visibleRegion().boundingRect() == button->rect();
        });
        Theme::instance().setTextSizePercent(100);
        QVERIFY(height >= needed);
        QVERIFY(bookable);
    }

    void canBeLookedAt()
    {
        giveCredit(500'000);
        begin(1'200'000);
        type(QStringLiteral("Given"), QStringLiteral("15000"));
        if (!test::takePictures(*m_page, QStringLiteral("counter-pay-cash")))
            QSKIP("THIMBLELY_SHOW_PAGES is not set");
        m_page->resize(1198, 712);
        QTest::keyClicks(field(QStringLiteral("Pay now")), QStringLiteral("t"));
        test::takePictures(*m_page, QStringLiteral("counter-pay-transfer"));
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
    //! One piece of hers, promised.
    void begin(qint64 minor, orders::PieceKind kind = orders::PieceKind::Alteration)
    {
        editor().setClient(m_client, QStringLiteral("A. Bello"));
        orders::PieceDraft coat = m_shop->piece(QStringLiteral("Coat"), minor);
        coat.kind = kind;
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
    void giveCredit(qint64 minor)
    {
        finance::PaymentDraft more{Money(minor, m_shop->desk->profile().currency)};
        more.restAsCredit = true;
        QVERIFY(changes::await(finance::AccountService(session(), door()).take(m_client, more)));
    }
    finance::ClientAccount account() { return finance::AccountService(session(), door()).of(m_client).value(); }
    bool nothingIsBooked() { return orders::OrderService(session(), door()).openOrders()->rows.empty(); }
    //! Of the newest order.
    std::vector<finance::Payment> payments()
    {
        auto newest =
            session().reader().query("SELECT id FROM orders ORDER BY created_at DESC, id DESC LIMIT 1").value();
        if (!newest->step().value())
            return {};
        return finance::PaymentService(session(), door()).ofOrder(newest->id<OrderId>(0)).value();
    }
    access::Session &session() { return *m_shop->shop.session; }
    changes::WriteDoor &door() { return *m_shop->shop.door; }
    OrderEditor &editor() const { return *m_page->findChild<OrderEditor *>(); }
    PayDetails &details() const { return *m_page->findChild<PayDetails *>(); }
    QLineEdit *field(const QString &name) const
    {
        const auto all = m_page->findChildren<QLineEdit *>();
        for (QLineEdit *each : all) {
            if (each->accessibleName() == name)
                return each;
        }
        qFatal("no field %s", qPrintable(name));
    }
    QAbstractButton *way(const QString &name) const
    {
        const auto all = details().findChildren<QAbstractButton *>();
        for (QAbstractButton *each : all) {
            if (each->text() == name)
                return each;
        }
        qFatal("no way %s", qPrintable(name));
    }
    bool shown(const QString &name) const { return field(name)->isVisible(); }
    void type(const QString &name, const QString &text)
    {
        QLineEdit *edit = field(name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    QCheckBox *box(const QString &text) const
    {
        const auto all = details().findChildren<QCheckBox *>();
        for (QCheckBox *each : all) {
            if (each->text() == text)
                return each;
        }
        qFatal("no box %s", qPrintable(text));
    }
    QCheckBox *arrivedBox() const { return box(QStringLiteral("Has come in")); }
    QCheckBox *keepBox() const { return box(QStringLiteral("Keep the rest as credit")); }
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

QTEST_MAIN(TestCounterPaying)
#include "tst_counter_paying.moc"
