// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/calendar_service.h"
#include "core/workspaces/hours_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/day_load_list.h"
#include "ui/orders/day_offer.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/order_facts.h"
#include "ui/orders/piece_row.h"
#include "ui/orders/wearer_choice.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! What can be promised is said before it is promised; a row is typed without a hand on the mouse.
class TestTakingIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        m_client = m_shop->bello();
        setHours(QStringLiteral("Mon-Fri 9-18"), {{day("2026-11-27"), day("2026-11-27"), QStringLiteral("Eid")}});
        openPage();
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_shop.reset();
    }

    //! A shirt takes five hours: today has eight left, nobody works on Friday and at the weekend.
    void theEarliestDayIsOfferedAndTakenByOneKey()
    {
        add("shirt", "Shirt");
        QTRY_COMPARE(offer()->offered(), std::optional(day("2026-11-25")));
        book("Jacket", "2026-11-25"); // eighteen hours, and more than today has
        QTRY_COMPARE(offer()->offered(), std::optional(day("2026-11-30")));
        QVERIFY2(offer()->words().contains(QStringLiteral("closed")) ||
                     offer()->words().contains(QStringLiteral("full")),
                 qPrintable(offer()->words()));
        QLineEdit *when = field("When it is promised");
        when->setFocus();
        QTest::keyClick(when, Qt::Key_Down);
        QCOMPARE(editor().draft().promisedDate, std::optional(day("2026-11-30")));
        QVERIFY(offer()->words().isEmpty());
    }

    void whatSpeaksAgainstATypedDayIsSaid()
    {
        add("shirt", "Shirt");
        QTRY_VERIFY(offer()->offered().has_value());
        promise("fri");
        QVERIFY2(offer()->words().contains(QStringLiteral("Eid")), qPrintable(offer()->words()));
        QVERIFY2(offer()->words().startsWith(QStringLiteral("▲ Fri 27 is closed")), qPrintable(offer()->words()));
        promise("sat");
        QVERIFY(offer()->words().contains(QStringLiteral("closed")));
        promise("mon");
        QVERIFY(offer()->words().isEmpty());
        orders::PieceDraft piece = editor().draft().pieces[0];
        piece.clothOrder = orders::ClothOrder{QStringLiteral("Vitale"), QStringLiteral("7"), {}, {}, day("2026-12-02")};
        editor().changePiece(0, piece);
        QVERIFY2(offer()->words().contains(QStringLiteral("Vitale")), qPrintable(offer()->words()));
        QCOMPARE(offer()->offered(), std::optional(day("2026-12-02")));
    }

    void theDaysSayTheirHours()
    {
        auto *days = m_page->findChild<DayLoadList *>();
        QTRY_VERIFY(editor().plan());
        QCOMPARE(editor().plan()->day(day("2026-11-26"))->capacity, 540);
        QCOMPARE(editor().plan()->day(day("2026-11-27"))->closed, std::optional(QStringLiteral("Eid")));
        QVERIFY(days->isVisible());
        QCOMPARE(workHours(150, QLocale::c()), QStringLiteral("2 h"));
        QCOMPARE(workHours(59, QLocale::c()), QStringLiteral("55 min"));
    }

    void aPromiseAfterTheWeddingWarnsAndIsAskedAboutOnce()
    {
        add("shirt", "Shirt", 10'000);
        QTRY_VERIFY(offer()->offered().has_value());
        QLineEdit *event = field("The day it is for");
        event->setFocus();
        QTest::keyClicks(event, QStringLiteral("12 dec"));
        QCOMPARE(editor().draft().eventDate, std::optional(day("2026-12-12")));
        QCOMPARE(offer()->offered(), std::optional(day("2026-12-10"))); // time for what may go wrong
        promise("14 dec");
        QVERIFY2(offer()->words().contains(QStringLiteral("after the day it is for")), qPrintable(offer()->words()));
        m_page->handle(ActionId::Pay);
        QVERIFY(says(QStringLiteral("promised after the day it is for")));
        QVERIFY(openOrders().empty());
        field("Number on the old paper ticket")->setFocus();
        QTest::keyClicks(field("Number on the old paper ticket"), QStringLiteral("A-77"));
        m_page->handle(ActionId::Pay); // what changed is asked about again
        m_page->handle(ActionId::Pay);
        QTRY_COMPARE(openOrders().size(), size_t(1));
        const auto order = orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).load(openOrders()[0].id);
        QCOMPARE(order->eventDate, std::optional(day("2026-12-12")));
        QCOMPARE(order->paperTicketNumber, QStringLiteral("A-77"));
        QTRY_COMPARE(event->text(), QString());
    }

    void aDayThatCannotBeReadKeepsTheKeyboard()
    {
        add("shirt", "Shirt", 10'000);
        QLineEdit *event = field("The day it is for");
        event->setFocus();
        QTest::keyClicks(event, QStringLiteral("31 feb"));
        promise("mon");
        m_page->handle(ActionId::Pay);
        QCOMPARE(QApplication::focusWidget(), event);
        QVERIFY(openOrders().empty());
        reopen(); // and it is there after a power cut
        QCOMPARE(field("The day it is for")->text(), QStringLiteral("31 feb"));
    }

    void fittingsFollowFromThePromise()
    {
        choose();
        add("suit", "Suit", 100'000);
        QTRY_VERIFY(editor().plan());
        promise("18 dec");
        QCOMPARE(editor().visits().size(), size_t(3));
        const auto last = m_shop->desk->calendar().dayOf(editor().visits().back());
        QCOMPARE(last, day("2026-12-16")); // two working days before
        QVERIFY(field("Fitting 1; empty it to leave it out")->isVisible());
        promise("21 dec");
        QVERIFY(m_shop->desk->calendar().dayOf(editor().visits().back()) > last);
        m_page->handle(ActionId::Pay);
        m_page->handle(ActionId::Pay);
        QTRY_COMPARE(openOrders().size(), size_t(1));
        const auto fittings = calendar::CalendarService(*m_shop->shop.session).fittings(day("2026-12-17")).value();
        QCOMPARE(fittings.size(), size_t(1));
        QCOMPARE(fittings[0].who, QStringLiteral("A. Bello"));
        QCOMPARE(fittings[0].number, std::optional(3));
    }

    void aFittingThatIsTypedStaysAsTyped()
    {
        choose();
        add("jacket", "Jacket", 100'000);
        QTRY_VERIFY(editor().plan());
        promise("18 dec");
        QCOMPARE(editor().visits().size(), size_t(3));
        QLineEdit *first = field("Fitting 1; empty it to leave it out");
        first->setFocus();
        first->selectAll();
        QTest::keyClicks(first, QStringLiteral("2 dec 16:30"));
        QTest::keyClick(first, Qt::Key_Return);
        QCOMPARE(editor().visits().front(), m_shop->desk->calendar().at(day("2026-12-02"), QTime(16, 30)));
        promise("21 dec");
        QCOMPARE(editor().visits().front(), m_shop->desk->calendar().at(day("2026-12-02"), QTime(16, 30)));
        first = field("Fitting 1; empty it to leave it out");
        first->setFocus();
        first->selectAll();
        QTest::keyClick(first, Qt::Key_Delete);
        QTest::keyClick(first, Qt::Key_Return);
        QCOMPARE(editor().visits().size(), size_t(2));
        reopen();
        QTRY_VERIFY(editor().plan());
        QCOMPARE(editor().visits().size(), size_t(2));
        editor().proposeVisits();
        QCOMPARE(editor().visits().size(), size_t(3));
    }

    void sevenOfThemAreSevenRows()
    {
        add("trousers", "Trousers", 10'000);
        QLineEdit *task = field("Next task of piece 1");
        task->setFocus();
        QTest::keyClicks(task, QStringLiteral("*7"));
        QTest::keyClick(task, Qt::Key_Return);
        QCOMPARE(editor().draft().pieces.size(), size_t(7));
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Colour and mark of piece 2"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("grey"));
        QCOMPARE(editor().draft().pieces[1].colour, QStringLiteral("grey"));
        QCOMPARE(editor().draft().pieces[2].colour, QString());
        QVERIFY(editor().draft().pieces[0].tasks.empty());
        task = field("Next task of piece 7");
        task->setFocus();
        QTest::keyClicks(task, QStringLiteral("x100"));
        QTest::keyClick(task, Qt::Key_Return);
        QCOMPARE(editor().draft().pieces.size(), size_t(7));
        QVERIFY(says(QStringLiteral("Type *2 to *60")));
    }

    void conditionsHaveKeys()
    {
        add("trousers", "Trousers");
        QLineEdit *task = field("Next task of piece 1");
        task->setFocus();
        QTest::keyClick(task, Qt::Key_2, Qt::AltModifier);
        QTest::keyClick(task, Qt::Key_3, Qt::AltModifier);
        QCOMPARE(editor().draft().pieces[0].condition,
                 QStringList({QStringLiteral("shine on seat"), QStringLiteral("button missing")}));
        QTest::keyClick(task, Qt::Key_2, Qt::AltModifier);
        QCOMPARE(editor().draft().pieces[0].condition, QStringList(QStringLiteral("button missing")));
        QCOMPARE(task->text(), QString());
    }

    void aRowIsForSomebodyOfTheFamilyOrSomebodyNew()
    {
        choose();
        ClientDraft son;
        son.name = QStringLiteral("Tunde Bello");
        son.payer = m_client;
        const ClientId tunde = await(ClientService(*m_shop->shop.session, *m_shop->shop.door).add(son)).value();
        add("shirt", "Shirt");
        auto *choice = m_page->findChild<WearerChoice *>();
        QVERIFY(choice->isVisible());
        field("Next task of piece 1")->setFocus();
        QTest::keyClick(field("Next task of piece 1"), Qt::Key_W, Qt::AltModifier);
        auto *menu = choice->findChild<QMenu *>();
        QVERIFY(menu);
        trigger(menu, QStringLiteral("Tunde"));
        QCOMPARE(editor().draft().pieces[0].wearer, std::optional(tunde));
        QVERIFY(!editor().draft().pieces[0].payer);
        choice->open();
        trigger(choice->findChildren<QMenu *>().last(), QStringLiteral("Somebody new"));
        QLineEdit *name = field("Name of who wears piece 1");
        QTest::keyClicks(name, QStringLiteral("Ayo Bello"));
        QCOMPARE(editor().halfWearer(0), QStringLiteral("Ayo Bello"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(editor().draft().pieces[0].wearer != std::optional(tunde));
        const auto ayo =
            ClientService(*m_shop->shop.session, *m_shop->shop.door).load(*editor().draft().pieces[0].wearer);
        QCOMPARE(ayo->fields.name, QStringLiteral("Ayo Bello"));
        QCOMPARE(ayo->fields.payer, std::optional(m_client));
        QVERIFY(editor().halfWearer(0).isEmpty());
    }

    void thePatternOfLastTimeIsOffered()
    {
        orders::PieceDraft jacket = m_shop->piece(QStringLiteral("Jacket"), 100);
        jacket.patternRef = QStringLiteral("J-12");
        m_shop->book(m_client, {jacket});
        choose();
        add("jacket", "Jacket");
        QLineEdit *pattern = field("Paper pattern of piece 1");
        QVERIFY2(pattern->placeholderText().contains(QStringLiteral("J-12")), qPrintable(pattern->placeholderText()));
        QVERIFY(editor().draft().pieces[0].patternRef.isEmpty()); // offered, not taken
        pattern->setFocus();
        QTest::keyClick(pattern, Qt::Key_Return);
        QCOMPARE(editor().draft().pieces[0].patternRef, QStringLiteral("J-12"));
        reopen();
        QCOMPARE(field("Paper pattern of piece 1")->text(), QStringLiteral("J-12"));
    }

    void whatAMerchantSendsMovesOnByKeys()
    {
        add("suit", "Suit");
        orders::PieceDraft piece = editor().draft().pieces[0];
        piece.clothOrder = orders::ClothOrder{QStringLiteral("Vitale"), QStringLiteral("7")};
        piece.fabricSource = orders::FabricSource::Merchant;
        editor().changePiece(0, piece);
        reopen();
        for (auto *chip : m_page->findChildren<QAbstractButton *>()) {
            if (chip->accessibleName().startsWith(QStringLiteral("Piece 1: Vitale")))
                chip->click();
        }
        QLineEdit *merchant = field("Merchant, piece 1");
        QVERIFY(merchant->isVisible());
        merchant->setFocus();
        QTest::keyClick(merchant, Qt::Key_O, Qt::AltModifier);
        QCOMPARE(editor().draft().pieces[0].clothOrder->ordered, std::optional(day("2026-11-25")));
        QTest::keyClick(merchant, Qt::Key_A, Qt::AltModifier);
        QCOMPARE(editor().draft().pieces[0].clothOrder->arrived, std::optional(day("2026-11-25")));
        QTest::keyClick(merchant, Qt::Key_A, Qt::AltModifier);
        QVERIFY(!editor().draft().pieces[0].clothOrder->arrived);
    }

    void everythingHasANameAndRoom()
    {
        choose();
        add("suit", "Suit", 100'000);
        QTRY_VERIFY(editor().plan());
        promise("18 dec");
        QCOMPARE(test::nameless(*m_page), QStringList());
        QTest::keyClicks(field("The day it is for"), QStringLiteral("20 dec"));
        test::takePictures(*m_page, QStringLiteral("taking-in"));
        promise("fri");
        test::takePictures(*m_page, QStringLiteral("taking-in-against"));
        m_page->resize(1198, 712);
        QCOMPARE(test::squeezed(*m_page), QStringList());
    }

private:
    static Date day(const char *iso) { return Date::parse(QString::fromLatin1(iso)).value(); }
    OrderEditor &editor() const { return *m_page->findChild<OrderEditor *>(); }
    DayOffer *offer() const { return m_page->findChild<DayOffer *>(); }
    void openPage()
    {
        m_page = std::make_unique<CounterPage>(*m_shop->desk);
        m_page->resize(1198, 712);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->arrive();
    }
    void reopen()
    {
        m_page.reset();
        m_shop->restart();
        openPage();
    }
    void choose() { m_page->startFor(m_client); }
    void add(const char *garment, const char *name, qint64 minor = -1)
    {
        editor().addPiece(QString::fromLatin1(garment), QString::fromLatin1(name));
        if (minor < 0)
            return;
        const int last = int(editor().draft().pieces.size()) - 1;
        orders::PieceDraft piece = editor().draft().pieces[size_t(last)];
        piece.unitPrice = Money(minor, m_shop->desk->profile().currency);
        editor().changePiece(last, piece);
    }
    void book(const char *name, const char *iso)
    {
        m_shop->book(m_client, {m_shop->piece(QString::fromLatin1(name), 100)}, day(iso));
    }
    void promise(const char *typed)
    {
        QLineEdit *when = field("When it is promised");
        when->setFocus();
        when->selectAll();
        QTest::keyClicks(when, QString::fromLatin1(typed));
    }
    QLineEdit *field(const char *name) const
    {
        for (auto *edit : m_page->findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == QString::fromUtf8(name) && !edit->isHidden())
                return edit;
        }
        qFatal("no field %s", name);
    }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    static void trigger(QMenu *menu, const QString &words)
    {
        for (QAction *action : menu->actions()) {
            if (action->text().contains(words)) {
                action->trigger();
                delete menu;
                return;
            }
        }
        qFatal("no choice %s", qPrintable(words));
    }
    std::vector<orders::OrderRow> openOrders() const
    {
        return orders::OrderService(*m_shop->shop.session, *m_shop->shop.door).openOrders()->rows;
    }
    void setHours(const QString &week, const std::vector<ClosedDays> &closed)
    {
        HoursService service(*m_shop->shop.session, *m_shop->shop.door);
        ShopHours hours = service.load().value();
        hours.hours = {WorkWeek::parse(week, QLocale::c()).value(), closed};
        QVERIFY(await(service.save(hours)));
    }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<CounterPage> m_page;
    std::optional<ClientId> m_client;
};

QTEST_MAIN(TestTakingIn)
#include "tst_taking_in.moc"
