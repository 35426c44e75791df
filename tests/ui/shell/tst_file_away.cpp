// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/vault_shop.h"
#include "tests/ui/shell/open_program.h"
#include "ui/shell/file_care.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/notice_bar.h"

#include <QDir>
#include <QProcess>

using namespace thimblely;
using namespace thimblely::ui;

namespace {

//! A folder on a file system of its own, served by a process: killing that is a stick that was pulled.
class Stick {
public:
    explicit Stick(const QString &under)
        : m_cipher(under + QStringLiteral("/cipher")), m_point(under + QStringLiteral("/stick"))
    {
        QDir().mkpath(m_cipher);
        QDir().mkpath(m_point);
    }
    ~Stick()
    {
        pull();
        run(QStringLiteral("fusermount3"), {QStringLiteral("-uz"), m_point});
    }
    bool make()
    {
        return run(QStringLiteral("gocryptfs"),
                   {QStringLiteral("-q"), QStringLiteral("-init"), QStringLiteral("-scryptn"), QStringLiteral("10"),
                    m_cipher},
                   true) &&
               plugIn();
    }
    //! In the foreground of a process that can be killed.
    bool plugIn()
    {
        run(QStringLiteral("fusermount3"), {QStringLiteral("-uz"), m_point}); // what is left of the one before
        m_server.start(QStringLiteral("gocryptfs"), {QStringLiteral("-q"), QStringLiteral("-f"), m_cipher, m_point});
        if (!m_server.waitForStarted())
            return false;
        m_server.write("chalk thread and needle\n");
        m_server.closeWriteChannel();
        return QTest::qWaitFor([this] { return isMounted(); }, 20'000);
    }
    void pull()
    {
        if (m_server.state() == QProcess::NotRunning)
            return;
        m_server.kill();
        m_server.waitForFinished();
    }
    QString path() const { return m_point; }

private:
    bool isMounted() const
    {
        QFile mounts(QStringLiteral("/proc/self/mounts"));
        return mounts.open(QIODevice::ReadOnly) && mounts.readAll().contains(QFile::encodeName(m_point) + ' ');
    }
    static bool run(const QString &program, const QStringList &arguments, bool passphrase = false)
    {
        QProcess process;
        process.start(program, arguments);
        if (passphrase)
            process.write("chalk thread and needle\n");
        process.closeWriteChannel();
        return process.waitForFinished(20'000) && process.exitCode() == 0;
    }

    const QString m_cipher;
    const QString m_point;
    QProcess m_server;
};

} // namespace

//! The disk with the shop's file goes while people work, and comes back: it is said, nothing is lost, no new start is needed.
class TestFileAway : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_vfs.becomeDefault(); }
    void init() { m_shop = std::make_unique<test::OpenProgram>(); }
    void cleanup()
    {
        m_shop.reset();
        m_vfs.restore();
    }

    void whatFailsByItself_data()
    {
        QTest::addColumn<bool>("full");
        QTest::newRow("a full disk") << true;
        QTest::newRow("a disk that may only be read") << false;
    }
    void whatFailsByItself()
    {
        QFETCH(const bool, full);
        QVERIFY(m_shop->makeShop());
        QVERIFY(m_shop->startAndSignIn());
        QVERIFY(add("Saved before"));
        std::atomic<bool> works = false;
        m_shop->program->fileCare().setProbe([&works, full](const QString &) -> std::optional<Error> {
            if (works)
                return {};
            return full ? Error{ErrorKind::DiskFull, "storage.disk_full", {}, {}}
                        : Error{ErrorKind::ReadOnly, "storage.read_only", {}, {}};
        });
        full ? m_vfs.setRoom(0) : m_vfs.setReadOnly(true);
        QVERIFY(!add("Never acknowledged", true));
        QTRY_VERIFY(said().contains(QStringLiteral("is kept in this window")));
        desk().drafts().keep("counter", {}, {{QStringLiteral("typed"), QStringLiteral("while it was away")}});
        QTest::qWait(2500); // it was looked for, and was not back
        QVERIFY(!said().isEmpty());

        full ? m_vfs.setRoom(-1) : m_vfs.setReadOnly(false);
        works = true;
        QVERIFY(waitForReturn());
        QVERIFY(add("Saved after"));
        QCOMPARE(names(), QStringList({QStringLiteral("Saved after"), QStringLiteral("Saved before")}));
        QCOMPARE(desk().drafts().kept("counter", {})->value(QLatin1String("typed")).toString(),
                 QStringLiteral("while it was away"));
        desk().drafts().flush();
        QVERIFY(!desk().drafts().hasFailed());
    }

    void aPulledStick()
    {
        SKIP_WITHOUT_VAULTS();
        Stick stick(m_shop->dir.path());
        if (!stick.make())
            QSKIP("no file system can be mounted here");
        const QString file = stick.path() + QStringLiteral("/shop.thimblely");
        FirstStartInput input;
        input.shopName = QStringLiteral("Bello Tailoring");
        input.countryCode = QStringLiteral("NG");
        input.currency = QStringLiteral("NGN");
        input.ownerName = QStringLiteral("Amina Bello");
        input.ownerLogin = QStringLiteral("amina");
        input.password = QStringLiteral("needle and thread");
        input.pin = QLatin1String(test::OpenProgram::pin);
        auto made = FirstStartService::create(file, input, m_shop->clock);
        made.waitForFinished();
        QVERIFY2(made.result().ok(), made.result() ? "" : qPrintable(describe(made.result().error())));
        m_shop->start(file);
        QVERIFY(m_shop->signIn());
        QVERIFY(add("Saved before"));
        desk().drafts().keep("counter", {}, {{QStringLiteral("typed"), QStringLiteral("before it went")}});
        desk().drafts().flush();

        stick.pull();
        // Nobody saves anything: it is the typing that notices.
        desk().drafts().keep("counter", {}, {{QStringLiteral("typed"), QStringLiteral("while it was away")}});
        QTRY_VERIFY_WITH_TIMEOUT(said().contains(QStringLiteral("is kept in this window")), 15'000);
        QVERIFY(!add("Never acknowledged", true));
        QVERIFY(m_shop->shown<MainWindow>()); // the work stands there as it was

        QVERIFY(stick.plugIn());
        QVERIFY(waitForReturn());
        QCOMPARE(names(), QStringList(QStringLiteral("Saved before")));
        QCOMPARE(desk().drafts().kept("counter", {})->value(QLatin1String("typed")).toString(),
                 QStringLiteral("while it was away"));
        QVERIFY(add("Saved after"));
        m_shop->close();
    }

private:
    Desk &desk() { return *m_shop->program->desk(); }
    //! True once it is acknowledged. `tell`: a failure is said as a screen says it.
    bool add(const char *name, bool tell = false)
    {
        ClientDraft draft;
        draft.name = QString::fromUtf8(name);
        const auto added = changes::await(ClientService(desk().session(), desk().door()).add(draft));
        if (!added && tell)
            desk().notices().fail(added.error());
        return added.ok();
    }
    QStringList names()
    {
        QStringList all;
        const auto page =
            ClientService(desk().session(), desk().door()).page(ClientFilter::All, ClientSort::Name, {}, 50);
        for (const ClientSummary &row : page.value().rows)
            all.append(row.name);
        return all;
    }
    QString said()
    {
        NoticeBar *bar = m_shop->program->fileCare().bar();
        return bar && bar->isVisible() ? bar->sentence() : QString();
    }
    //! By itself: no button, no new start, no PIN.
    bool waitForReturn()
    {
        return QTest::qWaitFor(
            [this] { return said().isEmpty() && m_shop->shown<MainWindow>() && m_shop->program->desk(); },
            test::OpenProgram::patience);
    }

    test::FaultVfs m_vfs;
    std::unique_ptr<test::OpenProgram> m_shop;
};

QTEST_MAIN(TestFileAway)
#include "tst_file_away.moc"
