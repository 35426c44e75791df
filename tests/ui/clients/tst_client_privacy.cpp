// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/principal_store.h"
#include "core/accounts/password_hash.h"
#include "core/orders/order_service.h"
#include "core/storage/connection.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/clients/client_card.h"
#include "ui/clients/client_erase_pane.h"
#include "ui/clients/client_held_pane.h"
#include "ui/clients/clients_page.h"
#include "ui/documents/erased_papers.h"
#include "ui/documents/paper_queue.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"

#include <QDir>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! What is held on a client, and erasing them, from the card's menu.
class TestClientPrivacy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void everythingHeldAsFiles();
    void erasesAfterThePin();
    void saysWhatComesFirst();
    void whatWaitsForThePrinterGoes();
    void pictures();

private:
    void open();
    template <typename Pane>
    Pane *choose(const char *words);
    QString textsOf(const QWidget *pane) const;
    QByteArray waiting() const;

    QTemporaryDir m_config;
    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<ClientsPage> m_page;
};

void TestClientPrivacy::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("Thimblely"));
    QCoreApplication::setApplicationName(QStringLiteral("Thimblely"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_config.path());
    Theme::instance().install();
    Theme::instance().setScheme(Scheme::Light);
}

void TestClientPrivacy::init()
{
    m_shop = std::make_unique<test::CounterShop>();
    const auto store = access::PrincipalStore::open({m_shop->shop.path()}).value();
    QVERIFY(store->setPasswordHash(m_shop->shop.principal.person,
                                   hashSecret(QStringLiteral("needle and thread")).value(), m_shop->shop.clock.now()));
    QVERIFY(store->setPinHash(m_shop->shop.principal.person, hashSecret(QStringLiteral("7391")).value(),
                              m_shop->shop.clock.now()));
}

void TestClientPrivacy::cleanup()
{
    m_page.reset();
    m_shop.reset();
}

void TestClientPrivacy::open()
{
    m_page = std::make_unique<ClientsPage>(*m_shop->desk);
    m_page->resize(1198, 712);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

template <typename Pane>
Pane *TestClientPrivacy::choose(const char *words)
{
    const auto buttons = m_page->findChild<ClientCard *>()->findChildren<Button *>();
    for (Button *button : buttons) {
        if (button->accessibleName() == QLatin1String("More about this client"))
            button->click();
    }
    const auto menus = m_page->findChildren<QMenu *>();
    for (QMenu *menu : menus) {
        for (QAction *action : menu->actions()) {
            if (action->text() == QString::fromUtf8(words)) {
                action->trigger();
                menu->close();
                return m_page->findChild<Pane *>();
            }
        }
    }
    return nullptr;
}

QString TestClientPrivacy::textsOf(const QWidget *pane) const
{
    QStringList texts;
    const auto labels = pane->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisibleTo(pane))
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

//! Beside the shop's file, and what an account's settings kept of them before.
QByteArray TestClientPrivacy::waiting() const
{
    QSettings().sync();
    QByteArray all;
    for (const QString &name : {m_shop->shop.path() + QStringLiteral(".waiting"), QSettings().fileName()}) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

void TestClientPrivacy::everythingHeldAsFiles()
{
    const ClientId bello = m_shop->bello();
    m_shop->book(bello, {m_shop->piece(QStringLiteral("Trousers"), 2'000'000)});
    open();
    m_page->showClient(bello);
    auto *pane = choose<ClientHeldPane>("Everything held on them…");
    QVERIFY(pane);
    QTRY_VERIFY(textsOf(pane).contains(QLatin1String("Trousers")));
    QVERIFY(textsOf(pane).contains(QLatin1String("0803 555 4471")));
    QCOMPARE(test::nameless(*pane), QStringList());
    QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
    const auto buttons = pane->findChildren<PrimaryButton *>();
    QCOMPARE(buttons.size(), 1);
    QTest::mouseClick(buttons.front(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, 20'000);
    const QDir papers(m_shop->papers.path());
    QStringList files = papers.entryList(QDir::Files);
    QCOMPARE(files, (QStringList{QStringLiteral("held-1-A--Bello-2026-11-25.json"),
                                 QStringLiteral("held-1-A--Bello-2026-11-25.pdf")}));
    QFile json(papers.filePath(files.front()));
    QVERIFY(json.open(QIODevice::ReadOnly));
    const QByteArray text = json.readAll();
    QVERIFY(text.contains("0803 555 4471") && text.contains("Trousers"));
    // Back to the card.
    QVERIFY(m_page->stepBack());
    QVERIFY(m_page->findChild<ClientCard *>()->isVisible());
}

void TestClientPrivacy::erasesAfterThePin()
{
    const ClientId bello = m_shop->bello();
    open();
    m_page->showClient(bello);
    auto *pane = choose<ClientErasePane>("Erase…");
    QVERIFY(pane);
    QTRY_VERIFY(pane->findChild<FieldEdit *>());
    const QString texts = textsOf(pane);
    QVERIFY2(texts.contains(QLatin1String("25 November 2027")), qPrintable(texts));
    QVERIFY(texts.contains(QLatin1String("Nothing takes it back")));
    QCOMPARE(test::nameless(*pane), QStringList());
    auto *secret = pane->findChild<FieldEdit *>();
    m_page->activateWindow(); // a menu took it
    QTRY_VERIFY(secret->edit()->hasFocus());
    QTest::keyClicks(secret->edit(), QStringLiteral("1111"));
    QTest::keyClick(secret->edit(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(textsOf(pane).contains(QLatin1String("password or PIN is not right")), 20'000);
    QVERIFY(ClientService(*m_shop->shop.session, *m_shop->shop.door).load(bello).ok());
    // What is wrong is read whole, and presses nothing together.
    const auto words = secret->findChildren<Label *>();
    for (const Label *label : words)
        QTRY_VERIFY2(!label->isVisible() || label->height() >= label->heightForWidth(label->width()),
                     qPrintable(label->text()));
    QVERIFY(secret->edit()->height() >= secret->edit()->sizeHint().height());
    QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
    QTest::keyClicks(secret->edit(), QStringLiteral("7391"));
    QTest::keyClick(secret->edit(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, 20'000);
    QVERIFY(said.front().front().toString().endsWith(QLatin1String("is erased.")));
    QVERIFY(!ClientService(*m_shop->shop.session, *m_shop->shop.door).load(bello).ok());
    QTRY_VERIFY(!textsOf(m_page.get()).contains(QLatin1String("Bello"))); // the window follows within a second
}

void TestClientPrivacy::saysWhatComesFirst()
{
    const ClientId bello = m_shop->bello();
    const auto booked = m_shop->book(bello, {m_shop->piece(QStringLiteral("Trousers"), 2'000'000)});
    open();
    m_page->showClient(bello);
    auto *pane = choose<ClientErasePane>("Erase…");
    QVERIFY(pane);
    QTRY_VERIFY(textsOf(pane).contains(QStringLiteral("order %1").arg(booked.number)));
    QVERIFY(textsOf(pane).contains(QLatin1String("They still owe")));
    QVERIFY(!pane->findChild<FieldEdit *>());
    QVERIFY(!pane->findChild<PrimaryButton *>()->isEnabled());
}

void TestClientPrivacy::whatWaitsForThePrinterGoes()
{
    const ClientId bello = m_shop->bello();
    const ClientId other = m_shop->addClient(QStringLiteral("Nneka Wvbhyqk"), QStringLiteral("0803 555 9000"));
    PaperQueue &queue = PaperQueue::of(m_shop->shop.path());
    queue.put({{PaperKind::Statement, bello.bytes()},
               QStringLiteral("Statement of A. Qzxvjkw"),
               QStringLiteral("no paper"),
               m_shop->shop.clock.now()});
    queue.put({{PaperKind::Statement, other.bytes()},
               QStringLiteral("Statement of Nneka Wvbhyqk"),
               QStringLiteral("no paper"),
               m_shop->shop.clock.now()});
    QVERIFY(waiting().contains("Qzxvjkw"));
    followErasures(*m_shop->desk);
    open();
    m_page->showClient(bello);
    auto *pane = choose<ClientErasePane>("Erase…");
    QTRY_VERIFY(pane->findChild<FieldEdit *>());
    QTest::keyClicks(pane->findChild<FieldEdit *>()->edit(), QStringLiteral("needle and thread"));
    QTest::keyClick(pane->findChild<FieldEdit *>()->edit(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(queue.papers().size(), size_t(1), 20'000);
    QVERIFY(!waiting().contains("Qzxvjkw"));
    QVERIFY(waiting().contains("Wvbhyqk"));
}

void TestClientPrivacy::pictures()
{
    const ClientId bello = m_shop->bello();
    m_shop->book(bello, {m_shop->piece(QStringLiteral("Trousers"), 2'000'000)});
    open();
    m_page->showClient(bello);
    auto *erase = choose<ClientErasePane>("Erase…");
    QTRY_VERIFY(textsOf(erase).contains(QLatin1String("They still owe")));
    if (!test::takePictures(*m_page, QStringLiteral("erase")))
        QSKIP("pictures of the pages: only with THIMBLELY_SHOW_PAGES=FOLDER");
    m_page->showClient(bello);
    auto *held = choose<ClientHeldPane>("Everything held on them…");
    QTRY_VERIFY(textsOf(held).contains(QLatin1String("Trousers")));
    test::takePictures(*m_page, QStringLiteral("held"));
}

QTEST_MAIN(TestClientPrivacy)
#include "tst_client_privacy.moc"
