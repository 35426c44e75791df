// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notifications/notification_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/notifications/notification_words.h"
#include "ui/notifications/notifications_model.h"
#include "ui/theme/icons.h"
#include "ui/widgets/list_row_delegate.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <set>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! The list of what somebody was told: read by pages, by day, patched where it stands.
class TestNotificationsModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        m_client.reset();
    }
    void cleanup() { m_shop.reset(); }

    void byPagesAndByDay()
    {
        for (int i = 0; i < 60; ++i)
            book();
        settle();
        m_shop->shop.clock.advanceDays(1);
        book();
        settle(); // 60 are late now, 61 in all
        NotificationsModel model(*m_shop->desk, nullptr);
        model.show(NotificationFilter::All);
        QTRY_COMPARE(model.rowCount(), 50);
        QVERIFY(model.canFetchMore({}));
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal); // asks for more
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 61);
        QVERIFY(!model.canFetchMore({}));
        std::set<RowId> met;
        for (int i = 0; i < model.rowCount(); ++i)
            QVERIFY(met.insert(model.row(i).id).second);
        QCOMPARE(dayAt(model, 0), QStringLiteral("Today"));
        for (int i = 1; i < model.rowCount(); ++i)
            QCOMPARE(dayAt(model, i), QString()); // all were told today
        m_shop->shop.clock.advanceDays(1);
        QCOMPARE(dayAt(model, 0), QStringLiteral("Yesterday"));
    }

    void whatIsReadIsPatchedWhereItStands()
    {
        book();
        book();
        settle();
        NotificationsModel model(*m_shop->desk, nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.show(NotificationFilter::Unread);
        QTRY_COMPARE(model.rowCount(), 2);
        QVERIFY(second(model, 0).startsWith(QStringLiteral("New")));
        const RowId first = model.row(0).id;
        QVERIFY(await(service().setRead(first, true)));
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(model.row(0).id != first);
        model.show(NotificationFilter::All);
        QTRY_COMPARE(model.rowCount(), 2);
        QVERIFY(!second(model, 0).startsWith(QStringLiteral("New")));
    }

    //! Whose it is is read with the list, and money only where it is shown.
    void whatIsHiddenIsNotSaid()
    {
        book();
        settle();
        NotificationsModel model(*m_shop->desk, nullptr);
        model.show(NotificationFilter::All);
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(second(model, 0).contains(QStringLiteral("A. Bello")));
    }

    void everyKindHasAnIconAShapeAndAWord()
    {
        std::set<QString> names;
        for (int i = 0; i < notificationKindCount; ++i) {
            const NotificationLook look = notificationLook(NotificationKind(i));
            QVERIFY2(hasIcon(look.icon), look.icon.constData());
            QVERIFY(!look.word.isEmpty());
            QVERIFY(names.insert(notificationKindName(NotificationKind(i))).second);
        }
        QVERIFY(hasIcon(notificationLook({}).icon));
    }

private:
    NotificationService service() { return {*m_shop->shop.session, *m_shop->shop.door}; }
    void book()
    {
        if (!m_client)
            m_client = m_shop->bello();
        (void)m_shop->book(m_client, {m_shop->piece(QStringLiteral("Coat"), 100'000)}, m_shop->desk->today());
    }
    void settle()
    {
        const auto found = readNotificationCauses(*m_shop->shop.session, *m_shop->shop.door).value();
        QVERIFY(await(service().settle(found)));
    }
    static QString dayAt(const NotificationsModel &model, int row)
    {
        return model.index(row).data(NotificationsModel::DayRole).toString();
    }
    static QString second(const NotificationsModel &model, int row)
    {
        return model.index(row).data(ListRowDelegate::SecondLine).toString();
    }

    std::unique_ptr<test::CounterShop> m_shop;
    std::optional<ClientId> m_client;
};

QTEST_MAIN(TestNotificationsModel)
#include "tst_notifications_model.moc"
