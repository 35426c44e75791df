// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/practice_mode.h"
#include "core/clients/client_service.h"
#include "core/storage/connection.h"
#include "core/storage/verify.h"
#include "tests/ui/shell/open_program.h"
#include "ui/documents/paper_settings.h"
#include "ui/shell/practice_banner.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace thimblely;
using namespace thimblely::ui;

namespace {

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
                                          : QByteArray();
}

} // namespace

//! Somebody practises on a copy, from the menu and from the page of people.
class TestPracticeDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
        QVERIFY(m_shop->addColleague());
    }
    void cleanupTestCase() { m_shop.reset(); }
    void cleanup()
    {
        m_shop->close();
        setPractising(false);
    }

    void beginsAndEndsInOneAction()
    {
        QVERIFY(m_shop->startAndSignIn());
        MainWindow *real = window();
        QVERIFY(!banner());
        Q_EMIT real->practiceRequested(m_shop->owner->person, QStringLiteral("Amina Bello"));
        QVERIFY(waitForPractice(true));
        QVERIFY(banner()->isVisible());
        QVERIFY(m_shop->program->windowTitle().startsWith(QStringLiteral("PRACTICE")));
        QVERIFY(desk().session().path() != m_shop->path());
        QVERIFY(!desk().backups());
        QVERIFY(PaperSettings::folder(desk().session().path()).contains(QStringLiteral(".practice-")));

        show();

        // What is tried ticks itself off, and is nowhere in the shop.
        ClientDraft nobody;
        nobody.name = QStringLiteral("Nobody");
        QVERIFY(changes::await(ClientService(desk().session(), desk().door()).add(nobody)).ok());
        QCOMPARE(banner()->done(), 0);
        QVERIFY(changes::await(desk().door().undo()).ok());
        QTRY_COMPARE(banner()->done(), 1);

        Q_EMIT banner()->leaveRequested();
        QVERIFY(waitForPractice(false));
        QCOMPARE(desk().session().path(), m_shop->path()); // signed in as before, without a PIN
        QCOMPARE(ClientService(desk().session(), desk().door()).count(ClientFilter::All).value(), 0);
        QCOMPARE(left(), QStringList());
    }

    //! Printers, folders and the window's look are this computer's: they are tried out, and are as before after it.
    void settingsOfThisComputerComeBack()
    {
        QVERIFY(m_shop->startAndSignIn());
        PaperSettings real = PaperSettings::load();
        real.slipPrinter = QStringLiteral("Counter");
        real.drawer = true;
        real.save();
        const QByteArray before = settingsFile();
        QVERIFY(!before.isEmpty());
        Q_EMIT window()->practiceRequested(m_shop->owner->person, QStringLiteral("Amina Bello"));
        QVERIFY(waitForPractice(true));
        PaperSettings tried = PaperSettings::load();
        QCOMPARE(tried.slipPrinter, QStringLiteral("Counter"));
        tried.slipPrinter = QStringLiteral("Cellar");
        tried.drawer = false;
        tried.save();
        Theme::instance().setTextSizePercent(130);
        Q_EMIT window()->appearanceChanged();
        QCOMPARE(PaperSettings::load().slipPrinter, QStringLiteral("Cellar"));
        QCOMPARE(settingsFile(), before);
        Q_EMIT banner()->leaveRequested();
        QVERIFY(waitForPractice(false));
        QCOMPARE(PaperSettings::load().slipPrinter, QStringLiteral("Counter"));
        QVERIFY(PaperSettings::load().drawer);
        QCOMPARE(Theme::instance().textSizePercent(), 100);
        QCOMPARE(settingsFile(), before);
    }

    void theFileIsUntouched()
    {
        QVERIFY(m_shop->startAndSignIn());
        m_shop->close();
        const QByteArray before = hashOf(m_shop->path());
        QVERIFY(m_shop->startAndSignIn());
        Q_EMIT window()->practiceRequested(m_shop->owner->person, QStringLiteral("Amina Bello"));
        QVERIFY(waitForPractice(true));
        const QByteArray atWork = hashOf(m_shop->path());
        for (int i = 0; i < 20; ++i) {
            ClientDraft nobody;
            nobody.name = QStringLiteral("Nobody %1").arg(i);
            QVERIFY(changes::await(ClientService(desk().session(), desk().door()).add(nobody)).ok());
        }
        QCOMPARE(hashOf(m_shop->path()), atWork);
        QVERIFY(!before.isEmpty());
        const QByteArray shop = shopsDigest();
        m_shop->close(); // in the middle of it: nobody is signed in at the shop any more, and nothing else is written
        QVERIFY(!isPractising());
        QVERIFY(!shop.isEmpty());
        QCOMPARE(shopsDigest(), shop);
        QCOMPARE(left(), QStringList());
    }

    //! The owner's hands leave the keyboard to a new colleague: what comes after is the sign-in, not the owner's desk.
    void aColleaguePractisesAndMeetsTheFacesAfter()
    {
        QVERIFY(m_shop->startAndSignIn());
        const auto members = TeamService(desk().session(), desk().door()).members().value();
        const auto tunde = std::ranges::find(members, QStringLiteral("Tunde Ade"), &TeamMember::name);
        QVERIFY(tunde != members.end());
        Q_EMIT window()->practiceRequested(tunde->person, tunde->name);
        QVERIFY(waitForPractice(true));
        QCOMPARE(desk().principal().person, tunde->person);
        QVERIFY(!desk().principal().can(access::Capability::TeamManage));
        Q_EMIT banner()->leaveRequested();
        QVERIFY(m_shop->waitForFaces());
        QVERIFY(!isPractising());
    }

    void whoIsAwayTooLongMeetsTheFaces()
    {
        QVERIFY(m_shop->startAndSignIn());
        Q_EMIT window()->practiceRequested(m_shop->owner->person, QStringLiteral("Amina Bello"));
        QVERIFY(waitForPractice(true));
        Q_EMIT window()->lockRequested();
        QVERIFY(m_shop->waitForFaces());
        QVERIFY(!isPractising());
        QCOMPARE(left(), QStringList());
    }

private:
    MainWindow *window() { return m_shop->program->mainWindow(); }
    Desk &desk() { return *m_shop->program->desk(); }
    static QByteArray settingsFile()
    {
        QSettings().sync();
        return hashOf(QSettings().fileName());
    }
    //! Of the shop's rows, but for who is signed in where.
    QByteArray shopsDigest() const
    {
        const QString copy = m_shop->dir.filePath(QStringLiteral("compared.thimblely"));
        QFile::remove(copy);
        QFile::copy(m_shop->path(), copy);
        const auto connection = storage::Connection::open({copy});
        if (!connection || !(*connection)->executeScript("DELETE FROM auth_sessions"))
            return {};
        return storage::digest(**connection).valueOr({});
    }
    PracticeBanner *banner() { return window() ? window()->findChild<PracticeBanner *>() : nullptr; }
    bool waitForPractice(bool on)
    {
        return QTest::qWaitFor(
            [&] { return isPractising() == on && m_shop->shown<MainWindow>() && (banner() != nullptr) == on; },
            test::OpenProgram::patience);
    }
    //! For the eye.
    void show()
    {
        const QString folder = qEnvironmentVariable("THIMBLELY_SHOW_PAGES");
        for (const QSize size : {QSize(1366, 768), QSize(1024, 540)}) {
            if (folder.isEmpty())
                return;
            Theme::instance().setTextSizePercent(size.width() == 1024 ? 130 : 100);
            m_shop->program->resize(size);
            QTest::qWait(100);
            m_shop->program->grab().save(folder + QStringLiteral("/practice-%1.png").arg(size.width()));
        }
        Theme::instance().setTextSizePercent(100);
    }
    QStringList left() const
    {
        return QDir(m_shop->dir.path()).entryList({QStringLiteral(".practice-*")}, QDir::Dirs | QDir::Hidden);
    }

    std::unique_ptr<test::OpenProgram> m_shop;
};

QTEST_MAIN(TestPracticeDay)
#include "tst_practice_day.moc"
