// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/natural_ids.h"
#include "core/access/privileged/principal_store.h"
#include "core/accounts/recovery_service.h"
#include "core/accounts/team_service.h"
#include "core/finance/payment_service.h"
#include "core/finance/till_service.h"
#include "core/inventory/inventory_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/desk/till_count.h"
#include "ui/today/count_link.h"
#include "ui/today/foot_links.h"
#include "ui/today/reach_menu.h"
#include "ui/today/recovery_link.h"
#include "ui/today/today_card.h"
#include "ui/today/today_model.h"
#include "ui/today/today_page.h"
#include "ui/today/today_row_delegate.h"
#include "ui/today/today_till_card.h"
#include "ui/widgets/list_view.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <sqlite3.h>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;
using orders::OpenOrderFilter;

//! The screen Today over a real file: what its cards say, and where they lead. It is Wednesday 25 November 2026.
class TestTodayPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        m_bello = m_shop->addClient(QStringLiteral("A. Bello"), QStringLiteral("0803 555 4471"));
    }
    void cleanup()
    {
        HideMoney::instance().setOn(false);
        m_page.reset();
        m_shop.reset();
    }

    void theModelPatchesItsRows();
    void whatIsLateAndDueToday();
    void readyForHowLong();
    void waitingWithItsQuestion();
    void whatRunsOut();
    void theTillThroughItsDay();
    void theRowsOfTheTillMakeItsFigure();
    void aTillLeftOpenOvernightSaysSo();
    void nothingIsSaidWhileTheDrawerIsCounted();
    void hiddenMoneyIsDots();
    void eachNumberAsksForItsList();
    void aClickOnTheWordActsAndBesideItOpens();
    void enterActs();
    void itFollowsWrites();
    void itFollowsTheTurnOfTheDay();
    void tomorrowMorningIsSaid();
    void anEmptyShopSaysWhatToDo();
    void theOldBookIsOfferedWhileTheShopIsYoung();
    void codesThatAreNotOnPaperAreSaid();
    void whatCannotBeReadIsNotNought();
    void whoMayNotSeeItHasNoSuchCard_data();
    void whoMayNotSeeItHasNoSuchCard();
    void everyControlHasAName();
    void columnsFollowTheWidth();

private:
    orders::OrderService orders() { return {*m_shop->shop.session, *m_shop->shop.door}; }
    finance::TillService till() { return {*m_shop->shop.session, *m_shop->shop.door}; }
    static Date day(const char *iso) { return Date::parse(QString::fromLatin1(iso)).value(); }
    void openPage() { openPage(*m_shop->desk); }
    void openPage(Desk &desk)
    {
        m_page = std::make_unique<TodayPage>(desk);
        m_page->resize(1198, 712);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->arrive();
        QCoreApplication::processEvents();
    }
    OrderId book(const char *name, std::optional<Date> promised, const char *colour = "")
    {
        orders::PieceDraft piece = m_shop->piece(QString::fromLatin1(name), 4'500'00);
        piece.colour = QString::fromLatin1(colour);
        return m_shop->book(m_bello, {piece}, promised).id;
    }
    OrderId bookLate(const char *name)
    {
        m_shop->shop.clock.advanceDays(-5);
        const OrderId order = book(name, day("2026-11-23"), "navy");
        m_shop->shop.clock.advanceDays(5);
        return order;
    }
    ListView *list(const char *name) const
    {
        const auto lists = m_page->findChildren<ListView *>();
        for (ListView *each : lists) {
            if (each->accessibleName() == QString::fromUtf8(name))
                return each;
        }
        return nullptr;
    }
    TodayModel *model(const char *name) const { return static_cast<TodayModel *>(list(name)->model()); }
    QStringList rows(const char *name) const
    {
        QStringList said;
        for (int row = 0; row < model(name)->rowCount(); ++row)
            said.append(model(name)->row(row).spoken());
        return said;
    }
    CountLink *count(const char *title) const
    {
        const auto counts = m_page->findChildren<CountLink *>();
        for (CountLink *each : counts) {
            if (each->text() == QString::fromUtf8(title))
                return each;
        }
        return nullptr;
    }
    bool says(const char *words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(words));
        });
    }

    std::unique_ptr<test::CounterShop> m_shop;
    std::optional<ClientId> m_bello;
    std::unique_ptr<TodayPage> m_page;
};

void TestTodayPage::theModelPatchesItsRows()
{
    TodayModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto row = [](const char *key, const char *word) { return TodayRow{key, {{QString::fromLatin1(word)}}}; };
    model.setRows({row("a", "A"), row("b", "B"), row("c", "C")});
    const QPersistentModelIndex kept = model.index(2);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setRows({row("c", "see"), row("d", "D"), row("a", "A")});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.row(0).words[0].text, QStringLiteral("see"));
    QCOMPARE(model.data(model.index(1), Qt::DisplayRole).toString(), QStringLiteral("D"));
    model.setRows({row("c", "C")});
    QCOMPARE(resets.count(), 0);
    Q_UNUSED(kept);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TestTodayPage::whatIsLateAndDueToday()
{
    bookLate("Trousers");
    book("Gown", day("2026-11-25"), "ivory");
    book("Coat", day("2026-11-26"));
    openPage();
    QCOMPARE(rows("Late and due today"), QStringList({QStringLiteral("A. Bello, trousers, navy, Late 2 d, Call"),
                                                      QStringLiteral("A. Bello, gown, ivory, Today, Open")}));
    QCOMPARE(count("Late")->accessibleName(), QStringLiteral("Late, 1"));
    QCOMPARE(count("Today")->accessibleName(), QStringLiteral("Today, 1"));
    QVERIFY(says("Wednesday 25 November"));
}

void TestTodayPage::readyForHowLong()
{
    QVERIFY(await(orders().complete(book("Suit", day("2026-11-25")))));
    m_shop->shop.clock.advanceDays(40);
    QVERIFY(await(orders().complete(book("Skirt", m_shop->desk->today()))));
    m_shop->shop.clock.advanceDays(51);
    openPage();
    QCOMPARE(rows("Ready and not collected"), QStringList({QStringLiteral("A. Bello, suit, Ready, 91 d, Call"),
                                                           QStringLiteral("A. Bello, skirt, Ready, 51 d, Remind")}));
    const auto remarks = m_page->findChildren<SentenceLink *>();
    QVERIFY(std::ranges::any_of(remarks, [](const SentenceLink *link) {
        return link->isVisible() && link->text() == QLatin1String("1 over 90 days");
    }));
    QVERIFY(says("100 % in time, 90 days"));
}

void TestTodayPage::waitingWithItsQuestion()
{
    const OrderId order = book("Coat", day("2026-12-04"));
    const OrderItemId piece = orders().load(order)->pieces[0].id;
    QVERIFY(await(m_shop->shop.door->write<void>({"test.hold"}, [=](changes::WriteContext &context) {
        return context.rows().update(storage::Table::OrderItems, piece,
                                     {{"hold", R"({"why": "client", "question": "vents?", "since": 1795341600000})"}});
    })));
    m_shop->shop.clock.advanceDays(3);
    openPage();
    QCOMPARE(count("Waiting for client")->accessibleName(), QStringLiteral("Waiting for client, 1"));
    QCOMPARE(rows("Waiting for the client").size(), 1);
    QVERIFY2(rows("Waiting for the client").first().startsWith(QLatin1String("A. Bello, coat: vents?, Waits")),
             qPrintable(rows("Waiting for the client").first()));
}

void TestTodayPage::whatRunsOut()
{
    inventory::InventoryService stock(*m_shop->shop.session, *m_shop->shop.door);
    const auto add = [&](const char *name, qint64 milli, std::optional<Quantity> minimum) {
        inventory::ItemDraft item;
        item.name = QString::fromLatin1(name);
        item.unit = QStringLiteral("m");
        item.minimumStock = minimum;
        const auto id = await(stock.add(item)).value();
        if (milli > 0)
            QVERIFY(await(stock.stockIn(id, Quantity(milli))));
    };
    add("Navy Super 110", 1'400, Quantity::whole(5));
    add("At its level", 5'000, Quantity::whole(5));
    add("Enough", 5'001, Quantity::whole(5));
    add("Gone", 0, Quantity::whole(1));
    add("Never kept", 0, {});
    openPage();
    QCOMPARE(rows("Cloth that runs out"),
             QStringList({QStringLiteral("At its level, 5 m, Order"), QStringLiteral("Gone, 0 m, Order"),
                          QStringLiteral("Navy Super 110, 1.4 m, Order")}));
    QCOMPARE(count("Cloth low")->accessibleName(), QStringLiteral("Cloth low, 3"));
}

void TestTodayPage::theTillThroughItsDay()
{
    openPage();
    QSignalSpy asked(&m_shop->desk->navigation(), &Navigation::tillRequested);
    QVERIFY(says("Not open"));
    // In the morning the keyboard is on it: one key leads to the float.
    QCOMPARE(QApplication::focusWidget(), list("The till today"));
    QTest::keyClick(list("The till today"), Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.takeFirst()[0].value<TillTask>(), TillTask::Open);

    QVERIFY(await(till().open(Money(20'000'00, m_shop->desk->profile().currency))));
    finance::PaymentService payments(*m_shop->shop.session, *m_shop->shop.door);
    QVERIFY(await(payments.take(book("Suit", {}), {Money(1'000'00, m_shop->desk->profile().currency)})));
    finance::PaymentDraft transfer{Money(2'000'00, m_shop->desk->profile().currency), finance::PaymentMethod::Transfer};
    transfer.reference = QStringLiteral("GTB 1");
    QVERIFY(await(payments.take(book("Gown", {}), transfer)));
    QTRY_COMPARE(rows("The till today").size(), 3);
    const QStringList said = rows("The till today");
    QVERIFY2(said[0].startsWith(QLatin1String("Float, opened")) && said[0].endsWith(QLatin1String("20,000, Count")),
             qPrintable(said[0]));
    QCOMPARE(said[1], QStringLiteral("Cash, 1,000"));
    QCOMPARE(said[2], QStringLiteral("Transfers to confirm, 1, 2,000, Confirm"));
    QVERIFY(says("Open, Amina"));
    Q_EMIT list("The till today")->activated(model("The till today")->index(2));
    QCOMPARE(asked.takeFirst()[0].value<TillTask>(), TillTask::ConfirmTransfers);
    Q_EMIT list("The till today")->activated(model("The till today")->index(0));
    QCOMPARE(asked.takeFirst()[0].value<TillTask>(), TillTask::Count);
    Q_EMIT m_page->findChild<TodayTillCard *>()->footRequested();
    QCOMPARE(asked.takeFirst()[0].value<TillTask>(), TillTask::Close);
}

//! Also after the till was opened again on the same day, and where more was paid than was due.
void TestTodayPage::theRowsOfTheTillMakeItsFigure()
{
    const Currency currency = m_shop->desk->profile().currency;
    const auto naira = [&](qint64 whole) { return Money(whole * 100, currency); };
    finance::PaymentService payments(*m_shop->shop.session, *m_shop->shop.door);
    const auto wayRows = [&] {
        QStringList said = rows("The till today").mid(1); // but for the float
        said.removeIf([](const QString &row) { return row.startsWith(QLatin1String("Transfers to confirm")); });
        return said;
    };
    QVERIFY(await(till().open(naira(20'000))));
    QVERIFY(await(payments.take(book("Suit", {}), {naira(2'000), finance::PaymentMethod::Transfer})));
    finance::PaymentDraft more{naira(5'000)};
    more.restAsCredit = true; // of an order of 4,500
    QVERIFY(await(payments.take(book("Gown", {}), more)));
    openPage();
    QCOMPARE(wayRows(), QStringList({QStringLiteral("Cash, 5,000"), QStringLiteral("Kept as credit, −500")}));
    QVERIFY(says("₦4,500"));
    QVERIFY(says("Taken today"));
    QVERIFY(await(till().count({{}, naira(25'000)})));
    QVERIFY(await(till().close({naira(20'000), {}})));
    QVERIFY(await(till().open(naira(20'000))));
    QVERIFY(await(payments.take(book("Coat", {}), {naira(1'000), finance::PaymentMethod::Card})));
    m_page->arrive();
    QCOMPARE(wayRows(), QStringList{QStringLiteral("Card, 1,000")});
    QVERIFY(says("₦1,000"));
    QVERIFY(says("Taken since the last closing"));
}

void TestTodayPage::aTillLeftOpenOvernightSaysSo()
{
    const Currency currency = m_shop->desk->profile().currency;
    finance::PaymentService payments(*m_shop->shop.session, *m_shop->shop.door);
    const auto card = finance::PaymentMethod::Card;
    QVERIFY(await(till().open(Money(20'000'00, currency))));
    QVERIFY(await(payments.take(book("Suit", {}), {Money(1'000'00, currency), card})));
    openPage();
    QVERIFY(says("Taken today"));
    m_shop->shop.clock.advanceDays(1);
    QVERIFY(await(payments.take(book("Coat", {}), {Money(500'00, currency), card})));
    m_page->arrive();
    QVERIFY(!says("Taken today"));
    QVERIFY(says("Taken since the till was opened")); // it was never closed
    QVERIFY(says("₦1,500"));
    QVERIFY(await(till().count({{}, Money(20'000'00, currency)})));
    QVERIFY(await(till().close({Money(20'000'00, currency), {}})));
    m_shop->shop.clock.advanceDays(1);
    QVERIFY(await(payments.take(book("Gown", {}), {Money(700'00, currency), card}))); // nobody opened it
    m_page->arrive();
    QVERIFY(says("Taken today"));
    m_shop->shop.clock.advanceDays(1);
    QVERIFY(await(payments.take(book("Shirt", {}), {Money(300'00, currency), card})));
    m_page->arrive();
    QVERIFY(says("Taken since the last closing"));
    QVERIFY(says("₦1,000"));
    QCOMPARE(rows("The till today").mid(1), QStringList{QStringLiteral("Card, 1,000")});
}

void TestTodayPage::nothingIsSaidWhileTheDrawerIsCounted()
{
    const Currency currency = m_shop->desk->profile().currency;
    finance::PaymentService payments(*m_shop->shop.session, *m_shop->shop.door);
    QVERIFY(await(till().open(Money(20'000'00, currency))));
    QVERIFY(await(payments.take(book("Suit", {}), {Money(1'000'00, currency)})));
    openPage();
    QVERIFY(says("Taken today"));
    setTillCountOpen(*m_shop->desk, true);
    m_page->arrive();
    QVERIFY(!says("Taken today"));
    QVERIFY(!says("₦1,000"));
    QCOMPARE(rows("The till today").size(), 2);
    QCOMPARE(rows("The till today").at(1), QStringLiteral("The drawer is being counted"));
    setTillCountOpen(*m_shop->desk, false);
    m_page->arrive();
    QVERIFY(says("₦1,000"));
}

void TestTodayPage::hiddenMoneyIsDots()
{
    QVERIFY(await(till().open(Money(20'000'00, m_shop->desk->profile().currency))));
    openPage();
    QVERIFY(rows("The till today").first().contains(QLatin1String("20,000")));
    HideMoney::instance().setOn(true);
    QVERIFY2(rows("The till today").first().contains(hiddenAmount()), qPrintable(rows("The till today").first()));
    QVERIFY(!rows("The till today").first().contains(QLatin1String("20,000")));
    HideMoney::instance().setOn(false);
    QVERIFY(rows("The till today").first().contains(QLatin1String("20,000")));
}

void TestTodayPage::eachNumberAsksForItsList()
{
    bookLate("Trousers");
    openPage();
    QSignalSpy asked(&m_shop->desk->navigation(), &Navigation::openOrdersRequested);
    const auto leads = [&](const char *title, OpenOrderFilter filter) {
        QTest::mouseClick(count(title), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.takeFirst()[0].value<OpenOrderFilter>(), filter);
        count(title)->setFocus();
        QTest::keyClick(count(title), Qt::Key_Space);
        QCOMPARE(asked.takeFirst()[0].value<OpenOrderFilter>(), filter);
    };
    leads("Late", OpenOrderFilter::Late);
    leads("Today", OpenOrderFilter::DueToday);
    leads("Ready, uncollected", OpenOrderFilter::Ready);
    leads("Waiting for client", OpenOrderFilter::WaitingForClient);
    Q_EMIT m_page->findChild<TodayCard *>()->footRequested();
    QCOMPARE(asked.takeFirst()[0].value<OpenOrderFilter>(), OpenOrderFilter::DueByToday);
}

namespace {

QAction *way(const ReachMenu &menu, const char *words)
{
    for (QAction *action : menu.actions()) {
        if (QString(action->text()).remove(u'&').contains(QString::fromLatin1(words)))
            return action;
    }
    qFatal("no way %s", words);
}

QString linkOf(const ReachMenu &menu, const char *words)
{
    return way(menu, words)->data().toUrl().toString(QUrl::FullyEncoded);
}

} // namespace

void TestTodayPage::aClickOnTheWordActsAndBesideItOpens()
{
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QGuiApplication::setLayoutDirection(direction);
        const OrderId order = bookLate("Trousers");
        openPage();
        ListView *late = list("Late and due today");
        QSignalSpy clients(&m_shop->desk->navigation(), &Navigation::clientRequested);
        QSignalSpy opened(&m_shop->desk->navigation(), &Navigation::openOrderRequested);
        const QRect row = late->visualRect(late->model()->index(0, 0));
        const QRect word = TodayRowDelegate::actionRect(row, direction, model("Late and due today")->row(0));
        QVERIFY(row.contains(word));
        QCOMPARE(word.center().x() > row.center().x(), direction == Qt::LeftToRight);
        QTest::mouseClick(late->viewport(), Qt::LeftButton, {}, word.center());
        auto *ways = m_page->findChild<ReachMenu *>();
        QVERIFY(ways);
        QVERIFY(ways->isVisible());
        QCOMPARE(opened.count(), 0);
        QVERIFY2(ways->words().contains(QStringLiteral("not ready yet")), qPrintable(ways->words()));
        QCOMPARE(linkOf(*ways, "Call"), QStringLiteral("tel:+2348035554471"));
        QVERIFY(linkOf(*ways, "WhatsApp")
                    .startsWith(QStringLiteral("https://wa.me/2348035554471?text=Hello%20A.%20Bello")));
        way(*ways, "Copy")->trigger();
        QCOMPARE(QApplication::clipboard()->text(), ways->words());
        way(*ways, "card")->trigger();
        QCOMPARE(*static_cast<const ClientId *>(clients.takeFirst()[0].constData()), *m_bello);
        delete ways;
        QTest::mouseClick(late->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(clients.count(), 0);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(*static_cast<const OrderId *>(opened.takeFirst()[0].constData()), order);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QVERIFY(await(orders().complete(order)));
    }
}

void TestTodayPage::enterActs()
{
    const OrderId order = book("Gown", day("2026-11-25"));
    bookLate("Trousers");
    openPage();
    ListView *due = list("Late and due today");
    due->setFocus();
    QSignalSpy opened(&m_shop->desk->navigation(), &Navigation::openOrderRequested);
    QTest::keyClick(due, Qt::Key_Home);
    QTest::keyClick(due, Qt::Key_Return);
    auto *ways = m_page->findChild<ReachMenu *>();
    QVERIFY(ways);
    QVERIFY(ways->activeAction()); // the next Enter calls
    delete ways;
    due->setFocus();
    QTest::keyClick(due, Qt::Key_Down);
    QTest::keyClick(due, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(*static_cast<const OrderId *>(opened.takeFirst()[0].constData()), order);
}

void TestTodayPage::itFollowsWrites()
{
    openPage();
    QCOMPARE(rows("Late and due today").size(), 0);
    const OrderId order = bookLate("Trousers");
    QTRY_COMPARE(rows("Late and due today").size(), 1);
    QVERIFY(await(orders().complete(order)));
    QTRY_COMPARE(rows("Ready and not collected").size(), 1);
    QCOMPARE(rows("Late and due today").size(), 0);
    m_page->hide();
    QVERIFY(await(orders().complete(book("Gown", day("2026-11-25")))));
    QCoreApplication::processEvents();
    m_page->show();
    m_page->arrive();
    QCOMPARE(rows("Ready and not collected").size(), 2);
}

void TestTodayPage::itFollowsTheTurnOfTheDay()
{
    book("Gown", day("2026-11-26"));
    openPage();
    QCOMPARE(rows("Late and due today").size(), 0);
    m_shop->shop.clock.advanceDays(1);
    auto *minute = m_page->findChild<QTimer *>(QStringLiteral("minute"));
    QVERIFY(minute && minute->isActive() && minute->interval() <= 60'000);
    QVERIFY(QMetaObject::invokeMethod(minute, "timeout"));
    QCOMPARE(rows("Late and due today").size(), 1);
    QVERIFY(says("Thursday 26 November"));
}

void TestTodayPage::tomorrowMorningIsSaid()
{
    orders::OrderDraft draft;
    draft.pieces = {m_shop->piece(QStringLiteral("Gown"), 100), m_shop->piece(QStringLiteral("Veil"), 100)};
    draft.promisedDate = day("2026-11-26");
    draft.promisedTime = QTime(9, 0);
    QVERIFY(await(orders().book(draft)));
    openPage();
    const auto links = m_page->findChildren<SentenceLink *>();
    const auto link = std::ranges::find_if(links, [](const SentenceLink *each) {
        return each->isVisible() && each->text().startsWith(QLatin1String("2 pieces due tomorrow from"));
    });
    QVERIFY(link != links.end());
    QSignalSpy asked(&m_shop->desk->navigation(), &Navigation::openOrdersRequested);
    (*link)->click();
    QCOMPARE(asked.takeFirst()[0].value<OpenOrderFilter>(), OpenOrderFilter::DueTomorrowMorning);
}

void TestTodayPage::anEmptyShopSaysWhatToDo()
{
    openPage();
    QVERIFY(says("No order was taken yet. New order (F2) takes the first one"));
    QVERIFY(!list("Late and due today")->isVisible());
    QCOMPARE(count("Late")->accessibleName(), QStringLiteral("Late, 0"));
    book("Coat", day("2026-12-04"));
    QTRY_VERIFY(says("Nothing is late, and nothing is due today."));
}

void TestTodayPage::theOldBookIsOfferedWhileTheShopIsYoung()
{
    openPage();
    const auto offer = [this]() -> SentenceLink * {
        const auto links = m_page->findChildren<SentenceLink *>();
        for (SentenceLink *link : links) {
            if (link->isVisible() && link->text() == QStringLiteral("Notebook day: what hangs in the shop already"))
                return link;
        }
        return nullptr;
    };
    QVERIFY(offer());
    QSignalSpy asked(m_page.get(), &TodayPage::notebookRequested);
    QTest::mouseClick(offer(), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QSignalSpy import(m_page.get(), &TodayPage::importRequested);
    const auto links = m_page->findChildren<SentenceLink *>();
    for (SentenceLink *link : links) {
        if (link->isVisible() && link->text() == QStringLiteral("Clients and prices of another program"))
            QTest::mouseClick(link, Qt::LeftButton);
    }
    QCOMPARE(import.size(), 1);
    book("Coat", day("2026-12-04"));
    m_shop->shop.clock.advanceDays(13);
    m_page->arrive();
    QVERIFY(offer());
    m_shop->shop.clock.advanceDays(1);
    m_page->arrive();
    QVERIFY(!offer());
}

void TestTodayPage::codesThatAreNotOnPaperAreSaid()
{
    openPage();
    auto *link = m_page->findChild<RecoveryLink *>();
    QTRY_VERIFY(link->isVisible()); // an owner who has none, of a shop made from what was taken along
    RecoveryService recovery(m_shop->shop.path(), m_shop->shop.clock);
    QVERIFY(await(recovery.makeCodes(m_shop->desk->principal().person)).ok());
    m_page->arrive();
    QTRY_VERIFY(link->isVisible());
    QSignalSpy asked(m_page.get(), &TodayPage::recoverySheetRequested);
    link->setFocus();
    QTest::keyClick(link, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QVERIFY(await(recovery.setOnPaper(m_shop->desk->principal().person)).ok());
    m_page->arrive();
    QTRY_VERIFY(!link->isVisible());
}

//! What cannot be read is said on its card, and its number is not known: nowhere does a 0 stand for it.
void TestTodayPage::whatCannotBeReadIsNotNought()
{
    bookLate("Trousers");
    openPage();
    QCOMPARE(count("Late")->accessibleName(), QStringLiteral("Late, 1"));
    access::ScopedConnection &reader = m_shop->shop.session->reader();
    sqlite3 *handle = sqlite3_db_handle(reader.query("SELECT id FROM orders").value()->handle());
    sqlite3_progress_handler(
        handle, 1, [](void *) { return 1; }, nullptr); // every statement is broken off
    m_page->arrive();
    QCOMPARE(count("Late")->accessibleName(), QStringLiteral("Late, not known"));
    QCOMPARE(count("Fittings")->accessibleName(), QStringLiteral("Fittings, not known"));
    QCOMPARE(count("Cloth low")->accessibleName(), QStringLiteral("Cloth low, not known"));
    QVERIFY(!list("Late and due today")->isVisible());
    QVERIFY(says("\u25b2"));
    sqlite3_progress_handler(handle, 0, nullptr, nullptr);
    m_page->arrive();
    QCOMPARE(count("Late")->accessibleName(), QStringLiteral("Late, 1"));
}

void TestTodayPage::whoMayNotSeeItHasNoSuchCard_data()
{
    QTest::addColumn<QByteArray>("permissions");
    QTest::addColumn<QStringList>("cards");
    const QStringList all{QStringLiteral("Late and due today"),     QStringLiteral("Fittings today"),
                          QStringLiteral("The till today"),         QStringLiteral("Ready and not collected"),
                          QStringLiteral("Waiting for the client"), QStringLiteral("Cloth that runs out")};
    const auto without = [&](const char *name) {
        QStringList rest = all;
        rest.removeAll(QString::fromLatin1(name));
        return rest;
    };
    QTest::newRow("at the counter") << QByteArray("{}") << all;
    QTest::newRow("no till") << QByteArray(R"({"refuse": ["till:operate"]})") << without("The till today");
    QTest::newRow("no calendar") << QByteArray(R"({"refuse": ["calendar:read"]})") << without("Fittings today");
    QTest::newRow("no stock") << QByteArray(R"({"refuse": ["inventory:read"]})") << without("Cloth that runs out");
    QTest::newRow("no orders") << QByteArray(R"({"refuse": ["orders:read", "orders:write"]})")
                               << QStringList({all[1], all[2], all[5]});
}

void TestTodayPage::whoMayNotSeeItHasNoSuchCard()
{
    QFETCH(QByteArray, permissions);
    QFETCH(QStringList, cards);
    TeamService team(*m_shop->shop.session, *m_shop->shop.door);
    const auto person = await(team.add({QStringLiteral("Tunde Ade"), access::Role::Member, access::Job::Counter,
                                        QStringLiteral("0852")}))
                            .value();
    const auto member = access::memberId(m_shop->shop.principal.workspace, person);
    QVERIFY(await(m_shop->shop.door->write<void>({"test.permissions"}, [=](changes::WriteContext &context) {
        return context.rows().update(storage::Table::WorkspaceMembers, member, {{"permissions", permissions}});
    })));
    const auto store = access::PrincipalStore::open({m_shop->shop.path()}).value();
    const auto principal = store->load(person, m_shop->shop.principal.workspace, m_shop->shop.principal.device).value();
    const auto session = access::Session::open(m_shop->shop.path(), principal).value();
    const auto door = changes::WriteDoor::open(*session, m_shop->shop.clock).value();
    const auto drafts = DraftKeeper::open(*session, m_shop->shop.clock).value();
    Desk desk(*session, *door, *drafts, m_shop->desk->profile(), m_shop->desk->calendar(), m_shop->desk->locale());
    openPage(desk);
    QStringList found;
    const auto lists = m_page->findChildren<ListView *>();
    for (const ListView *each : lists)
        found.append(each->accessibleName());
    found.sort();
    cards.sort();
    QCOMPARE(found, cards);
    QVERIFY(!says("\u25b2")); // nothing was asked for that may not be read
    m_page.reset();
}

void TestTodayPage::everyControlHasAName()
{
    bookLate("Trousers");
    QVERIFY(await(orders().complete(book("Gown", day("2026-11-25")))));
    openPage();
    QCOMPARE(test::nameless(*m_page), QStringList());
    test::takePictures(*m_page, QStringLiteral("today"));
}

void TestTodayPage::columnsFollowTheWidth()
{
    bookLate("Trousers");
    QVERIFY(await(orders().complete(book("Gown", day("2026-11-25")))));
    openPage();
    const auto columns = [this] {
        QSet<int> lefts;
        const auto cards = m_page->findChildren<TodayCard *>();
        for (const TodayCard *card : cards)
            lefts.insert(card->x());
        return lefts.size();
    };
    QCOMPARE(columns(), 3);
    m_page->resize(968, 484);
    QTRY_COMPARE(columns(), 2);
    // Low as it is, five rows are seen in each card.
    const auto cards = m_page->findChildren<TodayCard *>();
    for (TodayCard *card : cards)
        QVERIFY(card->height() >= card->wantedHeight());
    // The card that the keyboard comes to is seen whole.
    const QWidget *card = list("Ready and not collected")->parentWidget();
    const auto seen = [&] { return m_page->rect().contains(QRect(card->mapTo(m_page.get(), QPoint()), card->size())); };
    QVERIFY(!seen());
    list("Ready and not collected")->setFocus(Qt::TabFocusReason);
    QVERIFY(seen());
}

QTEST_MAIN(TestTodayPage)
#include "tst_today_page.moc"
