// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/clients/phone_number.h"
#include "tests/support/small_shop.h"

#include <QtTest>

using namespace thimblely;
using changes::await;

//! Numbers as people type them, and what stands in the file of them.
class TestPhoneNumber : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void everyDoubtHasItsCode();
    void theFileHasBothForms();
    void oneNumberTypedTwiceIsOne();
};

void TestPhoneNumber::reads_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("e164");
    QTest::addColumn<PhoneDoubt>("doubt");
    const auto row = [](const char *country, const char *typed, const char *e164, PhoneDoubt doubt) {
        QTest::newRow(typed) << QString::fromLatin1(country) << QString::fromUtf8(typed) << QString::fromLatin1(e164)
                             << doubt;
    };
    using enum PhoneDoubt;
    row("NG", "0803 555 4471", "+2348035554471", None);
    row("NG", "0803-555-44-71", "+2348035554471", None);
    row("NG", "+234 803 555 4471", "+2348035554471", None);
    row("NG", "+234 (0) 803 555 4471", "+2348035554471", None);
    row("NG", "00234 803 555 4471", "+2348035554471", None);
    row("NG", "234 803 555 4471", "+2348035554471", None);
    row("NG", "٠٨٠٣ ٥٥٥ ٤٤٧١", "+2348035554471", None);
    row("FR", "06 12 34 56 78", "+33612345678", None);
    row("FR", "0033 6 12 34 56 78", "+33612345678", None);
    row("NG", "+44 20 7946 0001", "+442079460001", None);
    row("US", "(212) 555-0123", "+12125550123", None);
    row("KE", "0712 345678", "+254712345678", None);
    row("IN", "98765 43210", "+919876543210", None);
    row("", "+2348035554471", "+2348035554471", None);
    row("NG", "0803 555 447", "", WrongLength);
    row("NG", "0803 555 4471 99", "", NotInUse);
    row("NG", "0803 555 4471 99999", "", TooLong);
    row("NG", "+999 123 4567", "", UnknownCountry);
    row("NG", "ask her brother", "", NotANumber);
    for (const char *date : {"12/03/1990", "3.12.90", "1990-03-12", "31-12-2001", " 12/31/1990 "})
        row("NG", date, "", ADate);
    row("FR", "01.42.68.53.00", "+33142685300", None); // of five parts
    row("US", "212-555-0123", "+12125550123", None);
    row("", "0803 555 4471 ", "", None); // no country, no telling
    row("NG", "", "", None);
}

void TestPhoneNumber::reads()
{
    QFETCH(QString, country);
    QFETCH(QString, typed);
    QFETCH(QString, e164);
    QFETCH(PhoneDoubt, doubt);
    const PhoneReading reading = readPhone(typed, country);
    QCOMPARE(reading.e164, e164);
    QCOMPARE(reading.doubt, doubt);
    if (!e164.isEmpty())
        QVERIFY(e164.endsWith(reading.national));
}

void TestPhoneNumber::everyDoubtHasItsCode()
{
    using enum PhoneDoubt;
    QVERIFY(asError(None, QStringLiteral("1")));
    QSet<QByteArray> codes;
    for (const PhoneDoubt doubt : {NotANumber, ADate, TooShort, TooLong, WrongLength, UnknownCountry, NotInUse}) {
        const auto error = asError(doubt, QStringLiteral(" 080 "));
        QVERIFY(!error);
        QCOMPARE(error.error().args, QStringList{QStringLiteral("080")});
        codes.insert(error.error().code);
    }
    QCOMPARE(codes.size(), 7);
}

void TestPhoneNumber::theFileHasBothForms()
{
    test::SmallShop shop;
    ClientService clients(*shop.session, *shop.door);
    ClientDraft draft;
    draft.name = QStringLiteral("Bello");
    draft.phones = {{QStringLiteral("0803 555 4471"), PhoneUse::Call},
                    {QStringLiteral("house phone 4-4-7"), PhoneUse::Both}};
    const ClientId id = await(clients.add(draft)).value();
    const Client stored = clients.load(id).value();
    QCOMPARE(stored.fields.phones, draft.phones);
    QCOMPARE(stored.fields.phones[0].e164, QStringLiteral("+2348035554471"));
    QVERIFY(stored.fields.phones[1].e164.isEmpty());
    auto query = shop.session->reader().query("SELECT phone, phone_as_typed FROM clients").value();
    QVERIFY(query->step().value());
    QCOMPARE(query->text(0), QStringLiteral("+2348035554471"));
    QCOMPARE(query->text(1), QStringLiteral("0803 555 4471"));
    // Found however it is typed.
    for (const char *typed : {"0803 555 4471", "+234 803 555 4471", "00234 803 5554471", "4471"})
        QCOMPARE(clients.search(QString::fromLatin1(typed), 5).value().size(), size_t(1));
}

void TestPhoneNumber::oneNumberTypedTwiceIsOne()
{
    test::SmallShop shop;
    ClientService clients(*shop.session, *shop.door);
    ClientDraft draft;
    draft.name = QStringLiteral("Bello");
    draft.phones = {{QStringLiteral("0803 555 4471"), PhoneUse::Call},
                    {QStringLiteral("+2348035554471"), PhoneUse::WhatsApp}};
    const Client stored = clients.load(await(clients.add(draft)).value()).value();
    QCOMPARE(stored.fields.phones, (std::vector<Phone>{{QStringLiteral("0803 555 4471"), PhoneUse::Both}}));
}

QTEST_GUILESS_MAIN(TestPhoneNumber)
#include "tst_phone_number.moc"
