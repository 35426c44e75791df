// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/disk_encryption.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace thimblely::storage;

//! As Linux shows its disks under /proc and /sys.
class TestDiskEncryption : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        write("proc/self/mountinfo", "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
                                     "40 22 253:0 / /home rw shared:2 - ext4 /dev/mapper/home rw\n"
                                     "41 40 253:2 / /home/shop\\040one rw - ext4 /dev/mapper/lv rw\n"
                                     "42 22 0:50 / /mnt/nas rw - nfs4 nas:/shop rw\n"
                                     "43 40 0:51 / /home/amina rw - ecryptfs /home/.a rw\n"
                                     "44 22 0:52 / /srv/shop.open rw - fuse.gocryptfs /srv/shop.encrypted rw\n"
                                     "45 22 0:53 / /srv/stick rw - fuseblk /dev/sdb1 rw\n");
        for (const char *disk : {"8:1", "8:2", "253:0", "253:1", "253:2"})
            QDir(m_root->path()).mkpath(QStringLiteral("sys/dev/block/%1/slaves").arg(QLatin1String(disk)));
        write("sys/dev/block/253:0/dm/uuid", "CRYPT-LUKS2-0123-home\n");
        write("sys/dev/block/253:2/dm/uuid", "LVM-0123\n");
    }

    void whereAFileLies_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<DiskEncryption>("encryption");
        QTest::newRow("on the disk itself") << QStringLiteral("/srv/shop.thimblely") << DiskEncryption::Plain;
        QTest::newRow("LUKS") << QStringLiteral("/home/shop.thimblely") << DiskEncryption::Encrypted;
        QTest::newRow("a name that only begins alike") << QStringLiteral("/homework/shop") << DiskEncryption::Plain;
        QTest::newRow("LVM on a plain disk") << QStringLiteral("/home/shop one/a") << DiskEncryption::Plain;
        QTest::newRow("network") << QStringLiteral("/mnt/nas/a") << DiskEncryption::Unknown;
        QTest::newRow("eCryptfs") << QStringLiteral("/home/amina/a") << DiskEncryption::Encrypted;
        QTest::newRow("gocryptfs") << QStringLiteral("/srv/shop.open/a") << DiskEncryption::Encrypted;
        QTest::newRow("another file system of FUSE") << QStringLiteral("/srv/stick/a") << DiskEncryption::Unknown;
    }
    void whereAFileLies()
    {
        QFETCH(const QString, path);
        QTEST(diskEncryptionOf(path, m_root->path()), "encryption");
    }

    void whatLiesOnLuksIsEncrypted()
    {
        write("sys/dev/block/253:2/slaves/dm-1/dm/uuid", "CRYPT-LUKS1-0123\n");
        QCOMPARE(diskEncryptionOf(QStringLiteral("/home/shop one/a"), m_root->path()), DiskEncryption::Encrypted);
        QDir(m_root->path())
            .mkpath(QStringLiteral("sys/dev/block/253:2/slaves/sdb1/slaves")); // spread over a plain one too
        QCOMPARE(diskEncryptionOf(QStringLiteral("/home/shop one/a"), m_root->path()), DiskEncryption::Plain);
    }

    void withoutSuchASystemNothingIsSaid()
    {
        const QTemporaryDir empty;
        QCOMPARE(diskEncryptionOf(QStringLiteral("/srv/a"), empty.path()), DiskEncryption::Unknown);
    }

private:
    void write(const char *name, const char *text)
    {
        const QString path = m_root->filePath(QLatin1String(name));
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_root;
};

QTEST_GUILESS_MAIN(TestDiskEncryption)
#include "tst_disk_encryption.moc"
