// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/device_key.h"
#include "core/accounts/keychain_store.h"
#include "core/changes/write_door.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace thimblely;
using changes::await;

//! The keychain itself: gnome-keyring on a session bus that nobody else sees; and a computer without one.
class TestKeychainStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_RUNTIME_DIR", m_home.path().toLocal8Bit());
        qputenv("XDG_DATA_HOME", m_home.path().toLocal8Bit());
        qputenv("HOME", m_home.path().toLocal8Bit());
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("THIMBLELY_KEYCHAIN");
        qunsetenv("DISPLAY"); // no window asks for a password
        m_store = std::make_shared<KeychainStore>();
    }
    void cleanupTestCase()
    {
        DeviceKeys::ofThisComputer().use({});
        m_store.reset();
        m_bus.closeWriteChannel();
        m_bus.waitForFinished();
    }

    void withoutASessionBusThereIsNone()
    {
        QCOMPARE(await(m_store->read(QStringLiteral("a"))).error().code, QByteArray("secrets.none_here"));
        QCOMPARE(await(m_store->write(QStringLiteral("a"), "hush")).value(), SecretStore::Kept::ThisSitting);
        QCOMPARE(await(m_store->read(QStringLiteral("a"))).value(), std::optional(QByteArray("hush")));
        DeviceKeys::ofThisComputer().use(m_store);
        QCOMPARE(DeviceKeys::ofThisComputer().findOrMake("file").error().code, QByteArray("secrets.none_here"));
    }

    void onABusWithoutAKeychainThereIsNone()
    {
        if (!startBus())
            QSKIP("dbus-run-session is not installed (package dbus)");
        QCOMPARE(await(m_store->read(QStringLiteral("b"))).error().code, QByteArray("secrets.none_here"));
        QCOMPARE(await(m_store->write(QStringLiteral("b"), "hush")).value(), SecretStore::Kept::ThisSitting);
        DeviceKeys::ofThisComputer().use(m_store);
        QCOMPARE(DeviceKeys::ofThisComputer().findOrMake("file").error().code, QByteArray("secrets.none_here"));
    }

    void whatIsWrittenIsReadAgain()
    {
        if (!startKeychain())
            QSKIP("gnome-keyring-daemon is not installed, or libsecret (packages gnome-keyring, libsecret-1-0)");
        QCOMPARE(await(m_store->read(QStringLiteral("c"))).value(), std::optional<QByteArray>());
        QCOMPARE(await(m_store->write(QStringLiteral("c"), "hush, ₦5")).value(), SecretStore::Kept::InKeychain);
        QCOMPARE(await(m_store->write(QStringLiteral("c"), "hush, ₦6")).value(), SecretStore::Kept::InKeychain);
        QCOMPARE(await(m_store->read(QStringLiteral("c"))).value(), std::optional(QByteArray("hush, ₦6")));
        QCOMPARE(await(m_store->read(QStringLiteral("d"))).value(), std::optional<QByteArray>());
    }

    void theKeyOfAFileIsMadeOnceAndStays()
    {
        if (!startKeychain())
            QSKIP("gnome-keyring-daemon is not installed, or libsecret (packages gnome-keyring, libsecret-1-0)");
        DeviceKeys &keys = DeviceKeys::ofThisComputer();
        keys.use(m_store);
        QVERIFY(await(keys.available()).ok());
        QVERIFY(!keys.find("file one").value());
        const QByteArray mark = keys.findOrMake("file one").value().mark();
        QVERIFY(keys.findOrMake("file two").value().mark() != mark);
        keys.use(m_store); // as the program does that is started anew
        QCOMPARE(keys.find("file one").value()->mark(), mark);
        QCOMPARE(keys.findOrMake("file one").value().mark(), mark);
    }

    void aLockedOneSaysSo()
    {
        if (!startKeychain())
            QSKIP("gnome-keyring-daemon is not installed, or libsecret (packages gnome-keyring, libsecret-1-0)");
        DeviceKeys &keys = DeviceKeys::ofThisComputer();
        keys.use(m_store);
        QVERIFY(keys.findOrMake("file three").ok());
        keys.use(m_store);
        lock();
        QCOMPARE(keys.find("file three").error().code, QByteArray("secrets.locked"));
        QCOMPARE(await(keys.available()).error().code, QByteArray("secrets.locked"));
    }

private:
    bool startBus()
    {
        if (m_bus.state() == QProcess::Running)
            return true;
        // A bus that starts no service by itself, so that there is no keychain until the test starts one.
        QFile config(m_home.filePath(QStringLiteral("bus.conf")));
        if (!config.open(QIODevice::WriteOnly))
            return false;
        config.write(R"(<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default">
            <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
            </policy></busconfig>)");
        config.close();
        m_bus.start(QStringLiteral("dbus-run-session"),
                    {QStringLiteral("--config-file=") + config.fileName(), QStringLiteral("--"), QStringLiteral("sh"),
                     QStringLiteral("-c"), QStringLiteral("echo $DBUS_SESSION_BUS_ADDRESS; exec cat")});
        if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead())
            return false;
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        return true;
    }
    //! With a keyring that is open; it belongs to the bus and ends with it.
    bool startKeychain()
    {
        if (m_unlocked || !startBus())
            return m_unlocked;
        QProcess daemon;
        daemon.start(QStringLiteral("gnome-keyring-daemon"),
                     {QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
        if (!daemon.waitForStarted())
            return false;
        daemon.write("the person's password");
        daemon.closeWriteChannel();
        if (!daemon.waitForFinished() || daemon.exitCode() != 0)
            return false;
        // It has gone into the background, and takes its name on the bus a moment later.
        m_unlocked = QTest::qWaitFor(
            [this] {
                return await(m_store->write(QStringLiteral("begun"), "x")).valueOr(SecretStore::Kept::ThisSitting) ==
                       SecretStore::Kept::InKeychain;
            },
            20'000);
        return m_unlocked;
    }
    static void lock()
    {
        QCOMPARE(QProcess::execute(QStringLiteral("dbus-send"),
                                   {QStringLiteral("--session"), QStringLiteral("--print-reply=literal"),
                                    QStringLiteral("--dest=org.freedesktop.secrets"),
                                    QStringLiteral("/org/freedesktop/secrets"),
                                    QStringLiteral("org.freedesktop.Secret.Service.Lock"),
                                    QStringLiteral("array:objpath:/org/freedesktop/secrets/aliases/default")}),
                 0);
    }

    QTemporaryDir m_home;
    QProcess m_bus;
    std::shared_ptr<KeychainStore> m_store;
    bool m_unlocked = false;
};

QTEST_GUILESS_MAIN(TestKeychainStore)
#include "tst_keychain_store.moc"
