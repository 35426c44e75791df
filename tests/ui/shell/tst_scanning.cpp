// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/orders/order_service.h"
#include "tests/ui/shell/open_program.h"
#include "ui/documents/printing_page.h"
#include "ui/orders/pick_up_page.h"

#include <QAction>
#include <QTest>
#include <QWindow>

using namespace thimblely;
using namespace thimblely::ui;

//! A scan in any screen opens the thing, on a French keyboard and on an Arabic one.
class TestScanning : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
        QVERIFY(m_shop->startAndSignIn());
        m_number = book();
        QVERIFY(!m_number.isEmpty());
    }
    void cleanup() { m_shop.reset(); }

    void aTagOpensItsOrderFromAnyScreen_data()
    {
        QTest::addColumn<int>("screen");
        QTest::addColumn<QString>("layout"); // what the keys 1 to 0 type, and P
        using Screen = MainWindow::Screen;
        for (const auto &[screen, name] : {std::pair(Screen::Today, "today"), std::pair(Screen::Counter, "counter"),
                                           std::pair(Screen::PickUp, "pick up"), std::pair(Screen::Clients, "clients"),
                                           std::pair(Screen::Money, "money")}) {
            QTest::addRow("%s, French", name) << int(screen) << QStringLiteral("&é\"'(-è_çàp");
            QTest::addRow("%s, Arabic", name) << int(screen) << QStringLiteral("١٢٣٤٥٦٧٨٩٠ح");
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

    void whatNobodyHasIsSaid()
    {
        scan(QStringLiteral("987654P1"), QStringLiteral("1234567890p"));
        QVERIFY(m_shop->waitSays(QStringLiteral("Nothing here has the number or tag 987654P1.")));
    }

    void theTestSlipIsReadOnItsPage()
    {
        for (QAction *action : m_shop->window().findChildren<QAction *>()) {
            if (action->text() == QStringLiteral("Printing and scanning…"))
                action->trigger();
        }
        scan(QStringLiteral("TEST1042P2"), QStringLiteral("&é\"'(-è_çàp"));
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

    void scan(const QString &code, const QString &layout)
    {
        const QString digits = QStringLiteral("1234567890");
        const QString letters = QStringLiteral("QWERTYUIOP");
        for (const QChar c : code) {
            const qsizetype digit = digits.indexOf(c);
            const quint32 place = quint32(digit >= 0            ? 10 + digit
                                          : letters.contains(c) ? 24 + letters.indexOf(c)
                                                                : 39 /* S */);
            key(place, digit >= 0 ? layout.mid(digit, 1) : layout.right(1), Qt::Key_unknown);
        }
        key(36, QStringLiteral("\r"), Qt::Key_Return);
        m_now += 1000;
    }
    void key(quint32 place, const QString &text, int key)
    {
        m_now += 8;
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, Qt::NoModifier, place, 0, 0, text);
            event.setTimestamp(m_now);
            QCoreApplication::sendEvent(m_shop->program->windowHandle(), &event);
        }
    }

    std::unique_ptr<test::OpenProgram> m_shop;
    QString m_number;
    quint64 m_now = 1000;
};

QTEST_MAIN(TestScanning)
#include "tst_scanning.moc"
