// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/garment_template.h"

#include <QTest>

using namespace thimblely;

//! Every garment that the counter takes in finds the template by which it is measured.
class TestGarmentTemplate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void garmentsFindTheirTemplate_data()
    {
        QTest::addColumn<QString>("garment");
        QTest::addColumn<bool>("child");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *garment, bool child, const char *found) {
            QTest::newRow(
                qPrintable(QString::fromLatin1(garment) + (child ? QStringLiteral(" of a child") : QString())))
                << QString::fromLatin1(garment) << child << QString::fromLatin1(found);
        };
        row("trousers", false, "trousers");
        row("kaftan", false, "agbada");
        row("coat", false, "jacket");
        row("suit", false, "jacket");
        row("gown", false, "dress");
        row("shorts", false, "trousers");
        row("uniform", false, "jacket");
        row("kaftan", true, "child_agbada");
        row("shorts", true, "child_trousers");
        row("uniform", true, "child_jacket");
        row("child_shirt", false, "child_shirt");
        row("cape", false, "");
        row("", false, "");
        row("skirt", true, "skirt"); // the shop has none for children
    }
    void garmentsFindTheirTemplate()
    {
        QFETCH(QString, garment);
        QFETCH(bool, child);
        const MeasurementTemplate *found = templateOf(shop(), garment, child);
        QTEST(found ? found->garmentType : QString(), "found");
    }

    void theShopsOwnTemplateGoesFirst()
    {
        auto templates = shop();
        QVERIFY(isMeasuredBy(QStringLiteral("kaftan"), QStringLiteral("agbada")));
        templates.push_back(oneFor("kaftan"));
        QCOMPARE(templateOf(templates, QStringLiteral("kaftan"))->garmentType, QStringLiteral("kaftan"));
        QCOMPARE(templateOf(templates, QStringLiteral("agbada"))->garmentType, QStringLiteral("agbada"));
    }

    void measuresOfAnotherGarmentAreNotTakenForIt()
    {
        QVERIFY(isMeasuredBy(QStringLiteral("coat"), QStringLiteral("child_jacket")));
        QVERIFY(!isMeasuredBy(QStringLiteral("jacket"), QStringLiteral("trousers")));
        QVERIFY(!isMeasuredBy(QStringLiteral("trousers"), QStringLiteral("shorts"))); // shorts lack the leg
        QVERIFY(!isMeasuredBy(QString(), QStringLiteral("jacket")));
        QVERIFY(!isMeasuredBy(QStringLiteral("jacket"), QString()));
    }

    void whoIsAChild()
    {
        const Date today = Date::parse(u"2026-11-25").value();
        QVERIFY(isChild(Date::parse(u"2012-05-01").value(), today));
        QVERIFY(!isChild(Date::parse(u"1990-05-01").value(), today));
        QVERIFY(!isChild(Date::parse(u"2027-05-01").value(), today)); // typed wrong, and no child
        QVERIFY(!isChild(std::nullopt, today));
    }

private:
    static MeasurementTemplate oneFor(const char *garment)
    {
        return {TemplateId::fromName(garment), QString::fromLatin1(garment), QString::fromLatin1(garment), {}, true, 1};
    }
    static std::vector<MeasurementTemplate> shop()
    {
        std::vector<MeasurementTemplate> templates;
        for (const char *garment : {"shirt", "trousers", "jacket", "dress", "skirt", "agbada", "child_shirt",
                                    "child_trousers", "child_jacket", "child_agbada"})
            templates.push_back(oneFor(garment));
        return templates;
    }
};

QTEST_GUILESS_MAIN(TestGarmentTemplate)
#include "tst_garment_template.moc"
