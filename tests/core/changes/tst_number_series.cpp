// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/principal_store.h"
#include "core/changes/number_series.h"
#include "tests/support/small_shop.h"

#include <QRegularExpression>
#include <QTest>

using namespace thimblely;
using changes::NumberSeries;
using changes::SeriesKind;

class TestNumberSeries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsEachKind_data();
    void printsEachKind();
    void countsByKindAndWorkspace();
    void rolledBackNumbersAreGivenAgain();
    void manyOfOneOperationAreWrittenOnce();
    void otherDevicesHaveLettersOfTheirOwn();
    void moreDevicesThanLetters();
    void aNewYearStartsAnew();
    void aClockPutBackOpensAnotherSeries();
};

namespace {

Date day(const char *iso)
{
    return Date::parse(QString::fromLatin1(iso)).value();
}

//! One operation that takes a number and stands, or is rolled back after it. An empty operation leaves no trace, so it
//! renames the shop along with it.
QString take(changes::WriteDoor &door, const access::Principal &who, SeriesKind kind, bool stands = true,
             const char *on = "2026-11-25")
{
    static int count = 0;
    const QString name = QStringLiteral("Shop %1").arg(++count);
    QString text;
    const auto done =
        changes::await(door.write<void>({"test.take"}, [&, name](changes::WriteContext &context) -> Result<void> {
            TRY_ASSIGN(const auto number, NumberSeries::take(context, kind, day(on)));
            text = number.text;
            TRY(context.rows().update(storage::Table::Workspaces, who.workspace, {{"name", name}}));
            return stands ? Result<void>() : Result<void>(Error{ErrorKind::Cancelled, "test.back", {}, {}});
        }));
    return done.ok() == stands ? text : QString::fromLatin1(done.ok() ? "stood" : done.error().code);
}

//! The same owner at another device.
struct Device {
    Device(test::SmallShop &shop, const char *name) : principal(shop.principal)
    {
        principal.device = DeviceId::fromName(name);
        const auto store = access::PrincipalStore::open({shop.path()}).value();
        if (const auto known = store->setDevice(principal.device, QString::fromLatin1(name), shop.clock.now()); !known)
            qFatal("%s", qPrintable(describe(known.error())));
        session = access::Session::open(shop.path(), principal).value();
        door = changes::WriteDoor::open(*session, shop.clock).value();
    }
    QString take(SeriesKind kind) { return ::take(*door, principal, kind); }

    access::Principal principal;
    std::unique_ptr<access::Session> session;
    std::unique_ptr<changes::WriteDoor> door;
};

} // namespace

void TestNumberSeries::printsEachKind_data()
{
    QTest::addColumn<SeriesKind>("kind");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("order") << SeriesKind::Order << QStringLiteral("1001") << QStringLiteral("1002");
    QTest::newRow("client") << SeriesKind::Client << QStringLiteral("1") << QStringLiteral("2");
    QTest::newRow("invoice") << SeriesKind::Invoice << QStringLiteral("A-26-00001") << QStringLiteral("A-26-00002");
    QTest::newRow("receipt") << SeriesKind::Receipt << QStringLiteral("RA-26-00001") << QStringLiteral("RA-26-00002");
}

void TestNumberSeries::printsEachKind()
{
    QFETCH(SeriesKind, kind);
    QFETCH(QString, first);
    QFETCH(QString, second);
    test::SmallShop shop;
    QCOMPARE(take(*shop.door, shop.principal, kind), first);
    QCOMPARE(take(*shop.door, shop.principal, kind), second);
}

void TestNumberSeries::countsByKindAndWorkspace()
{
    test::SmallShop shop;
    const auto other = shop.otherWorkspace(QStringLiteral("Second"));
    QCOMPARE(take(*shop.door, shop.principal, SeriesKind::Invoice), QStringLiteral("A-26-00001"));
    QCOMPARE(take(*shop.door, shop.principal, SeriesKind::Receipt), QStringLiteral("RA-26-00001"));
    QCOMPARE(take(*other.door, other.session->principal(), SeriesKind::Invoice), QStringLiteral("A-26-00001"));
    QCOMPARE(take(*shop.door, shop.principal, SeriesKind::Invoice), QStringLiteral("A-26-00002"));
}

void TestNumberSeries::manyOfOneOperationAreWrittenOnce()
{
    test::SmallShop shop;
    QCOMPARE(take(*shop.door, shop.principal, SeriesKind::Client), QStringLiteral("1"));
    const auto takeMany = [&shop](bool stands) {
        QStringList texts;
        const auto done =
            changes::await(shop.door->write<void>({"test.take"}, [&](changes::WriteContext &context) -> Result<void> {
                context.writeMany();
                for (const auto kind : {SeriesKind::Client, SeriesKind::Invoice, SeriesKind::Client}) {
                    TRY_ASSIGN(const auto number, NumberSeries::take(context, kind, day("2026-11-25")));
                    texts.append(number.text);
                }
                TRY(context.rows().update(storage::Table::Workspaces, shop.principal.workspace,
                                          {{"name", texts.join(u' ')}}));
                return stands ? Result<void>() : Result<void>(Error{ErrorKind::Cancelled, "test.back", {}, {}});
            }));
        return done.ok() == stands ? texts.join(u' ') : QString();
    };
    QCOMPARE(takeMany(false), QStringLiteral("2 A-26-00001 3"));
    QCOMPARE(takeMany(true), QStringLiteral("2 A-26-00001 3"));
    QCOMPARE(take(*shop.door, shop.principal, SeriesKind::Client), QStringLiteral("4"));
    QCOMPARE(take(*shop.door, shop.principal, SeriesKind::Invoice), QStringLiteral("A-26-00002"));
}

void TestNumberSeries::rolledBackNumbersAreGivenAgain()
{
    test::SmallShop shop;
    QCOMPARE(take(*shop.door, shop.principal, SeriesKind::Invoice, false), QStringLiteral("A-26-00001"));
    QCOMPARE(take(*shop.door, shop.principal, SeriesKind::Invoice), QStringLiteral("A-26-00001"));
    QCOMPARE(take(*shop.door, shop.principal, SeriesKind::Invoice, false), QStringLiteral("A-26-00002"));
    QCOMPARE(take(*shop.door, shop.principal, SeriesKind::Invoice, false), QStringLiteral("A-26-00002"));
    QCOMPARE(take(*shop.door, shop.principal, SeriesKind::Invoice), QStringLiteral("A-26-00002"));
}

void TestNumberSeries::otherDevicesHaveLettersOfTheirOwn()
{
    test::SmallShop shop;
    QCOMPARE(take(*shop.door, shop.principal, SeriesKind::Order), QStringLiteral("1001"));
    Device second(shop, "second");
    QCOMPARE(second.take(SeriesKind::Order), QStringLiteral("B1001"));
    QCOMPARE(second.take(SeriesKind::Invoice), QStringLiteral("B-26-00001"));
    QCOMPARE(second.take(SeriesKind::Receipt), QStringLiteral("RB-26-00001"));
    Device third(shop, "third");
    QCOMPARE(third.take(SeriesKind::Invoice), QStringLiteral("C-26-00001"));
    QCOMPARE(take(*shop.door, shop.principal, SeriesKind::Order), QStringLiteral("1002"));
    QCOMPARE(take(*shop.door, shop.principal, SeriesKind::Invoice), QStringLiteral("A-26-00001"));
}

//! Beyond Z two random characters keep them apart; a number stays within sixteen characters.
void TestNumberSeries::moreDevicesThanLetters()
{
    test::SmallShop shop;
    QStringList seen = {take(*shop.door, shop.principal, SeriesKind::Invoice)};
    static const QRegularExpression form(QStringLiteral("^[A-Z][0-9A-Z]{0,2}-26-00001$"));
    for (int i = 1; i < 28; ++i) {
        Device device(shop, QByteArray::number(i).constData());
        const QString number = device.take(SeriesKind::Invoice);
        QVERIFY2(form.match(number).hasMatch(), qPrintable(number));
        QVERIFY2(!seen.contains(number), qPrintable(number));
        seen.append(number);
    }
    QVERIFY(seen[25].startsWith(u'Z'));
}

void TestNumberSeries::aNewYearStartsAnew()
{
    test::SmallShop shop;
    const auto on = [&](SeriesKind kind, const char *date) {
        return take(*shop.door, shop.principal, kind, true, date);
    };
    QCOMPARE(on(SeriesKind::Invoice, "2026-12-31"), QStringLiteral("A-26-00001"));
    QCOMPARE(on(SeriesKind::Order, "2026-12-31"), QStringLiteral("1001"));
    QCOMPARE(on(SeriesKind::Invoice, "2027-01-01"), QStringLiteral("A-27-00001"));
    QCOMPARE(on(SeriesKind::Order, "2027-01-01"), QStringLiteral("1002")); // said aloud, so it goes on
    QCOMPARE(on(SeriesKind::Invoice, "2027-01-02"), QStringLiteral("A-27-00002"));
}

//! A file that was copied back, or a clock put back: the old series is closed, so that no number is given twice.
void TestNumberSeries::aClockPutBackOpensAnotherSeries()
{
    test::SmallShop shop;
    QCOMPARE(take(*shop.door, shop.principal, SeriesKind::Invoice), QStringLiteral("A-26-00001"));
    shop.clock.advanceMsecs(-4 * 60 * 1000); // set by the network
    QCOMPARE(take(*shop.door, shop.principal, SeriesKind::Invoice), QStringLiteral("A-26-00002"));
    shop.clock.advanceMsecs(-24 * 60 * 60 * 1000);
    const QString next = take(*shop.door, shop.principal, SeriesKind::Invoice);
    static const QRegularExpression form(QStringLiteral("^A[0-9A-Z]{2}-26-00001$"));
    QVERIFY2(form.match(next).hasMatch(), qPrintable(next));
    const QString after = take(*shop.door, shop.principal, SeriesKind::Invoice);
    QCOMPARE(after, QString(next).replace(QStringLiteral("00001"), QStringLiteral("00002")));
}

QTEST_GUILESS_MAIN(TestNumberSeries)
#include "tst_number_series.moc"
