// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/client_exporter.h"
#include "core/exchange/importer.h"
#include "core/exchange/measurement_exporter.h"
#include "core/exchange/own_clients.h"
#include "tests/support/small_shop.h"

#include <QTest>

using namespace thimblely;
using test::SmallShop;

namespace {

struct Desk {
    SmallShop shop;
    ClientService clients{*shop.session, *shop.door};
    MeasurementService measurements{*shop.session, *shop.door};

    size_t count() { return clients.page(ClientFilter::All, ClientSort::Name, {}, 100).value().rows.size(); }
    void add(const char *name, const char *phone, double chest)
    {
        ClientDraft draft;
        draft.name = QString::fromUtf8(name);
        draft.phones = {{QString::fromUtf8(phone)}};
        const ClientId client = changes::await(clients.add(draft)).value();
        MeasurementDraft set{client, {}, SetKind::Body, {}};
        set.values.push_back(MeasuredValue::parse(QStringLiteral("bust_circ"), Side::Both,
                                                  QString::number(chest, 'f', 1), LengthUnit::Centimetre)
                                 .value());
        QVERIFY(changes::await(measurements.save(set)));
    }
    void import(const QString &file)
    {
        if (file.endsWith(QLatin1String(".vcf")))
            QVERIFY(Importer(*shop.door).importFiles(ImportKind::Clients, {file}));
        else
            QVERIFY(Importer(*shop.door).importFiles(ImportKind::Measurements, {file}));
    }
};

} // namespace

//! What goes out and comes back, in another file or in the same, is the same people.
class TestOwnClients : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackOnce_data()
    {
        QTest::addColumn<bool>("cardsFirst");
        QTest::newRow("cards, then measures") << true;
        QTest::newRow("measures, then cards") << false;
    }
    void comesBackOnce()
    {
        QFETCH(const bool, cardsFirst);
        Desk from;
        from.add("Adunni Bello", "0803 555 4471", 98.5);
        from.add("Adunni Bello", "0803 555 4472", 101.5); // another of the name
        const QString cards = from.shop.dir.filePath(QStringLiteral("all.vcf"));
        const QString folder = from.shop.dir.filePath(QStringLiteral("measures"));
        QVERIFY(exportClients(*from.shop.session, from.clients, ClientFormat::VCard4, cards));
        QVERIFY(
            exportMeasurements(*from.shop.session, from.clients, from.measurements, MeasurementFormat::Smis, folder));
        Desk to;
        for (int round = 0; round < 2; ++round) {
            to.import(cardsFirst ? cards : folder);
            QCOMPARE(to.count(), size_t(2));
            to.import(cardsFirst ? folder : cards);
            QCOMPARE(to.count(), size_t(2));
        }
        // Each has the measures and the number of their own.
        for (const auto &[digits, chest] : {std::pair("4471", "98.5"), std::pair("4472", "101.5")}) {
            const auto found = to.clients.search(QLatin1String(digits), 5).value();
            QCOMPARE(found.size(), size_t(1));
            const auto values = to.measurements.currentValues(found.front().id).value();
            QCOMPARE(values.size(), size_t(1));
            QCOMPARE(values.front().value.text, QLatin1String(chest));
        }
        from.import(cards); // and where they came from nobody is doubled
        from.import(folder);
        QCOMPARE(from.count(), size_t(2));
    }

    void theLineIsTakenOutOfTheNotes()
    {
        QString notes = QStringLiteral("Right shoulder low\nurn:uuid:0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b\nTall");
        QCOMPARE(exchange::takeUri(notes), QStringLiteral("urn:uuid:0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"));
        QCOMPARE(notes, QStringLiteral("Right shoulder low\nTall"));
        QString none = QStringLiteral("urn:uuid:nobody");
        QCOMPARE(exchange::takeUri(none), QString());
        QCOMPARE(none, QStringLiteral("urn:uuid:nobody"));
    }
};

QTEST_GUILESS_MAIN(TestOwnClients)
#include "tst_own_clients.moc"
