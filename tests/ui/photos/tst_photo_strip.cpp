// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/ui/orders/counter_shop.h"
#include "ui/photos/phone_folder.h"
#include "ui/photos/photo_strip.h"

#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! Photos come from a file, from the phone's folder or from the camera, whatever they are of.
class TestPhotoStrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("thimblely-test"));
        Theme::instance().install();
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        PhoneFolder::setPath(m_folder->path());
        m_shop = std::make_unique<test::CounterShop>();
        m_strip =
            std::make_unique<PhotoStrip>(*m_shop->desk, QStringLiteral("the slip"), std::vector<changes::Media>());
        m_strip->show();
    }
    void cleanup()
    {
        m_strip.reset();
        m_shop.reset();
        PhoneFolder::setPath({});
    }

    void whatThePhoneSendsNextIsTaken()
    {
        save("before.png", Qt::red);
        choose("With the &phone");
        QSignalSpy changed(m_strip.get(), &PhotoStrip::changed);
        QVERIFY(button()->text().contains(QStringLiteral("phone")));
        save("next.png", Qt::blue);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(m_strip->photos().size(), size_t(1));
        QVERIFY(!m_strip->photos()[0].thumbnail.isEmpty());
        save("later.png", Qt::green); // nobody waits any more
        QTest::qWait(1'800);
        QCOMPARE(m_strip->photos().size(), size_t(1));
    }

    //! A picture that is still on its way is not taken half.
    void aPictureIsWholeBeforeItIsTaken()
    {
        PhoneFolder folder;
        QSignalSpy arrived(&folder, &PhoneFolder::arrived);
        folder.watch();
        QFile file(m_folder->filePath(QStringLiteral("grows.jpg")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < 5; ++i) {
            file.write(QByteArray(1'000, 'x'));
            file.flush();
            QTest::qWait(300);
            QCOMPARE(arrived.count(), 0);
        }
        file.close();
        QTRY_COMPARE(arrived.count(), 1);
        QCOMPARE(arrived[0][0].toString(), file.fileName());
    }

    void pressedAgainItWaitsNoMore()
    {
        choose("With the &phone");
        button()->click();
        save("next.png", Qt::blue);
        QTest::qWait(1'800);
        QVERIFY(m_strip->photos().empty());
    }

    void theNewestOfThePhoneAreOffered()
    {
        save("IMG_1.png", Qt::red);
        choose("IMG_1.png");
        QTRY_COMPARE(m_strip->photos().size(), size_t(1));
    }

    //! No camera hangs on this computer, or its part is not there: either is said in a sentence.
    void withoutACameraItSaysSo()
    {
        QSignalSpy refused(m_strip.get(), &PhotoStrip::refused);
        choose("With the &camera");
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(refused[0][0].toString().contains(QStringLiteral("camera")));
        QVERIFY(m_strip->photos().empty());
    }

    void oneThatComesLateBelongsToWhatWasShownThen()
    {
        save("one.png", Qt::red);
        choose("one.png");
        m_strip->setPhotos({}); // another slip
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        QTest::qWait(50);
        QVERIFY(m_strip->photos().empty());
        QVERIFY(m_strip->isWhole());
    }

private:
    QAbstractButton *button() const
    {
        for (auto *each : m_strip->findChildren<QAbstractButton *>()) {
            if (each->accessibleName() == QStringLiteral("Photo of the slip"))
                return each;
        }
        qFatal("no button");
    }
    void choose(const char *words)
    {
        button()->click();
        QMenu *menu = nullptr;
        QTRY_VERIFY((menu = m_strip->findChild<QMenu *>()));
        for (QAction *action : menu->actions()) {
            if (action->text().contains(QString::fromUtf8(words))) {
                action->trigger();
                menu->close();
                delete menu;
                return;
            }
        }
        QFAIL(words);
    }
    void save(const char *name, Qt::GlobalColor colour)
    {
        QImage image(20, 20, QImage::Format_RGB32);
        image.fill(colour);
        QVERIFY(image.save(m_folder->filePath(QString::fromLatin1(name))));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<PhotoStrip> m_strip;
};

QTEST_MAIN(TestPhotoStrip)
#include "tst_photo_strip.moc"
