// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/first_start.h"
#include "core/access/privileged/principal_store.h"
#include "core/accounts/first_start_service.h"
#include "core/accounts/sign_in_service.h"
#include "core/accounts/team_service.h"
#include "core/changes/history.h"
#include "core/storage/verify.h"
#include "tests/support/fake_clock.h"

#include <QFile>
#include <QHash>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace thimblely;
using access::Capability;
using access::Role;
using changes::await;

//! Who may give whom a new PIN, and what is left of it.
class TestPinReset : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_people.clear();
        FirstStartInput input;
        input.shopName = QStringLiteral("Bello Tailoring");
        input.countryCode = QStringLiteral("NG");
        input.currency = QStringLiteral("NGN");
        input.ownerName = QStringLiteral("Amina Bello");
        input.ownerLogin = QStringLiteral("amina");
        input.password = QStringLiteral("chalk and thread");
        input.pin = pinOf(QStringLiteral("owner"));
        m_people.emplace(QStringLiteral("owner"), await(FirstStartService::create(path(), input, m_clock)).value());
        for (const auto &[name, role] : {std::pair("admin", Role::Admin), std::pair("other admin", Role::Admin),
                                         std::pair("member", Role::Member), std::pair("viewer", Role::Viewer)})
            hire(QLatin1String(name), role);
        m_signIn = std::make_unique<SignInService>(path(), m_clock);
    }

    void whoMayGiveWhom_data()
    {
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("whose");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *by, const char *whose, const char *code) {
            QTest::addRow("%s to %s", by, whose)
                << QString::fromLatin1(by) << QString::fromLatin1(whose) << QByteArray(code);
        };
        row("owner", "admin", "");
        row("owner", "member", "");
        row("owner", "viewer", "");
        row("owner", "owner", "team.pin_of_higher"); // by the password, as everybody their own
        row("admin", "owner", "team.pin_of_higher");
        row("admin", "other admin", "");
        row("admin", "member", "");
        row("admin", "viewer", "");
        row("member", "owner", "access.refused");
        row("member", "viewer", "access.refused");
        row("member", "member", "access.refused");
        row("viewer", "member", "access.refused");
        row("admin", "stranger", "access.no_login");
    }
    void whoMayGiveWhom()
    {
        QFETCH(QString, by);
        QFETCH(QString, whose);
        QFETCH(QByteArray, code);
        const PersonId person =
            whose == QLatin1String("stranger") ? PersonId::make(m_clock) : m_people.at(whose).person;
        const auto pin = await(m_signIn->resetPin(m_people.at(by), pinOf(by), person));
        QCOMPARE(pin ? QByteArray() : pin.error().code, code);
        if (!pin) {
            QVERIFY(whose == QLatin1String("stranger") || signIn(whose, pinOf(whose)).ok()); // nothing has changed
            return;
        }
        QCOMPARE(signIn(whose, pinOf(whose)).error().code, QByteArray("accounts.wrong"));
        QCOMPARE(signIn(whose, *pin).value().pinNeed, PinNeed::Given);
        QVERIFY(await(m_signIn->setPin(person, *pin, QStringLiteral("480617"))).ok());
        QCOMPARE(signIn(whose, QStringLiteral("480617")).value().pinNeed, PinNeed::None);
    }

    //! A Principal is a value that anybody's code may hold: what counts is what the file says now.
    void aForgedPrincipalHelpsNobody()
    {
        access::Principal forged = m_people.at(QStringLiteral("member"));
        forged.role = Role::Owner;
        forged.capabilities = m_people.at(QStringLiteral("owner")).capabilities;
        const PersonId victim = m_people.at(QStringLiteral("viewer")).person;
        QCOMPARE(await(m_signIn->resetPin(forged, pinOf(QStringLiteral("member")), victim)).error().code,
                 QByteArray("access.refused"));
        auto store = access::PrincipalStore::open(storage::OpenOptions{path()}).value();
        const access::Principal &admin = m_people.at(QStringLiteral("admin"));
        const auto confirmed =
            store->confirm(admin.person, admin.workspace, admin.device, Capability::TeamManage, m_clock.now()).value();
        QCOMPARE(store->resetPinHash(forged, confirmed, victim, "x", m_clock).error().code,
                 QByteArray("access.refused"));
        const access::Principal &owner = m_people.at(QStringLiteral("owner"));
        QCOMPARE(store->resetPinHash(owner, confirmed, victim, "x", m_clock).error().code,
                 QByteArray("approval.other")); // somebody else's word
        QVERIFY(signIn(QStringLiteral("viewer"), pinOf(QStringLiteral("viewer"))).ok());
    }

    void theOwnSecretIsAskedFor()
    {
        const access::Principal admin = m_people.at(QStringLiteral("admin"));
        const PersonId member = m_people.at(QStringLiteral("member")).person;
        for (int i = 0; i < 6; ++i)
            QCOMPARE(await(m_signIn->resetPin(admin, QStringLiteral("000001"), member)).error().code,
                     QByteArray("accounts.wrong"));
        QCOMPARE(await(m_signIn->resetPin(admin, pinOf(QStringLiteral("admin")), member)).error().code,
                 QByteArray("accounts.locked"));
        QVERIFY(signIn(QStringLiteral("member"), pinOf(QStringLiteral("member"))).ok());
    }

    void whoTypesTheirOwnKeepsIt()
    {
        const PersonId member = m_people.at(QStringLiteral("member")).person;
        const auto pin =
            await(m_signIn->resetPin(m_people.at(QStringLiteral("owner")), QStringLiteral("chalk and thread"), member,
                                     QStringLiteral("480617")));
        QCOMPARE(pin.value(), QStringLiteral("480617"));
        QCOMPARE(signIn(QStringLiteral("member"), *pin).value().pinNeed, PinNeed::None);
        QCOMPARE(await(m_signIn->resetPin(m_people.at(QStringLiteral("owner")), QStringLiteral("chalk and thread"),
                                          member, QStringLiteral("111111")))
                     .error()
                     .code,
                 QByteArray("accounts.pin_simple"));
    }

    void whoTriedTooOftenIsLetInByIt()
    {
        for (int i = 0; i < 6; ++i)
            QVERIFY(!signIn(QStringLiteral("member"), QStringLiteral("000001")).ok());
        QCOMPARE(signIn(QStringLiteral("member"), pinOf(QStringLiteral("member"))).error().code,
                 QByteArray("accounts.locked"));
        const auto pin = await(m_signIn->resetPin(m_people.at(QStringLiteral("owner")), pinOf(QStringLiteral("owner")),
                                                  m_people.at(QStringLiteral("member")).person))
                             .value();
        QVERIFY(signIn(QStringLiteral("member"), pin).ok());
    }

    //! One PIN opens every shop of the file that a person works in, so whoever manages one shop does not get into another.
    void notThroughAnotherShop()
    {
        const access::Principal admin = m_people.at(QStringLiteral("admin"));
        const access::Principal member = m_people.at(QStringLiteral("member"));
        access::NewWorkspace shop;
        shop.name = QStringLiteral("The member's own");
        shop.countryCode = QStringLiteral("NG");
        shop.currency = QStringLiteral("NGN");
        shop.locale = QStringLiteral("en_NG");
        shop.timeZone = QStringLiteral("Africa/Lagos");
        QVERIFY(access::makeWorkspace(storage::OpenOptions{path()}, member.person, shop, member.device, m_clock).ok());
        QCOMPARE(await(m_signIn->resetPin(admin, pinOf(QStringLiteral("admin")), member.person)).error().code,
                 QByteArray("team.pin_elsewhere"));
        QVERIFY(signIn(QStringLiteral("member"), pinOf(QStringLiteral("member"))).ok());
    }

    void theHistorySaysWhoAndWhomAndNoSecret()
    {
        const auto pin = await(m_signIn->resetPin(m_people.at(QStringLiteral("admin")), pinOf(QStringLiteral("admin")),
                                                  m_people.at(QStringLiteral("member")).person))
                             .value();
        const auto session = access::Session::open(path(), m_people.at(QStringLiteral("owner"))).value();
        const auto newest = changes::History(*session).operations()->rows.front();
        QCOMPARE(newest.kind, QByteArray("team.pin_reset"));
        QCOMPARE(newest.args, QStringList{QStringLiteral("member")});
        QCOMPARE(newest.person, std::optional(m_people.at(QStringLiteral("admin")).person));
        QVERIFY(!newest.undoable);
        QVERIFY(storage::verifyFile(path(), false)->problems.empty());
        QByteArray bytes;
        for (const char *end : {"", "-wal"}) {
            QFile file(path() + QLatin1String(end));
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll();
        }
        QVERIFY(!bytes.contains(pin.toLatin1()));
    }

private:
    QString path() const { return m_dir->filePath(QStringLiteral("shop.thimble")); }
    static QString pinOf(const QString &name)
    {
        static const QHash<QString, QString> pins{{QStringLiteral("owner"), QStringLiteral("739164")},
                                                  {QStringLiteral("admin"), QStringLiteral("284613")},
                                                  {QStringLiteral("other admin"), QStringLiteral("618357")},
                                                  {QStringLiteral("member"), QStringLiteral("507946")},
                                                  {QStringLiteral("viewer"), QStringLiteral("935208")}};
        return pins.value(name);
    }
    void hire(const QString &name, Role role)
    {
        const access::Principal owner = m_people.at(QStringLiteral("owner"));
        const auto session = access::Session::open(path(), owner).value();
        const auto door = changes::WriteDoor::open(*session, m_clock).value();
        const auto person =
            await(TeamService(*session, *door).add({name, role, access::Job::None, pinOf(name)})).value();
        m_people.emplace(name, access::PrincipalStore::open(storage::OpenOptions{path()})
                                   .value()
                                   ->load(person, owner.workspace, owner.device)
                                   .value());
    }
    Result<SignedIn> signIn(const QString &name, const QString &pin)
    {
        const access::Principal &person = m_people.at(name);
        return await(m_signIn->withPin(person.person, person.workspace, pin));
    }

    test::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::map<QString, access::Principal> m_people;
    std::unique_ptr<SignInService> m_signIn;
};

QTEST_GUILESS_MAIN(TestPinReset)
#include "tst_pin_reset.moc"
