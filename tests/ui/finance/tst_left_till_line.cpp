// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/team_service.h"
#include "core/finance/payment_service.h"
#include "core/finance/till_service.h"
#include "core/storage/verify.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/desk/till_count.h"
#include "ui/finance/left_till_line.h"
#include "ui/finance/money_page.h"
#include "ui/widgets/amount_text.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! A till that stood open on a computer which is gone, on the Money screen of the next one.
class TestLeftTillLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        const ClientId client = m_shop->bello();
        m_order = m_shop->book(client, {m_shop->piece(QStringLiteral("Suit"), 60'000'00)});
        QVERIFY(await(till().open(naira(20'000))));
        pay(1'000);
        QVERIFY(await(till().count({{}, naira(21'000)})));
        QVERIFY(await(till().close({naira(20'000), {}})));
        m_shop->shop.clock.advanceDays(1);
        QVERIFY(await(till().open(naira(20'000))));
        pay(6'000);
    }
    void cleanup()
    {
        m_page.reset();
        m_shop.reset();
    }

    void isNotThereOnItsOwnComputer()
    {
        openPage();
        QVERIFY(!line()->isVisible());
    }

    void isCountedAndClosedHere()
    {
        m_shop->goOnElsewhere();
        openPage();
        QVERIFY(says("not open")); // this one's
        QVERIFY(says("The till on another computer was left open: ₦6,000 taken since its last closing"));
        QVERIFY(says("Is that computer gone for good?"));
        button("It is gone, count and close")->click();
        QVERIFY(!line()->isVisible()); // blind
        QVERIFY(!says("6,000"));
        QVERIFY(says("lay in the drawer of the computer that is gone"));
        edit("How many of 1,000")->setText(QStringLiteral("25"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(says("Too little"));
        QVERIFY(says("Nothing stays in its drawer"));
        QVERIFY(!find("Stays in the drawer"));
        edit("Why it differs")->setText(QStringLiteral("burned with it"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(says("Day page 2, till on another computer"));
        QTRY_VERIFY(says("burned with it"));
        QVERIFY(!line()->isVisible());
        QVERIFY(m_page->handle(ActionId::PrintAgain));
        const QDir papers(m_shop->papers.path());
        QTRY_COMPARE(papers.entryList({QStringLiteral("day-2026-11-26-2-*.pdf")}).size(), 1);
        button("Day before")->click();
        QVERIFY(says("Day page 1, till on another computer"));
        QVERIFY(!button("Day before")->isEnabled());
        QVERIFY(m_page->stepBack());
        QVERIFY(says("not open"));
        QVERIFY(!isTillCountBegun(*m_shop->desk));
        QVERIFY(storage::verifyFile(m_shop->shop.path(), false)->problems.empty());
    }

    void hiddenMoneyIsDots()
    {
        m_shop->goOnElsewhere();
        openPage();
        HideMoney::instance().setOn(true);
        QVERIFY(says("was left open: •••• taken"));
        HideMoney::instance().setOn(false);
        QVERIFY(says("was left open: ₦6,000 taken"));
    }

    //! Two drawers, two counts.
    void whatIsTypedOfEachIsKeptApart()
    {
        m_shop->goOnElsewhere();
        pay(1'000);
        openPage();
        button("It is gone, count and close")->click();
        edit("How many of 1,000")->setFocus();
        QTest::keyClicks(edit("How many of 1,000"), QStringLiteral("26"));
        QVERIFY(m_page->stepBack());
        QVERIFY(isTillCountBegun(*m_shop->desk));
        button("Count and close")->click();
        QCOMPARE(edit("How many of 1,000")->text(), QString());
        QVERIFY(m_page->stepBack());
        button("It is gone, count and close")->click();
        QCOMPARE(edit("How many of 1,000")->text(), QStringLiteral("26"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(says("Agrees"));
        QVERIFY(!till().state()->count);
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(says("Day page 2, till on another computer"));
        QVERIFY(till().state()->hasEntries); // this till's own
    }

    void whoSeesNoSumsIsToldOfNone()
    {
        m_shop->goOnElsewhere();
        TeamService team(*m_shop->shop.session, *m_shop->shop.door);
        const PersonId person = await(team.add({QStringLiteral("Sade"), access::Role::Member, access::Job::Counter,
                                                QStringLiteral("135791")}))
                                    .value();
        const auto store = access::PrincipalStore::open({m_shop->shop.path()}).value();
        const access::Principal &owner = m_shop->shop.principal;
        auto session =
            access::Session::open(m_shop->shop.path(), store->load(person, owner.workspace, owner.device).value())
                .value();
        auto door = changes::WriteDoor::open(*session, m_shop->shop.clock).value();
        auto drafts = DraftKeeper::open(*session, m_shop->shop.clock).value();
        WorkspaceProfile profile = WorkspaceService(*session, *door).load().value();
        ShopCalendar calendar = profile.calendar().value();
        Desk desk(*session, *door, *drafts, std::move(profile), std::move(calendar), QLocale(QStringLiteral("en_NG")));
        openPage(desk);
        QVERIFY(says("The till on another computer was left open. Is that"));
        QVERIFY(!says("6,000"));
        button("It is gone, count and close")->click();
        QVERIFY(!says("6,000"));
        edit("How many of 1,000")->setText(QStringLiteral("26"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(says("Agrees"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(says("Day page 2, till on another computer"));
        m_page.reset();
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<int>("percent");
        for (const int percent : {100, 130})
            QTest::addRow("%d %%", percent) << percent;
    }
    void nothingIsCutOff()
    {
        QFETCH(int, percent);
        m_shop->goOnElsewhere();
        Theme::instance().setTextSizePercent(percent);
        openPage();
        m_page->resize(968, 484);
        QCoreApplication::processEvents();
        QCOMPARE(test::squeezed(*m_page), QStringList());
        QCOMPARE(test::nameless(*m_page), QStringList());
        Theme::instance().setTextSizePercent(100);
    }

    void pictures()
    {
        m_shop->goOnElsewhere();
        openPage();
        if (!test::takePictures(*m_page, QStringLiteral("money-left-till")))
            QSKIP("THIMBLELY_SHOW_PAGES is not set");
        button("It is gone, count and close")->click();
        test::takePictures(*m_page, QStringLiteral("money-left-till-count"));
        edit("How many of 1,000")->setText(QStringLiteral("25"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(says("Too little"));
        test::takePictures(*m_page, QStringLiteral("money-left-till-close"));
        edit("Why it differs")->setText(QStringLiteral("burned with it"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(says("Day page 2"));
        test::takePictures(*m_page, QStringLiteral("money-left-till-page"));
    }

private:
    void openPage() { openPage(*m_shop->desk); }
    void openPage(Desk &desk)
    {
        m_page = std::make_unique<MoneyPage>(desk);
        m_page->setLocale(desk.locale());
        m_page->resize(1198, 712);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->arrive();
    }
    Money naira(qint64 whole) const { return {whole * 100, m_shop->desk->profile().currency}; }
    finance::TillService till() { return {*m_shop->shop.session, *m_shop->shop.door}; }
    void pay(qint64 whole)
    {
        QVERIFY(await(finance::PaymentService(*m_shop->shop.session, *m_shop->shop.door)
                          .take(m_order.id, {naira(whole), finance::PaymentMethod::Cash})));
    }
    const LeftTillLine *line() const { return m_page->findChild<LeftTillLine *>(); }
    QAbstractButton *button(const char *text) const
    {
        const auto all = m_page->findChildren<QAbstractButton *>();
        for (QAbstractButton *each : all) {
            if (each->text() == QString::fromUtf8(text) && each->isVisible())
                return each;
        }
        qFatal("no button %s", text);
    }
    QLineEdit *find(const char *name) const
    {
        const auto all = m_page->findChildren<QLineEdit *>();
        for (QLineEdit *each : all) {
            QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(each);
            if (each->isVisible() && reader && reader->text(QAccessible::Name) == QString::fromUtf8(name))
                return each;
        }
        return nullptr;
    }
    QLineEdit *edit(const char *name) const
    {
        QLineEdit *found = find(name);
        if (!found)
            qFatal("no field %s", name);
        return found;
    }
    bool says(const char *words) const
    {
        const auto all = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(all, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(words));
        });
    }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<MoneyPage> m_page;
    orders::Booked m_order{OrderId(IdBytes{}), {}};
};

QTEST_MAIN(TestLeftTillLine)
#include "tst_left_till_line.moc"
