// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/import_fields.h"
#include "core/measurements/measurement_words.h"
#include "core/search/fold.h"

#include <QTest>

using namespace thimblely;

static QStringList words(const char *parted)
{
    return QString::fromUtf8(parted).split(u'|');
}

//! What the headings of other programs and languages mean.
class TestImportFields : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsHeadings_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QByteArray>("key");
        const auto row = [](ImportKind kind, const char *heading, const char *key) {
            QTest::addRow("%s", heading) << int(kind) << QString::fromUtf8(heading) << QByteArray(key);
        };
        using enum ImportKind;
        row(Clients, "E-mail 1 - Value", "email"); // Google
        row(Clients, "Phone 1 - Value", "phone");
        row(Clients, "E-mail Address", "email"); // Outlook
        row(Clients, "Business Phone", "phone");
        row(Clients, "Home Postal Code", "postcode");
        row(Clients, "Display Name", "name"); // Thunderbird
        row(Clients, "Home ZipCode", "postcode");
        row(Clients, "Mobile Number", "mobile");
        row(Clients, "other_phones", "other_phones"); // ours
        row(Clients, "Vorname", "given_name");
        row(Clients, "Prénom", "given_name");
        row(Clients, "Nom de famille", "family_name");
        row(Clients, "Téléphone", "phone");
        row(Clients, "Correo electrónico", "email");
        row(Clients, "Cognome", "family_name");
        row(Clients, "Telemóvel", "mobile");
        row(Clients, "Numer telefonu", "phone");
        row(Clients, "İsim Soyisim", "name");
        row(Clients, "رقم الهاتف", "phone");
        row(Clients, "Loyalty points", "");
        row(Measurements, "Kunde", "name");
        row(Measurements, "Taillenumfang (cm)", "waist_circ");
        row(Measurements, "Tour de poitrine", "bust_circ");
        row(Measurements, "Contorno de cadera [cm]", "hip_circ");
        row(Measurements, "Cavallo interno", "leg_crotch_to_floor");
        row(Measurements, "Largura dos ombros", "shoulder_tip_to_shoulder_tip_b");
        row(Measurements, "Obwód bioder", "hip_circ");
        row(Measurements, "Göğüs çevresi", "bust_circ");
        row(Measurements, "محيط الخصر", "waist_circ");
        row(Measurements, "Round sleeve", "arm_upper_circ");
        row(Measurements, "Lap", "leg_thigh_upper_circ");
        row(Measurements, "Nipple to nipple", "bustpoint_to_bustpoint");
        row(Measurements, "Burst", "bust_circ");
        row(Measurements, "Tommy", "@stomach");
        row(Measurements, "Bass", "@trouser_bottom");
        row(Measurements, "G07", "waist_circ");
        row(Measurements, "Wrist left", "arm_wrist_circ:left");
        row(Measurements, "right wrist (in)", "arm_wrist_circ:right");
        row(Measurements, "Handgelenk links", "arm_wrist_circ:left");
        row(Measurements, "Shoe colour", "");
        row(Products, "Regular price", "price"); // WooCommerce
        row(Products, "Variant SKU", "sku");     // Shopify
        row(Products, "Bezeichnung", "name");
        row(Products, "Precio", "price");
        row(Products, "Usługa", "name");
    }
    void knowsHeadings()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, heading);
        QTEST(fieldMeant(ImportKind(kind), heading), "key");
    }

    void everyWordMeansOneMeasure()
    {
        for (const MeasurementWords &each : measurementWords()) {
            const MeasurementField *field = measurementField(QString::fromLatin1(each.code));
            QVERIFY2(field, each.code);
            const QStringList words = QString::fromUtf8(each.words).split(u'|');
            for (const QString &word : words)
                QVERIFY2(findMeasurementField(word) == field, qPrintable(QLatin1String(each.code) + u' ' + word));
        }
    }

    void everyKeyIsThereOnceAndHasAName()
    {
        for (const ImportKind kind : {ImportKind::Clients, ImportKind::Measurements, ImportKind::Products}) {
            QSet<QByteArray> keys;
            for (const ImportField &field : importFields(kind)) {
                QVERIFY2(!keys.contains(field.key), field.key);
                keys.insert(field.key);
                QCOMPARE(fieldMeant(kind, QString::fromLatin1(field.key)), QByteArray(field.key));
                QVERIFY(!nameOfField(kind, field.key).isEmpty());
            }
        }
        QCOMPARE(nameOfField(ImportKind::Measurements, "arm_wrist_circ:left"), QStringLiteral("Wrist, left"));
        QVERIFY(nameOfField(ImportKind::Clients, "waist_circ").isEmpty());
    }

    void aFieldIsTakenOnce()
    {
        const auto mapping = guessedMapping(ImportKind::Clients, words("Name|Full name|Phone|Home Phone|Birthday"));
        QCOMPARE(mapping, QByteArrayList({"name", "", "phone", "phone", "birth_date"}));
        QCOMPARE(guessedMapping(ImportKind::Clients, words("Birth Year|Birth Month|Birth Day")),
                 QByteArrayList({"birth_year", "birth_month", "day_of_birth"}));
    }

    void headingsSayUnits()
    {
        QCOMPARE(unitInHeading(QStringLiteral("Waist (in)")), std::optional(LengthUnit::Inch));
        QCOMPARE(unitInHeading(QStringLiteral("Taille en cm")), std::optional(LengthUnit::Centimetre));
        QCOMPARE(unitInHeading(QStringLiteral("Bundweite [mm]")), std::optional(LengthUnit::Millimetre));
        QVERIFY(!unitInHeading(QStringLiteral("Waist")));
        QVERIFY(!unitInHeading(QStringLiteral("in")));
    }
};

QTEST_GUILESS_MAIN(TestImportFields)
#include "tst_import_fields.moc"
