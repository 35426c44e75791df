// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/history/past_day.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

class TestPastDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("day"); // empty: not understood
        const auto row = [](const char *typed, const char *day) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromLatin1(day);
        };
        row("today", "2026-11-25");
        row(" Yesterday ", "2026-11-24");
        row("wed", "2026-11-25");
        row("thursday", "2026-11-19");
        row("mo", "2026-11-23");
        row("14 nov", "2026-11-14");
        row("14 November 2025", "2025-11-14");
        row("30 nov", "2025-11-30"); // this year's is still to come
        row("14.11", "2026-11-14");
        row("14.11.", "2026-11-14");
        row("14/11/25", "2025-11-14");
        row("2025-02-28", "2025-02-28");
        row("2026-12-01", "");
        row("31 feb", "");
        row("soon", "");
        row("", "");
    }
    void understands()
    {
        QFETCH(QString, typed);
        QFETCH(QString, day);
        const auto read = pastDay(typed, Date::parse(u"2026-11-25").value(), QLocale(QStringLiteral("en_NG")));
        QCOMPARE(read ? read->toIso() : QString(), day);
    }
};

QTEST_GUILESS_MAIN(TestPastDay)
#include "tst_past_day.moc"
