// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/practice_mode.h"
#include "core/changes/media_folder.h"
#include "core/changes/media_register.h"
#include "tests/support/small_shop.h"

#include <QDir>
#include <QDirIterator>
#include <QScopeGuard>
#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using changes::MediaFolder;
using changes::MediaRegister;

//! Pictures beside the shop's file: each once, by what is in it.
class TestMedia : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachIsKeptOnce()
    {
        SmallShop shop;
        const MediaFolder folder(shop.path());
        const QByteArray sha256 = folder.put("picture").value();
        QCOMPARE(folder.put("picture").value(), sha256);
        QCOMPARE(folder.get(sha256).value(), QByteArray("picture"));
        QVERIFY(folder.put("another").value() != sha256);
        QCOMPARE(files(shop).size(), 2);
    }

    void whatIsMissingOrChangedIsSaid()
    {
        SmallShop shop;
        const MediaFolder folder(shop.path());
        QCOMPARE(folder.get(QByteArray(32, 'x')).error().code, QByteArray("media.missing"));
        const QByteArray sha256 = folder.put("picture").value();
        QFile file(files(shop).first());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("pictura");
        file.close();
        QCOMPARE(folder.get(sha256).error().code, QByteArray("media.changed"));
    }

    //! Who practises on a copy sees the shop's pictures, and changes none of them.
    void aCopyShowsTheShopsPicturesAndWritesNone()
    {
        SmallShop shop;
        const QByteArray own = MediaFolder(shop.path()).put("picture").value();
        const QStringList before = files(shop);
        QVERIFY(QDir(shop.dir.path()).mkdir(QStringLiteral("practice")));
        const MediaFolder copy(shop.dir.filePath(QStringLiteral("practice/copy.thimblely")));
        QCOMPARE(copy.get(own).error().code, QByteArray("media.missing"));
        setPractising(true, shop.path());
        const auto ends = qScopeGuard([] { setPractising(false); });
        QCOMPARE(copy.get(own).value(), QByteArray("picture"));
        const QByteArray taken = copy.put("taken in practice").value();
        QCOMPARE(copy.get(taken).value(), QByteArray("taken in practice"));
        QVERIFY(copy.remove(own));
        QCOMPARE(files(shop), before);
        QCOMPARE(MediaFolder(shop.path()).get(own).value(), QByteArray("picture"));
        setPractising(false);
        QCOMPARE(MediaFolder(shop.path()).get(taken).error().code, QByteArray("media.missing"));
    }

    void whereNothingCanBeWrittenItIsSaid()
    {
        const MediaFolder folder(QStringLiteral("/proc/nowhere/shop"));
        QCOMPARE(folder.put("picture").error().code, QByteArray("media.not_written"));
    }

    //! Named by many rows, known once; nobody reads it by the wall's own way. It is written with the row that names it.
    void theFileKnowsItOnce()
    {
        SmallShop shop;
        const changes::Media photo{QByteArray(32, 'x'), "image/jpeg", 7, "small"};
        const auto known = changes::await(shop.door->write<changes::Media>(
            {"test.media"}, [=](changes::WriteContext &context) -> Result<changes::Media> {
                TRY(MediaRegister::add(context, photo));
                TRY(MediaRegister::add(context, photo));
                TRY_ASSIGN(const auto found, MediaRegister::find(context.connection(), photo.sha256));
                return found.value_or(changes::Media());
            }));
        QCOMPARE(known.value(), photo);
        QCOMPARE(MediaRegister::find(shop.session->reader(), QByteArray(32, 'y')).value(),
                 std::optional<changes::Media>());
        QVERIFY(!shop.session->reader().query("SELECT count(*) FROM sys_media"));
    }

private:
    static QStringList files(const SmallShop &shop)
    {
        QStringList found;
        QDirIterator all(shop.path() + QStringLiteral(".media"), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext())
            found.append(all.next());
        return found;
    }
};

QTEST_GUILESS_MAIN(TestMedia)
#include "tst_media.moc"
