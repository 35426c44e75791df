// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/invoices/printed_papers.h"
#include "core/orders/order_service.h"
#include "tests/ui/shell/open_program.h"
#include "ui/documents/printing_page.h"

#include <QCheckBox>
#include <QDir>
#include <QMenu>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! What this device prints with an order, chosen on its page and seen in the folder of papers.
class TestPrinting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
        QVERIFY(m_shop->startAndSignIn());
    }
    void cleanup() { m_shop.reset(); }

    void orderPrintsWhatWasChosen()
    {
        const QString first = order();
        const QStringList all = {QStringLiteral("claim-%1.pdf").arg(first), QStringLiteral("rack-%1.pdf").arg(first),
                                 QStringLiteral("tags-%1.pdf").arg(first)};
        QTRY_COMPARE(papers(first), all);

        openPage();
        QVERIFY(m_shop->tabTo(QStringLiteral("A tag for each piece with every order")));
        m_shop->press(Qt::Key_Space);
        QVERIFY(m_shop->tabTo(QStringLiteral("A rack slip with every order")));
        m_shop->press(Qt::Key_Space);
        const QString second = order();
        QTRY_COMPARE(papers(second), QStringList{QStringLiteral("claim-%1.pdf").arg(second)});
        QCOMPARE(papers(second).size(), 1);

        openPage(); // as it was left
        QVERIFY(!m_shop->child<PrintingPage>()->findChildren<QCheckBox *>().first()->isChecked());
    }

    void claimCheckFromTheKeySaysThatItIsAnotherOne()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
            QSKIP("pdftotext is absent (Debian: poppler-utils)");
        const QString number = order();
        const QString claim = QStringLiteral("claim-%1.pdf").arg(number);
        QTRY_COMPARE(papers(number).size(), 3);
        QVERIFY(!textOf(claim).contains(QStringLiteral("Printed again")));
        QVERIFY(QFile::remove(QDir(m_shop->papers()).filePath(claim)));
        QTRY_VERIFY(isNoted(number)); // which is written after the paper
        m_shop->press(Qt::Key_F8);
        QTRY_VERIFY(papers(number).contains(claim));
        QVERIFY(textOf(claim).contains(QStringLiteral("Printed again")));
    }

    void narrowRollIsKept()
    {
        openPage();
        QVERIFY(m_shop->tabTo(QStringLiteral("80 mm")));
        m_shop->press(Qt::Key_Right);
        QCOMPARE(PaperSettings::load().rollWidth, 58);
        m_shop->press(Qt::Key_Left);
        QCOMPARE(PaperSettings::load().rollWidth, 80);
    }

    void scannerIsTold_data()
    {
        QTest::addColumn<QString>("read");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("right") << QStringLiteral("TEST1042P2") << QStringLiteral("The scanner works.");
        QTest::newRow("small") << QStringLiteral("test1042p2")
                               << QStringLiteral("The scanner types small letters for capital ones, or Caps Lock is "
                                                 "on; tags are found all the same.");
        QTest::newRow("more") << QStringLiteral("]C0TEST1042P2")
                              << QStringLiteral("The scanner types more than the code. Switch its prefix and suffix "
                                                "off, all but Enter.");
        QTest::newRow("French keyboard") << QStringLiteral("TEST&à'éPé")
                                         << QStringLiteral("The scanner read “TEST&à'éPé”, not “TEST1042P2”: it is set "
                                                           "to another keyboard than this computer.");
    }
    void scannerIsTold()
    {
        QFETCH(const QString, read);
        QFETCH(const QString, verdict);
        QCOMPARE(scanVerdict(read), verdict);
    }

private:
    void openPage()
    {
        for (QAction *action : m_shop->window().findChildren<QAction *>()) {
            if (action->text() == QStringLiteral("Printing and scanning…"))
                action->trigger();
        }
        QVERIFY(m_shop->child<PrintingPage>() && m_shop->child<PrintingPage>()->isVisible());
    }

    //! A jacket for somebody; its number.
    QString order()
    {
        orders::OrderService service(m_shop->desk().session(), m_shop->desk().door());
        const size_t before = service.openOrders({}, 100).value().rows.size();
        ClientDraft draft;
        draft.name = QStringLiteral("Ada Obi");
        const auto client = changes::await(ClientService(m_shop->desk().session(), m_shop->desk().door()).add(draft));
        Q_EMIT m_shop->desk().navigation().orderRequested(client.value());
        m_shop->type("2"); // jacket
        m_shop->press(Qt::Key_Return);
        m_shop->type("navy");
        m_shop->press(Qt::Key_Return);
        m_shop->type("45000");
        m_shop->press(Qt::Key_Return);
        m_shop->press(Qt::Key_Return);
        m_shop->type("+3");
        m_shop->press(Qt::Key_Return);
        m_shop->press(Qt::Key_F9);
        for (int i = 0; i < 300 && service.openOrders({}, 100).value().rows.size() == before; ++i)
            QTest::qWait(10);
        const auto rows = service.openOrders({}, 100).value().rows;
        return rows.size() > before ? rows.back().number : QString();
    }

    bool isNoted(const QString &number) const
    {
        ui::Desk &desk = m_shop->desk();
        const auto rows = orders::OrderService(desk.session(), desk.door()).openOrders({}, 100).value().rows;
        const auto order = std::ranges::find(rows, number, &orders::OrderRow::number);
        return order != rows.end() && invoices::PrintedPapers(desk.session(), desk.door())
                                          .contains(invoices::PrintedKind::ClaimCheck, order->id.bytes())
                                          .value();
    }

    QStringList papers(const QString &number) const
    {
        return QDir(m_shop->papers()).entryList({QStringLiteral("*-%1.pdf").arg(number)}, QDir::Files, QDir::Name);
    }

    QString textOf(const QString &file) const
    {
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {QDir(m_shop->papers()).filePath(file), QStringLiteral("-")});
        reader.waitForFinished();
        return QString::fromUtf8(reader.readAllStandardOutput());
    }

    std::unique_ptr<test::OpenProgram> m_shop;
};

QTEST_MAIN(TestPrinting)
#include "tst_printing.moc"
