// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/principal_store.h"
#include "core/accounts/team_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/approve_pane.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/order_editor.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! A price below the list at the counter of somebody who may not: a manager types the PIN over the shoulder.
class TestApproving : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        m_shop->addService(QStringLiteral("Taper"), QStringLiteral("trousers"), 1, 250'000);
        m_shop->bello();
        TeamService team(*m_shop->shop.session, *m_shop->shop.door);
        QVERIFY(changes::await(
            team.add({QStringLiteral("Bisi"), access::Role::Admin, access::Job::None, QStringLiteral("2580")})));
        const PersonId person = changes::await(team.add({QStringLiteral("Tunde"), access::Role::Member,
                                                         access::Job::Counter, QStringLiteral("0852")}))
                                    .value();
        const auto store = access::PrincipalStore::open({m_shop->shop.path()}).value();
        const auto principal =
            store->load(person, m_shop->shop.principal.workspace, m_shop->shop.principal.device).value();
        m_session = access::Session::open(m_shop->shop.path(), principal).value();
        m_door = changes::WriteDoor::open(*m_session, m_shop->shop.clock).value();
        m_drafts = DraftKeeper::open(*m_session, m_shop->shop.clock).value();
        m_desk = std::make_unique<Desk>(*m_session, *m_door, *m_drafts, m_shop->desk->profile(),
                                        m_shop->desk->calendar(), m_shop->desk->locale());
        m_page = std::make_unique<CounterPage>(*m_desk);
        m_page->resize(1198, 712);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->arrive();
        type("4471");
        press(Qt::Key_Return);
        type("1");
        type("1 2000"); // taper, for less than the list says
        press(Qt::Key_Return);
        editor().setPromiseText(QStringLiteral("fri"));
        m_page->handle(ActionId::Pay);
        QVERIFY(says(QStringLiteral("say why"))); // before anybody is asked
        QVERIFY(!pane().isVisible());
        editor().setDiscountReason(QStringLiteral("regular"));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(pane().isVisible());
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_desk.reset();
        m_drafts.reset();
        m_door.reset();
        m_session.reset();
        m_shop.reset();
    }

    void aManagersPinLetsItThroughOnce()
    {
        QVERIFY(says(QStringLiteral("Trousers: below the price list, ₦2,000 instead of ₦2,500")));
        QVERIFY(says(QStringLiteral("For A. Bello")));
        QVERIFY(open().empty());
        QTRY_VERIFY(pinIsAskedFor());
        chooseBisi();
        type("2580");
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(open().size(), size_t(1), 20'000);
        QTRY_VERIFY(editor().isEmpty());
        QVERIFY(!pane().isVisible() && pane().given().empty());
        auto query = m_shop->shop.session->reader()
                         .query("SELECT count(*) FROM order_items WHERE approved_by IS NOT NULL")
                         .value();
        QVERIFY(query->step().value());
        QCOMPARE(query->int64(0), qint64(1));
    }

    void bothAreApprovedByOnePin()
    {
        editor().setDiscountText(QStringLiteral("10 %"));
        QVERIFY(!pane().isVisible());
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(says(QStringLiteral("Trousers: discount, ₦1,800 instead of ₦2,000")));
        QVERIFY(says(QStringLiteral("below the price list")));
        QVERIFY(!qobject_cast<QAbstractButton *>(QApplication::focusWidget())); // while who may is read
        QTRY_VERIFY(pinIsAskedFor());
        chooseBisi();
        type("2580");
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(open().size(), size_t(1), 20'000);
        const auto sums = orders::OrderService(*m_session, *m_door).load(open()[0].id)->sums;
        QCOMPARE(sums->discount.minor(), qint64(20'000));
        QCOMPARE(sums->total.minor(), qint64(180'000));
    }

    //! What is refused all the same is refused before somebody is called over.
    void tooMuchMoneyIsSaidFirst()
    {
        QVERIFY(m_page->stepBack());
        editor().setPayText(QStringLiteral("5000"));
        m_page->handle(ActionId::Pay);
        QVERIFY(!pane().isVisible());
        QVERIFY(says(QStringLiteral("₦2,000")));
    }

    void escapeGoesBackToTheOrder()
    {
        QVERIFY(m_page->stepBack());
        QVERIFY(!pane().isVisible());
        QCOMPARE(editor().draft().pieces.size(), size_t(1));
    }

    void anotherPriceIsAskedAboutAnew()
    {
        orders::PieceDraft dearer = editor().draft().pieces[0];
        dearer.tasks[0].price = Money(250'000, m_desk->profile().currency);
        dearer.unitPrice = dearer.tasks[0].price;
        editor().changePiece(0, dearer);
        QVERIFY(!pane().isVisible());
        m_page->handle(ActionId::Pay);
        QTRY_COMPARE(open().size(), size_t(1));
    }

    void fitsInEverySize_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("percent");
        for (const int percent : {100, 130}) {
            QTest::addRow("wide %d", percent) << QSize(1198, 712) << percent;
            QTest::addRow("narrow %d", percent) << QSize(968, 484) << percent;
        }
    }
    void fitsInEverySize()
    {
        QFETCH(QSize, size);
        QFETCH(int, percent);
        Theme::instance().setTextSizePercent(percent);
        m_page->resize(size);
        for (int i = 0; i < 3; ++i)
            QApplication::processEvents();
        const QSize needs = pane().minimumSizeHint();
        const QSize has = pane().size();
        Theme::instance().setTextSizePercent(100);
        QVERIFY2(needs.height() <= has.height() && needs.width() <= has.width(),
                 qPrintable(QStringLiteral("%1×%2 in %3×%4")
                                .arg(needs.width())
                                .arg(needs.height())
                                .arg(has.width())
                                .arg(has.height())));
    }

    void canBeLookedAt()
    {
        if (!test::takePictures(*m_page, QStringLiteral("approve")))
            QSKIP("Nobody asked to see it (THIMBLELY_SHOW_PAGES)");
    }

private:
    std::vector<orders::OrderRow> open() const { return orders::OrderService(*m_session, *m_door).openOrders()->rows; }
    OrderEditor &editor() const { return *m_page->findChild<OrderEditor *>(); }
    ApprovePane &pane() const { return *m_page->findChild<ApprovePane *>(); }
    bool pinIsAskedFor() const
    {
        return qobject_cast<QLineEdit *>(QApplication::focusWidget()) &&
               pane().isAncestorOf(QApplication::focusWidget());
    }
    void chooseBisi()
    {
        const auto bisi = QStringLiteral("Bisi");
        const auto boxes = pane().findChildren<QComboBox *>();
        for (QComboBox *box : boxes) {
            if (!box->isVisible())
                continue;
            QTRY_VERIFY_WITH_TIMEOUT(box->findText(bisi) >= 0, 20'000); // who may is read on a thread
            box->setCurrentIndex(box->findText(bisi));
        }
    }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    static void type(const char *text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text)); }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<access::Session> m_session;
    std::unique_ptr<changes::WriteDoor> m_door;
    std::unique_ptr<DraftKeeper> m_drafts;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<CounterPage> m_page;
};

QTEST_MAIN(TestApproving)
#include "tst_approving.moc"
