// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/inventory_service.h"
#include "core/notifications/notification_service.h"
#include "core/orders/order_service.h"
#include "tests/ui/shell/open_program.h"
#include "ui/inventory/stock_page.h"
#include "ui/notifications/notification_watch.h"
#include "ui/notifications/notifications_page.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/pick_up_page.h"
#include "ui/shell/top_bar.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/toast.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>

using namespace thimblely;
using namespace thimblely::ui;

//! The bell and what it counts, in the real window and by keyboard alone.
class TestBell : public QObject {
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

    void anEmptyShopHasNothingToTell()
    {
        QVERIFY(bellSays(QStringLiteral("Notifications, none unread")));
        m_shop->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(isShown<NotificationsPage>());
        QVERIFY(m_shop->waitSays(QStringLiteral("There is nothing to tell you")));
        QTRY_VERIFY(m_shop->focus() && page()->isAncestorOf(m_shop->focus()));
    }

    //! Told while an order is typed nothing is laid over it and the keyboard stays; then opened, read and over.
    void fromTheBellToTheThing()
    {
        m_shop->press(Qt::Key_F2);
        QVERIFY(isShown<CounterPage>());
        m_shop->type("tro");
        const QWidget *typing = m_shop->focus();
        const OrderId order = book();
        QVERIFY(bellSays(QStringLiteral("Notifications, 1 unread")));
        QCOMPARE(m_shop->focus(), typing);
        QVERIFY(isShown<CounterPage>());
        QVERIFY(!m_shop->says(QStringLiteral("is promised for today and not ready")));

        m_shop->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(isShown<NotificationsPage>());
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        new QAbstractItemModelTester(list()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, list());
        QTRY_COMPARE(m_shop->focus(), list());
        QVERIFY(spoken(0).contains(QStringLiteral("Today: Order")));
        QVERIFY(spoken(0).contains(QStringLiteral("New")));
        m_shop->press(Qt::Key_Return);
        QTRY_VERIFY(isShown<PickUpPage>());
        QVERIFY(m_shop->waitSays(number(order)));
        QVERIFY(bellSays(QStringLiteral("Notifications, none unread")));

        m_shop->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_shop->focus(), list());
        QTRY_VERIFY(!spoken(0).contains(QStringLiteral("New")));
        m_shop->press(Qt::Key_Space);
        QVERIFY(bellSays(QStringLiteral("Notifications, 1 unread")));
        QVERIFY(m_shop->tabTo(QStringLiteral("Mark all as read")));
        m_shop->press(Qt::Key_Space);
        QVERIFY(bellSays(QStringLiteral("Notifications, none unread")));
        QVERIFY(m_shop->tabTo(QStringLiteral("All")));
        m_shop->press(Qt::Key_Right);
        QVERIFY(m_shop->waitSays(QStringLiteral("You have read everything")));
        QTRY_COMPARE(m_shop->readName(m_shop->focus()), QStringLiteral("Show all"));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(list()->model()->rowCount(), 1);

        // Its cause is over, and so is it.
        QVERIFY(changes::await(orders().complete(order)));
        QVERIFY(m_shop->waitSays(QStringLiteral("There is nothing to tell you")));
        // Nobody is told that they were told.
        QCOMPARE(changes::await(m_shop->desk().door().newestUndoable())->kind, QByteArray("order.complete"));
    }

    void whatRunsOutIsOpenedInTheStock()
    {
        inventory::InventoryService stock(m_shop->desk().session(), m_shop->desk().door());
        inventory::ItemDraft facts;
        facts.name = QStringLiteral("Navy pinstripe");
        facts.unit = QStringLiteral("m");
        facts.minimumStock = Quantity::whole(5);
        const auto id = changes::await(stock.add(facts));
        QVERIFY(id);
        QVERIFY(changes::await(stock.stockIn(*id, Quantity::whole(3))));
        QVERIFY(bellSays(QStringLiteral("Notifications, 1 unread")));
        QVERIFY(m_shop->tabTo(QStringLiteral("Notifications, 1 unread"))); // the bell itself
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(m_shop->focus(), list());
        m_shop->press(Qt::Key_Return);
        QTRY_VERIFY(isShown<StockPage>());
        m_shop->press(Qt::Key_Escape);
        QTRY_VERIFY(isShown<NotificationsPage>()); // one step back
    }

    void aKindThatOneDoesNotWant()
    {
        m_shop->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_shop->tabTo(QStringLiteral("Tell me when…")));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(m_shop->readName(m_shop->focus()), QStringLiteral("An order is late"));
        QVERIFY(m_shop->tabTo(QStringLiteral("An order is promised for today and not ready")));
        QVERIFY(qobject_cast<QCheckBox *>(m_shop->focus())->isChecked());
        m_shop->press(Qt::Key_Space);
        m_shop->press(Qt::Key_Escape);
        QVERIFY(isShown<NotificationsPage>());
        QTRY_VERIFY(!switchedOn(NotificationKind::DueToday));
        (void)book();
        QSignalSpy looked(&m_shop->window().notifications(), &NotificationWatch::looked);
        QVERIFY(looked.wait(test::OpenProgram::patience));
        QTest::qWait(50);
        QCOMPARE(m_shop->window().notifications().unread(), 0);
    }

    //! The day is another one while the window stands open.
    void whatBecameLateOverNight()
    {
        m_shop->close();
        m_shop->clock.advanceMsecs(12 * hourMs); // ten in the evening
        QVERIFY(m_shop->startAndSignIn());
        (void)book();
        QVERIFY(bellSays(QStringLiteral("Notifications, 1 unread")));
        m_shop->clock.advanceMsecs(3 * hourMs);
        m_shop->window().notifications().lookSoon(); // as its minute does
        m_shop->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(list()->model()->rowCount() == 1 && spoken(0).contains(QStringLiteral("Late: Order")),
                                 test::OpenProgram::patience);
        QVERIFY(bellSays(QStringLiteral("Notifications, 1 unread"))); // not two of one thing
    }

private:
    static constexpr qint64 hourMs = 3'600'000;

    template <typename PageType>
    bool isShown() const
    {
        return qobject_cast<PageType *>(m_shop->window().currentPage());
    }
    NotificationsPage *page() const { return m_shop->child<NotificationsPage>(); }
    ListView *list() const { return page()->findChild<ListView *>(); }
    QString spoken(int row) const { return list()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString(); }
    bool bellSays(const QString &words) const
    {
        const auto buttons = m_shop->child<TopBar>()->findChildren<QAbstractButton *>();
        return QTest::qWaitFor(
            [&] {
                return std::ranges::any_of(buttons, [&](QAbstractButton *each) {
                    return each->isVisible() && each->accessibleName() == words;
                });
            },
            test::OpenProgram::patience);
    }
    orders::OrderService orders() const { return {m_shop->desk().session(), m_shop->desk().door()}; }
    QString number(OrderId order) const { return orders().load(order)->number; }
    //! For today.
    OrderId book() const
    {
        orders::OrderDraft draft;
        orders::PieceDraft piece;
        piece.garmentType = QStringLiteral("coat");
        piece.name = QStringLiteral("Coat");
        piece.unitPrice = Money(100'000, Currency::parse(u"NGN").value());
        draft.pieces = {piece};
        draft.promisedDate = m_shop->desk().today();
        return changes::await(orders().book(draft)).value().id;
    }
    bool switchedOn(NotificationKind kind) const
    {
        const auto all = NotificationService(m_shop->desk().session(), m_shop->desk().door()).switches().value();
        return std::ranges::find(all, kind, &NotificationSwitch::kind)->isOn;
    }

    std::unique_ptr<test::OpenProgram> m_shop;
};

QTEST_MAIN(TestBell)
#include "tst_bell.moc"
