// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/sign_in_sessions.h"

#include "core/accounts/own_sign_ins_service.h"
#include "core/accounts/standing.h"
#include "tests/core/accounts/people_of_file.h"
#include "tests/support/keychain/test_keychain.h"

using namespace thimblely;
using namespace thimblely::test;

//! Where somebody is signed in: begun, gone on with, run out, ended here and from elsewhere.
class TestSignInSessions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestKeychain::install();
        m_shop = std::make_unique<SmallShop>();
        m_people = std::make_unique<PeopleOfFile>(*m_shop);
        m_signIns = std::make_unique<SignInSessions>(m_shop->path(), m_shop->clock);
    }
    void cleanup()
    {
        m_signIns.reset();
        m_people.reset();
        m_shop.reset();
    }

    void theFileHasNothingToComeInBy()
    {
        const OpenSignIn here = begin(1);
        QCOMPARE(here.token.hash().size(), 32);
        QVERIFY(here.token.hash() != begin(2).token.hash());
        QCOMPARE(m_people->text("SELECT count(*) FROM auth_sessions WHERE session_token_hash = x'" +
                                here.token.hash().toHex() + "'"),
                 QByteArray("1"));
        const auto all = own().open().value();
        QCOMPARE(all.size(), size_t(2));
        QCOMPARE(all[0].computer, QSysInfo::machineHostName());
        QVERIFY(all[0].program.startsWith(QStringLiteral("Thimblely")));
        QCOMPARE(all[0].since, m_shop->clock.now());
        QCOMPARE(m_people->problems(), QStringList());
    }

    //! Nothing of it is an operation: no other window reads everything anew because somebody signed in.
    void isNobodysNews()
    {
        const QByteArray before = m_people->text("SELECT max(id) FROM sys_operations");
        const OpenSignIn here = begin(1);
        QVERIFY(await(m_signIns->keep(here)).value());
        m_signIns->end(here);
        m_signIns.reset();
        QCOMPARE(m_people->text("SELECT max(id) FROM sys_operations"), before);
    }

    void runsOutWithoutASignOfLife()
    {
        const OpenSignIn here = begin(1);
        m_shop->clock.advanceMsecs(SignInSessions::silenceMs - 1);
        QVERIFY(stands(here));
        QVERIFY(await(m_signIns->keep(here)).value()); // twelve hours more
        QCOMPARE(own().open()->front().lastUse, m_shop->clock.now());
        m_shop->clock.advanceMsecs(SignInSessions::silenceMs);
        QVERIFY(!stands(here));
        QVERIFY(!await(m_signIns->keep(here)).value());
        QCOMPARE(own().open()->size(), size_t(0));
    }

    void leavingEndsIt()
    {
        const OpenSignIn here = begin(1);
        const OpenSignIn there = begin(2);
        m_signIns->end(here);
        QVERIFY(!await(m_signIns->keep(here)).value());
        QVERIFY(!stands(here));
        QVERIFY(stands(there));
        QCOMPARE(own().open()->size(), size_t(1));
    }

    void whatWasKilledEndsWithTheNextAtItsWindow_data()
    {
        QTest::addColumn<int>("seat");
        QTest::addColumn<bool>("sameDevice");
        QTest::addColumn<bool>("endsIt");
        QTest::newRow("the same window") << 1 << true << true;
        QTest::newRow("another window") << 2 << true << false;
        QTest::newRow("the same window of another device") << 1 << false << false;
        QTest::newRow("no lock can be had") << 0 << true << false;
    }
    void whatWasKilledEndsWithTheNextAtItsWindow()
    {
        QFETCH(int, seat);
        QFETCH(bool, sameDevice);
        QFETCH(bool, endsIt);
        const OpenSignIn killed = begin(1);
        const PersonId sade = m_people->add("Sade Adeyemi"); // whoever comes
        const DeviceId device = sameDevice ? m_shop->principal.device : DeviceId::make(m_shop->clock);
        QVERIFY(await(m_signIns->begin(sade, device, [seat] { return seat; })));
        QCOMPARE(stands(killed), !endsIt);
    }

    void oldRowsGo()
    {
        begin(1);
        m_shop->clock.advanceDays(90);
        begin(2);
        QCOMPARE(m_people->text("SELECT count(*) FROM auth_sessions"), QByteArray("2"));
        m_shop->clock.advanceDays(1);
        begin(3);
        QCOMPARE(m_people->text("SELECT count(*) FROM auth_sessions"), QByteArray("2"));
    }

    void oneIsEndedFromElsewhere()
    {
        const OpenSignIn here = begin(1);
        m_shop->clock.advanceMsecs(60'000);
        const OpenSignIn there = begin(2);
        QCOMPARE(own().open()->front().id, there.id); // the last used first
        QVERIFY(await(own().end(there.id)));
        QVERIFY(!stands(there));
        QVERIFY(stands(here));
        QVERIFY(!await(m_signIns->keep(there)).value());
        QCOMPARE(m_people->newest(), QByteArray("sign_in.end []"));
        QCOMPARE(m_people->problems(), QStringList());
    }

    void allOthersAreEnded()
    {
        const OpenSignIn here = begin(1);
        const OpenSignIn second = begin(2);
        const OpenSignIn third = begin(3);
        QCOMPARE(await(own().endOthers(here.id)).value(), 2);
        QVERIFY(stands(here));
        QVERIFY(!stands(second));
        QVERIFY(!stands(third));
        QCOMPARE(await(own().endOthers(here.id)).value(), 0); // and leaves no trace
    }

    //! Not even the owner sees or ends those of a colleague.
    void thoseOfOthersAreOutOfReach()
    {
        const PersonId sade = m_people->add("Sade Adeyemi");
        m_people->join(sade, m_shop->principal.workspace, "member");
        const auto hers = await(m_signIns->begin(sade, m_shop->principal.device, [] { return 1; })).value();
        QCOMPARE(own().open()->size(), size_t(0));
        QVERIFY(!await(own().end(hers.id)));
        QCOMPARE(await(own().endOthers(RowId::make(m_shop->clock))).value(), 0);
        const auto her = m_people->principal(sade, m_shop->principal.workspace);
        QVERIFY(!await(whySignedOut(m_shop->path(), her, WindowSignIn{hers.token, m_shop->clock})).value());
    }

    //! Nobody undoes it.
    void isNotTakenBack()
    {
        const OpenSignIn there = begin(2);
        QVERIFY(await(own().end(there.id)));
        QVERIFY(!await(m_shop->door->undo()));
        QVERIFY(!stands(there));
    }

private:
    OpenSignIn begin(int seat)
    {
        return await(m_signIns->begin(m_shop->principal.person, m_shop->principal.device, [seat] { return seat; }))
            .value();
    }
    bool stands(const OpenSignIn &signIn) const
    {
        return !await(whySignedOut(m_shop->path(), m_shop->principal, WindowSignIn{signIn.token, m_shop->clock}))
                    .value();
    }
    OwnSignInsService own() const { return {*m_shop->session, *m_shop->door}; }

    std::unique_ptr<SmallShop> m_shop;
    std::unique_ptr<PeopleOfFile> m_people;
    std::unique_ptr<SignInSessions> m_signIns;
};

QTEST_GUILESS_MAIN(TestSignInSessions)
#include "tst_sign_in_sessions.moc"
