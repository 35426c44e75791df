// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/import_fields.h"
#include "core/exchange/importer.h"
#include "core/finance/account_service.h"
#include "core/finance/till_service.h"
#include "core/orders/order_service.h"
#include "core/storage/verify.h"
#include "tests/support/small_shop.h"

#include <QFile>
#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using changes::await;

namespace {

constexpr const char *book = "Ticket;Client;Mobile;Garment;Colour;Alteration;Rack;Due;Total;Paid;Balance\n"
                             "77;Ngozi Ade;0803 555 4471;2 trousers;navy;hem;C4;04.12.2026;9.000,00;4.000,00;5.000,00\n"
                             "78;Musa;;new suit;charcoal;;;18.12.2026;65.000,00;;\n"
                             ";Bello;;;;;;;;;4.000,00\n"
                             "80;Odd;;coat;;;;;1.000,00;400,00;700,00\n"
                             "81;Odd;;coat;;;;;viel;;\n";

//! A shop into which an old book comes from a table.
struct BookShop : SmallShop {
    QString write(const QByteArray &text, const char *name = "book.csv")
    {
        QFile file(dir.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the book was not written");
        return file.fileName();
    }
    ImportReport bring(const QByteArray &text, bool dryRun = false)
    {
        const auto plan = readImport({write(text)}, {});
        if (!plan)
            qFatal("%s", qPrintable(describe(plan.error())));
        const auto report = await(Importer(*door).carryOut(std::make_shared<const ImportPlan>(plan.value()), dryRun));
        if (!report)
            qFatal("%s", qPrintable(describe(report.error())));
        return *report;
    }
    qint64 number(QByteArrayView sql)
    {
        auto query = session->reader().query(sql).value();
        return query->step().value() ? query->int64(0) : -1;
    }
    qint64 owed(const QString &name)
    {
        auto query = session->reader().query("SELECT id FROM clients WHERE name = ?").value();
        query->bind(name);
        if (!query->step().value())
            return -1;
        return finance::AccountService(*session, *door).of(query->id<ClientId>(0))->owed.minor() / 100;
    }
    bool isWhole() { return storage::verifyFile(path(), false)->problems.empty(); }
};

} // namespace

//! Open orders and balances of a book that was kept in a table.
class TestOldOrders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isKnownForWhatItIs()
    {
        BookShop shop;
        QVERIFY(readImport({shop.write(book)}, {})->kind == ImportKind::OldOrders);
        QVERIFY(readImport({shop.write("Name,Phone\nA,0803 555 1234\n")}, {})->kind == ImportKind::Clients);
        QVERIFY(readImport({shop.write("Name,Price\nHem,500\n")}, {})->kind == ImportKind::Products);
        QVERIFY(readImport({shop.write("Kunde;Guthaben\nMeier;20,00\n")}, {})->kind == ImportKind::OldOrders);
        // A balance that was never used makes no old book of a list of people.
        QVERIFY(readImport({shop.write("Name,Phone,Balance\nAde,0803 555 4471,\n")}, {})->kind == ImportKind::Clients);
    }

    void comesInWhole()
    {
        BookShop shop;
        const ImportReport looked = shop.bring(book, true);
        QCOMPARE(looked.created, 3);
        QCOMPARE(shop.number("SELECT count(*) FROM orders"), 0);
        const ImportReport report = shop.bring(book);
        QCOMPARE(report.created, 3);
        QCOMPARE(report.clientsCreated, 3);
        QCOMPARE(report.refused.size(), size_t(2));
        QCOMPARE(report.refused[0].error.code, QByteArray("table.sums_differ"));
        QCOMPARE(report.refused[1].error.code, QByteArray("table.amount"));
        QCOMPARE(shop.owed(QStringLiteral("Ngozi Ade")), 5'000);
        QCOMPARE(shop.owed(QStringLiteral("Musa")), 65'000);
        QCOMPARE(shop.owed(QStringLiteral("Bello")), 4'000);
        QCOMPARE(shop.owed(QStringLiteral("Odd")), -1); // of what was refused nothing stays
        QCOMPARE(shop.number("SELECT count(*) FROM order_items WHERE stage = 'ready' AND rack_location = 'C4'"), 2);
        QCOMPARE(shop.number("SELECT count(*) FROM daily_totals"), 0);
        QVERIFY(finance::TillService(*shop.session, *shop.door).sums()->turnover.isZero());
        QVERIFY(shop.isWhole());
    }

    void twiceIsOnce()
    {
        BookShop shop;
        shop.bring(book);
        const ImportReport again = shop.bring(book);
        QCOMPARE(again.created, 0);
        QCOMPARE(again.unchanged, 3);
        QCOMPARE(shop.number("SELECT count(*) FROM orders"), 3);
        // What was booked is not changed behind the counter's back.
        const ImportReport changed = shop.bring(QByteArray(book).replace("65.000,00", "70.000,00"));
        QCOMPARE(changed.unchanged, 2);
        QCOMPARE(changed.refused.size(), size_t(3));
        QCOMPARE(changed.refused[0].error.code, QByteArray("table.order_differs"));
        QCOMPARE(shop.owed(QStringLiteral("Musa")), 65'000);
    }

    void isTakenBackAndBroughtInAgain()
    {
        BookShop shop;
        const QByteArray more = QByteArray(book) + ";Okoro;;;;;;;;2.000,00;\n";
        QCOMPARE(shop.bring(more).created, 4);
        QVERIFY(await(shop.door->undo()).ok());
        QCOMPARE(shop.number("SELECT count(*) FROM orders"), 0);
        QCOMPARE(shop.number("SELECT count(*) FROM clients"), 0);
        QCOMPARE(shop.bring(more).created, 4);
        QCOMPARE(shop.owed(QStringLiteral("Ngozi Ade")), 5'000);
        QCOMPARE(shop.number("SELECT count(*) FROM orders"), 3);
        QVERIFY(shop.isWhole());
    }

    void creditStandsAlone()
    {
        BookShop shop;
        const ImportReport report = shop.bring("Name,Credit,Garment,Total\nAde,2000,,\nMusa,500,coat,900\n");
        QCOMPARE(report.created, 1);
        QCOMPARE(report.refused.front().error.code, QByteArray("table.credit_with_order"));
    }

    void whatStandsUnderReady_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<int>("ready"); // 2: not understood
        const auto row = [](const char *said, int ready) { QTest::addRow("%s", said) << QByteArray(said) << ready; };
        row("ready", 1);
        row("Prêt", 1);
        row("✓", 1);
        row("x", 1);
        row("in work", 0);
        row("", 0);
        row("maybe", 2);
    }
    void whatStandsUnderReady()
    {
        QFETCH(const QByteArray, said);
        QFETCH(const int, ready);
        BookShop shop;
        const ImportReport report =
            shop.bring("Ticket,Name,Garment,Status,Total,Paid\n1,Ade,coat," + said + ",900,0\n");
        QCOMPARE(report.refused.size(), size_t(ready == 2));
        QCOMPARE(shop.number("SELECT count(*) FROM order_items WHERE stage = 'ready'"), ready % 2);
    }
};

QTEST_GUILESS_MAIN(TestOldOrders)
#include "tst_old_orders.moc"
