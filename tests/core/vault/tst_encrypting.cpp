// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/principal_store.h"
#include "core/changes/media_folder.h"
#include "core/clients/client_service.h"
#include "core/storage/verify.h"
#include "core/vault/encrypting.h"
#include "tests/support/small_shop.h"
#include "tests/support/vault_shop.h"

#include <QDirIterator>
#include <QProcess>
#include <QTest>

#include <cstdio>
#include <cstdlib>

using namespace thimblely;

namespace {

const QString clientName = QStringLiteral("Adaeze Okonkwo");

QByteArray digestOf(const QString &shopFile)
{
    const auto report = storage::verifyFile(shopFile, true);
    return report && report->problems.empty() ? report->digest : QByteArray();
}

Result<void> addClient(access::Session &session, changes::WriteDoor &door, const QString &name)
{
    ClientDraft draft;
    draft.name = name;
    draft.phones = {{QStringLiteral("0803 555 4471")}};
    TRY(changes::await(ClientService(session, door).add(draft)));
    return {};
}

bool hasClient(access::Session &session, changes::WriteDoor &door, const QString &name)
{
    const auto found = ClientService(session, door).search(name, 5);
    return found && std::ranges::any_of(*found, [&](const ClientSummary &client) { return client.name == name; });
}

Result<access::Principal> ownerOf(const QString &shopFile)
{
    TRY_ASSIGN(const auto store, access::PrincipalStore::open({shopFile}));
    TRY_ASSIGN(const auto faces, store->faces());
    TRY_ASSIGN(const auto device, store->device());
    return store->load(faces.front().person, faces.front().workspace, *device);
}

//! In a process of its own: encrypts, and is killed at the n-th thing it tells.
int encryptUntilKilled(const QString &shopFile, int last)
{
    int told = 0;
    const auto made = vault::encrypt(shopFile, test::passphrase, [&](vault::Stage) {
        if (++told == last)
            std::raise(SIGKILL);
    });
    return made ? 0 : 1;
}

//! In a process of its own: adds clients in the open vault, and says each name once it is acknowledged.
int addUntilKilled(const QString &shopFile)
{
    test::FakeClock clock;
    const auto principal = ownerOf(shopFile).value();
    const auto session = access::Session::open(shopFile, principal).value();
    const auto door = changes::WriteDoor::open(*session, clock).value();
    for (int number = 1;; ++number) {
        if (!addClient(*session, *door, QStringLiteral("Client %1").arg(number)))
            return 1;
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}

} // namespace

//! A shop moves into a vault: all of it, and once; whatever kills the program meanwhile.
class TestEncrypting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SKIP_WITHOUT_VAULTS(); }
    void init()
    {
        m_shop = std::make_unique<test::SmallShop>();
        QVERIFY(addClient(*m_shop->session, *m_shop->door, clientName));
        m_picture = changes::MediaFolder(m_shop->path()).put(clientName.toUtf8().repeated(100)).value();
        write(QStringLiteral("papers/claim-1.pdf"));
        write(QStringLiteral("papers/older/claim-0.pdf"));
        write(QStringLiteral("shop.thimble.before-0001.bak"));
        write(QStringLiteral("letters.txt")); // none of the shop's
    }
    void cleanup()
    {
        if (m_shop)
            test::lockAway(m_shop->path());
        m_shop.reset();
    }

    void everythingMovesIn()
    {
        const QByteArray digest = closedDigest();
        QVERIFY(vault::encrypt(m_shop->path(), test::passphrase));
        const vault::Vault vault = *vault::vaultOf(m_shop->path());
        QCOMPARE(digestOf(vault.shopFile), digest);
        QCOMPARE(changes::MediaFolder(vault.shopFile).get(m_picture).value(), clientName.toUtf8().repeated(100));
        for (const char *name : {"papers/claim-1.pdf", "papers/older/claim-0.pdf", "shop.thimble.before-0001.bak"})
            QVERIFY2(QFileInfo::exists(vault.mountPoint + u'/' + QLatin1String(name)), name);
        QVERIFY(onlyTheVaultIsLeft());
        QVERIFY(vault::lock(vault));
        QVERIFY(isNowhereToBeRead(clientName));
        QVERIFY(isNowhereToBeRead(QStringLiteral("claim-1")));
        QVERIFY(vault::open(vault, test::passphrase));
        QCOMPARE(digestOf(vault.shopFile), digest);
    }

    //! What is looked for would be found where it is.
    void inPlainItCanBeRead()
    {
        closedDigest();
        QVERIFY(!isNowhereToBeRead(clientName));
    }

    void aShopThatIsOpenElsewhereIsLeft()
    {
        QCOMPARE(vault::encrypt(m_shop->path(), test::passphrase).error().code, QByteArray("storage.in_use"));
        QVERIFY(!vault::vaultOf(m_shop->path()));
        QVERIFY(addClient(*m_shop->session, *m_shop->door, QStringLiteral("Bola")));
    }

    void aShopWithSharedPapersIsLeft()
    {
        write(QStringLiteral("other.thimble"));
        closedDigest();
        QCOMPARE(vault::encrypt(m_shop->path(), test::passphrase).error().code, QByteArray("vault.not_alone"));
    }

    void killedAnywhereOneWholeShopIsFound_data()
    {
        QTest::addColumn<int>("last");
        for (int last = 1; last <= steps + 1; ++last)
            QTest::addRow("at step %d", last) << last;
    }
    void killedAnywhereOneWholeShopIsFound()
    {
        QFETCH(const int, last);
        const QByteArray digest = closedDigest();
        const QString file = m_shop->path();
        QProcess killed;
        killed.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("--encrypt"), file, QString::number(last)});
        QVERIFY(killed.waitForFinished(120'000));
        QCOMPARE(killed.exitStatus(), last > steps ? QProcess::NormalExit : QProcess::CrashExit);
        vault::tidy(vault::placesFor(file)); // as the next start does
        QVERIFY(!QFileInfo::exists(file + QStringLiteral(".encrypted.new")));
        const auto vault = vault::vaultOf(file);
        QCOMPARE(vault.has_value(), last > stepsInPlain);
        if (!vault) {
            QVERIFY(!QFileInfo::exists(file + QStringLiteral(".open")));
            QCOMPARE(digestOf(file), digest);
            QVERIFY(QFileInfo::exists(m_shop->dir.filePath(QStringLiteral("papers/claim-1.pdf"))));
            QVERIFY(changes::MediaFolder(file).get(m_picture));
            if (last == 3) // and it can be begun anew
                QVERIFY(vault::encrypt(file, test::passphrase));
            return;
        }
        QVERIFY(vault::open(*vault, test::passphrase));
        QVERIFY(onlyTheVaultIsLeft());
        QCOMPARE(digestOf(vault->shopFile), digest);
        QVERIFY(QFileInfo::exists(vault->mountPoint + QStringLiteral("/papers/claim-1.pdf")));
        QCOMPARE(changes::MediaFolder(vault->shopFile).get(m_picture).value(), clientName.toUtf8().repeated(100));
    }

    //! kill -9 of who writes: what was acknowledged is there after the next opening.
    void whatWasAcknowledgedIsKept_data()
    {
        QTest::addColumn<bool>("server");
        QTest::newRow("the program is killed") << false;
        QTest::newRow("and what serves the folder") << true;
    }
    void whatWasAcknowledgedIsKept()
    {
        QFETCH(const bool, server);
        closedDigest();
        QVERIFY(vault::encrypt(m_shop->path(), test::passphrase));
        const vault::Vault vault = *vault::vaultOf(m_shop->path());
        QProcess adding;
        adding.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--add"), vault.shopFile});
        QVERIFY(adding.waitForReadyRead(60'000));
        QTest::qWait(300);
        if (server)
            QVERIFY(test::killServer(vault));
        else
            adding.kill();
        adding.waitForFinished(30'000);
        const QList<QByteArray> told = adding.readAllStandardOutput().trimmed().split('\n');
        const int last = told.last().toInt();
        QVERIFY(last > 0);
        QVERIFY(vault::lock(vault));
        QVERIFY(vault::open(vault, test::passphrase));
        QVERIFY(!digestOf(vault.shopFile).isEmpty());
        const auto session = access::Session::open(vault.shopFile, m_shop->principal).value();
        const auto door = changes::WriteDoor::open(*session, m_shop->clock).value();
        for (int number : {1, last})
            QVERIFY(hasClient(*session, *door, QStringLiteral("Client %1").arg(number)));
    }

private:
    // Made; the file and four beside it copied, then compared; about to switch and switched; three times removed.
    static constexpr int stepsInPlain = 1 + 5 + 5 + 1;
    static constexpr int steps = stepsInPlain + 1 + 3;

    void write(const QString &name) const
    {
        const QString path = m_shop->dir.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(clientName.toUtf8()) < 0)
            qFatal("%s", qPrintable(file.errorString()));
    }
    QByteArray closedDigest()
    {
        m_shop->door.reset();
        m_shop->session.reset();
        return digestOf(m_shop->path());
    }
    bool onlyTheVaultIsLeft() const
    {
        const QStringList left =
            QDir(m_shop->dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        const QStringList wanted{QStringLiteral("letters.txt"), QStringLiteral("shop.thimble.encrypted"),
                                 QStringLiteral("shop.thimble.open")};
        if (left != wanted)
            qWarning() << left;
        return left == wanted;
    }
    //! Neither in a name nor in the bytes of what is on the disk.
    bool isNowhereToBeRead(const QString &words) const
    {
        QDirIterator files(m_shop->dir.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (QFileInfo(file).fileName() == QLatin1String("letters.txt"))
                continue;
            if (file.fileName().contains(words) ||
                (file.open(QIODevice::ReadOnly) && file.readAll().contains(words.toUtf8())))
                return false;
        }
        return true;
    }
    std::unique_ptr<test::SmallShop> m_shop;
    QByteArray m_picture;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("--encrypt"))
        return encryptUntilKilled(words.value(2), words.value(3).toInt());
    if (words.value(1) == QLatin1String("--add"))
        return addUntilKilled(words.value(2));
    TestEncrypting test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_encrypting.moc"
