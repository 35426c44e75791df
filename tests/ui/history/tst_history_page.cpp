// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/importer.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/history/bin_model.h"
#include "ui/history/bin_pane.h"
#include "ui/history/changes_view.h"
#include "ui/history/happened_pane.h"
#include "ui/history/history_model.h"
#include "ui/history/history_page.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

class TestHistoryPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().install();
        Theme::instance().setScheme(Scheme::Light);
    }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        m_bello = m_shop->bello();
    }
    void cleanup()
    {
        m_page.reset();
        m_shop.reset();
    }

    void listsAndTellsBeforeAndAfter()
    {
        rename(QStringLiteral("Adaeze Bello"));
        open();
        QCOMPARE(first(), QStringLiteral("Adaeze Bello changed"));
        QTRY_VERIFY(told().contains(QStringLiteral("Client Adaeze Bello changed")));
        QVERIFY2(told().contains(QStringLiteral("A. Bello → Adaeze Bello")), qPrintable(told()));
    }

    void isTakenBackFromThereAndDoneAgain()
    {
        rename(QStringLiteral("Adaeze Bello"));
        open();
        QTRY_VERIFY(back()->isVisible());
        QCOMPARE(back()->text(), QStringLiteral("Take back"));
        back()->click();
        QTRY_COMPARE(first(), QStringLiteral("Undone: Adaeze Bello changed"));
        QCOMPARE(name(), QStringLiteral("A. Bello"));
        const QModelIndex undone = model()->index(1);
        QTRY_COMPARE(undone.data(ListRowDelegate::StatusWord).toString(), QStringLiteral("taken back"));
        QVERIFY(!back()->isVisible()); // the chosen one is still the one that was taken back
        QVERIFY(says(QStringLiteral("This was taken back already.")));
        m_page->findChild<HappenedPane *>()->list()->setCurrentIndex(model()->index(0));
        QCOMPARE(back()->text(), QStringLiteral("Do it again"));
        back()->click();
        QTRY_COMPARE(name(), QStringLiteral("Adaeze Bello"));
    }

    //! A whole book that was brought in goes out again from here, the program having been started anew meanwhile.
    void aWholeImportIsTakenBackLater()
    {
        QFile book(m_shop->shop.dir.filePath(QStringLiteral("book.csv")));
        QVERIFY(book.open(QIODevice::WriteOnly));
        book.write("Name,Phone\n");
        for (int i = 0; i < 40; ++i)
            book.write("Client " + QByteArray::number(i) + ",0803 555 " + QByteArray::number(1000 + i) + '\n');
        book.close();
        QVERIFY(Importer(*m_shop->shop.door).importFiles(ImportKind::Clients, {book.fileName()}));
        QCOMPARE(count(), size_t(41));
        m_shop->restart();
        open();
        QCOMPARE(first(), QStringLiteral("Clients brought in from book.csv"));
        QTRY_VERIFY(back()->isVisible());
        back()->click();
        QTRY_COMPARE(first(), QStringLiteral("Undone: Clients brought in from book.csv"));
        QCOMPARE(count(), size_t(1)); // who was there before
    }

    void saysWhyItStays()
    {
        rename(QStringLiteral("One"));
        m_shop->shop.clock.advanceDays(31);
        open();
        QTRY_VERIFY(says(QStringLiteral("more than 30 days ago")));
        QVERIFY(!back()->isVisible());
    }

    void aLaterChangeRefusesWithItsReason()
    {
        rename(QStringLiteral("One"));
        rename(QStringLiteral("Two"));
        open();
        m_page->findChild<HappenedPane *>()->list()->setCurrentIndex(model()->index(1));
        QSignalSpy refused(&m_shop->desk->notices(), &Notices::failed);
        QVERIFY(back()->isVisible());
        back()->click();
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused[0][0].value<Error>().code, "undo.changed_since");
        QCOMPARE(name(), QStringLiteral("Two"));
    }

    void filters()
    {
        rename(QStringLiteral("One"));
        const auto booked = m_shop->book(m_bello, {m_shop->piece(QStringLiteral("Jacket"), 45'000'00)});
        m_shop->shop.clock.advanceDays(1);
        const ClientId other = m_shop->addClient(QStringLiteral("Chidi"), QStringLiteral("0803 555 0000"));
        open();
        QCOMPARE(first(), QStringLiteral("Chidi added to the clients"));
        combo("Kind of thing")->setCurrentIndex(3); // orders
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Order %1 booked").arg(booked.number)});
        QTRY_VERIFY(told().contains(QStringLiteral("Piece Jacket (Order %1)").arg(booked.number)));
        QVERIFY2(told().contains(QStringLiteral("₦45,000")), qPrintable(told()));
        combo("Kind of thing")->setCurrentIndex(0);
        const auto fields = m_page->findChildren<QLineEdit *>();
        const auto day = *std::ranges::find(fields, QStringLiteral("Day"), &QWidget::accessibleName);
        day->setText(QStringLiteral("today"));
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Chidi added to the clients")});
        day->setText(QStringLiteral("soon"));
        QVERIFY(says(QStringLiteral("No day that was")));
        day->clear();
        m_page->showAbout(storage::Table::Clients, other.as<RowTag>(), QStringLiteral("Chidi"));
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Chidi added to the clients")});
        m_page->showAbout(storage::Table::Orders, booked.id.as<RowTag>(), QStringLiteral("Order"));
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Order %1 booked").arg(booked.number)});
        m_page->showAbout(storage::Table::Clients, m_bello.as<RowTag>(), QStringLiteral("A. Bello"));
        QTRY_COMPARE(titles().size(), 3);
        m_page->showAll();
        QTRY_COMPARE(first(), QStringLiteral("Chidi added to the clients"));
    }

    void scrollsThroughPages()
    {
        for (int i = 0; i < 120; ++i)
            rename(QStringLiteral("Name %1").arg(i));
        open();
        QCOMPARE(first(), QStringLiteral("Name 119 changed"));
        for (int pages = 0; model()->canFetchMore({}) && pages < 10; ++pages) {
            const int before = model()->rowCount();
            model()->fetchMore({});
            QTRY_VERIFY(model()->rowCount() > before);
        }
        QTRY_VERIFY(titles().contains(QStringLiteral("Name 0 changed")));
        const QStringList all = titles();
        QCOMPARE(all.filter(QStringLiteral("Name ")).size(), 120); // each once
        // What comes new comes in above, and the chosen one stays chosen.
        m_page->findChild<HappenedPane *>()->list()->setCurrentIndex(model()->index(70));
        const QString chosen = model()->index(70).data().toString();
        rename(QStringLiteral("Last"));
        QTRY_COMPARE(first(), QStringLiteral("Last changed"));
        QCOMPARE(m_page->findChild<HappenedPane *>()->list()->currentIndex().data().toString(), chosen);
    }

    void theBinBringsBack()
    {
        const ClientId chidi = m_shop->addClient(QStringLiteral("Chidi"), QStringLiteral("0803 555 0000"));
        ClientService clients(*m_shop->shop.session, *m_shop->shop.door);
        QVERIFY(await(clients.remove(chidi)));
        QVERIFY(await(clients.remove(m_bello)));
        open();
        m_page->showBin();
        BinPane *bin = m_page->findChild<BinPane *>();
        new QAbstractItemModelTester(bin->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, bin);
        QTRY_COMPARE(bin->model()->rowCount(), 2);
        QVERIFY(says(QStringLiteral("Nothing leaves the bin by itself")));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("chi"));
        QTRY_COMPARE(bin->model()->rowCount(), 1);
        QCOMPARE(bin->model()->index(0).data().toString(), QStringLiteral("Client Chidi"));
        button("Bring back")->click();
        QTRY_COMPARE(bin->model()->rowCount(), 0);
        QVERIFY(clients.load(chidi));
        QVERIFY(!clients.load(m_bello));
        QCOMPARE(m_page->title(), QStringLiteral("Bin"));
        QVERIFY(m_page->stepBack());
        QCOMPARE(m_page->title(), QStringLiteral("History"));
    }

    void everyControlHasAName()
    {
        open();
        QCOMPARE(test::nameless(*m_page), QStringList());
        m_page->showBin();
        QCOMPARE(test::nameless(*m_page), QStringList());
    }

private:
    size_t count() const
    {
        ClientService clients(*m_shop->shop.session, *m_shop->shop.door);
        return clients.page(ClientFilter::All, ClientSort::Name, {}, 100).value().rows.size();
    }
    void open()
    {
        m_page = std::make_unique<HistoryPage>(*m_shop->desk);
        m_page->resize(1198, 712);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->arrive();
        new QAbstractItemModelTester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_page.get());
        QTRY_VERIFY(model()->isLoaded());
    }
    void rename(const QString &to)
    {
        ClientService clients(*m_shop->shop.session, *m_shop->shop.door);
        ClientDraft draft = clients.load(m_bello).value().fields;
        draft.name = to;
        QVERIFY(await(clients.update(m_bello, draft)));
    }
    QString name() { return ClientService(*m_shop->shop.session, *m_shop->shop.door).load(m_bello)->fields.name; }
    HistoryModel *model() const { return m_page->findChild<HappenedPane *>()->model(); }
    QString told() const { return m_page->findChild<ChangesView *>()->text(); }
    QString first() const { return model()->index(0).data().toString(); }
    QStringList titles() const
    {
        QStringList all;
        for (int row = 0; row < model()->rowCount(); ++row)
            all.append(model()->index(row).data().toString());
        return all;
    }
    Button *back() const { return m_page->findChild<ChangesView *>()->findChild<Button *>(); }
    Button *button(const char *text) const
    {
        const auto buttons = m_page->findChildren<Button *>();
        const auto found = std::ranges::find_if(buttons, [&](Button *b) { return b->text() == QLatin1String(text); });
        return found == buttons.end() ? nullptr : *found;
    }
    QComboBox *combo(const char *called) const
    {
        const auto boxes = m_page->findChildren<QComboBox *>();
        const auto found =
            std::ranges::find_if(boxes, [&](QComboBox *b) { return b->accessibleName() == QLatin1String(called); });
        return found == boxes.end() ? nullptr : *found;
    }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](QLabel *l) { return l->isVisible() && l->text().contains(words); });
    }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<HistoryPage> m_page;
    ClientId m_bello = ClientId::fromName("none");
};

QTEST_MAIN(TestHistoryPage)
#include "tst_history_page.moc"
