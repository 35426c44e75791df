// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_duplicates.h"
#include "core/clients/client_log.h"
#include "core/clients/client_service.h"
#include "tests/support/small_shop.h"

#include <QtTest>

using namespace thimblely;
using changes::await;

//! Who is who: the same person on two cards, and several people on one purse.
class TestClientPeople : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void likenesses_data();
    void likenesses();
    void nearNames_data();
    void nearNames();
    void aFamilySharesANumberWithoutBeingOnePerson();
    void aFamilyHasOnePayer();
    void whoPaysIsOneStepAway();
    void theLogIsReadPageByPage();
    void consentHasADay();

private:
    ClientId add(const QString &name, const QString &phone = {}, const QString &born = {})
    {
        ClientDraft draft = make(name, phone, born);
        return await(m_clients->add(draft)).value();
    }
    static ClientDraft make(const QString &name, const QString &phone = {}, const QString &born = {})
    {
        ClientDraft draft;
        draft.name = name;
        if (!phone.isEmpty())
            draft.phones.push_back({phone});
        if (!born.isEmpty())
            draft.birthDate = Date::parse(born).value();
        return draft;
    }

    std::unique_ptr<test::SmallShop> m_shop;
    std::unique_ptr<ClientService> m_clients;
};

void TestClientPeople::init()
{
    m_shop = std::make_unique<test::SmallShop>();
    m_clients = std::make_unique<ClientService>(*m_shop->session, *m_shop->door);
}

void TestClientPeople::cleanup()
{
    m_clients.reset();
    m_shop.reset();
}

void TestClientPeople::likenesses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("born");
    QTest::addColumn<int>("likeness"); // -1: another person
    const auto row = [](const char *what, const char *name, const char *phone, const char *born, int likeness) {
        QTest::newRow(what) << QString::fromUtf8(name) << QString::fromLatin1(phone) << QString::fromLatin1(born)
                            << likeness;
    };
    row("same number", "Somebody", "0803 555 4471", "", int(Likeness::SamePhone));
    row("same number, typed abroad", "Somebody", "+234 803 555 4471", "", int(Likeness::SamePhone));
    row("same name, same day", "amina BELLO", "", "1980-03-22", int(Likeness::SameNameAndBirth));
    row("names turned round", "Bello Amina", "", "1980-03-22", int(Likeness::SameNameAndBirth));
    row("same name, other day", "Amina Bello", "", "1981-03-22", -1);
    row("same name only", "Amina Bello", "", "", -1);
    row("a slip, the number ends alike", "Amina Belo", "0701 222 4471", "", int(Likeness::NearNameAndDigits));
    row("another name, the number ends alike", "Chidi Okafor", "0701 222 4471", "", -1);
    row("a slip, another number", "Amina Belo", "0701 222 3333", "", -1);
    row("another country's number", "Somebody", "+44 803 555 4471", "", -1);
}

void TestClientPeople::likenesses()
{
    QFETCH(QString, name);
    QFETCH(QString, phone);
    QFETCH(QString, born);
    QFETCH(int, likeness);
    const ClientId known =
        add(QStringLiteral("Amina Bello"), QStringLiteral("0803 555 4471"), QStringLiteral("1980-03-22"));
    add(QStringLiteral("Femi Ade"), QStringLiteral("0809 999 0000"));
    const auto found = m_clients->duplicates(make(name, phone, born), {});
    QVERIFY(found.ok());
    QCOMPARE(found->size(), size_t(likeness >= 0 ? 1 : 0));
    if (likeness < 0)
        return;
    QCOMPARE(found->front().client.id, known);
    QCOMPARE(int(found->front().likeness), likeness);
    // Nobody is their own double.
    QVERIFY(m_clients->duplicates(make(name, phone, born), known)->empty());
}

void TestClientPeople::nearNames_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("near");
    QTest::newRow("the same") << QStringLiteral("Ọlá Adé") << QStringLiteral("ola ade") << true;
    QTest::newRow("a letter") << QStringLiteral("Okafor") << QStringLiteral("Okafo") << true;
    QTest::newRow("two letters of many") << QStringLiteral("Oluwaseun Adeyemi") << QStringLiteral("Oluwasen Adeyemy")
                                         << true;
    QTest::newRow("short names differ by a letter") << QStringLiteral("Ada") << QStringLiteral("Ade") << false;
    QTest::newRow("others") << QStringLiteral("Okafor") << QStringLiteral("Okoro") << false;
    QTest::newRow("nothing") << QString() << QString() << false;
}

void TestClientPeople::nearNames()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, near);
    QCOMPARE(clients::areNearNames(a, b), near);
    QCOMPARE(clients::areNearNames(b, a), near);
}

void TestClientPeople::aFamilySharesANumberWithoutBeingOnePerson()
{
    const QString number = QStringLiteral("0803 555 4471");
    const ClientId mother = add(QStringLiteral("Amina Bello"), number);
    ClientDraft son = make(QStringLiteral("Ayo Bello"), number);
    QCOMPARE(m_clients->duplicates(son, {})->size(), size_t(1));
    son.payer = mother;
    QVERIFY(m_clients->duplicates(son, {})->empty());
    const ClientId ayo = await(m_clients->add(son)).value();
    QVERIFY(m_clients->duplicates(m_clients->load(mother)->fields, mother)->empty());
    ClientDraft daughter = make(QStringLiteral("Bisi Bello"), number);
    daughter.payer = mother;
    QVERIFY(m_clients->duplicates(daughter, {})->empty());
    QCOMPARE(m_clients->load(ayo)->payerName, QStringLiteral("Amina Bello"));
}

void TestClientPeople::aFamilyHasOnePayer()
{
    const ClientId mother = add(QStringLiteral("Amina Bello"));
    QVERIFY(m_clients->family(mother)->members.empty());
    ClientDraft tunde = make(QStringLiteral("Tunde Bello"));
    tunde.payer = mother;
    tunde.relation = QStringLiteral("husband");
    ClientDraft ayo = make(QStringLiteral("Ayo Bello"), {}, QStringLiteral("2017-05-01"));
    ayo.payer = mother;
    ayo.relation = QStringLiteral("son");
    const ClientId husband = await(m_clients->add(tunde)).value();
    const ClientId son = await(m_clients->add(ayo)).value();
    for (const ClientId &asked : {mother, husband, son}) {
        const Family family = m_clients->family(asked).value();
        QCOMPARE(family.members.size(), size_t(3));
        QCOMPARE(family.payer()->id, mother);
        QVERIFY(family.payer()->pays && !family.members[1].pays);
        QCOMPARE(family.members[1].name, QStringLiteral("Ayo Bello"));
        QCOMPARE(family.members[1].relation, QStringLiteral("son"));
        QCOMPARE(family.members[2].id, husband);
        QCOMPARE(family.balance->minor(), 0);
    }
    const auto row = m_clients->summaries({son}).value().front();
    QCOMPARE(row.payer, QStringLiteral("Amina Bello"));
    QCOMPARE(row.relation, QStringLiteral("son"));
}

void TestClientPeople::whoPaysIsOneStepAway()
{
    const ClientId mother = add(QStringLiteral("Amina Bello"));
    ClientDraft draft = make(QStringLiteral("Ayo Bello"));
    draft.payer = mother;
    const ClientId son = await(m_clients->add(draft)).value();
    ClientDraft other = make(QStringLiteral("Chidi"));
    other.payer = son;
    QCOMPARE(await(m_clients->add(other)).error().code, QByteArray("client.payer_is_paid_for"));
    ClientDraft her = m_clients->load(mother)->fields;
    her.payer = add(QStringLiteral("Rich Uncle"));
    QCOMPARE(await(m_clients->update(mother, her)).error().code, QByteArray("client.pays_for_others"));
    her.payer = mother;
    QCOMPARE(await(m_clients->update(mother, her)).error().code, QByteArray("client.pays_for_itself"));
    her.payer = ClientId::make(m_shop->clock);
    QCOMPARE(await(m_clients->update(mother, her)).error().code, QByteArray("client.unknown"));
}

void TestClientPeople::theLogIsReadPageByPage()
{
    const ClientId client = add(QStringLiteral("Amina Bello"));
    ClientLogService log(*m_shop->session, *m_shop->door);
    QCOMPARE(await(log.add(client, LogKind::Note, QStringLiteral("  "))).error().code, QByteArray("log.empty"));
    QCOMPARE(await(log.add(ClientId::make(m_shop->clock), LogKind::Note, QStringLiteral("x"))).error().code,
             QByteArray("client.unknown"));
    for (int i = 0; i < 5; ++i) {
        m_shop->clock.advanceMsecs(1000);
        QVERIFY(await(log.add(client, i % 2 ? LogKind::Call : LogKind::Note, QString::number(i))));
    }
    QStringList seen;
    std::optional<LogKey> after;
    do {
        const LogPage page = log.page(client, after, 2).value();
        for (const LogEntry &entry : page.rows) {
            seen.append(entry.text);
            QCOMPARE(entry.person, QStringLiteral("Amina Bello"));
        }
        after = page.next;
    } while (after);
    QCOMPARE(seen, QStringList({QStringLiteral("4"), QStringLiteral("3"), QStringLiteral("2"), QStringLiteral("1"),
                                QStringLiteral("0")}));
    QVERIFY(await(m_shop->door->undo()).ok());
    QCOMPARE(log.page(client, {}, 10)->rows.size(), size_t(4));
}

void TestClientPeople::consentHasADay()
{
    ClientDraft draft = make(QStringLiteral("Amina Bello"));
    draft.marketingConsentAt = m_shop->clock.now();
    draft.photoConsentAt = m_shop->clock.now().plusMsecs(-5000);
    draft.messageOptOutAt = m_shop->clock.now().plusMsecs(-9000);
    draft.channel = Channel::WhatsApp;
    draft.taxId = QStringLiteral("GST 12");
    draft.creditAllowed = true;
    draft.creditLimit = Money(5000'00, Currency::parse(u"NGN").value());
    const ClientId id = await(m_clients->add(draft)).value();
    QCOMPARE(m_clients->load(id)->fields, draft);
    ClientDraft without = draft;
    without.messageOptOutAt.reset();
    without.creditAllowed = false;
    QVERIFY(await(m_clients->update(id, without)));
    without.creditLimit.reset(); // no credit has no limit
    QCOMPARE(m_clients->load(id)->fields, without);
    draft.creditLimit = Money(-1, draft.creditLimit->currency());
    QCOMPARE(await(m_clients->add(draft)).error().code, QByteArray("money.negative"));
}

QTEST_GUILESS_MAIN(TestClientPeople)
#include "tst_client_people.moc"
