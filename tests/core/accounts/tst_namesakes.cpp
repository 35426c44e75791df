// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/namesakes.h"

#include "core/accounts/invitation_service.h"
#include "core/accounts/join_service.h"
#include "core/accounts/member_service.h"
#include "core/accounts/sign_in_service.h"
#include "core/accounts/team_service.h"
#include "core/changes/history.h"
#include "tests/core/accounts/people_of_file.h"
#include "tests/support/keychain/test_keychain.h"

using namespace thimblely;
using namespace thimblely::test;
using access::Job;
using access::Role;

//! Nobody is given the name of a colleague; where two have one all the same, each list tells them apart.
class TestNamesakes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestKeychain::install();
        m_shop = std::make_unique<SmallShop>(); // of Amina Bello
        m_people = std::make_unique<PeopleOfFile>(*m_shop);
    }
    void cleanup()
    {
        m_people.reset();
        m_shop.reset();
    }

    void whatIsOneName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("same");
        QTest::newRow("itself") << QStringLiteral("Amina Bello") << true;
        QTest::newRow("in small letters, with blanks") << QStringLiteral("  amina  BELLO ") << true;
        QTest::newRow("wide letters") << QStringLiteral("Ａｍｉｎａ Ｂｅｌｌｏ") << true;
        QTest::newRow("with what tells them apart") << QStringLiteral("Amina Bello (cutter)") << false;
        QTest::newRow("a part of it") << QStringLiteral("Amina") << false;
        QTest::newRow("another accent") << QStringLiteral("Amína Bello") << false;
    }
    void whatIsOneName()
    {
        QFETCH(QString, name);
        QFETCH(bool, same);
        const QString taken = same ? QStringLiteral("team.same_name Amina Bello") : QString();
        QCOMPARE(refusal(await(add(name))), taken);
        const auto sade = await(add(QStringLiteral("Sade")));
        MemberTerms terms = card(*sade).terms;
        terms.name = same ? name : QStringLiteral("Sade A.");
        QCOMPARE(refusal(await(members().change(member(*sade), terms))), taken);
        JoinService join(m_shop->path(), m_shop->clock);
        const auto made = await(InvitationService(*m_shop->session, *m_shop->door).make({}));
        QCOMPARE(refusal(await(join.joinNew(made->file, same ? name : QStringLiteral("Femi"),
                                            QString::fromLatin1(PeopleOfFile::pin)))),
                 taken);
        QCOMPARE(m_people->problems(), QStringList());
    }

    //! Who is suspended may be brought back, who left is not in the team.
    void whoseNameCounts()
    {
        const auto sade = await(add(QStringLiteral("Sade")));
        QVERIFY(await(members().suspend(member(*sade))));
        QCOMPARE(refusal(await(add(QStringLiteral("Sade")))), QStringLiteral("team.same_name Sade"));
        QVERIFY(await(members().remove(member(*sade), {})));
        QCOMPARE(refusal(await(add(QStringLiteral("Sade")))), QString());
    }

    //! Of before, from another shop of the file, or brought back: whoever came later has a number, in each list the same.
    void twoOfOneNameAreToldApart()
    {
        const auto other = m_people->add("Amina Bello");
        m_people->join(other, m_shop->principal.workspace, "member");
        const auto third = m_people->add("Femi");
        m_people->join(third, m_shop->principal.workspace, "member", "amina bello");
        const QStringList expected{QStringLiteral("Amina Bello"), QStringLiteral("Amina Bello (2)"),
                                   QStringLiteral("amina bello (3)")};
        const auto team = TeamService(*m_shop->session, *m_shop->door).members();
        QCOMPARE(namesOf(*team), expected);
        QVERIFY(std::ranges::all_of(*team, &TeamMember::hasNamesake));
        SignInService signIn(m_shop->path(), m_shop->clock);
        QCOMPARE(namesOf(*await(signIn.faces())), expected);
        QCOMPARE(namesOf(*changes::History(*m_shop->session).people()), expected);
        // Who may not come in at the moment has their number still.
        QVERIFY(await(members().suspend(member(other))));
        QCOMPARE(namesOf(*await(signIn.faces())), QStringList({expected[0], expected[2]}));
        // Their cards can be changed in what is no name.
        MemberTerms terms = card(third).terms;
        terms.skills = QStringList{QStringLiteral("hems")};
        QCOMPARE(refusal(await(members().change(member(third), terms))), QString());
        const auto done = changes::History(*m_shop->session).operations();
        QCOMPARE(done->rows.front().personName, expected[0]);
    }

    void sinceWhenIsKnown()
    {
        m_shop->clock.advanceMsecs(86'400'000);
        const auto sade = await(add(QStringLiteral("Sade")));
        QCOMPARE(card(*sade).since, m_shop->clock.now());
        QCOMPARE(TeamService(*m_shop->session, *m_shop->door).members()->back().since, m_shop->clock.now());
        SignInService signIn(m_shop->path(), m_shop->clock);
        QCOMPARE(await(signIn.faces())->back().since, m_shop->clock.now());
    }

private:
    QFuture<Result<PersonId>> add(const QString &name)
    {
        return TeamService(*m_shop->session, *m_shop->door)
            .add({name, Role::Member, Job::Cutter, QString::fromLatin1(PeopleOfFile::pin)});
    }
    MemberService members() { return {*m_shop->session, *m_shop->door}; }
    MemberId member(PersonId person) const { return access::memberId(m_shop->principal.workspace, person); }
    MemberCard card(PersonId person) { return members().card(member(person)).value(); }
    template <typename Row>
    static QStringList namesOf(std::vector<Row> rows)
    {
        QStringList names;
        for (const Row &row : rows)
            names.append(row.name);
        names.sort(Qt::CaseInsensitive);
        return names;
    }

    std::unique_ptr<SmallShop> m_shop;
    std::unique_ptr<PeopleOfFile> m_people;
};

QTEST_GUILESS_MAIN(TestNamesakes)
#include "tst_namesakes.moc"
