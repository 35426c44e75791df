// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/verification_service.h"

#include "tests/core/accounts/people_of_file.h"
#include "tests/support/keychain/test_keychain.h"

using namespace thimblely;
using namespace thimblely::test;
using access::AddressKind;

namespace {

//! There is no channel in the program yet: this one keeps what it was given.
class KeepingCarrier final : public VerificationCarrier {
public:
    AddressKind kind() const override { return AddressKind::Email; }
    QString name() const override { return QStringLiteral("test"); }
    Result<void> carry(const QString &address, const QString &code) override
    {
        if (broken)
            return Error{ErrorKind::Io, "oauth.unreachable", {}, {}};
        to = address;
        codes.append(code);
        return {};
    }
    QString to;
    QStringList codes;
    bool broken = false;
};

} // namespace

//! A code that proves an address: how long, how often, and that nothing else sets the mark.
class TestVerificationService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestKeychain::install();
        m_shop = std::make_unique<SmallShop>();
        m_people = std::make_unique<PeopleOfFile>(*m_shop);
        m_carrier = std::make_shared<KeepingCarrier>();
        m_service = std::make_unique<VerificationService>(m_shop->path(), m_shop->principal, m_shop->clock,
                                                          std::vector<std::shared_ptr<VerificationCarrier>>{m_carrier});
    }
    void cleanup()
    {
        m_service.reset();
        m_people.reset();
        m_shop.reset();
    }

    void theRightCodeVerifies()
    {
        QVERIFY(m_service->canReach(AddressKind::Email));
        QVERIFY(await(m_service->send(AddressKind::Email)));
        QCOMPARE(m_carrier->to, QStringLiteral("amina@shop.example"));
        QCOMPARE(code().size(), 6);
        QCOMPARE(verified(), QByteArray("0"));
        QVERIFY(!await(m_service->addresses())->front().confirmedAt);
        QVERIFY(await(
            m_service->confirm(AddressKind::Email, QStringLiteral(" %1 %2 ").arg(code().left(3), code().mid(3)))));
        QCOMPARE(verified(), QByteArray("1"));
        QCOMPARE(await(m_service->addresses())->front().confirmedAt, m_shop->clock.now());
        QCOMPARE(m_people->text("SELECT status || (token_hash IS NULL) || (verified_at IS NOT NULL)"
                                " FROM verification_logs"),
                 QByteArray("verified11"));
        QCOMPARE(m_people->text("SELECT email_confirmed_at IS NOT NULL FROM auth_users"), QByteArray("1"));
        QCOMPARE(m_people->newest(), QByteArray("person.verify []"));
        QCOMPARE(confirm(code()), QStringLiteral("verification.no_code")); // once
        QCOMPARE(m_people->problems(), QStringList());
    }

    void theFileDoesNotHaveTheCode()
    {
        QVERIFY(await(m_service->send(AddressKind::Email)));
        QCOMPARE(m_people->text("SELECT length(token_hash) FROM verification_logs"), QByteArray("32"));
        QFile file(m_shop->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QFile log(m_shop->path() + QStringLiteral("-wal"));
        QVERIFY(!file.readAll().contains('"' + code().toLatin1() + '"'));
        if (log.open(QIODevice::ReadOnly))
            QVERIFY(!log.readAll().contains('"' + code().toLatin1() + '"'));
    }

    void fiveTriesAndNoMore()
    {
        QVERIFY(await(m_service->send(AddressKind::Email)));
        for (int left = 4; left > 0; --left)
            QCOMPARE(confirm(wrong()), QStringLiteral("verification.wrong %1").arg(left));
        QCOMPARE(confirm(wrong()), QStringLiteral("verification.used_up"));
        QCOMPARE(confirm(code()), QStringLiteral("verification.no_code"));
        QCOMPARE(verified(), QByteArray("0"));
    }

    void holdsForTenMinutes_data()
    {
        QTest::addColumn<qint64>("later");
        QTest::addColumn<QString>("code");
        QTest::newRow("at once") << qint64(0) << QString();
        QTest::newRow("just before") << VerificationService::lifetimeMs - 1 << QString();
        QTest::newRow("ten minutes") << VerificationService::lifetimeMs << QStringLiteral("verification.expired");
        QTest::newRow("a clock set back") << qint64(-60'000) << QStringLiteral("verification.expired");
    }
    void holdsForTenMinutes()
    {
        QFETCH(qint64, later);
        QFETCH(QString, code);
        QVERIFY(await(m_service->send(AddressKind::Email)));
        m_shop->clock.advanceMsecs(later);
        QCOMPARE(confirm(this->code()), code);
    }

    void anotherNotBeforeAMinute()
    {
        QVERIFY(await(m_service->send(AddressKind::Email)));
        const QString first = code();
        m_shop->clock.advanceMsecs(30'000);
        QCOMPARE(refusal(await(m_service->send(AddressKind::Email))), QStringLiteral("verification.too_soon 30"));
        m_shop->clock.advanceMsecs(30'000);
        QVERIFY(await(m_service->send(AddressKind::Email)));
        if (first != code()) // one of a million is the same again
            QCOMPARE(confirm(first), QStringLiteral("verification.wrong 4"));
        QCOMPARE(confirm(code()), QString());
    }

    void anotherAddressNeedsAnotherCode()
    {
        QVERIFY(await(m_service->send(AddressKind::Email)));
        m_people->run("UPDATE profiles SET email = 'other@shop.example'");
        QCOMPARE(confirm(code()), QStringLiteral("verification.address_changed"));
        QVERIFY(await(m_service->send(AddressKind::Email))); // it is another address: no minute to wait
        QCOMPARE(m_carrier->to, QStringLiteral("other@shop.example"));
    }

    //! Whoever changes it, and in whichever of the two places it stands.
    void anotherAddressIsNotConfirmed_data()
    {
        QTest::addColumn<bool>("ofLogin");
        QTest::newRow("the profile's") << false;
        QTest::newRow("the login's") << true;
    }
    void anotherAddressIsNotConfirmed()
    {
        QFETCH(bool, ofLogin);
        QVERIFY(await(m_service->send(AddressKind::Email)));
        QCOMPARE(confirm(code()), QString());
        QVERIFY(isConfirmed());
        const auto change = [&](const char *email) {
            return refusal(await(m_shop->door->write<void>({"test"}, [&](changes::WriteContext &context) {
                return context.rows().update(ofLogin ? storage::Table::AuthUsers : storage::Table::Profiles,
                                             m_shop->principal.person, {{"email", email}});
            })));
        };
        QCOMPARE(change("other@shop.example"), QString());
        QVERIFY(!isConfirmed());
        // What is shown as theirs is the profile's, which was not changed by the login's.
        QCOMPARE(await(m_service->addresses())->front().confirmedAt.has_value(), ofLogin);
        QCOMPARE(change("amina@shop.example"), QString()); // the code came back from there
        QVERIFY(isConfirmed());
        QCOMPARE(m_people->problems(), QStringList());
    }

    void whatDidNotLeaveCannotBeAnswered()
    {
        m_carrier->broken = true;
        QVERIFY(!await(m_service->send(AddressKind::Email)));
        QCOMPARE(m_people->text("SELECT status FROM verification_logs"), QByteArray("failed"));
        QCOMPARE(confirm(QStringLiteral("000000")), QStringLiteral("verification.no_code"));
    }

    void withoutACarrierNothingIsOffered()
    {
        QVERIFY(!m_service->canReach(AddressKind::Phone));
        QCOMPARE(refusal(await(m_service->send(AddressKind::Phone))), QStringLiteral("verification.no_carrier"));
    }

    //! Not through the wall, however much somebody may do.
    void nobodySetsTheMarkThemselves()
    {
        for (const char *column : {"is_verified", "verified_at"}) {
            const auto set = await(m_shop->door->write<void>({"test"}, [&](changes::WriteContext &context) {
                return context.rows().update(storage::Table::Profiles, m_shop->principal.person, {{column, qint64(1)}});
            }));
            QCOMPARE(refusal(set).section(u' ', 0, 0), QStringLiteral("access.column"));
        }
    }

private:
    QString code() const { return m_carrier->codes.last(); }
    QString wrong() const
    {
        return code() == QLatin1String("123456") ? QStringLiteral("654321") : QStringLiteral("123456");
    }
    QString confirm(const QString &typed) { return refusal(await(m_service->confirm(AddressKind::Email, typed))); }
    bool isConfirmed() { return m_people->text("SELECT email_confirmed_at IS NOT NULL FROM auth_users") == "1"; }
    QByteArray verified() { return m_people->text("SELECT is_verified FROM profiles"); }

    std::unique_ptr<SmallShop> m_shop;
    std::unique_ptr<PeopleOfFile> m_people;
    std::shared_ptr<KeepingCarrier> m_carrier;
    std::unique_ptr<VerificationService> m_service;
};

QTEST_GUILESS_MAIN(TestVerificationService)
#include "tst_verification_service.moc"
