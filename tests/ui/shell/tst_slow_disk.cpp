// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/orders/order_service.h"
#include "tests/support/fault_vfs.h"
#include "tests/ui/shell/open_program.h"
#include "ui/orders/order_editor.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QThread>

using namespace thimblely;
using namespace thimblely::ui;

namespace {

/*!
 * Makes a disk that is done with a sync only when the window has turned its loop meanwhile, and no sooner than after 100
 * ms: a key, a click and a painting had their turn while it worked. A sync that the window waits for, on its own thread or
 * for another one, would never end; it is let go after a while and counted.
 */
class SlowDisk {
public:
    explicit SlowDisk(test::FaultVfs &vfs) : m_vfs(vfs)
    {
        vfs.setSyncDelay(100);
        // A sync that has begun ends after this is gone.
        vfs.setSyncHook([counts = m_counts] { waitForTheWindow(*counts); });
    }
    ~SlowDisk()
    {
        m_vfs.setSyncHook({});
        m_vfs.setSyncDelay(0);
    }
    int syncs() const { return m_counts->syncs; }
    int waitedFor() const { return m_counts->waitedFor; }

private:
    struct Counts {
        std::atomic<int> syncs = 0;
        std::atomic<int> waitedFor = 0;
    };
    static void waitForTheWindow(Counts &counts)
    {
        ++counts.syncs;
        if (QThread::currentThread() == qApp->thread()) {
            ++counts.waitedFor;
            return;
        }
        const auto turned = std::make_shared<QSemaphore>();
        QMetaObject::invokeMethod(
            qApp, [turned] { turned->release(); }, Qt::QueuedConnection);
        if (!turned->tryAcquire(1, 10'000))
            ++counts.waitedFor;
    }

    test::FaultVfs &m_vfs;
    std::shared_ptr<Counts> m_counts = std::make_shared<Counts>();
};

//! How long the GUI thread was kept by one event; to be read, not judged.
class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0 || QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        QElapsedTimer timer;
        timer.start();
        ++m_depth;
        const int type = event->type();
        const char *const kind = receiver->metaObject()->className(); // it may be gone afterwards
        const bool accepted = QApplication::notify(receiver, event);
        --m_depth;
        if (timer.nsecsElapsed() > longest) {
            longest = timer.nsecsElapsed();
            longestType = type;
            longestKind = kind;
        }
        return accepted;
    }
    qint64 longest = 0;
    int longestType = 0;
    const char *longestKind = "";

private:
    int m_depth = 0;
};

} // namespace

//! The window over a disk that takes 100 ms for a sync: a whole order, and nothing that is typed or painted waits for it.
class TestSlowDisk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_vfs.becomeDefault();
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
        QVERIFY(m_shop->addColleague());
        m_vfs.restore();
    }
    void cleanupTestCase() { m_shop.reset(); }

    void aWholeOrderWaitsForNoSync()
    {
        SlowDisk disk(m_vfs);
        auto &application = *static_cast<WatchedApplication *>(qApp);
        QVERIFY(m_shop->startAndSignIn());
        application.longest = 0;
        m_shop->press(Qt::Key_F2);
        takeOrder();
        if (QTest::currentTestFailed())
            return;
        handOver();
        // The operations alone; how many drafts are written between them is a matter of how fast it is typed.
        QVERIFY2(disk.syncs() >= 5, qPrintable(QString::number(disk.syncs())));
        QCOMPARE(disk.waitedFor(), 0);
        const auto gui = std::this_thread::get_id();
        QVERIFY(!m_vfs.syncingThreads().contains(gui));
        QVERIFY(!m_vfs.writingThreads().contains(gui));
        qInfo("%d syncs of 100 ms; the longest event took %.1f ms: type %d of %s", disk.syncs(),
              double(application.longest) / 1e6, application.longestType, application.longestKind);
    }

private:
    orders::OrderService orders() const { return {m_shop->desk().session(), m_shop->desk().door()}; }

    void takeOrder()
    {
        QCOMPARE(m_shop->focusName(), QStringLiteral("Who the order is for"));
        m_shop->type("Halima Sow"); // nobody is called so: she is added
        m_shop->press(Qt::Key_Return);
        m_shop->type("0803 555 4471");
        m_shop->press(Qt::Key_Return);
        auto *editor = m_shop->child<OrderEditor>();
        QTRY_VERIFY(editor->draft().client.has_value());
        m_shop->press(Qt::Key_Return);
        for (const char *piece : {"2", "1"}) { // a jacket, trousers
            m_shop->type(piece);
            m_shop->press(Qt::Key_Return);
            m_shop->type("navy");
            m_shop->press(Qt::Key_Return);
            m_shop->type("45000");
            m_shop->press(Qt::Key_Return);
        }
        m_shop->press(Qt::Key_Return);
        m_shop->type("+3");
        m_shop->press(Qt::Key_Return);
        QCOMPARE(m_shop->focusName(), QStringLiteral("Pay now"));
        m_shop->type("30000");
        m_shop->press(Qt::Key_F9);
        QTRY_COMPARE(orders().openOrders()->rows.size(), size_t(1));
        const auto order = orders().load(orders().openOrders()->rows.front().id).value();
        QCOMPARE(order.clientName, QStringLiteral("Halima Sow"));
        QCOMPARE(order.pieces.size(), size_t(2));
        QCOMPARE(order.sums->paid.minor(), qint64(3'000'000));
    }

    //! A half-done order goes to the next person, who goes on with it.
    void handOver()
    {
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Who the order is for")); // for the next client
        m_shop->type("Fatou");
        m_shop->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(m_shop->shown<SignInPage>());
        QVERIFY(m_shop->waitForFaces());
        for (int i = 0; i < 10 && !qobject_cast<FaceButton *>(m_shop->focus()); ++i)
            m_shop->press(Qt::Key_Tab);
        for (int i = 0; i < 3 && m_shop->focusName() != QLatin1String("Tunde Ade, Counter"); ++i)
            m_shop->press(Qt::Key_Right);
        m_shop->press(Qt::Key_Space);
        QVERIFY(m_shop->signIn("0852"));
        QVERIFY(m_shop->desk().principal().person != m_shop->owner->person);
        QCOMPARE(m_shop->child<OrderEditor>()->whoText(), QStringLiteral("Fatou"));
    }

    test::FaultVfs m_vfs;
    std::unique_ptr<test::OpenProgram> m_shop;
};

int main(int argc, char *argv[])
{
    WatchedApplication application(argc, argv);
    TestSlowDisk test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_slow_disk.moc"
