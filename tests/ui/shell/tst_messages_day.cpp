// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_log.h"
#include "core/clients/client_service.h"
#include "core/conversations/channel_service.h"
#include "core/conversations/conversation_service.h"
#include "core/conversations/outbox_service.h"
#include "core/orders/order_service.h"
#include "tests/ui/shell/open_program.h"
#include "ui/conversations/conversations_model.h"
#include "ui/conversations/conversations_page.h"
#include "ui/conversations/thread_model.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QMenu>
#include <QPlainTextEdit>

using namespace thimblely;
using namespace thimblely::ui;
using conversations::MessageState;

//! Messages of a shop in the real window, by keyboard: its number, one message from its template to its log, several one after
//! the other, an answer, and words that are safe.
class TestMessagesDay : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void open(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void init()
    {
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "open");
        m_opened.clear();
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
        QVERIFY(m_shop->startAndSignIn());
        m_shop->program->resize(1366, 768);
    }
    void cleanup()
    {
        m_shop.reset();
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
    }

    void aMessagesWay()
    {
        const ClientId bello = add("A. Bello", "0803 555 4471");
        const OrderId order = ready(bello);
        openMessages();

        // The empty shop teaches the first step.
        QTRY_COMPARE(buttonWithKeyboard(), QStringLiteral("Add a number or address"));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("How you call it"));
        m_shop->type("Counter phone");
        m_shop->press(Qt::Key_Tab);
        QCOMPARE(m_shop->focusName(), QStringLiteral("Number"));
        m_shop->type("0803 555 447");
        m_shop->press(Qt::Key_F9);
        QVERIFY(m_shop->waitSays(QStringLiteral("\u25b2"))); // too short, and it stays
        QCOMPARE(line()->text(), QStringLiteral("0803 555 447"));
        m_shop->type("0");
        m_shop->press(Qt::Key_F9);
        QTRY_COMPARE(channels().all()->size(), size_t(1));
        QCOMPARE(channels().all()->front().sender, QStringLiteral("+2348035554470"));

        // Found by name; a template says it, with the order that is open.
        QVERIFY(m_shop->tabTo(QStringLiteral("Find a client to write to")));
        m_shop->type("bello");
        QTRY_COMPARE(m_shop->child<ConversationsModel>()->rowCount(), 1);
        m_shop->press(Qt::Key_Return);
        m_shop->press(Qt::Key_Return);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Message"));
        QVERIFY(tabToChoice("Template"));
        m_shop->type("Ready");
        const QString number = orders().load(order)->number;
        QTRY_VERIFY2(text().contains(QStringLiteral("your order %1 is ready").arg(number)), qPrintable(text()));
        m_shop->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(states(bello), QStringLiteral("queued"));
        QTRY_COMPARE(buttonWithKeyboard(), QStringLiteral("Open WhatsApp"));
        QVERIFY(log(bello).isEmpty());

        // A person opens it, sends it there, and says so.
        m_shop->press(Qt::Key_Space);
        QCOMPARE(m_opened.size(), 1);
        QVERIFY(m_opened[0].toString().startsWith(QStringLiteral("https://wa.me/2348035554471?text=")));
        QCOMPARE(buttonWithKeyboard(), QStringLiteral("It was sent"));
        QCOMPARE(states(bello), QStringLiteral("queued"));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(states(bello), QStringLiteral("sent"));
        QCOMPARE(log(bello).size(), 1);
        QTRY_VERIFY(orders().openOrders(orders::OpenOrderFilter::Ready)->rows.front().asked.has_value());

        // What they answer is typed in, and waits until it is answered or needs no answer.
        QTRY_COMPARE(m_shop->child<ThreadModel>()->row(0).state, MessageState::Sent);
        QVERIFY(m_shop->tabTo(QStringLiteral("To them")));
        m_shop->press(Qt::Key_Right);
        m_shop->press(Qt::Key_Space);
        QVERIFY(m_shop->tabTo(QStringLiteral("Message")));
        m_shop->type("On Friday then");
        m_shop->press(Qt::Key_F9);
        QTRY_COMPARE(conversations().counts()->unanswered, 1);
        QVERIFY(m_shop->tabTo(QStringLiteral("Needs no answer")));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(conversations().counts()->unanswered, 0);
    }

    void severalOneAfterTheOther()
    {
        std::vector<ClientId> people;
        for (const char *name : {"Ada", "Bola", "Chidi"}) {
            people.push_back(add(name, "0803 555 4471"));
            (void)ready(people.back());
            m_shop->clock.advanceMsecs(1000);
        }
        addChannel();
        openMessages();
        QVERIFY(m_shop->tabTo(QStringLiteral("Write to several")));
        m_shop->press(Qt::Key_Space);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        m_shop->program->activateWindow(); // this platform does not after a menu
        QVERIFY(QTest::qWaitForWindowActive(m_shop->program.get()));
        for (int i = 0; i < 3; ++i) {
            QTRY_COMPARE(buttonWithKeyboard(), QStringLiteral("Open WhatsApp"));
            m_shop->press(Qt::Key_Space);
            QTRY_COMPARE(m_opened.size(), i + 1);
            QCOMPARE(buttonWithKeyboard(), QStringLiteral("It was sent"));
            m_shop->press(Qt::Key_Space);
            QTRY_COMPARE(conversations().counts()->toSend, 2 - i);
        }
        for (const ClientId person : people)
            QCOMPARE(states(person), QStringLiteral("sent"));
        QVERIFY(m_shop->waitSays(QStringLiteral("Everything that waited is seen to")));
    }

    void typedWordsAreSafe()
    {
        const ClientId bello = add("A. Bello", "0803 555 4471");
        const ClientId cole = add("B. Cole", "0803 555 4472");
        addChannel();
        openMessages();
        page()->showClient(bello);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Message"));
        m_shop->type("Half a sen");
        page()->showClient(cole);
        QCOMPARE(text(), QString());
        page()->showClient(bello);
        QTRY_COMPARE(text(), QStringLiteral("Half a sen"));

        // After the program was killed, too.
        m_shop->desk().drafts().flush();
        m_shop->close();
        QVERIFY(m_shop->startAndSignIn());
        openMessages();
        page()->showClient(bello);
        QTRY_COMPARE(text(), QStringLiteral("Half a sen"));
        QVERIFY(m_shop->waitSays(QStringLiteral("is back")));
        m_shop->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(states(bello), QStringLiteral("queued"));
        QTRY_COMPARE(text(), QString());
    }

    //! Who asked not to be written to is not, but for what they are told twice.
    void askedNot()
    {
        const ClientId bello = add("A. Bello", "0803 555 4471");
        ClientService service(m_shop->desk().session(), m_shop->desk().door());
        ClientDraft draft = service.load(bello)->fields;
        draft.messageOptOutAt = m_shop->clock.now();
        QVERIFY(changes::await(service.update(bello, draft)));
        addChannel();
        openMessages();
        page()->showClient(bello);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Message"));
        QVERIFY(m_shop->says(QStringLiteral("Asked not to be written to")));
        m_shop->type("Your keys lie here.");
        m_shop->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_shop->waitSays(QStringLiteral("Call instead")));
        QCOMPARE(states(bello), QString());
        m_shop->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(states(bello), QStringLiteral("queued"));
    }

private:
    ConversationsPage *page() { return m_shop->child<ConversationsPage>(); }
    conversations::ChannelService channels() { return {m_shop->desk().session(), m_shop->desk().door()}; }
    conversations::ConversationService conversations() { return {m_shop->desk().session(), m_shop->desk().door()}; }
    orders::OrderService orders() { return {m_shop->desk().session(), m_shop->desk().door()}; }
    static QLineEdit *line() { return qobject_cast<QLineEdit *>(test::OpenProgram::focus()); }
    static QString buttonWithKeyboard()
    {
        const auto *button = qobject_cast<QAbstractButton *>(test::OpenProgram::focus());
        return button ? button->text() : QString();
    }
    QString text()
    {
        for (auto *each : page()->findChildren<QPlainTextEdit *>()) {
            if (each->isVisible() && each->accessibleName() == QLatin1String("Message"))
                return each->toPlainText();
        }
        return QStringLiteral("(none)");
    }
    //! A screen reader says of a choice what is chosen.
    bool tabToChoice(const char *name)
    {
        for (int i = 0; i < 120; ++i) {
            if (test::OpenProgram::focus() && test::OpenProgram::focus()->accessibleName() == QLatin1String(name))
                return true;
            m_shop->press(Qt::Key_Tab);
        }
        return false;
    }
    void openMessages()
    {
        m_shop->window().show(MainWindow::Screen::Messages);
        QTRY_VERIFY(m_shop->child<ConversationsModel>()->isLoaded());
        page()->arrive();
    }
    ClientId add(const char *name, const char *phone)
    {
        ClientDraft draft;
        draft.name = QString::fromUtf8(name);
        draft.phones = {{QString::fromLatin1(phone), PhoneUse::WhatsApp}};
        return changes::await(ClientService(m_shop->desk().session(), m_shop->desk().door()).add(draft)).value();
    }
    void addChannel()
    {
        QVERIFY(changes::await(channels().add(
            {conversations::ChannelType::WhatsApp, QStringLiteral("Counter"), QStringLiteral("0803 555 9999")})));
    }
    OrderId ready(ClientId client)
    {
        orders::OrderDraft draft;
        draft.client = client;
        orders::PieceDraft &piece = draft.pieces.emplace_back();
        piece.garmentType = QStringLiteral("jacket");
        piece.name = QStringLiteral("Jacket");
        piece.unitPrice = Money(4'500'000, m_shop->desk().profile().currency);
        draft.promisedDate = m_shop->desk().today().plusDays(3);
        const OrderId id = changes::await(orders().book(draft)).value().id;
        if (!changes::await(orders().complete(id)))
            qFatal("not ready");
        return id;
    }
    //! Of the thread, the latest last.
    QString states(ClientId client)
    {
        QStringList all;
        const auto messages = conversations().thread(client).value();
        for (const conversations::Message &each : messages)
            all.prepend(each.state == MessageState::Queued ? QStringLiteral("queued")
                        : each.state == MessageState::Sent ? QStringLiteral("sent")
                                                           : QStringLiteral("another"));
        return all.join(u' ');
    }
    QStringList log(ClientId client)
    {
        QStringList all;
        ClientLogService service(m_shop->desk().session(), m_shop->desk().door());
        const LogPage page = service.page(client, {}, 50).value();
        for (const LogEntry &entry : page.rows) {
            if (entry.kind == LogKind::Note)
                all.append(entry.text);
        }
        return all;
    }

    std::unique_ptr<test::OpenProgram> m_shop;
    QList<QUrl> m_opened;
};

QTEST_MAIN(TestMessagesDay)
#include "tst_messages_day.moc"
