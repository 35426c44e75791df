// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/ui/orders/counter_shop.h"
#include "ui/clients/client_matches.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/day_load_list.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/piece_row.h"
#include "ui/theme/paint.h"
#include "ui/widgets/amount_text.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

class TestCounterPage : public QObject {
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

    void aKnownClientTakesSixteenKeys()
    {
        type("4471");
        press(Qt::Key_Return);
        QCOMPARE(editor().draft().client, std::optional(m_client));
        type("1"); // trousers
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        type("450");
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        type("fr");
        m_page->handle(ActionId::Pay);
        ++m_keys;
        QVERIFY2(m_keys <= 16, qPrintable(QString::number(m_keys)));
        QTRY_VERIFY(editor().isEmpty());
        QCOMPARE(field(QStringLiteral("When it is promised"))->text(), QString());
        const auto open = orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).openOrders().value();
        QCOMPARE(open.rows.size(), size_t(1));
        QCOMPARE(open.rows[0].clientName, QStringLiteral("A. Bello"));
        QCOMPARE(open.rows[0].promisedDate->toIso(), QStringLiteral("2026-11-27"));
        QCOMPARE(open.rows[0].due->minor(), qint64(22'500)); // half was taken
        const QString claim = QStringLiteral("claim-%1.pdf").arg(open.rows[0].number);
        QTRY_VERIFY(QFile::exists(m_shop->papers.filePath(claim)));
    }

    void anUnknownNumberBecomesAClient()
    {
        type("0701 222 33 44");
        press(Qt::Key_Return);
        type("Tunde Ade");
        press(Qt::Key_Return);
        QTRY_VERIFY(editor().draft().client.has_value());
        QCOMPARE(editor().clientName(), QStringLiteral("Tunde Ade"));
        const auto client =
            ClientService(*m_shop->shop.session, *m_shop->shop.door).load(*editor().draft().client).value();
        QCOMPARE(client.fields.phones.front().number, QStringLiteral("0701 222 33 44"));
    }

    //! A power cut between the number and the last letter of the name.
    void aHalfTypedClientIsThereAfterAStart_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("number first") << QByteArray("0701 222 33 44") << QByteArray("Tunde Ade");
        QTest::newRow("name first") << QByteArray("Ade, Tunde") << QByteArray("0701 222 33 44");
    }
    void aHalfTypedClientIsThereAfterAStart()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        type(first.constData());
        press(Qt::Key_Return);
        type(second.constData());
        m_page.reset();
        m_shop->restart();
        openPage();
        const auto typed = [] { return qobject_cast<QLineEdit *>(QApplication::focusWidget())->text().toUtf8(); };
        QCOMPARE(typed(), second);
        QVERIFY(says(QString::fromLatin1(first) + QStringLiteral(", ") + QString::fromLatin1(second)));
        m_page->handle(ActionId::Park); // and parked and gone on with
        QTRY_VERIFY(editor().isEmpty());
        m_page->handle(ActionId::Park);
        press(Qt::Key_Return);
        QTRY_COMPARE(editor().newText().toUtf8(), second);
        QCOMPARE(field(QStringLiteral("Who the order is for"))->text().toUtf8(), first);
        m_page->arrive();
        QCOMPARE(typed(), second);
        press(Qt::Key_Return);
        QTRY_VERIFY(editor().draft().client.has_value());
        const auto fields =
            ClientService(*m_shop->shop.session, *m_shop->shop.door).load(*editor().draft().client)->fields;
        QVERIFY(fields.name.toUtf8() == first || fields.name.toUtf8() == second);
        QCOMPARE(fields.phones.front().number, QStringLiteral("0701 222 33 44"));
        QVERIFY(editor().newText().isEmpty());
    }

    void tasksSumToThePriceUntilOneIsTyped()
    {
        editor().addPiece(QStringLiteral("trousers"), QStringLiteral("Trousers"));
        auto *row = m_page->findChild<PieceRow *>();
        row->focusFirst();
        type("1-3.5 cm 2000"); // 1: hem
        press(Qt::Key_Return);
        type("Taper 2500");
        press(Qt::Key_Return);
        const orders::PieceDraft piece = editor().draft().pieces[0];
        QCOMPARE(piece.tasks.size(), size_t(2));
        QCOMPARE(piece.tasks[0].name, QStringLiteral("Hem"));
        QCOMPARE(piece.unitPrice->minor(), qint64(450'000));
    }

    //! A piece never drops out of the sum unseen.
    void aPriceThatCannotBeReadLeavesNoTotal()
    {
        editor().addPiece(m_shop->piece(QStringLiteral("Shirt"), 400'000));
        editor().addPiece(QStringLiteral("trousers"), QStringLiteral("Trousers"));
        editor().setPromiseText(QStringLiteral("fri"));
        QLineEdit *price = field(QStringLiteral("Price of piece 2"));
        price->setFocus();
        type("1.250");
        QVERIFY(!editor().totals());
        QCOMPARE(editor().payNow().error().code, QByteArray("order.price_unreadable"));
        QVERIFY(says(QStringLiteral("The price of piece 2, Trousers, cannot be read")));
        QVERIFY(button(QStringLiteral("Book + print")));
        m_page->handle(ActionId::Pay);
        QVERIFY(price->hasFocus());
        QVERIFY(orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).openOrders()->rows.empty());
        type("1250");
        QCOMPARE(editor().totals()->total.minor(), qint64(525'000));
        type("x");
        QVERIFY(!editor().totals());
        press(Qt::Key_Backspace);
        QVERIFY(editor().totals());
        price->selectAll();
        press(Qt::Key_Delete); // none is not one that cannot be read
        QCOMPARE(editor().totals()->total.minor(), qint64(400'000));
    }

    void oneKeyRepeatsTheLastOrderAndSaysWhatCostsMore()
    {
        m_page->handle(ActionId::Repeat);
        QVERIFY(editor().isEmpty());
        const auto hem = m_shop->addService(QStringLiteral("Hem"), QStringLiteral("trousers"), 1, 200'000);
        orders::PieceDraft trousers = m_shop->piece(QStringLiteral("Trousers"), 200'000);
        orders::Task task;
        task.name = QStringLiteral("Hem");
        task.service = hem;
        task.price = trousers.unitPrice;
        trousers.tasks = {task};
        m_shop->book(m_client, {trousers, m_shop->piece(QStringLiteral("Jacket"), 4'500'000)});
        inventory::InventoryService list(*m_shop->shop.session, *m_shop->shop.door);
        inventory::ItemDraft dearer = list.load(hem)->facts;
        dearer.sellingPrice = Money(250'000, m_shop->desk->profile().currency);
        QVERIFY(changes::await(list.edit(hem, dearer)));
        type("4471");
        press(Qt::Key_Return);
        m_page->handle(ActionId::Repeat);
        QCOMPARE(editor().draft().pieces.size(), size_t(2));
        QCOMPARE(editor().totals()->total.minor(), qint64(4'750'000));
        QVERIFY(says(QStringLiteral("Other prices today: Hem 2,500, was 2,000.")));
        test::takePictures(*m_page, QStringLiteral("repeated"));
        editor().startOver();
        QVERIFY(!says(QStringLiteral("Other prices today")));
    }

    void nothingIsBookedWithoutAPiece()
    {
        type("4471");
        press(Qt::Key_Return);
        QVERIFY(m_page->handle(ActionId::Pay));
        QVERIFY(m_shop->shop.door->undo().isValid());
        QVERIFY(orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).openOrders()->rows.empty());
        QCOMPARE(editor().draft().client, std::optional(m_client));
    }

    void aPriceThatCannotBeReadIsRefusedAndStays()
    {
        editor().addPiece(m_shop->piece(QStringLiteral("Jacket"), 25'000));
        editor().addPiece(QStringLiteral("trousers"), QStringLiteral("Trousers"));
        editor().setPromiseText(QStringLiteral("fri"));
        const QString second = QStringLiteral("Price of piece 2");
        field(second)->setFocus();
        type("-50");
        m_page->handle(ActionId::Pay);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), second);
        m_page.reset();
        m_shop->restart();
        openPage();
        QCOMPARE(field(second)->text(), QStringLiteral("-50"));
        m_page->handle(ActionId::Pay);
        m_page->handle(ActionId::Pay);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), second);
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        QVERIFY(orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).openOrders()->rows.empty());
        QCOMPARE(editor().draft().pieces.size(), size_t(2));
    }

    //! Else what is typed next lands in the neighbour: a day in the money, a price in the tiles.
    void enterOnWhatCannotBeReadStaysThere_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("wrong");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QString>("next");
        const QString pay = QStringLiteral("Pay now");
        const QString day = QStringLiteral("When it is promised");
        const QString off = QStringLiteral("Discount, an amount or a share");
        QTest::newRow("day") << day << QByteArray("31 feb") << QByteArray("+3") << pay;
        QTest::newRow("discount") << off << QByteArray("x") << QByteArray("10 %") << pay;
        QTest::newRow("pay") << pay << QByteArray("-5") << QByteArray() << QString();
        QTest::newRow("price") << QStringLiteral("Price of piece 1") << QByteArray("-500") << QByteArray("500")
                               << QStringLiteral("Trousers, key 1");
    }
    void enterOnWhatCannotBeReadStaysThere()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, wrong);
        QFETCH(QByteArray, right);
        QFETCH(QString, next);
        editor().addPiece(m_shop->piece(QStringLiteral("Jacket"), 2'500'000));
        QLineEdit *edit = field(name);
        edit->setFocus();
        edit->selectAll();
        type(wrong.constData());
        press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), edit);
        QCOMPARE(edit->selectedText(), QString::fromLatin1(wrong));
        QVERIFY(says(QStringLiteral("▲")));
        if (next.isEmpty())
            return;
        type(right.constData());
        press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), next);
    }

    void whatIsMissingIsAskedOnce()
    {
        editor().addPiece(QStringLiteral("jacket"), QStringLiteral("Jacket"));
        const auto booked = [this] {
            QThreadPool::globalInstance()->waitForDone(20'000);
            return orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).openOrders()->rows.size();
        };
        m_page->handle(ActionId::Pay);
        QCOMPARE(booked(), size_t(0));
        editor().setNotes(QStringLiteral("before noon"));
        m_page->handle(ActionId::Pay); // something changed: asked again
        QCOMPARE(booked(), size_t(0));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        QCOMPARE(booked(), size_t(1));
    }

    //! Whoever took the task out has answered; whoever started anew has nothing to answer.
    void whatWasSaidGoesWithWhatItWasAbout()
    {
        type("4471");
        press(Qt::Key_Return);
        m_page->handle(ActionId::Pay);
        QVERIFY(says(QStringLiteral("needs at least one piece")));
        editor().setClient({}, {});
        QVERIFY(!says(QStringLiteral("needs at least one piece")));
        orders::PieceDraft coat = m_shop->piece(QStringLiteral("Coat"), 100'000);
        orders::Task hem;
        hem.name = QStringLiteral("Hem");
        hem.price = coat.unitPrice;
        orders::Task slip;
        slip.name = QStringLiteral("f18");
        coat.tasks = {hem, slip};
        editor().addPiece(coat);
        editor().setPromiseText(QStringLiteral("fri"));
        m_page->handle(ActionId::Pay);
        QVERIFY(says(QStringLiteral("“f18” has no price")));
        coat.tasks = {hem};
        editor().changePiece(0, coat);
        QVERIFY(!says(QStringLiteral("“f18” has no price")));
    }

    void twoLettersThatBeginTwoColoursAreAskedAboutOnce()
    {
        editor().addPiece(m_shop->piece(QStringLiteral("Coat"), 100'000));
        const QString colour = QStringLiteral("Colour and mark of piece 1");
        field(colour)->setFocus();
        type("bl");
        press(Qt::Key_Return);
        QVERIFY(says(QStringLiteral("black")) && says(QStringLiteral("blue")));
        QCOMPARE(QApplication::focusWidget(), field(colour));
        field(colour)->end(false);
        type("u");
        QVERIFY(!says(QStringLiteral("▲ “bl”")));
        press(Qt::Key_Return);
        QCOMPARE(editor().draft().pieces[0].colour, QStringLiteral("blue"));
        QCOMPARE(QApplication::focusWidget(), field(QStringLiteral("Price of piece 1")));
        field(colour)->setFocus();
        field(colour)->selectAll();
        type("gr");
        press(Qt::Key_Return);
        press(Qt::Key_Return); // so it is called here
        QCOMPARE(editor().draft().pieces[0].colour, QStringLiteral("gr"));
        QCOMPARE(QApplication::focusWidget(), field(QStringLiteral("Price of piece 1")));
    }

    //! The mouse opened it, and the hands are on the keys: it is the style that is said, and no day.
    void wordsOnTheStyleAreItsNote()
    {
        editor().addPiece(m_shop->piece(QStringLiteral("Jacket"), 100'000));
        button(QStringLiteral("Style"))->click();
        type("s");
        type("oft shoulder"); // where the first letter led
        QCOMPARE(editor().draft().pieces[0].styleNote, QStringLiteral("soft shoulder"));
        QCOMPARE(editor().promiseText(), QString());
    }

    void aColourStandsBesideItsSwatchInAMirroredWindowToo()
    {
        m_page->setLayoutDirection(Qt::RightToLeft);
        editor().addPiece(m_shop->piece(QStringLiteral("Coat"), 100'000));
        QLineEdit *colour = field(QStringLiteral("Colour and mark of piece 1"));
        colour->setText(QStringLiteral("navy"));
        QApplication::processEvents();
        colour->home(false);
        QVERIFY(colour->inputMethodQuery(Qt::ImCursorRectangle).toRectF().x() > colour->width() / 2.);
    }

    void theSumsStandWhateverStandsInPayNow()
    {
        editor().addPiece(m_shop->piece(QStringLiteral("Jacket"), 2'500'000));
        const auto total = [this] {
            const auto amounts = m_page->findChildren<AmountLabel *>();
            return std::ranges::count_if(amounts, [](const AmountLabel *amount) {
                return amount->isVisible() && amount->text().contains(QStringLiteral("25,000"));
            });
        };
        const auto before = total();
        QVERIFY(before > 0);
        QLineEdit *pay = field(QStringLiteral("Pay now"));
        for (const char *typed : {"12x", "-5", "1.234"}) {
            pay->setFocus();
            pay->selectAll();
            type(typed);
            QCOMPARE(total(), before);
            QVERIFY(says(QStringLiteral("▲")));
        }
        editor().addPiece(m_shop->piece(QStringLiteral("Skirt"), 500'000)); // and follow the pieces
        QVERIFY(says(QStringLiteral("30,000")));
    }

    void aDayOfTheListIsTypedInDays()
    {
        editor().addPiece(m_shop->piece(QStringLiteral("Jacket"), 2'500'000));
        auto *days = m_page->findChild<DayLoadList *>();
        Q_EMIT days->dayChosen(m_shop->desk->today().plusDays(3));
        QCOMPARE(field(QStringLiteral("When it is promised"))->text(), QStringLiteral("+3"));
        QCOMPARE(editor().promiseText(), QStringLiteral("+3"));
        QCOMPARE(editor().draft().promisedDate->toIso(), QStringLiteral("2026-11-28"));
        QVERIFY(says(QStringLiteral("Sat 28")));
    }

    void startingOverLeavesNothingBehind()
    {
        type("4471");
        press(Qt::Key_Return);
        editor().addPiece(m_shop->piece(QStringLiteral("Coat"), 100'000));
        QLineEdit *when = field(QStringLiteral("When it is promised"));
        QLineEdit *pay = field(QStringLiteral("Pay now"));
        when->setFocus();
        type("31 feb");
        press(Qt::Key_Tab);
        pay->setFocus();
        pay->selectAll();
        type("12x");
        m_page->handle(ActionId::Pay);
        button(QStringLiteral("Start over"))->click();
        QVERIFY(editor().isEmpty());
        QCOMPARE(when->text(), QString());
        QCOMPARE(pay->text(), QString());
        for (const QLineEdit *edit : {when, pay})
            QVERIFY(!edit->property(property::Error).toBool());
        QVERIFY(!says(QStringLiteral("▲")));
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Who the order is for"));
    }

    void aDayThatCannotBeReadIsNeverNoDay()
    {
        editor().addPiece(m_shop->piece(QStringLiteral("Coat"), 100'000));
        field(QStringLiteral("When it is promised"))->setFocus();
        type("31 feb");
        for (int i = 0; i < 3; ++i) {
            m_page->handle(ActionId::Pay);
            QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("When it is promised"));
            QVERIFY(says(QStringLiteral("“31 feb” is no day")));
        }
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        QVERIFY(orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).openOrders()->rows.empty());
    }

    void aPromiseInThePastIsRefusedAndStays()
    {
        editor().addPiece(m_shop->piece(QStringLiteral("Coat"), 100'000));
        editor().setPromiseText(QStringLiteral("2020-01-01"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QCOMPARE(editor().promiseText(), QStringLiteral("2020-01-01"));
        QVERIFY(orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).openOrders()->rows.empty());
    }

    void hiddenMoneyIsHiddenInTheFieldsToo()
    {
        editor().addPiece(m_shop->piece(QStringLiteral("Coat"), 900'000));
        m_page.reset();
        m_shop->restart();
        HideMoney::instance().setOn(true);
        openPage();
        QLineEdit *pay = field(QStringLiteral("Pay now"));
        const QString price = field(QStringLiteral("Price of piece 1"))->displayText();
        const QString payNow = pay->displayText();
        const bool wrong = pay->property(property::Error).toBool();
        HideMoney::instance().setOn(false);
        QCOMPARE(price, QString());
        QCOMPARE(payNow, QString());
        QVERIFY(!wrong);
        QCOMPARE(pay->displayText(), QStringLiteral("4,500"));
    }

    void escapeStepsBackAndLosesNothing()
    {
        type("4471");
        press(Qt::Key_Return);
        type("2");
        QVERIFY(m_page->stepBack());
        QVERIFY(!m_page->stepBack());
        QCOMPARE(editor().draft().pieces.size(), size_t(1));
    }

    void tabGoesAsItIsSaid()
    {
        editor().addPiece(m_shop->piece(QStringLiteral("Coat"), 100'000));
        m_page->findChild<PieceRow *>()->focusFirst();
        QStringList names;
        for (int i = 0; i < 13; ++i) {
            names.append(QApplication::focusWidget()->accessibleName());
            press(Qt::Key_Tab);
        }
        const QStringList said{
            QStringLiteral("Next task of piece 1"),     QStringLiteral("Colour and mark of piece 1"),
            QStringLiteral("Price of piece 1"),         QStringLiteral("Condition of piece 1 as it came in"),
            QStringLiteral("Photo of piece 1"),         QStringLiteral("Style of piece 1: none said"),
            QStringLiteral("Piece 1: Cloth"),           QStringLiteral("Measure for piece 1"),
            QStringLiteral("Paper pattern of piece 1"), QStringLiteral("Take out piece 1, Coat"),
            QStringLiteral("The day it is for"),        QStringLiteral("Number on the old paper ticket"),
            QStringLiteral("Note to the workroom")};
        QCOMPARE(names, said);
        const QString when = QStringLiteral("When it is promised");
        for (int i = 0; i < 6 && QApplication::focusWidget()->accessibleName() != when; ++i)
            press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), when);
    }

    void whatWasTypedIsThereAfterAStartAndIsSaidSo()
    {
        type("4471");
        press(Qt::Key_Return);
        type("3");
        press(Qt::Key_Return);
        type("white");
        m_page.reset();
        m_shop->restart();
        openPage();
        QCOMPARE(editor().draft().client, std::optional(m_client));
        QCOMPARE(editor().draft().pieces.at(0).colour, QStringLiteral("white"));
        bool said = false;
        const auto labels = m_page->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            said = said || (label->isVisible() &&
                            label->text().contains(QStringLiteral("A. Bello, 1 piece. Not booked, no money taken")));
        QVERIFY(said);
    }

    void everythingThatTakesTheKeyboardHasAName()
    {
        type("4471");
        press(Qt::Key_Return);
        editor().addPiece(m_shop->piece(QStringLiteral("Coat"), 100'000));
        for (const QSize size : {QSize(1198, 712), QSize(968, 484)}) {
            m_page->resize(size);
            QCOMPARE(test::nameless(*m_page), QStringList());
        }
    }

    void fitsInEverySizeAndDirection_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("percent");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("empty") << QSize(968, 484) << 0 << false;
        for (const int percent : {100, 115, 130}) {
            QTest::addRow("wide %d", percent) << QSize(1198, 712) << percent << false;
            QTest::addRow("narrow %d", percent) << QSize(968, 484) << percent << false;
            QTest::addRow("mirrored %d", percent) << QSize(968, 484) << percent << true;
        }
    }
    void fitsInEverySizeAndDirection()
    {
        QFETCH(QSize, size);
        QFETCH(int, percent);
        QFETCH(bool, mirrored);
        const bool empty = percent == 0;
        Theme::instance().setTextSizePercent(empty ? 100 : percent);
        m_page->setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        if (!empty) {
            type("4471");
            press(Qt::Key_Return);
            editor().addPiece(m_shop->piece(QStringLiteral("Coat"), 100'000));
        }
        m_page->resize(size);
        QApplication::processEvents();
        const QStringList squeezed = test::squeezed(*m_page);
        QCOMPARE(m_page->size(), size);
        Theme::instance().setTextSizePercent(100);
        QVERIFY2(squeezed.isEmpty(), qPrintable(squeezed.join(u'\n')));
    }

    void canBeLookedAt()
    {
        m_shop->book(m_client, {m_shop->piece(QStringLiteral("Shirt"), 400'000)}, m_shop->desk->today().plusDays(2));
        m_shop->book(m_client, {m_shop->piece(QStringLiteral("Shirt"), 0), m_shop->piece(QStringLiteral("Coat"), 0)},
                     m_shop->desk->today().plusDays(1));
        test::takePictures(*m_page, QStringLiteral("empty"));
        type("447");
        test::takePictures(*m_page, QStringLiteral("matches"));
        type("1");
        press(Qt::Key_Return);
        type("1");
        type("1-3.5 cm 2000");
        press(Qt::Key_Return);
        type("2 2500");
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        type("na pinstripe");
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        type("2");
        press(Qt::Key_Return);
        type("charcoal");
        press(Qt::Key_Return);
        type("7500");
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        type("fri 17");
        QTest::qWait(600);
        if (!test::takePictures(*m_page, QStringLiteral("counter")))
            QSKIP("Nobody asked to see it (THIMBLELY_SHOW_PAGES)");
    }

    void matchesAreAnHonestModel()
    {
        ClientMatches model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setClients(
            ClientService(*m_shop->shop.session, *m_shop->shop.door).search(QStringLiteral("Bello"), 6).value());
        QCOMPARE(model.rowCount(), 1);
        model.setClients({});
        QCOMPARE(model.rowCount(), 0);
    }

private:
    void openPage()
    {
        m_page = std::make_unique<CounterPage>(*m_shop->desk);
        m_page->resize(1198, 712);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->arrive();
        m_keys = 0;
    }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    QAbstractButton *button(const QString &text) const
    {
        const auto all = m_page->findChildren<QAbstractButton *>();
        for (QAbstractButton *each : all) {
            if (each->text() == text && each->isVisible())
                return each;
        }
        qFatal("no button %s", qPrintable(text));
    }
    OrderEditor &editor() const { return *m_page->findChild<OrderEditor *>(); }
    QLineEdit *field(const QString &name) const
    {
        const auto all = m_page->findChildren<QLineEdit *>();
        for (QLineEdit *each : all) {
            if (each->accessibleName() == name && each->isVisible())
                return each;
        }
        qFatal("no field %s", qPrintable(name));
    }
    void type(const char *text)
    {
        QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(text));
        m_keys += int(qstrlen(text));
    }
    void press(Qt::Key key)
    {
        QTest::keyClick(QApplication::focusWidget(), key);
        ++m_keys;
    }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<CounterPage> m_page;
    ClientId m_client{IdBytes{}};
    int m_keys = 0;
};

QTEST_MAIN(TestCounterPage)
#include "tst_counter_page.moc"
