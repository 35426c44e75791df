// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/event_service.h"
#include "core/conversations/batch_service.h"
#include "core/conversations/message_words.h"
#include "core/orders/attempt_service.h"
#include "core/workspaces/workspace_service.h"
#include "tests/core/conversations/writing_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::conversations;

//! The lists, the words of a message, and whom a shop writes to one after the other.
class TestConversationService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<WritingShop>(); }
    void cleanup() { m_shop.reset(); }

    //! Page by page each client once, by the message that puts them there.
    void lists()
    {
        WritingShop &shop = *m_shop;
        std::vector<ClientId> people;
        for (int i = 0; i < 7; ++i)
            people.push_back(add(QStringLiteral("Client %1").arg(i)));
        for (int round = 0; round < 3; ++round) {
            for (const ClientId person : people) {
                shop.shop.clock.advanceMsecs(1000);
                (void)queue(person, QStringLiteral("round %1").arg(round));
            }
        }
        QCOMPARE(names(ConversationFilter::All), QStringLiteral("6 5 4 3 2 1 0"));
        QCOMPARE(names(ConversationFilter::ToSend), QStringLiteral("0 1 2 3 4 5 6"));
        QCOMPARE(names(ConversationFilter::Unanswered), QString());
        QCOMPARE(shop.conversations.counts()->toSend, 7);
        const Conversation first = shop.conversations.list(ConversationFilter::ToSend, {}, 1)->front();
        QCOMPARE(first.text, QStringLiteral("round 0")); // the one that waits longest
        QCOMPARE(first.toSend, 3);
        QCOMPARE(shop.conversations.of(people[0])->text, QStringLiteral("round 2"));

        const auto waiting = shop.conversations.thread(people[0]).value();
        for (const Message &message : waiting)
            QVERIFY(await(shop.outbox.markSent(message.id)));
        QCOMPARE(names(ConversationFilter::ToSend), QStringLiteral("1 2 3 4 5 6"));
        for (const int who : {4, 2, 4}) {
            shop.shop.clock.advanceMsecs(1000);
            QVERIFY(await(shop.outbox.receive({people[size_t(who)], {}, shop.phone, QStringLiteral("?")})));
        }
        QCOMPARE(names(ConversationFilter::Unanswered), QStringLiteral("4 2"));
        QCOMPARE(names(ConversationFilter::All), QStringLiteral("4 2 6 5 3 1 0"));
        QCOMPARE(shop.conversations.counts()->unanswered, 2);
        // Found also where nothing was written yet.
        (void)add(QStringLiteral("Client nobody wrote to"));
        const auto found = shop.conversations.search(QStringLiteral("nobody"), 10).value();
        QCOMPARE(found.size(), 1U);
        QVERIFY(!found.front().message);
    }

    void aThreadComesInPages()
    {
        WritingShop &shop = *m_shop;
        for (int i = 0; i < 25; ++i)
            (void)queue(shop.client, QString::number(i)); // all in one moment
        QStringList read;
        std::optional<MessageKey> after;
        for (;;) {
            const auto page = shop.conversations.thread(shop.client, after, 10).value();
            for (const Message &message : page)
                read.append(message.text);
            if (page.empty())
                break;
            after = MessageKey{page.back().at, page.back().id};
        }
        QStringList all;
        for (int i = 24; i >= 0; --i)
            all.append(QString::number(i));
        QCOMPARE(read, all);
    }

    void words()
    {
        WritingShop &shop = *m_shop;
        MessageTemplateService templates(*shop.shop.session, *shop.shop.door);
        const OrderId order = shop.book({OrderShop::piece("Jacket", 100), OrderShop::piece("Trousers", 50)});
        const QString number = shop.orders.load(order)->number;
        const MessageAbout about{shop.client, order};
        const auto prepared = [&](const char *key, const QString &language = {}) {
            return prepare(*shop.shop.session, *shop.shop.door, QString::fromLatin1(key), about, language).value();
        };
        QCOMPARE(prepared("ready").text,
                 QStringLiteral("Hello Ngozi Okafor,\nyour order %1 is ready and waits for you.\nBello").arg(number));
        QVERIFY(prepared("moved").text.contains(QStringLiteral("Friday 4 December")));
        QVERIFY(prepared("balance").text.contains(QStringLiteral("150")));

        // In their language once the shop has written it, with days as they write them.
        shop.say([](ClientDraft &client, Instant) { client.locale = QStringLiteral("fr_FR"); });
        QCOMPARE(prepared("moved").language, QStringLiteral("en"));
        QCOMPARE(prepared("moved").wanted, QStringLiteral("fr"));
        const QString french = QStringLiteral("Bonjour {name}, votre commande {order} sera prête {when}.");
        QVERIFY(await(templates.setText(QStringLiteral("moved"), QStringLiteral("fr"), french)));
        QCOMPARE(prepared("moved").text,
                 QStringLiteral("Bonjour Ngozi Okafor, votre commande %1 sera prête vendredi 4 décembre.").arg(number));
        QCOMPARE(prepared("moved", QStringLiteral("en")).language, QStringLiteral("en"));

        QCOMPARE(
            refusal(await(templates.setText(QStringLiteral("moved"), QStringLiteral("fr"), QStringLiteral("{nom}")))),
            QStringLiteral("message.unknown_field {nom}"));
        QVERIFY(await(templates.setText(QStringLiteral("moved"), QStringLiteral("fr"), {})));
        QCOMPARE(prepared("moved").language, QStringLiteral("en")); // the usual one again

        const QString own = await(templates.add(QStringLiteral("Closed"), false, QStringLiteral("en"),
                                                QStringLiteral("We are closed, {name}.")))
                                .value();
        QCOMPARE(templates.all()->back().name, QStringLiteral("Closed"));
        QCOMPARE(prepared(own.toLatin1().constData()).text, QStringLiteral("We are closed, Ngozi Okafor."));
        QVERIFY(await(templates.remove(own)));
        QCOMPARE(templates.all()->size(), usualTemplates().size());
        QCOMPARE(refusal(await(templates.remove(QStringLiteral("ready")))), QStringLiteral("message.unknown_template"));

        const auto member = shop.hire("member", "counter");
        MessageTemplateService theirs(*member.session, *member.door);
        QCOMPARE(theirs.all()->size(), usualTemplates().size());
        QCOMPARE(
            await(theirs.setText(QStringLiteral("ready"), QStringLiteral("en"), QStringLiteral("Come."))).error().kind,
            ErrorKind::Forbidden);
    }

    void readyAndUncollected()
    {
        WritingShop &shop = *m_shop;
        const OrderId first = ready(shop.client);
        const ClientId mute = add(QStringLiteral("No number"));
        shop.say([](ClientDraft &, Instant) {});
        ClientDraft numberless = shop.clients.load(mute)->fields;
        numberless.phones.clear();
        QVERIFY(await(shop.clients.update(mute, numberless)));
        const ClientId silent = add(QStringLiteral("Asked not"));
        ClientDraft quiet = shop.clients.load(silent)->fields;
        quiet.messageOptOutAt = shop.shop.clock.now();
        QVERIFY(await(shop.clients.update(silent, quiet)));
        (void)ready(mute);
        (void)ready(silent);
        (void)shop.book({OrderShop::piece("Skirt", 10)}); // not ready

        const BatchService batches(*shop.shop.session, *shop.shop.door);
        PreparedBatch batch = batches.prepare(Batch::ReadyUncollected).value();
        QCOMPARE(batch.entries.size(), 1U);
        QCOMPARE(batch.entries[0].message.draft.templateKey, QStringLiteral("ready"));
        QCOMPARE(batch.entries[0].message.draft.order, std::optional(first));
        QCOMPARE(why(batch, mute), int(LeftOut::NoChannel));
        QCOMPARE(why(batch, silent), int(LeftOut::AskedNot));
        QCOMPARE(await(shop.outbox.queueAll(batch.messages())).value(), 1);

        batch = batches.prepare(Batch::ReadyUncollected).value();
        QVERIFY(batch.entries.empty());
        QCOMPARE(why(batch, shop.client), int(LeftOut::WaitsAlready));
        QVERIFY(await(shop.outbox.markSent(shop.conversations.thread(shop.client)->front().id)));
        QCOMPARE(why(batches.prepare(Batch::ReadyUncollected).value(), shop.client), int(LeftOut::AskedToday));
        shop.shop.clock.advanceDays(3);
        batch = batches.prepare(Batch::ReadyUncollected).value();
        QCOMPARE(batch.entries.size(), 1U);
        QCOMPARE(batch.entries[0].message.draft.templateKey, QStringLiteral("reminder"));
    }

    void fittingTomorrow()
    {
        WritingShop &shop = *m_shop;
        const ShopCalendar days = WorkspaceService(*shop.shop.session, *shop.shop.door).load()->calendar().value();
        calendar::EventService events(*shop.shop.door);
        const auto arrange = [&](int inDays) {
            calendar::EventDraft draft;
            draft.kind = calendar::EventKind::Fitting;
            draft.title = QStringLiteral("Suit");
            draft.client = shop.client;
            draft.startsAt = days.at(days.dayOf(shop.shop.clock.now()).plusDays(inDays), QTime(15, 30));
            draft.endsAt = draft.startsAt.plusMsecs(1'800'000);
            QVERIFY(await(events.add(draft)));
        };
        arrange(0);
        arrange(1);
        arrange(2);
        const BatchService batches(*shop.shop.session, *shop.shop.door);
        PreparedBatch batch = batches.prepare(Batch::FittingTomorrow).value();
        QCOMPARE(batch.entries.size(), 1U);
        const QString text = batch.entries[0].message.draft.text;
        const QString time = QLocale(QStringLiteral("en_NG")).toString(QTime(15, 30), QLocale::ShortFormat);
        QVERIFY2(text.contains(QStringLiteral("Thursday 26 November, ") + time), qPrintable(text));
        QVERIFY(await(shop.outbox.queueAll(batch.messages())));
        batch = batches.prepare(Batch::FittingTomorrow).value();
        QCOMPARE(why(batch, shop.client), int(LeftOut::WaitsAlready));
        QVERIFY(await(shop.outbox.markSent(shop.conversations.thread(shop.client)->front().id)));
        QCOMPARE(why(batches.prepare(Batch::FittingTomorrow).value(), shop.client), int(LeftOut::AskedToday));
    }

private:
    ClientId add(const QString &name)
    {
        ClientDraft draft;
        draft.name = name;
        draft.phones = {{QStringLiteral("0803 555 1234")}};
        return await(m_shop->clients.add(draft)).value();
    }
    MessageId queue(ClientId client, const QString &text)
    {
        AddressedDraft message = m_shop->message("");
        message.draft.client = client;
        message.draft.text = text;
        return await(m_shop->outbox.queue(message)).value();
    }
    OrderId ready(ClientId client)
    {
        orders::OrderDraft draft = m_shop->order({OrderShop::piece("Jacket", 100)});
        draft.client = client;
        const OrderId id = await(m_shop->orders.book(draft)).value().id;
        if (!await(m_shop->orders.complete(id)))
            qFatal("not ready");
        return id;
    }
    //! The last words of the names, two to a page.
    QString names(ConversationFilter filter)
    {
        QStringList read;
        std::optional<MessageKey> after;
        for (;;) {
            const auto page = m_shop->conversations.list(filter, after, 2).value();
            for (const Conversation &one : page)
                read.append(one.name.section(u' ', -1));
            if (page.empty())
                return read.join(u' ');
            after = MessageKey{page.back().at, *page.back().message};
        }
    }
    static int why(const PreparedBatch &batch, ClientId client)
    {
        const auto found = std::ranges::find(batch.leftOut, client, &LeftOutEntry::client);
        return found == batch.leftOut.end() ? -1 : int(found->why);
    }

    std::unique_ptr<WritingShop> m_shop;
};

QTEST_GUILESS_MAIN(TestConversationService)
#include "tst_conversation_service.moc"
