// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/privacy/client_file.h"
#include "tests/core/privacy/erasure_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;

//! What a client is given when they ask what is held on them.
class TestClientFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsIn();
    void readsAsWords();
    void whoMay();

private:
    static privacy::ReadingTerms terms()
    {
        return {QStringLiteral("Bello"), QLocale(QStringLiteral("en_NG")), ShopCalendar::make("Africa/Lagos").value(),
                currencyNamed("NGN"), day("2026-11-25")};
    }
};

void TestClientFile::everythingIsIn()
{
    ErasureShop shop;
    const auto they = shop.live(QStringLiteral("qzxvjkw"), QStringLiteral("917441"));
    shop.live(QStringLiteral("wvbhyqk"), QStringLiteral("552886"));
    const auto file = privacy::everythingHeld(shop.path(), shop.owner(), they.client, terms());
    QCOMPARE(refusal(file), QString());
    const QString json = QString::fromUtf8(privacy::jsonOf(*file));
    QVERIFY(!json.contains(QLatin1String("wvbhyqk")));
    // Every mark that stands in a row of theirs or in its history.
    const auto connection = storage::Connection::open({shop.path()}).value();
    access::ErasureReach reach(*connection);
    sure(reach.find(shop.owner().workspace, they.client));
    static const QRegularExpression mark(QStringLiteral("qzxvjkw\\d+"));
    int marks = 0;
    const auto look = [&](const QString &text) {
        for (auto found = mark.globalMatch(text); found.hasNext(); ++marks) {
            const QString one = found.next().captured();
            QVERIFY2(json.contains(one), qPrintable(one + QStringLiteral(" is held and not shown: ") + text));
        }
    };
    for (const access::ErasureRule &rule : access::erasureRules()) {
        auto query = connection
                         ->query(QByteArray("SELECT * FROM main.") + storage::facts(rule.table).name +
                                 " WHERE id IN (SELECT id FROM temp.going WHERE table_id = " +
                                 QByteArray::number(int(rule.table)) + ')')
                         .value();
        while (query->step().value()) {
            for (int i = 0; i < query->columnCount(); ++i)
                look(query->text(i));
        }
    }
    auto former = connection
                      ->query("SELECT old FROM main.sys_journal WHERE old IS NOT NULL AND row_id IN"
                              " (SELECT id FROM temp.going)")
                      .value();
    while (former->step().value())
        look(former->text(0));
    QVERIFY2(marks > 150, qPrintable(QString::number(marks)));
    QCOMPARE(file->pictures.size(), 4);
}

void TestClientFile::readsAsWords()
{
    ErasureShop shop;
    const ClientId client = shop.till.shop.client;
    sure(await(MeasurementService(shop.session(), shop.door())
                   .save({client,
                          {},
                          SetKind::Body,
                          {sure(MeasuredValue::parse(QStringLiteral("waist_circ"), Side::Both, QStringLiteral("82,3"),
                                                     LengthUnit::Centimetre))}})));
    shop.till.take(20'000);
    const auto file = privacy::everythingHeld(shop.path(), shop.owner(), client, terms()).value();
    QCOMPARE(file.client, QStringLiteral("Ngozi Okafor"));
    const auto texts = [&](const QString &title) {
        QStringList lines;
        for (const privacy::HeldSection &section : file.sections) {
            for (const privacy::HeldRecord &record : section.records) {
                for (const privacy::HeldFact &fact : record.facts) {
                    if (section.title == title && fact.isForPeople)
                        lines.append(fact.name + QStringLiteral(": ") + fact.text);
                }
            }
        }
        return lines;
    };
    QVERIFY(texts(QStringLiteral("Card")).contains(QStringLiteral("Name: Ngozi Okafor")));
    const QStringList measures = texts(QStringLiteral("Measures"));
    QVERIFY2(measures.filter(QStringLiteral("82,3 cm")).size() == 1, qPrintable(measures.join(u'\n')));
    const QStringList payments = texts(QStringLiteral("Payments"));
    QVERIFY2(payments.filter(QRegularExpression(QStringLiteral("^Amount: .*20,000"))).size() == 1,
             qPrintable(payments.join(u'\n')));
    // In words on paper, where what only programs need is left out; by their columns for programs.
    QVERIFY2(payments.filter(QRegularExpression(QStringLiteral("^(till|effect|is )"))).isEmpty(),
             qPrintable(payments.join(u'\n')));
    QVERIFY(privacy::jsonOf(file).contains("\"amount_minor\""));
    // Nothing in it is only the program's: no ids, no hashes.
    const QByteArray json = privacy::jsonOf(file);
    QVERIFY2(!QString::fromUtf8(json).contains(QStringLiteral("prev_hash")), json.constData());
}

void TestClientFile::whoMay()
{
    ErasureShop shop;
    const ClientId client = shop.till.shop.client;
    for (const char *role : {"admin", "member", "viewer"}) {
        const auto colleague = shop.till.shop.hire(role);
        const auto file = privacy::everythingHeld(shop.path(), colleague.principal, client, terms());
        QCOMPARE(file.ok(), QByteArray(role) == "admin");
    }
    QCOMPARE(refusal(privacy::everythingHeld(shop.path(), shop.owner(), ClientId::make(shop.clock()), terms())),
             QStringLiteral("client.unknown"));
    QVERIFY(privacy::clientNumbered(shop.path(), shop.owner(), shop.till.shop.clients.load(client)->number).ok());
}

QTEST_GUILESS_MAIN(TestClientFile)
#include "tst_client_file.moc"
