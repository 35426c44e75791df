// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/exchange/import_reader.h"
#include "core/exchange/importer.h"
#include "core/inventory/inventory_service.h"
#include "core/marketplace/listing_writer.h"
#include "core/measurements/measurement_service.h"
#include "core/storage/connection.h"
#include "tests/support/file_locks.h"
#include "tests/support/small_shop.h"
#include "tests/support/test_paths.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTest>

using namespace thimblely;
using test::SmallShop;

namespace {

//! Everything that is there, without the moments at which it came: what is in the bin is not.
QByteArray live(const QString &path)
{
    const auto connection = storage::Connection::open(storage::OpenOptions{path}).value();
    QCryptographicHash all(QCryptographicHash::Sha256);
    for (const char *table : {"clients", "client_measurements", "inventory_items", "marketplace_products"}) {
        auto columns =
            connection
                ->query("SELECT group_concat(name) FROM pragma_table_info(?)"
                        " WHERE name NOT LIKE '%\\_at' ESCAPE '\\' AND name NOT LIKE '%\\_hash%' ESCAPE '\\'")
                .value();
        columns->bind(table);
        if (!columns->step().value())
            qFatal("no columns");
        auto rows =
            connection->query("SELECT " + columns->utf8(0) + " FROM " + table + " WHERE deleted_at IS NULL ORDER BY id")
                .value();
        while (rows->step().value()) {
            for (int column = 0; column < rows->columnCount(); ++column)
                all.addData(rows->isNull(column) ? QByteArray("~;") : rows->blob(column).toHex() + ';');
        }
    }
    return all.result();
}

struct Desk {
    SmallShop shop;

    QString file(const char *name, const QByteArray &bytes)
    {
        const QString path = shop.dir.filePath(QLatin1String(name));
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("%s cannot be written", name);
        return path;
    }
    ImportReport import(ImportKind kind, const QString &path, bool dryRun = false, const ImportOptions &options = {})
    {
        auto report = Importer(*shop.door).importFiles(kind, {path}, dryRun, options);
        if (!report)
            qFatal("%s", qPrintable(describe(report.error())));
        return std::move(*report);
    }
    QByteArray digest() const { return live(shop.path()); }
    int count(const char *table)
    {
        const auto connection = storage::Connection::open(storage::OpenOptions{shop.path()}).value();
        auto query =
            connection->query(QByteArray("SELECT count(*) FROM ") + table + " WHERE deleted_at IS NULL").value();
        if (!query->step().value())
            qFatal("no count");
        return int(query->int64(0));
    }
    int operations(const char *kind)
    {
        const auto connection = storage::Connection::open(storage::OpenOptions{shop.path()}).value();
        auto query = connection->query("SELECT count(*) FROM sys_operations WHERE kind = ?").value();
        query->bindUtf8(kind);
        if (!query->step().value())
            qFatal("no count");
        return int(query->int64(0));
    }
    int waitingForTheIndex()
    {
        const auto connection = storage::Connection::open(storage::OpenOptions{shop.path()}).value();
        auto query = connection
                         ->query("SELECT count(*) FROM sys_search_scopes AS scope JOIN sys_search AS entry"
                                 " ON entry.id > max(scope.clients_indexed, scope.number << 40)"
                                 " AND entry.id < (scope.number * 2 + 1) << 39")
                         .value();
        if (!query->step().value())
            qFatal("no count");
        return int(query->int64(0));
    }
    //! The program is started again and signed in to.
    void restart()
    {
        shop.door.reset();
        shop.session.reset();
        shop.session = access::Session::open(shop.path(), shop.principal).value();
        shop.door = changes::WriteDoor::open(*shop.session, shop.clock).value();
    }
};

const QByteArray contacts = "Name,Phone,E-mail,Birthday\nAmina Bello,0803 555 4471,amina@b.example,22/03/1980\n"
                            "Tunde Ade,0803 555 4472,,\n,,,\nNobody,,,31/31/1999\n";
const QByteArray measures =
    "Client,Phone,Waist,Hip\nAmina Bello,0803 555 4471,80,100\nTunde Ade,0803 555 4472,\"92,5\",104\n";
const QByteArray prices = "Service;Garment;Price\nHem;Pants;1.500,50\nZip;Skirt;2.000,00\n";
const QByteArray woo = "ID,Type,SKU,Name,Regular price,Stock\n1,simple,cap,Fila,5000,3\n2,simple,scarf,Scarf,15.5,\n";

} // namespace

//! Plans of old books carried out, as one operation that is known again and taken back as one.
class TestImporter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! Whoever points at it by mistake loses neither the import nor the locks of the shop (core/storage/vfs_file.h).
    void theShopsOwnFileIsNoBookAndStaysLocked()
    {
        Desk desk;
        const int before = test::locksOf(desk.shop.path());
        const auto read = readImport({desk.shop.path()}, ImportKind::Clients, {}, {});
        QVERIFY(!read || read->files.empty());
        QCOMPARE(test::locksOf(desk.shop.path()), before);
    }

    void booksComeInOnceAndGoOutWhole_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("book");
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<int>("entries");
        QTest::newRow("clients") << int(ImportKind::Clients) << contacts << QByteArray("clients") << 2;
        QTest::newRow("measures") << int(ImportKind::Measurements) << measures << QByteArray("client_measurements")
                                  << 2;
        QTest::newRow("prices") << int(ImportKind::Products) << prices << QByteArray("inventory_items") << 2;
        QTest::newRow("web shop") << int(ImportKind::Products) << woo << QByteArray("marketplace_products") << 2;
    }
    void booksComeInOnceAndGoOutWhole()
    {
        QFETCH(const int, kind);
        QFETCH(const QByteArray, book);
        QFETCH(const QByteArray, table);
        QFETCH(const int, entries);
        Desk desk;
        const QString file = desk.file("book.csv", book);
        const QByteArray before = desk.digest();
        const ImportReport dry = desk.import(ImportKind(kind), file, true);
        QCOMPARE(dry.created, entries);
        QCOMPARE(desk.digest(), before);
        const ImportReport first = desk.import(ImportKind(kind), file);
        QCOMPARE(first.created, entries);
        QCOMPARE(first.read, first.created + int(first.refused.size()));
        QCOMPARE(desk.count(table.constData()), entries);
        const QByteArray after = desk.digest();
        QVERIFY(after != before);
        const ImportReport second = desk.import(ImportKind(kind), file);
        QCOMPARE(second.unchanged, entries);
        QCOMPARE(second.created + second.updated, 0);
        QCOMPARE(desk.digest(), after);
        desk.restart();
        QVERIFY(changes::await(desk.shop.door->undo()));
        QCOMPARE(desk.digest(), before);
        // Taken back it is news again, and the same rows come back: not a second set of them.
        QCOMPARE(desk.import(ImportKind(kind), file).created, entries);
        QCOMPARE(desk.digest(), after);
        QVERIFY(changes::await(desk.shop.door->undo()));
        QCOMPARE(desk.digest(), before);
    }

    void manyFilesAreOneOperation()
    {
        Desk desk;
        const QString folder = desk.shop.dir.filePath(QStringLiteral("old"));
        QVERIFY(QDir().mkpath(folder));
        desk.file("old/a.csv", contacts);
        desk.file("old/b.vcf", "BEGIN:VCARD\nVERSION:4.0\nFN:Halima\nEND:VCARD\n");
        desk.file("old/c.ldif", "dn: cn=Zoe\ncn: Zoe\nmobile: 0803 555 9999\n");
        desk.file("old/d.csv", "Rate,Country\n1,2\n");
        const ImportReport report = desk.import(ImportKind::Clients, folder);
        QCOMPARE(report.files, 4);
        QCOMPARE(report.created, 4);
        QCOMPARE(report.refused.size(), size_t(2)); // a day that is none, a table of rates
        QCOMPARE(report.refused.front().line, 5);
        QCOMPARE(report.refused.back().line, 0);
        QCOMPARE(desk.operations("clients.import"), 1);
    }

    void knowsWhoIsThereAlready()
    {
        Desk desk;
        ClientService clients(*desk.shop.session, *desk.shop.door);
        ClientDraft amina;
        amina.name = QStringLiteral("Amina Bello");
        amina.phones = {{QStringLiteral("+234 803 555 4471")}};
        amina.fitNotes = QStringLiteral("Right shoulder low");
        const ClientId id = changes::await(clients.add(amina)).value();
        ClientDraft tunde;
        tunde.name = QStringLiteral("Tunde Ade");
        QVERIFY(changes::await(clients.add(tunde)));
        const ImportReport report = desk.import(ImportKind::Clients, desk.file("c.csv", contacts));
        QCOMPARE(report.updated, 1); // the same number and name
        QCOMPARE(report.created, 1); // a name alone may be anybody's
        const ClientDraft now = clients.load(id)->fields;
        QCOMPARE(now.email, QStringLiteral("amina@b.example"));
        QCOMPARE(now.fitNotes, QStringLiteral("Right shoulder low"));
        // What the shop wrote since is not written over by the same file.
        ClientDraft moved = now;
        moved.email = QStringLiteral("new@b.example");
        QVERIFY(changes::await(clients.update(id, moved)));
        QCOMPARE(desk.import(ImportKind::Clients, desk.file("c.csv", contacts)).unchanged, 2);
        QCOMPARE(clients.load(id)->fields.email, QStringLiteral("new@b.example"));
    }

    //! They are made ready in blocks ahead of the writer, and indexed together. Numbers beyond those that clients are given.
    void aLongBookComesInAsItStands()
    {
        constexpr int rows = 1300;
        Desk desk;
        QByteArray table = "Name,Phone,Birthday\n";
        for (int i = 0; i < rows; ++i) {
            const QByteArray number = QByteArray::number(3000 + i);
            table += i % 100 == 7 ? QByteArray("Nobody,,31/31/1999\n")
                                  : "Client" + number + " Okafor,0803 555 " + number + ",\n";
        }
        const ImportReport report = desk.import(ImportKind::Clients, desk.file("long.csv", table));
        QCOMPARE(report.created, rows - rows / 100);
        QCOMPARE(report.refused.size(), size_t(rows / 100));
        for (size_t i = 0; i < report.refused.size(); ++i)
            QCOMPARE(report.refused[i].line, qint64(i * 100 + 7 + 2));
        ClientService clients(*desk.shop.session, *desk.shop.door);
        for (const int i : {0, 511, 512, 1023, 1024, rows - 1}) {
            const QString name = QStringLiteral("Client%1 Okafor").arg(3000 + i);
            for (const QString &typed : {name, QStringLiteral("555 %1").arg(3000 + i)}) {
                const auto found = clients.search(typed, 5).value();
                QCOMPARE(found.size(), size_t(1));
                QCOMPARE(found.front().name, name);
                QCOMPARE(found.front().phone, QStringLiteral("0803 555 %1").arg(3000 + i));
            }
        }
        QCOMPARE(desk.waitingForTheIndex(), 0); // else each search would look through them
    }

    void measuresFindTheirClients()
    {
        Desk desk;
        desk.import(ImportKind::Clients, desk.file("c.csv", contacts));
        const ImportReport report = desk.import(ImportKind::Measurements, desk.file("m.csv", measures));
        QCOMPARE(report.created, 2);
        QCOMPARE(report.clientsCreated, 0);
        QCOMPARE(desk.count("clients"), 2);
        ClientService clients(*desk.shop.session, *desk.shop.door);
        ClientDraft other;
        other.name = QStringLiteral("Amina Bello");
        QVERIFY(changes::await(clients.add(other)));
        const ImportReport unclear =
            desk.import(ImportKind::Measurements, desk.file("n.csv", "Client,Waist\nAmina Bello,81\n"));
        QCOMPARE(unclear.refused.size(), size_t(1));
        QCOMPARE(unclear.refused.front().error.code, QByteArray("client.several_of_name"));
        // Mended by the number of the card that is meant.
        const ImportReport mended = desk.import(
            ImportKind::Measurements, desk.file("o.csv", "Client,Customer no,Waist\nAmina Bello,,81\n"), false,
            {.corrections = {{2, {QStringLiteral("Amina Bello"), QStringLiteral("1"), QStringLiteral("81")}}}});
        QCOMPARE(mended.created, 1);
    }

    void pricesChangeTheListThatIsThere()
    {
        Desk desk;
        inventory::InventoryService stock(*desk.shop.session, *desk.shop.door);
        QVERIFY(changes::await(stock.addUsualServices()));
        const size_t lines = stock.services().value().size();
        const ImportReport report =
            desk.import(ImportKind::Products, desk.file("p.csv", "Task,Price\nHem,1500\nMonogram,900\n"));
        QCOMPARE(report.updated, 1);
        QCOMPARE(report.created, 1);
        const auto services = stock.services().value();
        QCOMPARE(services.size(), lines + 1);
        const auto hem = std::ranges::find(services, QStringLiteral("Hem"), &inventory::Service::name);
        QCOMPARE(hem->price->minor(), 150'000);
        QVERIFY(hem->terms.needsAmount); // what only the shop says stays
        QCOMPARE(
            desk.import(ImportKind::Products, desk.file("q.csv", "Task,Price\nHem,1.505\nBow,1.5 \n")).refused.size(),
            size_t(1)); // finer than the currency
    }

    //! A list in dollars is no list in naira, unless somebody says that its figures are.
    void anotherCurrencyIsNotTakenForTheShops()
    {
        Desk desk;
        const QString file = desk.file("p.csv", "title,price_usd\nHem,15.50\nBow,24\n");
        const ImportReport refused = desk.import(ImportKind::Products, file);
        QCOMPARE(refused.created, 0);
        QCOMPARE(refused.refused.size(), size_t(2));
        QCOMPARE(refused.refused.front().error.code, QByteArray("table.other_currency"));
        QCOMPARE(refused.refused.front().error.args, QStringList({QStringLiteral("USD"), QStringLiteral("NGN")}));
        const ImportReport taken = desk.import(ImportKind::Products, file, false, {.figuresAsTheyAre = true});
        QCOMPARE(taken.created, 2);
        const QString book = desk.file("o.csv", "Ticket,Client,Pieces,Total (EUR)\n7,Ade,coat,900\n");
        QCOMPARE(desk.import(ImportKind::OldOrders, book).refused.front().error.code,
                 QByteArray("table.other_currency"));
        QCOMPARE(
            desk.import(ImportKind::OldOrders, desk.file("n.csv", "Ticket,Client,Pieces,Total (NGN)\n7,Ade,coat,900\n"))
                .created,
            1);
    }

    void aWebShopBecomesDrafts()
    {
        Desk desk;
        desk.import(ImportKind::Products, desk.file("w.csv", woo));
        const auto listings = marketplace::everyListing(*desk.shop.session).value();
        QCOMPARE(listings.size(), size_t(2));
        QCOMPARE(listings.front().facts.title, QStringLiteral("Fila"));
        QCOMPARE(listings.front().facts.price.minor(), 500'000);
        QCOMPARE(listings.front().facts.stock->milli(), 3000);
        QCOMPARE(int(listings.front().status), int(marketplace::ListingStatus::Draft));
    }

    void whatIsInTheBinStaysThere()
    {
        Desk desk;
        desk.import(ImportKind::Clients, desk.file("c.csv", contacts));
        ClientService clients(*desk.shop.session, *desk.shop.door);
        const ClientId id = clients.search(QStringLiteral("4471"), 1).value().front().id;
        QVERIFY(changes::await(clients.remove(id)));
        QCOMPARE(desk.import(ImportKind::Clients, desk.file("c.csv", contacts)).created, 0);
        QCOMPARE(desk.count("clients"), 1);
    }

    void stopsWithoutATrace()
    {
        Desk desk;
        QByteArray many = "Name,Phone\n";
        for (int i = 0; i < 300; ++i)
            many += "Client " + QByteArray::number(i) + ",0803 555 " + QByteArray::number(3000 + i) + '\n';
        const QByteArray before = desk.digest();
        int asked = 0;
        const auto stopped = Importer(*desk.shop.door)
                                 .importFiles(ImportKind::Clients, {desk.file("m.csv", many)}, false, {},
                                              [&asked](qint64, qint64) { return ++asked < 5; });
        QCOMPARE(stopped.error().code, QByteArray("import.cancelled"));
        QCOMPARE(desk.digest(), before);
    }

    void notEverybodyMay()
    {
        Desk desk;
        access::Principal staff = desk.shop.principal;
        staff.capabilities.remove(access::Capability::DataImport);
        const auto session = access::Session::open(desk.shop.path(), staff).value();
        const auto door = changes::WriteDoor::open(*session, desk.shop.clock).value();
        const auto report = Importer(*door).importFiles(ImportKind::Clients, {desk.file("c.csv", contacts)}, true);
        QCOMPARE(report.error().kind, ErrorKind::Forbidden);
    }

    //! Every real file comes in or says with line and reason why not; twice is once; undone is as before.
    void realFiles_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("path");
        const std::pair<const char *, ImportKind> folders[] = {{"contacts-csv", ImportKind::Clients},
                                                               {"contacts-vcard", ImportKind::Clients},
                                                               {"measurement-files", ImportKind::Measurements},
                                                               {"products-csv", ImportKind::Products},
                                                               {"alteration-prices", ImportKind::Products}};
        for (const auto &[folder, kind] : folders) {
            QDirIterator files(test::sharedData() + u'/' + QLatin1String(folder), QDir::Files);
            while (files.hasNext()) {
                const QString path = files.next();
                QTest::newRow(qPrintable(files.fileName())) << int(kind) << path;
            }
        }
        if (!QDir(test::sharedData()).exists())
            QTest::newRow("none") << 0 << QString();
    }
    void realFiles()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, path);
        if (path.isEmpty())
            QSKIP("books of other programs: ../shared/data is absent");
        Desk desk;
        const QByteArray before = desk.digest();
        const ImportReport first = desk.import(ImportKind(kind), path);
        QCOMPARE(first.read, first.created + first.updated + first.unchanged + int(first.refused.size()));
        QVERIFY(first.read > 0);
        for (const RefusedEntry &refused : first.refused)
            QVERIFY(!refused.error.code.isEmpty());
        const QByteArray after = desk.digest();
        const ImportReport second = desk.import(ImportKind(kind), path);
        QCOMPARE(second.created + second.updated, 0);
        QCOMPARE(desk.digest(), after);
        if (first.created == 0) {
            QVERIFY(!first.refused.empty());
            return;
        }
        QVERIFY(changes::await(desk.shop.door->undo()));
        QCOMPARE(desk.digest(), before);
    }
};

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
