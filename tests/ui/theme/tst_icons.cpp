// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QTest>

using namespace thimblely::ui;

class TestIcons : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void everyIconDrawsSomething_data()
    {
        QTest::addColumn<QByteArray>("name");
        const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
        QVERIFY(files.size() >= 50);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << file.chopped(4).toLatin1();
    }
    void everyIconDrawsSomething()
    {
        QFETCH(QByteArray, name);
        const QColor color(10, 200, 30);
        const QImage image = iconPixmap(name, color, 22, 1).toImage().convertToFormat(QImage::Format_ARGB32);
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor found = image.pixelColor(x, y);
                if (found.alpha() < 200)
                    continue;
                ++inked;
                QVERIFY(qAbs(found.red() - color.red()) < 4 && qAbs(found.green() - color.green()) < 4);
            }
        }
        QVERIFY2(inked > 3, name.constData());
    }

    void pixelsFollowTheScreen()
    {
        const QPixmap twice = iconPixmap("i-today", Qt::black, 22, 2);
        QCOMPARE(twice.size(), QSize(44, 44));
        QCOMPARE(twice.devicePixelRatio(), 2.0);
    }

    void iconOnAnActionFollowsTheScheme()
    {
        Theme &theme = Theme::instance();
        theme.setScheme(Scheme::Light);
        const QIcon held = icon("s-late", Role::Late, 14);
        const auto centre = [&held] { return held.pixmap(QSize(14, 14)).toImage().pixelColor(7, 9); };
        const QColor light = centre();
        theme.setScheme(Scheme::Dark);
        const QColor dark = centre();
        theme.setScheme(Scheme::Light);
        QCOMPARE(light.name(), colorOf(Role::Late, false).name());
        QCOMPARE(dark.name(), colorOf(Role::Late, true).name());
    }

    void unknownNameIsKnownToBeUnknown()
    {
        QVERIFY(hasIcon("i-clients"));
        QVERIFY(!hasIcon("i-nothing"));
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
