// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/natural_ids.h"
#include "core/access/privileged/principal_store.h"
#include "core/accounts/join_service.h"
#include "core/accounts/member_service.h"
#include "core/accounts/password_hash.h"
#include "core/accounts/residency_service.h"
#include "core/accounts/sign_in_service.h"
#include "core/accounts/team_service.h"
#include "core/storage/connection.h"
#include "tests/support/keychain/test_keychain.h"
#include "tests/support/page_hands.h"
#include "tests/support/small_shop.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/accounts/member_form.h"
#include "ui/accounts/member_view.h"
#include "ui/accounts/team_page.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/list_view.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>

#include <map>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! The team as its page shows it: whose card is changed by whom, what it says, and PINs given and changed.
class TestTeamPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        test::TestKeychain::install();
        m_shop = std::make_unique<test::SmallShop>();
        const auto store = access::PrincipalStore::open({m_shop->path()}).value();
        const PersonId owner = m_shop->principal.person;
        QVERIFY(store->setPasswordHash(owner, hashSecret(m_password).value(), m_shop->clock.now()).ok());
        TeamService team(*m_shop->session, *m_shop->door);
        for (const auto &[name, role] :
             {std::pair("Bisi Cole", access::Role::Admin), std::pair("Sade Adeyemi", access::Role::Member)})
            m_people.emplace(name,
                             await(team.add({QString::fromLatin1(name), role, access::Job::None, m_pin})).value());
        m_people.emplace("Amina Bello", owner);
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
        m_drafts.reset();
        m_door.reset();
        m_session.reset();
        m_people.clear();
        m_shop.reset();
    }

    void whoSeesWhat_data()
    {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<QByteArray>("whom");
        QTest::addColumn<QStringList>("buttons"); // those that can be pressed
        const auto row = [](const char *who, const char *whom, const QStringList &buttons) {
            QTest::addRow("%s: %s", who, whom) << QByteArray(who) << QByteArray(whom) << buttons;
        };
        const auto managed = [](const QString &name) {
            QStringList list{QStringLiteral("%1 practises on a copy of the shop").arg(name),
                             QStringLiteral("Change the card of %1").arg(name),
                             QStringLiteral("New PIN for %1").arg(name), QStringLiteral("Remove %1").arg(name),
                             QStringLiteral("Suspend %1").arg(name)};
            list.sort();
            return list;
        };
        const auto own = [](const QString &name, bool changes) {
            QStringList list{QStringLiteral("%1 practises on a copy of the shop").arg(name)};
            if (changes)
                list.append(QStringLiteral("Change the card of %1").arg(name));
            list.append(QStringLiteral("Change your PIN"));
            list.append(QStringLiteral("Where you live"));
            list.sort();
            return list;
        };
        row("Amina Bello", "Amina Bello", own(QStringLiteral("Amina Bello"), true));
        row("Amina Bello", "Bisi Cole", managed(QStringLiteral("Bisi Cole")));
        row("Amina Bello", "Sade Adeyemi", managed(QStringLiteral("Sade Adeyemi")));
        row("Bisi Cole", "Amina Bello", {});
        row("Bisi Cole", "Bisi Cole", own(QStringLiteral("Bisi Cole"), true));
        row("Bisi Cole", "Sade Adeyemi", managed(QStringLiteral("Sade Adeyemi")));
        row("Sade Adeyemi", "Sade Adeyemi", own(QStringLiteral("Sade Adeyemi"), false));
    }
    void whoSeesWhat()
    {
        QFETCH(QByteArray, who);
        QFETCH(QByteArray, whom);
        sitDown(who);
        choose(whom);
        QTEST(shownButtons(), "buttons");
    }

    //! Who does not manage sees themselves: what they may, up to which amounts, when they work, and their PIN.
    void onesOwnView()
    {
        MemberService service(*m_shop->session, *m_shop->door);
        MemberTerms terms = service.card(memberOf("Sade Adeyemi"))->terms;
        terms.discountLimitBp = 750;
        terms.refundLimit = Money(500'000, Currency::parse(u"NGN").value());
        terms.permissions.refusals.add(access::Capability::MessagesWrite);
        terms.week = WorkWeek::parse(u"Mon-Fri 9-17", QLocale(QStringLiteral("en_NG"))).value();
        terms.pay = MemberPay{PayKind::Hour, Money(120'000, Currency::parse(u"NGN").value())};
        QVERIFY(await(service.change(memberOf("Sade Adeyemi"), terms)));
        sitDown("Sade Adeyemi");
        QCOMPARE(m_page->title(), QStringLiteral("What you may do"));
        QVERIFY(!m_page->findChild<ListView *>()->isVisible());
        for (const char *words : {"taking and changing orders", "Taken away: writing messages", "up to 7.5 % off",
                                  "up to ₦5,000", "Mon", "set by somebody else"})
            QVERIFY2(test::isSaidOn(*m_page, QString::fromUtf8(words)), words);
        QVERIFY(!test::isSaidOn(*m_page, QStringLiteral("1,200"))); // what one is paid takes finance:read
        (void)test::takePictures(*m_page, QStringLiteral("team-own"));
    }

    void whatTheyMayFollowsWhatIsTyped()
    {
        sitDown("Amina Bello");
        choose("Sade Adeyemi");
        (void)test::takePictures(*m_page, QStringLiteral("team-card"));
        press(QStringLiteral("Change the card of Sade Adeyemi"));
        QCOMPARE(test::focusedName(), QStringLiteral("Name"));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("taking and changing orders")));
        segment(QStringLiteral("Only looks"))->click();
        QVERIFY(!test::isSaidOn(*m_page, QStringLiteral("taking and changing orders")));
        segment(QStringLiteral("Works here"))->click();
        segment(QStringLiteral("Cutter"))->click();
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("looking at the pieces given to somebody")));
        segment(QStringLiteral("Counter"))->click();
        test::buttonOn(*m_page, "Single rights…")->click();
        tick("orders:refund")->click();
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("+ Added: giving money back")));
        tick("messages:write")->click();
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("− Taken away: writing messages")));
        (void)test::takePictures(*m_page, QStringLiteral("team-form"));
        // What was set by itself stays as the role changes.
        segment(QStringLiteral("Finisher"))->click();
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("+ Added: giving money back")));
        segment(QStringLiteral("Counter"))->click();
        test::fieldOn(*m_page, QStringLiteral("May give off by themselves, per cent"))->setText(QStringLiteral("7.5"));
        test::fieldOn(*m_page, QStringLiteral("Good at"))->setText(QStringLiteral("shirts, buttonholes"));
        test::fieldOn(*m_page, QStringLiteral("Hours"))->setText(QStringLiteral("Mon-Fri 9-17"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY_WITH_TIMEOUT(m_page->findChild<MemberView *>()->isVisible(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(test::isSaidOn(*m_page, QStringLiteral("7.5 % off")), patience);
        const MemberTerms terms = MemberService(*m_session, *m_door).card(memberOf("Sade Adeyemi"))->terms;
        QCOMPARE(terms.job(), access::Job::Counter);
        QVERIFY(terms.capabilities().has(access::Capability::OrdersRefund));
        QVERIFY(!terms.capabilities().has(access::Capability::MessagesWrite));
        QCOMPARE(terms.discountLimitBp, std::optional(750));
        QCOMPARE(terms.skills, (QStringList{QStringLiteral("shirts"), QStringLiteral("buttonholes")}));
        QVERIFY(terms.week.has_value());
    }

    void whatCannotBeReadIsSaidUnderItsField()
    {
        sitDown("Amina Bello");
        choose("Sade Adeyemi");
        press(QStringLiteral("Change the card of Sade Adeyemi"));
        test::fieldOn(*m_page, QStringLiteral("May give off by themselves, per cent"))->setText(QStringLiteral("101"));
        test::fieldOn(*m_page, QStringLiteral("Hours"))->setText(QStringLiteral("whenever"));
        QVERIFY(m_page->handle(ActionId::Save));
        QCOMPARE(test::focusedName(), QStringLiteral("May give off by themselves, per cent"));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("from 0 to 100 per cent")));
        QVERIFY(m_page->stepBack());
        QVERIFY(m_page->findChild<MemberView *>()->isVisible());
    }

    void suspendedAndBack()
    {
        sitDown("Amina Bello");
        choose("Sade Adeyemi");
        press(QStringLiteral("Suspend Sade Adeyemi"));
        QTRY_VERIFY_WITH_TIMEOUT(test::isSaidOn(*m_page, QStringLiteral("Suspended")), patience);
        QVERIFY(!withPin("Sade Adeyemi", m_pin).ok());
        press(QStringLiteral("Bring Sade Adeyemi back"));
        QTRY_VERIFY_WITH_TIMEOUT(!test::isSaidOn(*m_page, QStringLiteral("Suspended")), patience);
        QVERIFY(withPin("Sade Adeyemi", m_pin).ok());
    }

    void removed()
    {
        sitDown("Amina Bello");
        choose("Sade Adeyemi");
        press(QStringLiteral("Remove Sade Adeyemi"));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("can be undone")));
        (void)test::takePictures(*m_page, QStringLiteral("team-remove"));
        QVERIFY(m_page->handle(ActionId::Pay));
        const auto listed = [this] { return m_page->findChild<ListView *>()->model()->rowCount(); };
        QTRY_COMPARE_WITH_TIMEOUT(listed(), 2, patience);
        QVERIFY(await(m_door->undo()));
        QTRY_COMPARE_WITH_TIMEOUT(listed(), 3, patience);
    }

    //! Of two of one name each list, card and form says which of both it is; nobody is renamed to a third.
    void twoOfOneName()
    {
        const auto connection = storage::Connection::open({m_shop->path()}).value();
        QVERIFY(connection->executeScript(
            "BEGIN IMMEDIATE; INSERT INTO sys_operations (uid, device_id, kind, happened_at) VALUES (randomblob(16),"
            " zeroblob(16), 'test', 1); UPDATE sys_current_operation SET operation_id = last_insert_rowid();"
            " UPDATE workspace_members SET display_name = 'Sade Adeyemi' WHERE role = 'admin' AND user_id NOT IN "
            "(SELECT owner_id FROM workspaces);"
            " UPDATE sys_current_operation SET operation_id = NULL; COMMIT;"));
        sitDown("Amina Bello");
        const auto *model = m_page->findChild<ListView *>()->model();
        QStringList rows;
        for (int row = 0; row < model->rowCount(); ++row)
            rows.append(model->index(row, 0).data().toString());
        rows.sort();
        QCOMPARE(rows, (QStringList{QStringLiteral("Amina Bello"), QStringLiteral("Sade Adeyemi"),
                                    QStringLiteral("Sade Adeyemi (2)")}));
        const auto second = model->match(model->index(0, 0), Qt::DisplayRole, QStringLiteral("Sade Adeyemi (2)"));
        m_page->findChild<ListView *>()->setCurrentIndex(second.value(0));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("Team, since ")));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("Not to be taken for the other Sade Adeyemi: Manager, since ")));
        (void)test::takePictures(*m_page, QStringLiteral("team-namesake"));
        press(QStringLiteral("Remove Sade Adeyemi"));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("Team, since ")));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("Not to be taken for the other Sade Adeyemi: Manager, since ")));
        (void)test::takePictures(*m_page, QStringLiteral("team-namesake-remove"));
        QVERIFY(m_page->stepBack());
        press(QStringLiteral("Change the card of Sade Adeyemi"));
        test::typeKeys(QStringLiteral("Amina Bello"));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("Somebody here is called Amina Bello already")));
    }

    //! Those who left are asked for, looked at, and brought back; nobody else's list has them.
    void whoLeft()
    {
        MemberService service(*m_shop->session, *m_shop->door);
        QVERIFY(await(service.remove(memberOf("Sade Adeyemi"), {})));
        sitDown("Amina Bello");
        auto *list = m_page->findChild<ListView *>();
        QCOMPARE(list->model()->rowCount(), 2);
        const QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        test::buttonOn(*m_page, "Who left")->click();
        QCOMPARE(list->model()->rowCount(), 3);
        choose("Sade Adeyemi");
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("Left")));
        QCOMPARE(shownButtons(), QStringList{QStringLiteral("Bring Sade Adeyemi back")});
        (void)test::takePictures(*m_page, QStringLiteral("team-left"));
        press(QStringLiteral("Bring Sade Adeyemi back"));
        QTRY_VERIFY_WITH_TIMEOUT(!test::isSaidOn(*m_page, QStringLiteral("do not come in any more")), patience);
        QVERIFY(withPin("Sade Adeyemi", m_pin).ok());
        test::buttonOn(*m_page, "Who left")->click();
        QCOMPARE(list->model()->rowCount(), 3);
    }

    //! What somebody says of themselves, whatever they may do here.
    void whereOneLives()
    {
        sitDown("Sade Adeyemi");
        press(QStringLiteral("Where you live"));
        QCOMPARE(test::focusedName(), QStringLiteral("Country"));
        test::fieldOn(*m_page, QStringLiteral("Country"))->setText(QStringLiteral("nigeria"));
        test::fieldOn(*m_page, QStringLiteral("Part of it"))->setText(QStringLiteral("GH-AA"));
        test::fieldOn(*m_page, QStringLiteral("Where your data may lie"))->setText(QStringLiteral("Atlantis"));
        QVERIFY(m_page->handle(ActionId::Save));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("is no region")));
        type(QStringLiteral("Where your data may lie"), QStringLiteral("EU"));
        QTRY_VERIFY_WITH_TIMEOUT(test::isSaidOn(*m_page, QStringLiteral("does not lie in the country NG")), patience);
        QCOMPARE(ResidencyService(*m_session, *m_door).load().value().data, QString());
        test::fieldOn(*m_page, QStringLiteral("Part of it"))->setText(QStringLiteral("NG-LA"));
        (void)test::takePictures(*m_page, QStringLiteral("team-residency"));
        QVERIFY(m_page->handle(ActionId::Save));
        const Residency said{QStringLiteral("NG"), QStringLiteral("NG-LA"), QStringLiteral("EU")};
        QTRY_COMPARE_WITH_TIMEOUT(ResidencyService(*m_session, *m_door).load().value(), said, patience);
    }

    void invitedAndWithdrawn()
    {
        sitDown("Amina Bello");
        test::buttonOn(*m_page, "Invite…")->click();
        QCOMPARE(test::focusedName(), QStringLiteral("Whom it is for"));
        test::typeKeys(QStringLiteral("femi@example.org"));
        (void)test::takePictures(*m_page, QStringLiteral("team-invite"));
        test::pressKey(Qt::Key_Return);
        static const QRegularExpression code(QStringLiteral("^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$"));
        const auto shown = [this] {
            const auto labels = m_page->findChildren<QLabel *>();
            for (const QLabel *label : labels) {
                if (label->isVisible() && code.match(label->text()).hasMatch())
                    return label->text();
            }
            return QString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!shown().isEmpty(), patience);
        (void)test::takePictures(*m_page, QStringLiteral("team-invited"));
        JoinService join(m_shop->path(), m_shop->clock);
        QVERIFY(await(join.look(shown().toUtf8())).ok());
        const QString paper = shown();
        QVERIFY(m_page->stepBack());
        auto *list = m_page->findChild<ListView *>();
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 4, patience);
        const QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        list->setCurrentIndex(list->model()->index(3, 0));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("Will be: Counter")));
        (void)test::takePictures(*m_page, QStringLiteral("team-invitation"));
        test::buttonOn(*m_page, "Withdraw the invitation")->click();
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 3, patience);
        QCOMPARE(await(join.look(paper.toUtf8())).error().code, QByteArray("invitation.withdrawn"));
        (void)test::takePictures(*m_page, QStringLiteral("team"));
    }

    void oneIsMadeShownOnceAndGoesIn()
    {
        sitDown("Amina Bello");
        choose("Sade Adeyemi");
        press(QStringLiteral("New PIN for Sade Adeyemi"));
        QCOMPARE(test::focusedName(), QStringLiteral("Your own PIN or password"));
        test::typeKeys(QStringLiteral("not this one"));
        test::pressKey(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(test::isSaidOn(*m_page, QStringLiteral("password or PIN is not right")), patience);
        savePicture("people-give");
        test::typeKeys(m_password);
        test::pressKey(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!shownPin().isEmpty(), patience);
        savePicture("people-given");
        const QString pin = shownPin();
        QCOMPARE(withPin("Sade Adeyemi", pin)->pinNeed, PinNeed::Given);
        test::buttonOn(*m_page, "Done")->click();
        QVERIFY(shownPin().isEmpty());
    }

    void theyTypeItThemselves()
    {
        sitDown("Amina Bello");
        choose("Sade Adeyemi");
        press(QStringLiteral("New PIN for Sade Adeyemi"));
        test::buttonOn(*m_page, "They type it here")->click();
        test::fieldOn(*m_page, QStringLiteral("Their new PIN"))->setText(QStringLiteral("1234"));
        type(QStringLiteral("Your own PIN or password"), m_password);
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("guessed first")));
        test::fieldOn(*m_page, QStringLiteral("Their new PIN"))->setText(QStringLiteral("7391"));
        QSignalSpy said(&m_desk->notices(), &Notices::said);
        type(QStringLiteral("Your own PIN or password"), m_password);
        QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, patience);
        QCOMPARE(withPin("Sade Adeyemi", QStringLiteral("7391"))->pinNeed, PinNeed::None);
    }

    void oneChangesOnesOwn()
    {
        sitDown("Sade Adeyemi");
        press(QStringLiteral("Change your PIN"));
        QCOMPARE(test::focusedName(), QStringLiteral("Your PIN or password until now"));
        test::typeKeys(m_pin);
        for (int i = 0; i < 2; ++i) {
            test::pressKey(Qt::Key_Return);
            test::typeKeys(QStringLiteral("7391"));
        }
        savePicture("people-own");
        QSignalSpy said(&m_desk->notices(), &Notices::said);
        test::pressKey(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, patience);
        QVERIFY(withPin("Sade Adeyemi", QStringLiteral("7391")).ok());
        QVERIFY(!withPin("Sade Adeyemi", m_pin).ok());
    }

    void withoutAKeychainItSaysWhy()
    {
        test::TestKeychain::takeAway();
        sitDown("Amina Bello");
        press(QStringLiteral("Change your PIN"));
        QTRY_VERIFY(test::isSaidOn(*m_page, QStringLiteral("has no keychain")));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("6 to 8 digits")));
        savePicture("people-no-keychain");
        QVERIFY(m_page->stepBack());
        QVERIFY(!m_page->stepBack());
    }

private:
    static constexpr int patience = 30'000; // a hash takes a second on an old computer

    void sitDown(const QByteArray &name)
    {
        const auto store = access::PrincipalStore::open({m_shop->path()}).value();
        const access::Principal principal =
            store->load(m_people.at(name), m_shop->principal.workspace, m_shop->principal.device).value();
        m_session = access::Session::open(m_shop->path(), principal).value();
        m_door = changes::WriteDoor::open(*m_session, m_shop->clock).value();
        m_drafts = DraftKeeper::open(*m_session, m_shop->clock).value();
        WorkspaceProfile profile = WorkspaceService(*m_session, *m_door).load().value();
        ShopCalendar calendar = profile.calendar().value();
        m_desk = std::make_unique<Desk>(*m_session, *m_door, *m_drafts, std::move(profile), std::move(calendar),
                                        QLocale(QStringLiteral("en_NG")));
        m_page = test::openedPage<TeamPage>(*m_desk);
    }
    MemberId memberOf(const QByteArray &name) const
    {
        return access::memberId(m_shop->principal.workspace, m_people.at(name));
    }
    void choose(const QByteArray &name) const
    {
        m_page->showMember(memberOf(name));
        QCoreApplication::processEvents();
    }
    QStringList shownButtons() const
    {
        QStringList names;
        const auto all = m_page->findChild<MemberView *>()->findChildren<QAbstractButton *>();
        for (const QAbstractButton *each : all) {
            if (each->isVisible() && each->isEnabled())
                names.append(each->accessibleName());
        }
        names.sort();
        return names;
    }
    QAbstractButton *segment(const QString &text) const
    {
        const auto all = m_page->findChild<MemberForm *>()->findChildren<QAbstractButton *>();
        const auto found = std::ranges::find(all, text, &QAbstractButton::text);
        return found == all.end() ? nullptr : *found;
    }
    QAbstractButton *tick(const char *right) const
    {
        return m_page->findChild<QAbstractButton *>(QString::fromLatin1(right));
    }
    void press(const QString &name) const
    {
        const auto all = m_page->findChildren<QAbstractButton *>();
        const auto found = std::ranges::find(all, name, &QAbstractButton::accessibleName);
        QVERIFY(found != all.end());
        (*found)->click();
        QCoreApplication::processEvents();
    }
    void type(const QString &field, const QString &text) const
    {
        QLineEdit *edit = test::fieldOn(*m_page, field);
        edit->setFocus();
        edit->setText(text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    QString shownPin() const
    {
        static const QRegularExpression pin(QStringLiteral("^[0-9]{6}$"));
        const auto labels = m_page->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible() && pin.match(label->text()).hasMatch())
                return label->text();
        }
        return {};
    }
    Result<SignedIn> withPin(const QByteArray &name, const QString &pin) const
    {
        return await(
            SignInService(m_shop->path(), m_shop->clock).withPin(m_people.at(name), m_shop->principal.workspace, pin));
    }
    void savePicture(const QByteArray &name) const
    {
        const QString folder = qEnvironmentVariable("THIMBLELY_SHOW_PAGES");
        if (folder.isEmpty())
            return;
        for (const auto &[scheme, end] : {std::pair(Scheme::Light, ""), std::pair(Scheme::Dark, "-dark")}) {
            Theme::instance().setScheme(scheme);
            QCoreApplication::processEvents(); // which tells every widget of its colours
            m_page->grab().save(folder + u'/' + QLatin1String(name) + QLatin1String(end) + QStringLiteral(".png"));
        }
        Theme::instance().setScheme(Scheme::Light);
    }

    const QString m_password = QStringLiteral("needle and thread");
    const QString m_pin = QStringLiteral("2580");
    std::unique_ptr<test::SmallShop> m_shop;
    std::map<QByteArray, PersonId> m_people;
    std::unique_ptr<access::Session> m_session;
    std::unique_ptr<changes::WriteDoor> m_door;
    std::unique_ptr<DraftKeeper> m_drafts;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<TeamPage> m_page;
};

QTEST_MAIN(TestTeamPage)
#include "tst_team_page.moc"
