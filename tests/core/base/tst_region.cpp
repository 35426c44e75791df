// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/region.h"

#include <QTest>

using namespace thimblely;

//! Countries, their parts and the Union: which are none, and which lies in which.
class TestRegion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parsed_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<bool>("country");
        QTest::addColumn<bool>("region");
        const auto row = [](const char *code, bool country, bool region) {
            QTest::addRow("\"%s\"", code) << QByteArray(code) << country << region;
        };
        for (const char *country : {"NG", "FR", "US", "AF", "ZW"})
            row(country, true, true);
        for (const char *part : {"NG-LA", "FR-75", "US-CA", "FR-BFC", "EU"})
            row(part, false, true);
        for (const char *none : {"", "N", "ng", "NGA", "XX", "ZZ", "XK", "UN", "NG-", "NG-LAGOS", "NG-l", "EU-1",
                                 "NG LA", "Lagos", "N1", "1-LA"})
            row(none, false, false);
    }
    void parsed()
    {
        QFETCH(QByteArray, code);
        QTEST(isCountryCode(code), "country");
        const auto region = Region::parse(code);
        QTEST(region.ok(), "region");
        if (region)
            QCOMPARE(region->code(), code);
        else
            QCOMPARE(region.error().args, QStringList(QString::fromUtf8(code)));
    }

    void whatLiesIn_data()
    {
        QTest::addColumn<QByteArray>("outer");
        QTest::addColumn<QByteArray>("inner");
        QTest::addColumn<bool>("holds");
        const auto row = [](const char *outer, const char *inner, bool holds) {
            QTest::addRow("%s in %s", inner, outer) << QByteArray(outer) << QByteArray(inner) << holds;
        };
        row("NG", "NG", true);
        row("NG", "NG-LA", true);
        row("NG-LA", "NG", false);
        row("NG-LA", "NG-LA", true);
        row("NG-LA", "NG-KN", false);
        row("NG", "KE", false);
        row("EU", "FR", true);
        row("EU", "FR-75", true);
        row("EU", "EU", true);
        row("EU", "GB", false);
        row("EU", "CH", false);
        row("FR", "EU", false);
    }
    void whatLiesIn()
    {
        QFETCH(QByteArray, outer);
        QFETCH(QByteArray, inner);
        QTEST(Region::parse(outer)->holds(*Region::parse(inner)), "holds");
    }
};

QTEST_GUILESS_MAIN(TestRegion)
#include "tst_region.moc"
