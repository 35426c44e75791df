// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/attempt_service.h"
#include "tests/core/conversations/writing_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::conversations;

namespace {

void optOut(ClientDraft &client, Instant now)
{
    client.messageOptOutAt = now;
}
void agree(ClientDraft &client, Instant now)
{
    client.marketingConsentAt = now;
}
void agreeAndOptOut(ClientDraft &client, Instant now)
{
    agree(client, now);
    optOut(client, now);
}
void sayNothing(ClientDraft &, Instant) {}

using Saying = void (*)(ClientDraft &, Instant);

} // namespace

//! What a message goes through between a person's hands, and what of it stands with the client.
class TestOutboxService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<WritingShop>(); }
    void cleanup()
    {
        QCOMPARE(m_shop->problems(), QStringList());
        m_shop.reset();
    }

    void aMessagesWay()
    {
        WritingShop &shop = *m_shop;
        const MessageId first = await(shop.outbox.draft(shop.message("Good morning"))).value();
        QCOMPARE(shop.thread(), QStringLiteral("draft: Good morning"));
        QCOMPARE(shop.conversations.counts()->toSend, 0);
        QVERIFY(await(shop.outbox.again(first, QStringLiteral("Good evening"))));
        QCOMPARE(shop.thread(), QStringLiteral("queued: Good evening"));
        QCOMPARE(shop.conversations.counts()->toSend, 1);
        QVERIFY(shop.log().isEmpty()); // it has not gone

        QVERIFY(await(shop.outbox.markFailed(first, QStringLiteral(" no  network "))));
        const Message failed = shop.conversations.thread(shop.client)->front();
        QCOMPARE(failed.state, MessageState::Failed);
        QCOMPARE(failed.problem, QStringLiteral("no network"));
        QCOMPARE(failed.attempts, 1);
        QCOMPARE(shop.conversations.counts()->toSend, 1); // to be tried again

        QVERIFY(await(shop.outbox.again(first)));
        shop.shop.clock.advanceMsecs(60000);
        QVERIFY(await(shop.outbox.markSent(first)));
        const Message sent = shop.conversations.thread(shop.client)->front();
        QCOMPARE(sent.state, MessageState::Sent);
        QCOMPARE(sent.attempts, 2);
        QCOMPARE(sent.wentAt, std::optional(shop.shop.clock.now()));
        QCOMPARE(sent.who, QStringLiteral("+2348035551234"));
        QCOMPARE(sent.person, QStringLiteral("Amina Bello"));
        QCOMPARE(shop.conversations.counts()->toSend, 0);
        QCOMPARE(shop.log(), QStringList{QStringLiteral("WhatsApp: Good evening")});
        for (auto future : {shop.outbox.markSent(first), shop.outbox.again(first), shop.outbox.cancel(first)})
            QCOMPARE(refusal(await(future)), QStringLiteral("message.not_to_send"));

        // Marked by mistake: it is as it was, and nothing stands with the client.
        QVERIFY(await(shop.shop.door->undo()));
        QCOMPARE(shop.thread(), QStringLiteral("queued: Good evening"));
        QVERIFY(shop.log().isEmpty());
    }

    void aCalledOffMessageStays()
    {
        WritingShop &shop = *m_shop;
        const MessageId id = shop.queued("Never mind");
        QVERIFY(await(shop.outbox.cancel(id)));
        QCOMPARE(shop.thread(), QStringLiteral("called off: Never mind"));
        QCOMPARE(shop.conversations.counts()->toSend, 0);
        QCOMPARE(refusal(await(shop.outbox.markSent(id))), QStringLiteral("message.not_to_send"));
        QVERIFY(await(shop.outbox.again(id)));
        QCOMPARE(shop.thread(), QStringLiteral("queued: Never mind"));
        // A reason that is typed is never taken for it.
        QVERIFY(await(shop.outbox.markFailed(id, QStringLiteral("cancelled"))));
        QCOMPARE(shop.thread(), QStringLiteral("failed: Never mind"));
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("recipient");
        QTest::addColumn<QString>("refused");
        QTest::newRow("nothing") << " \n "
                                 << "+2348035551234"
                                 << "message.no_text";
        QTest::newRow("too long") << QString(longestMessage + 1, u'x') << "+2348035551234"
                                  << "message.too_long 4000";
        QTest::newRow("to nobody") << "Hello"
                                   << " "
                                   << "message.no_recipient Ngozi Okafor";
        QTest::newRow("well") << QString(longestMessage, u'x') << "+2348035551234"
                              << "";
    }
    void whatIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, recipient);
        QFETCH(QString, refused);
        AddressedDraft message = m_shop->message("");
        message.draft.text = text;
        message.recipient = recipient;
        QCOMPARE(refusal(await(m_shop->outbox.queue(message))), refused);
        QCOMPARE(m_shop->conversations.thread(m_shop->client)->size(), refused.isEmpty() ? 1U : 0U);
    }

    void consent_data()
    {
        QTest::addColumn<Saying>("saying");
        QTest::addColumn<bool>("offer");
        QTest::addColumn<bool>("allTheSame");
        QTest::addColumn<QString>("refused");
        const QString ngozi = QStringLiteral(" Ngozi Okafor");
        QTest::newRow("news, nothing said") << &sayNothing << false << false << "";
        QTest::newRow("an offer, nothing said")
            << &sayNothing << true << false << QStringLiteral("message.no_consent") + ngozi;
        QTest::newRow("an offer, agreed") << &agree << true << false << "";
        QTest::newRow("an offer, agreed and then asked not")
            << &agreeAndOptOut << true << true << QStringLiteral("message.opted_out") + ngozi;
        QTest::newRow("news, asked not") << &optOut << false << false << QStringLiteral("message.asked_not") + ngozi;
        QTest::newRow("news, asked not, all the same") << &optOut << false << true << "";
    }
    void consent()
    {
        QFETCH(Saying, saying);
        QFETCH(bool, offer);
        QFETCH(bool, allTheSame);
        QFETCH(QString, refused);
        WritingShop &shop = *m_shop;
        shop.say(saying);
        AddressedDraft message = shop.message("Hello");
        message.draft.offer = offer;
        message.draft.allTheSame = allTheSame;
        QCOMPARE(refusal(await(shop.outbox.queue(message))), refused);
        SentElsewhere elsewhere{shop.client, {}, ChannelType::WhatsApp, message.recipient, QStringLiteral("Hello")};
        elsewhere.offer = offer;
        elsewhere.allTheSame = allTheSame;
        QCOMPARE(refusal(await(shop.outbox.noteSent(elsewhere))), refused);
    }

    //! With each piece that hangs ready, as the shop's other reminders; and only once it went.
    void areminderStandsWithThePieces()
    {
        WritingShop &shop = *m_shop;
        const OrderId order = shop.book({OrderShop::piece("Jacket", 100), OrderShop::piece("Trousers", 50)});
        const auto attempts = [&] {
            const orders::AttemptService service(*shop.shop.session, *shop.shop.door);
            return service.ofPiece(shop.pieceIds(order).front())->size();
        };
        const MessageId early = await(shop.outbox.queue(shop.about(order, "Soon", "moved"))).value();
        QVERIFY(await(shop.outbox.markSent(early)));
        QCOMPARE(attempts(), 0U); // no reminder, and nothing hangs
        QCOMPARE(shop.log(), QStringList{QStringLiteral("WhatsApp: Soon")});
        QCOMPARE(shop.number("SELECT count(*) FROM client_interactions WHERE order_id IS NOT NULL"), 1);

        QVERIFY(await(shop.orders.complete(order)));
        const MessageId id = await(shop.outbox.queue(shop.about(order, "It is ready", "ready"))).value();
        QCOMPARE(attempts(), 0U);
        QVERIFY(await(shop.outbox.markSent(id)));
        QCOMPARE(attempts(), 1U);
        QCOMPARE(shop.log().size(), 3); // one for each piece
        const auto open = shop.orders.openOrders(orders::OpenOrderFilter::Ready).value();
        QVERIFY(open.rows.front().asked.has_value());
    }

    //! By a program of one's own, before the shop said which number it writes from, and after.
    void whatWentElsewhere()
    {
        WritingShop &shop = *m_shop;
        const QString number = QStringLiteral("+2348035551234");
        QVERIFY(await(shop.outbox.noteSent({shop.client, {}, ChannelType::Email, number, QStringLiteral("By mail")})));
        QCOMPARE(shop.thread(), QString()); // it has no address to write mail from
        QCOMPARE(shop.log(), QStringList{QStringLiteral("By mail")});
        QVERIFY(await(shop.outbox.noteSent({shop.client, {}, ChannelType::WhatsApp, number, QStringLiteral("Hello")})));
        QCOMPARE(shop.thread(), QStringLiteral("sent: Hello"));
        QCOMPARE(shop.log().size(), 2);
    }

    void whatCameIn()
    {
        WritingShop &shop = *m_shop;
        InboundDraft came{shop.client, {}, shop.phone, QStringLiteral("When?")};
        came.externalId = QStringLiteral("wamid.1");
        QVERIFY(await(shop.outbox.receive(came)));
        QCOMPARE(refusal(await(shop.outbox.receive(came))), QStringLiteral("message.known_already"));
        came.externalId.clear();
        came.text = QStringLiteral("Hello?");
        QVERIFY(await(shop.outbox.receive(came)));
        QVERIFY(await(shop.outbox.receive(came))); // two without a number are two
        QCOMPARE(shop.thread(), QStringLiteral("arrived: When? | arrived: Hello? | arrived: Hello?"));
        QCOMPARE(shop.conversations.counts()->unanswered, 1);
        QCOMPARE(shop.conversations.of(shop.client)->unanswered, 3);

        // An answer that waits has answered nothing yet.
        const MessageId answer = shop.queued("On Friday");
        QCOMPARE(shop.conversations.of(shop.client)->unanswered, 3);
        QVERIFY(await(shop.outbox.markSent(answer)));
        QCOMPARE(shop.conversations.of(shop.client)->unanswered, 0);
        came.text = QStringLiteral("Thanks");
        QVERIFY(await(shop.outbox.receive(came)));
        QCOMPARE(shop.conversations.counts()->unanswered, 1);
        QVERIFY(await(shop.outbox.settle(shop.client)));
        QCOMPARE(shop.conversations.counts()->unanswered, 0);
    }

    void allOrNone()
    {
        WritingShop &shop = *m_shop;
        std::vector<AddressedDraft> batch(3, shop.message("Ready"));
        batch[1].draft.text.clear();
        QCOMPARE(refusal(await(shop.outbox.queueAll(batch))), QStringLiteral("message.no_text"));
        QCOMPARE(shop.thread(), QString());
        batch.erase(batch.begin() + 1);
        QCOMPARE(await(shop.outbox.queueAll(batch)).value(), 2);
        QCOMPARE(shop.thread(), QStringLiteral("queued: Ready | queued: Ready"));
        QVERIFY(await(shop.shop.door->undo()));
        QCOMPARE(shop.thread(), QString());
    }

    void aChannelAtRestTakesNothingNew()
    {
        WritingShop &shop = *m_shop;
        const MessageId waits = shop.queued("Before");
        QVERIFY(await(shop.channels.setActive(shop.phone, false)));
        QCOMPARE(refusal(await(shop.outbox.queue(shop.message("After")))), QStringLiteral("channel.at_rest"));
        QVERIFY(await(shop.outbox.markSent(waits))); // it went all the same
    }

    //! Who may look may not write, and who has no clients sees no conversations.
    void roles()
    {
        WritingShop &shop = *m_shop;
        const MessageId id = shop.queued("Hello");
        const auto viewer = shop.hire("viewer");
        OutboxService theirs(*viewer.door);
        QCOMPARE(ConversationService(*viewer.session, *viewer.door).thread(shop.client)->size(), 1U);
        QCOMPARE(await(theirs.queue(shop.message("No"))).error().kind, ErrorKind::Forbidden);
        QCOMPARE(await(theirs.markSent(id)).error().kind, ErrorKind::Forbidden);
        const auto cutter = shop.hire("member", "cutter");
        const ConversationService cutters(*cutter.session, *cutter.door);
        QCOMPARE(cutters.thread(shop.client).error().kind, ErrorKind::Forbidden);
        QCOMPARE(cutters.list(ConversationFilter::All).error().kind, ErrorKind::Forbidden);
        QCOMPARE(await(OutboxService(*cutter.door).queue(shop.message("No"))).error().kind, ErrorKind::Forbidden);
        const auto member = shop.hire("member", "counter");
        QVERIFY(await(OutboxService(*member.door).markSent(id)));
    }

private:
    std::unique_ptr<WritingShop> m_shop;
};

Q_DECLARE_METATYPE(Saying)

QTEST_GUILESS_MAIN(TestOutboxService)
#include "tst_outbox_service.moc"
