// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/import_fields.h"
#include "core/exchange/import_reader.h"

#include <QTest>

using namespace thimblely;

namespace {

ImportedFile readAs(std::optional<ImportKind> kind, const QByteArray &file, const ImportOptions &options = {},
                    const char *name = "book.csv")
{
    auto read = readImportedFile(QString::fromLatin1(name), file, kind, options);
    if (!read)
        qFatal("%s", qPrintable(describe(read.error())));
    return std::move(*read);
}

template <typename Entry>
const Entry &entryAt(const ImportedFile &file, size_t at)
{
    const ImportEntry &entry = file.entries.at(at);
    if (const Error *error = std::get_if<Error>(&entry.content))
        qFatal("%s", qPrintable(describe(*error)));
    return std::get<Entry>(entry.content);
}

QByteArray refusalAt(const ImportedFile &file, size_t at)
{
    const Error *error = std::get_if<Error>(&file.entries.at(at).content);
    return error ? error->code : QByteArray();
}

} // namespace

//! What is made of a file before anything is written.
class TestImportReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesFilesForWhatTheyAre_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("format");
        QTest::newRow("cards") << QByteArray("BEGIN:VCARD\nVERSION:4.0\nFN:A\nEND:VCARD\n") << int(FileFormat::VCard);
        QTest::newRow("address book") << QByteArray("dn: cn=A\ncn: A\n") << int(FileFormat::Ldif);
        QTest::newRow("contacts") << QByteArray("First Name,Last Name,E-mail Address\nA,B,a@b.example\n")
                                  << int(FileFormat::ContactTable);
        QTest::newRow("measures") << QByteArray("Name;Waist;Hip\nA;80;100\n") << int(FileFormat::MeasureTable);
        QTest::newRow("price list") << QByteArray("Service,Price\nHem,1500\n") << int(FileFormat::ProductTable);
        QTest::newRow("web shop") << QByteArray("ID,Type,SKU,Name,Regular price\n1,simple,s,Cap,15\n")
                                  << int(FileFormat::WooCommerce);
        QTest::newRow("other web shop") << QByteArray("Handle,Title,Variant Price\ncap,Cap,15\n")
                                        << int(FileFormat::Shopify);
        QTest::newRow("Valentina")
            << QByteArray("<?xml version=\"1.0\"?><vit><version>0.3.3</version><unit>cm</unit><personal><family-name>B"
                          "</family-name></personal><body-measurements><m name=\"waist_circ\" value=\"80\"/>"
                          "</body-measurements></vit>")
            << int(FileFormat::Seamly);
    }
    void takesFilesForWhatTheyAre()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const int, format);
        const ImportedFile read = readAs({}, file, {}, "book.txt");
        QCOMPARE(int(read.format), format);
        QCOMPARE(read.entries.size(), size_t(1));
        QCOMPARE(refusalAt(read, 0), QByteArray());
    }

    void putsClientsTogether()
    {
        const ImportedFile file = readAs(
            ImportKind::Clients,
            "First Name,Last Name,Company,Home Phone,Mobile Phone,Home Fax,E-mail Address,E-mail 2 Address,Home Street,"
            "Home City,Home Postal Code,Business City,Birthday,Job Title,Categories,Shoe size\n"
            "Zoë,Bello,Bello Ltd,0803 1,0805 555 2222,0803 9,zoe@b.example,z2@b.example,1 Allen,Ikeja,100001,Abuja,"
            "3/22/1980,Judge,VIP; family,42\n");
        const ClientEntry &entry = entryAt<ClientEntry>(file, 0);
        QCOMPARE(entry.draft.name, QStringLiteral("Zoë Bello"));
        QCOMPARE(entry.draft.phones.front().number, QStringLiteral("0805 555 2222")); // what is carried along
        QCOMPARE(entry.draft.email, QStringLiteral("zoe@b.example"));
        QCOMPARE(entry.draft.address, QStringLiteral("1 Allen\nIkeja 100001"));
        QCOMPARE(entry.draft.birthDate->toIso(), QStringLiteral("1980-03-22"));
        QCOMPARE(entry.draft.tags, QStringList({QStringLiteral("VIP"), QStringLiteral("family")}));
        for (const char *kept : {"Home Fax: 0803 9", "EMAIL: z2@b.example", "ADR: Abuja", "Job Title: Judge"})
            QVERIFY2(entry.draft.notes.contains(QLatin1String(kept)), qPrintable(entry.draft.notes));
        QVERIFY(!entry.draft.notes.contains(QLatin1String("42"))); // nobody asked for it
    }

    void aMappingIsChanged()
    {
        const QByteArray book("Wer,Was,Shoe size\nAmina Bello,0803 555 4471,42\n");
        ImportedFile file = readAs(ImportKind::Clients, book);
        QCOMPARE(file.problem->code, QByteArray("table.not_clients"));
        QVERIFY(file.entries.empty());
        file = readAs(ImportKind::Clients, book,
                      {.mapping = {{QStringLiteral("Wer"), "name"},
                                   {QStringLiteral("Was"), "phone"},
                                   {QStringLiteral("Shoe size"), "note"}}});
        QCOMPARE(entryAt<ClientEntry>(file, 0).draft.notes, QStringLiteral("Shoe size: 42"));
        QCOMPARE(readAs(ImportKind::Clients, book, {.mapping = {{QStringLiteral("Who"), "name"}}}).problem->code,
                 QByteArray("table.no_such_column"));
        QCOMPARE(readAs(ImportKind::Clients, book, {.mapping = {{QStringLiteral("Wer"), "waist_circ"}}}).problem->code,
                 QByteArray("table.no_such_field"));
        // What was guessed gives way to what is said.
        file = readAs(ImportKind::Clients, "Name,Kunde\nA,B\n", {.mapping = {{QStringLiteral("Kunde"), "name"}}});
        QCOMPARE(entryAt<ClientEntry>(file, 0).draft.name, QStringLiteral("B"));
    }

    void guessesUnits_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("unit");
        QTest::addColumn<int>("values");
        QTest::addColumn<int>("fit");
        QTest::newRow("centimetres") << QByteArray("Name,Waist,Hip\nA,80,100\nB,\"92,5\",110\n") << 0 << 4 << 4;
        QTest::newRow("millimetres") << QByteArray("Name,Waist,Hip\nA,800,1000\nB,925,1100\n") << 1 << 4 << 4;
        QTest::newRow("inches") << QByteArray("Name,Waist,Hip\nA,32,40 1/2\nB,36.5,44\n") << 2 << 4 << 4;
        QTest::newRow("one is a slip") << QByteArray("Name,Waist,Hip\nA,80,100\nB,8,110\n") << 0 << 4 << 3;
        QTest::newRow("each says its own") << QByteArray("Name,Waist (in),Hip\nA,32,100 cm\n") << 0 << 0 << 0;
    }
    void guessesUnits()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const int, unit);
        const ImportedFile read = readAs(ImportKind::Measurements, file);
        QCOMPARE(int(read.table->unit.value()), unit);
        QTEST(read.table->values, "values");
        QTEST(read.table->valuesFit, "fit");
    }

    void readsMeasures()
    {
        const ImportedFile file =
            readAs(ImportKind::Measurements, "Client,Phone,Date,Waist (in),Hip,Wrist left,Wrist right,Sex\n"
                                             "Amina,0803 555 4471,22/11/2025,32 1/2,\"100,5 cm\",16,16.5,F\n"
                                             "Tunde,,,tall,90,,,M\n"
                                             ",,,80,90,,,\n");
        const SetEntry &set = entryAt<SetEntry>(file, 0);
        QCOMPARE(set.values.size(), size_t(4));
        QCOMPARE(set.values[0].amount, 8255);
        QCOMPARE(set.values[0].text, QStringLiteral("32 1/2"));
        QCOMPARE(set.values[1].amount, 10050);
        QCOMPARE(set.values[2].side, Side::Left);
        QCOMPARE(set.client.gender, GenderForFit::Female);
        QCOMPARE(set.takenOn->toIso(), QStringLiteral("2025-11-22"));
        QCOMPARE(refusalAt(file, 1), QByteArray("table.measure"));
        QCOMPARE(refusalAt(file, 2), QByteArray("table.nobody"));
        QCOMPARE(file.entries[1].line, 3);
        QCOMPARE(file.entries[1].cells.at(3), QStringLiteral("tall"));
        const ImportedFile mended = readAs(ImportKind::Measurements, "Client,Waist\nTunde,tall\n",
                                           {.corrections = {{2, {QStringLiteral("Tunde"), QStringLiteral("90")}}}});
        QCOMPARE(entryAt<SetEntry>(mended, 0).values.front().amount, 9000);
    }

    void tellsVisitsApart()
    {
        const QByteArray book("Name,Waist,Hip\nAmina,80,100\nAmina,82,102\nAmina,80,100\n");
        const ImportedFile file = readAs(ImportKind::Measurements, book);
        const auto id = [&](size_t at) { return entryAt<SetEntry>(file, at).foreignId; };
        QVERIFY(id(0) != id(1));
        QCOMPARE(id(2), id(0));
        QCOMPARE(entryAt<SetEntry>(readAs(ImportKind::Measurements, book), 1).foreignId, id(1));
    }

    void readsPrices_data()
    {
        QTest::addColumn<QByteArray>("cells");
        QTest::addColumn<quint64>("digits");
        QTest::addColumn<int>("places");
        const auto row = [](const char *name, const char *first, const char *second, quint64 digits, int places) {
            QTest::newRow(name) << QByteArray(first) + "\nOther;" + second << digits << places;
        };
        row("comma", "15,50", "8,00", 1550, 2);
        row("point", "15.50", "8.00", 1550, 2);
        row("thousands, comma", "1,500", "12,000", 1500, 0);
        row("thousands, point and comma", "1.500,25", "3,10", 150025, 2);
        row("thousands and point", "$1,500.25", "3.10", 150025, 2);
        row("currency before", "\xe2\x82\xa6 15,000", "\xe2\x82\xa6 800", 15000, 0);
        row("currency behind", "24 \xe2\x82\xac", "8,50 EUR", 24, 0);
        row("Swiss", "1'500.-", "30.-", 1500, 0);
    }
    void readsPrices()
    {
        QFETCH(const QByteArray, cells);
        QFETCH(const quint64, digits);
        QFETCH(const int, places);
        const ImportedFile file = readAs(ImportKind::Products, "Service;Price\nHem;" + cells + "\nBad;two\n;3\n");
        const ProductEntry &entry = entryAt<ProductEntry>(file, 0);
        QCOMPARE(entry.price->digits, digits);
        QCOMPARE(entry.price->fractionDigits, places);
        QCOMPARE(entry.target, ProductTarget::PriceList);
        QCOMPARE(refusalAt(file, 2), QByteArray("table.price"));
        QCOMPARE(refusalAt(file, 3), QByteArray("table.no_product"));
    }

    void readsWebShops()
    {
        const ImportedFile woo = readAs(
            {}, "ID,Type,SKU,Name,Description,Sale price,Regular price,Parent,Categories,Images\n"
                "1,variable,tee,T-Shirt,\"<p>Soft &amp; warm</p><p>Cotton</p>\",,,,Clothing,https://x.example/a.png\n"
                "2,variation,tee-l,T-Shirt - L,,,25,tee,,\n3,variation,tee-s,T-Shirt - S,,,20,tee,,\n"
                "4,simple,cap,Cap,,16,18,,,\n5,grouped,set,Set,,,,,,\n");
        QCOMPARE(woo.target, std::optional(ProductTarget::Marketplace));
        QCOMPARE(entryAt<ProductEntry>(woo, 0).price->digits, quint64(20)); // from its variants
        QCOMPARE(entryAt<ProductEntry>(woo, 0).description, QStringLiteral("Soft & warm\nCotton"));
        QCOMPARE(entryAt<ProductEntry>(woo, 0).images.size(), 1);
        QCOMPARE(entryAt<ProductEntry>(woo, 3).price->digits, quint64(18));
        QCOMPARE(refusalAt(woo, 4), QByteArray("table.no_price"));
        const ImportedFile shopify =
            readAs({}, "Handle,Title,Option1 Value,Variant SKU,Variant Price,Image Src\nagbada,Agbada,M,a-m,45000.00,"
                       "https://x.example/1.png\nagbada,,L,a-l,47000.00,\nagbada,,,,,https://x.example/2.png\n"
                       "cap,Fila,Default Title,fila,5000.00,\n");
        QCOMPARE(shopify.entries.size(), size_t(3));
        QCOMPARE(entryAt<ProductEntry>(shopify, 1).name, QStringLiteral("Agbada – L"));
        QCOMPARE(entryAt<ProductEntry>(shopify, 2).name, QStringLiteral("Fila"));
    }

    void whatTheAmountsAreIn_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("currency");
        QTest::newRow("nobody says") << QByteArray("Service,Price\nHem,1500\n") << QString();
        QTest::newRow("a heading") << QByteArray("Service,price_usd\nHem,15.5\n") << QStringLiteral("USD");
        QTest::newRow("a heading's bracket") << QByteArray("Service,Price (EUR)\nHem,15.5\n") << QStringLiteral("EUR");
        QTest::newRow("a heading's words") << QByteArray("Service,Price in KES\nHem,15.5\n") << QStringLiteral("KES");
        QTest::newRow("a heading's sign") << QByteArray("Service,Price €\nHem,15.5\n") << QStringLiteral("€");
        QTest::newRow("a column") << QByteArray("Service,Price,Currency\nHem,15.5,usd\n") << QStringLiteral("USD");
        QTest::newRow("an amount's sign") << QByteArray("Service,Price\nHem,$15.5\n") << QStringLiteral("$");
        QTest::newRow("an amount's code") << QByteArray("Service,Price\nHem,15.5 GHS\n") << QStringLiteral("GHS");
    }

    void whatTheAmountsAreIn()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, currency);
        const ImportedFile read = readAs(ImportKind::Products, file);
        QCOMPARE(read.table->currency, currency);
        QCOMPARE(entryAt<ProductEntry>(read, 0).currency, currency);
        QVERIFY(entryAt<ProductEntry>(read, 0).price);
        const ImportedFile asTheyAre = readAs(ImportKind::Products, file, {.figuresAsTheyAre = true});
        QCOMPARE(entryAt<ProductEntry>(asTheyAre, 0).currency, QString());
        QCOMPARE(asTheyAre.table->currency, currency); // it is said none the less
    }

    void whichCurrencyASignCanMean()
    {
        const auto can = [](const char *said, const char *code) {
            return mayMeanCurrency(QString::fromUtf8(said), Currency::parse(QString::fromLatin1(code)).value());
        };
        QVERIFY(can("$", "USD"));
        QVERIFY(can("$", "CAD"));
        QVERIFY(!can("$", "NGN"));
        QVERIFY(can("₦", "NGN"));
        QVERIFY(!can("€", "NGN"));
        QVERIFY(!can("USD", "CAD"));
    }

    void remarksBeforeTheHeadingsArePassedOver()
    {
        const ImportedFile read =
            readAs(std::nullopt, "# Measured by us, in cm\n#\n# Thank you\nName,Waist,Hip\nA,80,100\n");
        QCOMPARE(read.table->headings,
                 QStringList({QStringLiteral("Name"), QStringLiteral("Waist"), QStringLiteral("Hip")}));
        QCOMPARE(read.entries.size(), size_t(1));
        QCOMPARE(readAs(ImportKind::Clients, "#,Name\n1,A\n").table->headings.front(), QStringLiteral("#"));
    }

    //! One reason for the whole file, not one for each of its lines.
    void aTitleIsNoLineOfHeadings()
    {
        const ImportedFile read =
            readAs(ImportKind::Clients, "Our clients\nName,Phone\nA,0803 555 1\nB,0803 555 2\nC,0803 555 3\n");
        QCOMPARE(read.problem->code, QByteArray("table.headings"));
        QVERIFY(read.entries.empty());
    }

    //! By their lines also where nothing of the file can be read yet.
    void refusedLinesStandInTheirOrder()
    {
        const ImportedFile read = readAs(ImportKind::Clients, "Colour,Size\n1,2,3\n4,\"5\n");
        QVERIFY(read.problem);
        QCOMPARE(read.entries.size(), size_t(2));
        QCOMPARE(read.entries.front().line, qint64(2));
        QCOMPARE(read.entries.back().line, qint64(3));
    }

    void whatIsNoTextIsNoTable_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("PDF") << QByteArray("%PDF-1.7\n1 0 obj, << >>\n");
        QTest::newRow("XLSX") << QByteArray("PK\x03\x04 and more");
        QTest::newRow("JPEG") << QByteArray("\xff\xd8\xff\xe0 and more");
    }

    void whatIsNoTextIsNoTable()
    {
        QFETCH(const QByteArray, file);
        const auto read = readImportedFile(QStringLiteral("prices.csv"), file, std::nullopt, {});
        QVERIFY(!read);
        QCOMPARE(read.error().code, QByteArray("import.no_table"));
    }

    void refusesWhatIsSomethingElse()
    {
        QCOMPARE(readImportedFile(QStringLiteral("a.vcf"), "BEGIN:VCARD\nVERSION:4.0\nFN:A\nEND:VCARD\n",
                                  ImportKind::Products, {})
                     .error()
                     .code,
                 QByteArray("import.other_kind"));
        QCOMPARE(readAs(ImportKind::Products, "Country Code,Rate %\nGB,20\n").problem->code,
                 QByteArray("table.not_products"));
        QCOMPARE(readAs(ImportKind::Measurements, "Name,Phone\nA,1\n").problem->code, QByteArray("table.not_measures"));
    }
};

QTEST_GUILESS_MAIN(TestImportReader)
#include "tst_import_reader.moc"
