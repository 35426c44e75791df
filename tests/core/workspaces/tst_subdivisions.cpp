// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/shop_places.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace thimblely;

//! Regions as they are typed: names of parts of countries, and letters that no part has, as far as the parts are known.
class TestSubdivisions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(m_dir.filePath(QStringLiteral("parts.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"3166-2": [
            {"code": "NG-LA", "name": "Lagos", "type": "State"},
            {"code": "NG-FC", "name": "Abuja Federal Capital Territory", "type": "Capital territory"},
            {"code": "CL-LL", "name": "Los Lagos", "type": "Region"},
            {"code": "KE-13", "name": "Central", "type": "County"},
            {"code": "GH-CP", "name": "Central", "type": "Region"},
            {"code": "ES-RI", "name": "La Rioja", "type": "Autonomous community"},
            {"code": "ES-LO", "name": "La Rioja", "type": "Province", "parent": "RI"},
            {"code": "ES-IB", "name": "Illes Balears [Islas Baleares]", "type": "Autonomous community"},
            {"code": "CI-AB", "name": "Abidjan", "type": "Autonomous district"}]})");
        file.close();
        m_parts = std::make_unique<Subdivisions>(file.fileName());
        QVERIFY(m_parts->isKnown());
    }

    void typed_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("home");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *words, const char *home, const char *expected) {
            QTest::addRow("%s in %s", words, home)
                << QString::fromUtf8(words) << QString::fromLatin1(home) << QString::fromUtf8(expected);
        };
        row("Lagos", "NG", "NG-LA");
        row(" lagos  state , ghana", "KE", "NG-LA GH");
        row("islas baleares", "NG", "ES-IB");
        row("ng-la; NG-LA", "NG", "NG-LA");
        row("Central", "GH", "GH-CP");
        row("Central", "KE", "KE-13");
        row("Central", "NG", "region.several Central GH-CP, KE-13");
        row("La Rioja", "NG", "ES-RI"); // the province of that name is the same place
        row("NG-ZZ", "NG", "region.no_part NG-ZZ Nigeria");
        row("NG-OS", "NG", "NG-OS"); // stood there before
        row("Atlantis", "NG", "region.unknown Atlantis");
        row("EU, NG", "NG", "EU NG");
    }
    void typed()
    {
        QFETCH(QString, words);
        QFETCH(QString, home);
        const auto codes = regionsTyped(words, {QStringLiteral("en_NG"), home, {QStringLiteral("NG-OS")}}, *m_parts);
        const QString said =
            codes ? codes->join(u' ') : QString::fromLatin1(codes.error().code) + u' ' + codes.error().args.join(u' ');
        QTEST(said, "expected");
    }

    void named()
    {
        const QString english = QStringLiteral("en_NG");
        QCOMPARE(regionName(QStringLiteral("NG-LA"), english, *m_parts), QStringLiteral("Nigeria, Lagos"));
        QCOMPARE(regionName(QStringLiteral("NG-XY"), english, *m_parts), QStringLiteral("Nigeria, XY"));
        QCOMPARE(regionName(QStringLiteral("NG"), english, *m_parts), QStringLiteral("Nigeria"));
    }

    //! Where the table is not installed letters are taken as they are.
    void withoutTheTable()
    {
        for (const QString &file : {QString(), m_dir.filePath(QStringLiteral("none.json")), m_dir.path()}) {
            const Subdivisions none(file);
            QVERIFY(!none.isKnown());
            QCOMPARE(*regionsTyped(QStringLiteral("ng-zz"), {QStringLiteral("en_NG")}, none),
                     QStringList{QStringLiteral("NG-ZZ")});
            QVERIFY(!regionsTyped(QStringLiteral("Lagos"), {QStringLiteral("en_NG")}, none));
        }
    }

    //! The real one says the same.
    void theOneOfTheSystem()
    {
        const Subdivisions &real = Subdivisions::ofThisComputer();
        if (!real.isKnown())
            QSKIP("iso-codes is not installed");
        QCOMPARE(real.named(QStringLiteral("Lagos")), QStringList{QStringLiteral("NG-LA")});
        QVERIFY(!real.contains(QStringLiteral("NG-ZZ")));
        QVERIFY(real.contains(QStringLiteral("FR-75C")) || real.contains(QStringLiteral("FR-75")));
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Subdivisions> m_parts;
};

QTEST_GUILESS_MAIN(TestSubdivisions)
#include "tst_subdivisions.moc"
