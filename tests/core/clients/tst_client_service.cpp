// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/search/search_index.h"
#include "tests/support/small_shop.h"

#include <QtTest>

using namespace thimblely;
using changes::await;

namespace {

ClientDraft named(const QString &name, const QString &phone = {})
{
    ClientDraft draft;
    draft.name = name;
    if (!phone.isEmpty())
        draft.phones.push_back({phone, PhoneUse::Call});
    return draft;
}

QStringList namesOf(const std::vector<ClientSummary> &rows)
{
    QStringList names;
    for (const ClientSummary &row : rows)
        names.append(row.name);
    return names;
}

} // namespace

class TestClientService : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addsAndLoadsEveryField();
    void givesNumbers();
    void refuses_data();
    void refuses();
    void pagesByName();
    void findsByAnyDigitsOfAPhone();
    void findsWordsInAnyOrder_data();
    void findsWordsInAnyOrder();
    void findsNothingOfAnotherWorkspace();
    void updateWritesOnlyWhatDiffers();
    void undoKeepsTheSearchRight();
    void binHidesAndRestoreShows();
};

void TestClientService::addsAndLoadsEveryField()
{
    test::SmallShop shop;
    ClientService clients(*shop.session, *shop.door);
    ClientDraft draft = named(QStringLiteral("Amina  Bello "), QStringLiteral("0803 555 44-71"));
    draft.phones.push_back({QStringLiteral("+44 20 7946 0001"), PhoneUse::WhatsApp});
    draft.email = QStringLiteral("amina@bello.example");
    draft.company = QStringLiteral("Bello & Co");
    draft.address = QStringLiteral("1 Broad St\nLagos");
    draft.birthDate = Date::parse(u"1980-03-22").value();
    draft.gender = GenderForFit::Female;
    draft.notes = QStringLiteral("sister of T.");
    draft.fitNotes = QStringLiteral("left sleeve +1.2");
    draft.tags = {QStringLiteral("wedding")};
    const auto id = await(clients.add(draft));
    QVERIFY2(id.ok(), qPrintable(id ? QString() : describe(id.error())));
    const auto loaded = clients.load(*id);
    QVERIFY(loaded.ok());
    draft.name = QStringLiteral("Amina Bello");
    QCOMPARE(loaded->fields, draft);
    QCOMPARE(loaded->balance->minor(), 0);
    QCOMPARE(loaded->openOrders, 0);
}

void TestClientService::givesNumbers()
{
    test::SmallShop shop;
    ClientService clients(*shop.session, *shop.door);
    const auto first = clients.load(await(clients.add(named(QStringLiteral("A")))).value()).value();
    const auto second = clients.load(await(clients.add(named(QStringLiteral("B")))).value()).value();
    QVERIFY(!first.number.isEmpty());
    QVERIFY(first.number != second.number);
    QCOMPARE(clients.search(second.number, 5).value().front().name, QStringLiteral("B"));
}

void TestClientService::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("born");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("no name") << QStringLiteral("  ") << QString() << QString() << QString()
                             << QByteArray("client.no_name");
    QTest::newRow("long name") << QString(201, u'x') << QString() << QString() << QString()
                               << QByteArray("client.name_too_long");
    QTest::newRow("phone without digits")
        << QStringLiteral("A") << QStringLiteral("12") << QString() << QString() << QByteArray("client.bad_phone");
    QTest::newRow("no domain") << QStringLiteral("A") << QString() << QStringLiteral("amina@bello") << QString()
                               << QByteArray("client.bad_email");
    QTest::newRow("two addresses") << QStringLiteral("A") << QString() << QStringLiteral("a@b.c, d@e.f") << QString()
                                   << QByteArray("client.bad_email");
    QTest::newRow("born later") << QStringLiteral("A") << QString() << QString() << QStringLiteral("2999-01-01")
                                << QByteArray("client.born_later");
}

void TestClientService::refuses()
{
    QFETCH(QString, name);
    QFETCH(QString, phone);
    QFETCH(QString, email);
    QFETCH(QString, born);
    QFETCH(QByteArray, code);
    ClientDraft draft = named(name, phone);
    draft.email = email;
    if (!born.isEmpty())
        draft.birthDate = Date::parse(born).value();
    const auto result = validate(draft, Date::parse(u"2026-11-23").value());
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, code);
}

void TestClientService::pagesByName()
{
    test::SmallShop shop;
    ClientService clients(*shop.session, *shop.door);
    for (const char *name : {"Femi", "ada", "Bello", "Bello", "Chidi"})
        QVERIFY(await(clients.add(named(QString::fromLatin1(name)))).ok());
    QStringList seen;
    std::optional<ClientKey> after;
    do {
        const auto page = clients.page(ClientFilter::All, ClientSort::Name, after, 2);
        QVERIFY(page.ok());
        seen += namesOf(page->rows);
        after = page->next;
    } while (after);
    QCOMPARE(seen, QStringList({QStringLiteral("ada"), QStringLiteral("Bello"), QStringLiteral("Bello"),
                                QStringLiteral("Chidi"), QStringLiteral("Femi")}));
    QCOMPARE(clients.count(ClientFilter::All).value(), 5);
    QCOMPARE(clients.count(ClientFilter::AtWork).value(), 0);
    QCOMPARE(namesOf(clients.page(ClientFilter::All, ClientSort::Newest, {}, 1)->rows),
             QStringList{QStringLiteral("Chidi")});
}

void TestClientService::findsByAnyDigitsOfAPhone()
{
    test::SmallShop shop;
    ClientService clients(*shop.session, *shop.door);
    QVERIFY(await(clients.add(named(QStringLiteral("Bello"), QStringLiteral("0803-555-4471")))).ok());
    QVERIFY(await(clients.add(named(QStringLiteral("Ade"), QStringLiteral("0701 222 3333")))).ok());
    for (const char *digits : {"4471", "0803", "555 44", "35554", "٤٤٧١"})
        QCOMPARE(namesOf(clients.search(QString::fromUtf8(digits), 10).value()), QStringList{QStringLiteral("Bello")});
}

void TestClientService::findsWordsInAnyOrder_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("found");
    QTest::newRow("one letter") << QStringLiteral("a") << true;
    QTest::newRow("two letters") << QStringLiteral("be") << true;
    QTest::newRow("two letters within a word") << QStringLiteral("ll") << false;
    QTest::newRow("three letters within a word") << QStringLiteral("ell") << true;
    QTest::newRow("both") << QStringLiteral("bello amina") << true;
    QTest::newRow("one long, one short") << QStringLiteral("bello am") << true;
    QTest::newRow("one does not match") << QStringLiteral("bello tunde") << false;
    QTest::newRow("without its accent") << QStringLiteral("amina") << true;
    QTest::newRow("company") << QStringLiteral("textiles") << true;
    QTest::newRow("query language") << QStringLiteral("\"bel\" OR NOT *") << false;
    QTest::newRow("nothing typed") << QStringLiteral(" - ") << false;
}

void TestClientService::findsWordsInAnyOrder()
{
    QFETCH(QString, typed);
    QFETCH(bool, found);
    test::SmallShop shop;
    ClientService clients(*shop.session, *shop.door);
    ClientDraft draft = named(QStringLiteral("Amína Bello"));
    draft.company = QStringLiteral("Kano Textiles");
    QVERIFY(await(clients.add(draft)).ok());
    const auto hits = clients.search(typed, 10);
    QVERIFY2(hits.ok(), qPrintable(hits ? QString() : describe(hits.error())));
    QCOMPARE(!hits->empty(), found);
}

void TestClientService::findsNothingOfAnotherWorkspace()
{
    test::SmallShop shop;
    auto other = shop.otherWorkspace(QStringLiteral("Paris"));
    ClientService here(*shop.session, *shop.door);
    ClientService there(*other.session, *other.door);
    QVERIFY(await(here.add(named(QStringLiteral("Bello"), QStringLiteral("0803 111 2222")))).ok());
    for (const char *typed : {"bello", "b", "be", "0803", "1112"})
        QVERIFY(there.search(QString::fromLatin1(typed), 10).value().empty());
    QVERIFY(await(there.add(named(QStringLiteral("Bellini")))).ok());
    QCOMPARE(namesOf(there.search(QStringLiteral("bell"), 10).value()), QStringList{QStringLiteral("Bellini")});
    QCOMPARE(namesOf(here.search(QStringLiteral("b"), 10).value()), QStringList{QStringLiteral("Bello")});
}

void TestClientService::updateWritesOnlyWhatDiffers()
{
    test::SmallShop shop;
    ClientService clients(*shop.session, *shop.door);
    const ClientId id = await(clients.add(named(QStringLiteral("Bello"), QStringLiteral("0803 555 4471")))).value();
    ClientDraft draft = clients.load(id)->fields;
    int signalled = 0;
    connect(shop.door.get(), &changes::WriteDoor::changed, this, [&] { ++signalled; });
    QVERIFY(await(clients.update(id, draft)).ok());
    QCoreApplication::processEvents();
    QCOMPARE(signalled, 0);
    draft.name = QStringLiteral("Bello-Ade");
    QVERIFY(await(clients.update(id, draft)).ok());
    QTRY_COMPARE(signalled, 1);
    QCOMPARE(clients.search(QStringLiteral("ade"), 5)->size(), size_t(1));
}

void TestClientService::undoKeepsTheSearchRight()
{
    test::SmallShop shop;
    ClientService clients(*shop.session, *shop.door);
    const ClientId id = await(clients.add(named(QStringLiteral("Bello")))).value();
    QVERIFY(await(clients.update(id, named(QStringLiteral("Okafor")))).ok());
    const auto undone = await(shop.door->undo());
    QVERIFY2(undone.ok(), qPrintable(undone ? QString() : describe(undone.error())));
    QCOMPARE(clients.load(id)->fields.name, QStringLiteral("Bello"));
    QVERIFY(clients.search(QStringLiteral("okafor"), 5)->empty());
    QCOMPARE(clients.search(QStringLiteral("bello"), 5)->size(), size_t(1));
    QVERIFY(await(shop.door->redo()).ok());
    QCOMPARE(clients.search(QStringLiteral("okafor"), 5)->size(), size_t(1));
}

void TestClientService::binHidesAndRestoreShows()
{
    test::SmallShop shop;
    ClientService clients(*shop.session, *shop.door);
    const ClientId id = await(clients.add(named(QStringLiteral("Bello")))).value();
    QVERIFY(await(clients.remove(id)).ok());
    QCOMPARE(clients.load(id).error().kind, ErrorKind::NotFound);
    QVERIFY(clients.search(QStringLiteral("bello"), 5)->empty());
    QVERIFY(await(clients.restore(id)).ok());
    QCOMPARE(clients.search(QStringLiteral("bello"), 5)->size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestClientService)
#include "tst_client_service.moc"
