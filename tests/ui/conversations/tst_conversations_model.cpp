// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/conversations/channel_service.h"
#include "core/conversations/outbox_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/conversations/conversations_model.h"
#include "ui/conversations/thread_model.h"
#include "ui/conversations/thread_view.h"
#include "ui/widgets/list_row_delegate.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;
using conversations::ConversationFilter;

//! The list of conversations and a thread, read page by page and kept as the shop writes.
class TestConversationsModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        const conversations::ChannelDraft typed{conversations::ChannelType::WhatsApp, QStringLiteral("Counter phone"),
                                                QStringLiteral("0803 555 9999")};
        m_phone =
            changes::await(conversations::ChannelService(*m_shop->shop.session, *m_shop->shop.door).add(typed)).value();
    }
    void cleanup() { m_shop.reset(); }

    void conversationsComeInPages()
    {
        constexpr int people = 120;
        for (int i = 0; i < people; ++i) {
            m_shop->shop.clock.advanceMsecs(1000);
            (void)queue(person(QStringLiteral("Client %1").arg(i)), QStringLiteral("Hello\n%1").arg(i));
        }
        ConversationsModel model(*m_shop->desk);
        QVERIFY(!model.isLoaded());
        model.showFilter(ConversationFilter::All);
        QTRY_COMPARE(model.rowCount(), 50);
        QCOMPARE(model.row(0).name, QStringLiteral("Client 119"));
        QCOMPARE(model.index(0).data(ListRowDelegate::SecondLine).toString(), QStringLiteral("You: Hello 119"));
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("1 to be sent")));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < 100 && model.rowCount() < people; ++i) {
            model.fetchMore({});
            QTest::qWait(20);
        }
        QCOMPARE(model.rowCount(), people);

        // Who waits longest comes first where it is about sending.
        model.showFilter(ConversationFilter::ToSend);
        QTRY_COMPARE(model.row(0).name, QStringLiteral("Client 0"));
        QVERIFY(changes::await(outbox().markSent(*model.row(0).message)));
        model.refresh();
        QTRY_COMPARE(model.row(0).name, QStringLiteral("Client 1"));
        model.showFilter(ConversationFilter::Unanswered);
        QTRY_COMPARE(model.rowCount(), 0);

        // Found by name, those with whom nothing was written yet too.
        (void)person(QStringLiteral("Somebody else"));
        model.find(QStringLiteral(" somebody "));
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0).data(ListRowDelegate::SecondLine).toString(),
                 QStringLiteral("Nothing was written yet"));
        QVERIFY(!model.index(0).data(ListRowDelegate::StatusRole).isValid());
        model.find({});
        QCOMPARE(model.filter(), ConversationFilter::Unanswered);
    }

    void aThreadIsReadFromItsFoot()
    {
        const ClientId client = person(QStringLiteral("A. Bello"));
        for (int i = 0; i < 70; ++i) {
            m_shop->shop.clock.advanceMsecs(3'600'000);
            (void)queue(client, QString::number(i));
        }
        ThreadModel model(*m_shop->desk);
        ReversedRows rows(&model);
        model.showClient(client);
        QTRY_COMPARE(rows.rowCount(), 50);
        QCOMPARE(rows.index(49, 0).data().toString(), QStringLiteral("69"));
        QCOMPARE(rows.index(0, 0).data().toString(), QStringLiteral("20"));
        QSignalSpy inserted(&rows, &QAbstractItemModel::rowsInserted);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester other(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.fetchMore({});
        QTRY_COMPARE(rows.rowCount(), 70);
        QCOMPARE(inserted.takeFirst().at(1).toInt(), 0); // over what was there
        QCOMPARE(rows.index(0, 0).data().toString(), QStringLiteral("0"));
        QCOMPARE(model.row(model.firstToSend()).text, QStringLiteral("0"));

        (void)queue(client, QStringLiteral("newest"));
        model.refresh();
        QTRY_COMPARE(rows.rowCount(), 71);
        QCOMPARE(inserted.takeFirst().at(1).toInt(), 70);
        QCOMPARE(rows.index(70, 0).data().toString(), QStringLiteral("newest"));
        QVERIFY(changes::await(outbox().markSent(model.row(0).id)));
        QSignalSpy changed(&rows, &QAbstractItemModel::dataChanged);
        model.refresh();
        QTRY_VERIFY(changed.count() > 0);
        QTRY_COMPARE(model.row(0).state, conversations::MessageState::Sent);
        QVERIFY(rows.index(70, 0).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("To them, went")));
    }

    //! Earlier messages come in over those in sight, which stay where they are.
    void whatIsInSightStays()
    {
        const ClientId client = person(QStringLiteral("A. Bello"));
        for (int i = 0; i < 60; ++i) {
            m_shop->shop.clock.advanceMsecs(60'000);
            (void)queue(client,
                        QStringLiteral("Message %1, which is long enough to take more than a line of it").arg(i));
        }
        ThreadModel model(*m_shop->desk);
        ThreadView view(model);
        view.resize(420, 360);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        model.showClient(client);
        QTRY_COMPARE(model.rowCount(), 50);
        QTRY_VERIFY(view.verticalScrollBar()->maximum() > 0);
        QTRY_COMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
        const auto top = [&] { return view.indexAt(QPoint(200, 80)).data().toString(); };
        view.verticalScrollBar()->setValue(0);
        const QString before = top();
        QVERIFY(!before.isEmpty());
        QTRY_COMPARE(model.rowCount(), 60);
        QCOMPARE(top(), before);
        view.setCurrentRow(0);
        QCOMPARE(view.currentRow(), 0);
        QVERIFY(view.currentIndex().data().toString().startsWith(QStringLiteral("Message 59")));
    }

private:
    conversations::OutboxService outbox() { return conversations::OutboxService(*m_shop->shop.door); }
    ClientId person(const QString &name) { return m_shop->addClient(name, QStringLiteral("0803 555 4471")); }
    MessageId queue(ClientId client, const QString &text)
    {
        const conversations::MessageDraft draft{client, {}, *m_phone, text};
        return changes::await(outbox().queue({draft, QStringLiteral("+2348035554471")})).value();
    }

    std::unique_ptr<test::CounterShop> m_shop;
    std::optional<ChannelId> m_phone;
};

QTEST_MAIN(TestConversationsModel)
#include "tst_conversations_model.moc"
