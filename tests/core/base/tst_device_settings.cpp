// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/device_settings.h"
#include "core/base/practice_mode.h"

#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace thimblely;

//! What this computer keeps for itself, and what practising leaves of it: everything as it was.
class TestDeviceSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("Thimblely"));
        QCoreApplication::setApplicationName(QStringLiteral("Thimblely"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_dir.path());
    }
    void cleanup() { setPractising(false); }

    void whatIsSetIsKept()
    {
        QCOMPARE(deviceSetting(QStringLiteral("papers/rollWidth"), 80).toInt(), 80);
        setDeviceSetting(QStringLiteral("papers/rollWidth"), 58);
        QCOMPARE(deviceSetting(QStringLiteral("papers/rollWidth"), 80).toInt(), 58);
        QCOMPARE(QSettings().value(QStringLiteral("papers/rollWidth")).toInt(), 58);
    }

    void whatIsSetWhilePractisingHoldsUntilItEnds()
    {
        setDeviceSetting(QStringLiteral("papers/slipPrinter"), QStringLiteral("Counter"));
        setPractising(true);
        setDeviceSetting(QStringLiteral("papers/slipPrinter"), QStringLiteral("Cellar"));
        setDeviceSetting(QStringLiteral("scanner/known"), true);
        QCOMPARE(deviceSetting(QStringLiteral("papers/slipPrinter")).toString(), QStringLiteral("Cellar"));
        QCOMPARE(QSettings().value(QStringLiteral("papers/slipPrinter")).toString(), QStringLiteral("Counter"));
        setPractising(false);
        QCOMPARE(deviceSetting(QStringLiteral("papers/slipPrinter")).toString(), QStringLiteral("Counter"));
        QVERIFY(!QSettings().contains(QStringLiteral("scanner/known")));
    }

private:
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestDeviceSettings)
#include "tst_device_settings.moc"
