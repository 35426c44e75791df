// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/orders/order_service.h"
#include "tests/ui/shell/every_screen.h"
#include "tests/ui/shell/scanner.h"
#include "ui/documents/printing_page.h"
#include "ui/orders/pick_up_page.h"

#include <QAction>
#include <QSettings>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! A scan in any screen opens the thing, on a French keyboard and on an Arabic one.
class TestScanning : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (qstrcmp(QTest::currentTestFunction(), "aScanWhileTypingPutsNothingIntoTheField") == 0)
            return; // has a shop of its own, with something on every screen
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
        QVERIFY(m_shop->startAndSignIn());
        m_scanner = std::make_unique<test::Scanner>(*m_shop);
        m_number = book();
        QVERIFY(!m_number.isEmpty());
    }
    void cleanup()
    {
        m_scanner.reset();
        m_shop.reset();
    }
    void cleanupTestCase()
    {
        m_scanner.reset();
        m_every.reset();
    }

    void aTagOpensItsOrderFromAnyScreen_data()
    {
        QTest::addColumn<int>("screen");
        QTest::addColumn<QString>("layout"); // what the keys 1 to 0 type, and P
        using Screen = MainWindow::Screen;
        for (const auto &[screen, name] : {std::pair(Screen::Today, "today"), std::pair(Screen::Counter, "counter"),
                                           std::pair(Screen::PickUp, "pick up"), std::pair(Screen::Clients, "clients"),
                                           std::pair(Screen::Money, "money")}) {
            QTest::addRow("%s, French", name) << int(screen) << test::frenchKeys;
            QTest::addRow("%s, Arabic", name) << int(screen) << test::arabicKeys;
        }
    }
    void aTagOpensItsOrderFromAnyScreen()
    {
        QFETCH(const int, screen);
        QFETCH(const QString, layout);
        for (int round = 0; round < 2; ++round) { // the first scan of a device, and any other
            m_shop->window().show(MainWindow::Screen(screen));
            scan(m_number + QStringLiteral("P1"), layout);
            const auto *pickUp = qobject_cast<PickUpPage *>(m_shop->window().currentPage());
            QVERIFY(pickUp);
            QVERIFY2(pickUp->title().contains(m_number), qPrintable(pickUp->title()));
        }
    }

    //! In the middle of typing, on whatever screen: the scan opens the thing, and what stood in the field stays as it was.
    void aScanWhileTypingPutsNothingIntoTheField_data()
    {
        QTest::addColumn<QString>("screen");
        QTest::addColumn<QString>("layout");
        QTest::addColumn<bool>("known"); // that this device has a scanner
        for (const char *screen :
             {"half-done order", "bag", "measuring", "party", "party names", "group", "templates", "edit client",
              "client", "cancel", "correct", "change", "message", "till move", "till count", "shop", "price line"}) {
            QTest::addRow("%s, French", screen) << QString::fromLatin1(screen) << test::frenchKeys << true;
            QTest::addRow("%s, Arabic", screen) << QString::fromLatin1(screen) << test::arabicKeys << true;
        }
        for (const char *screen : {"measuring", "party names", "client", "cancel", "message", "till move", "shop"})
            QTest::addRow("%s, the first ever", screen) << QString::fromLatin1(screen) << test::frenchKeys << false;
    }
    void aScanWhileTypingPutsNothingIntoTheField()
    {
        QFETCH(const QString, screen);
        QFETCH(const QString, layout);
        QFETCH(const bool, known);
        if (!m_every) {
            m_every = std::make_unique<test::EveryScreen>();
            QVERIFY(m_every->make());
        }
        test::EveryScreen &every = *m_every;
        if (!known || !every.shop.program) {
            every.shop.close();
            QSettings().setValue(QStringLiteral("scanner/known"), known);
            QVERIFY(every.shop.startAndSignIn());
        }
        m_scanner = std::make_unique<test::Scanner>(every.shop);
        const QString number =
            orders::OrderService(every.shop.desk().session(), every.shop.desk().door()).load(*every.waiting)->number;
        every.go(screen);
        QList<QPointer<QWidget>> fields;
        QStringList texts;
        for (QWidget *each : every.fields()) {
            fields.append(each);
            texts.append(test::EveryScreen::textOf(each));
        }
        QWidget *into = every.shop.focus();
        if (!fields.contains(into)) {
            QVERIFY(!fields.isEmpty());
            into = fields.last(); // the search at the top is the first
            into->setFocus(Qt::OtherFocusReason);
        }
        m_scanner->scan(number + QStringLiteral("P1"), layout);
        QTRY_VERIFY2(every.shop.window().currentPage()->title().contains(number),
                     qPrintable(every.shop.window().currentPage()->title()));
        QTest::qWait(100); // what was held back would come now
        for (qsizetype i = 0; i < fields.size(); ++i) {
            if (!fields[i] || fields[i]->window() != every.shop.program.get())
                continue;
            const QString now = test::EveryScreen::textOf(fields[i]);
            const QString name = fields[i]->accessibleName();
            if (every.shop.window().currentPage()->isAncestorOf(fields[i]))
                QVERIFY2(!now.contains(layout.at(0)) && !now.contains(layout.at(9)), qPrintable(name + u'=' + now));
            else
                QVERIFY2(now == texts[i], qPrintable(name + u'=' + now));
        }
    }

    void whatNobodyHasIsSaid()
    {
        scan(QStringLiteral("987654P1"), test::englishKeys);
        QVERIFY(m_shop->waitSays(QStringLiteral("Nothing here has the number or tag 987654P1.")));
    }

    void theTestSlipIsReadOnItsPage()
    {
        for (QAction *action : m_shop->window().findChildren<QAction *>()) {
            if (action->text() == QStringLiteral("Printing and scanning…"))
                action->trigger();
        }
        scan(QStringLiteral("TEST1042P2"), test::frenchKeys);
        QVERIFY(m_shop->waitSays(QStringLiteral("The scanner works.")));
    }

private:
    QString book()
    {
        orders::OrderService service(m_shop->desk().session(), m_shop->desk().door());
        ClientDraft client;
        client.name = QStringLiteral("Ada Obi");
        orders::OrderDraft draft;
        draft.client =
            changes::await(ClientService(m_shop->desk().session(), m_shop->desk().door()).add(client)).value();
        orders::PieceDraft &piece = draft.pieces.emplace_back();
        piece.name = QStringLiteral("Jacket");
        piece.garmentType = QStringLiteral("jacket");
        piece.unitPrice = Money(4'500'000, m_shop->desk().profile().currency);
        const auto booked = changes::await(service.book(draft));
        return booked ? booked->number : QString();
    }

    void scan(const QString &code, const QString &layout) { m_scanner->scan(code, layout); }

    std::unique_ptr<test::OpenProgram> m_shop;
    std::unique_ptr<test::EveryScreen> m_every;
    std::unique_ptr<test::Scanner> m_scanner;
    QString m_number;
};

QTEST_MAIN(TestScanning)
#include "tst_scanning.moc"
