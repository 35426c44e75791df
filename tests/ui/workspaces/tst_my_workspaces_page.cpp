// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workspaces/my_workspaces_page.h"

#include "core/accounts/ownership_service.h"
#include "tests/core/accounts/people_of_file.h"
#include "tests/support/keychain/test_keychain.h"
#include "tests/support/page_hands.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/backup/take_everything.h"
#include "ui/widgets/list_view.h"
#include "ui/workspaces/workspace_card.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QSignalSpy>

#include <map>

using namespace thimblely;
using namespace thimblely::ui;
using test::await;
using test::PeopleOfFile;

//! The page of one's own workspaces: what stands in it, what each may do about which, and the forms.
class TestMyWorkspacesPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        test::TestKeychain::install();
        m_shop = std::make_unique<test::SmallShop>();
        m_file = std::make_unique<PeopleOfFile>(*m_shop);
        const PersonId owner = m_shop->principal.person;
        m_file->givePin(owner);
        m_ids = {{"Bello", m_shop->principal.workspace}};
        for (const char *name : {longName, arabicName})
            m_ids.emplace(name, m_shop->otherWorkspace(QString::fromUtf8(name)).session->principal().workspace);
        m_people = {{"owner", owner}};
        for (const auto &[name, role] : {std::pair("admin", "admin"), std::pair("member", "member"),
                                         std::pair("viewer", "viewer"), std::pair("customer", "member")}) {
            const PersonId person = m_file->add(name, qstrcmp(name, "customer") == 0 ? "customer" : "business");
            m_people.emplace(name, person);
            m_file->join(person, m_ids.at("Bello"), role);
        }
        m_file->join(m_people.at("member"), m_ids.at(longName), "viewer");
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
        m_drafts.reset();
        m_seat = {};
        m_people.clear();
        m_ids.clear();
        m_file.reset();
        m_shop.reset();
    }

    void whoMayDoWhat_data()
    {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<QByteArray>("which");
        QTest::addColumn<QStringList>("buttons");
        const auto row = [](const char *who, const char *which, const QStringList &buttons) {
            QTest::addRow("%s: %s", who, which) << QByteArray(who) << QByteArray(which) << buttons;
        };
        const QString leave = QStringLiteral("Leave Bello");
        const QString page = QStringLiteral("The page of Bello");
        row("owner", "Bello", {QStringLiteral("Delete Bello"), QStringLiteral("Hand Bello over"), page});
        row("owner", longName, {QStringLiteral("Work in %1").arg(QString::fromUtf8(longName))});
        row("admin", "Bello", {leave, page});
        row("member", "Bello", {leave});
        row("member", longName, {QStringLiteral("Work in %1").arg(QString::fromUtf8(longName))});
        row("viewer", "Bello", {leave});
    }
    void whoMayDoWhat()
    {
        QFETCH(QByteArray, who);
        QFETCH(QByteArray, which);
        sitDown(who);
        choose(which);
        QTEST(shownButtons(), "buttons");
    }

    //! What one comes for has the keyboard: Enter works in the first other one.
    void enterWorksThere()
    {
        sitDown("owner");
        const QAbstractItemModelTester tester(list()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(list()->model()->rowCount(), 3);
        QVERIFY(list()->hasFocus());
        std::vector<WorkspaceId> asked;
        connect(m_page.get(), &MyWorkspacesPage::workspaceRequested, this,
                [&](WorkspaceId workspace) { asked.push_back(workspace); });
        (void)test::takePictures(*m_page, QStringLiteral("workspaces"));
        test::pressKey(Qt::Key_Return);
        QCOMPARE(asked, std::vector<WorkspaceId>{m_ids.at(longName)});
        choose("Bello");
        list()->setFocus();
        test::pressKey(Qt::Key_Return); // one is there already
        QCOMPARE(asked.size(), size_t(1));
        QCOMPARE(test::focusedName(), QStringLiteral("The page of Bello"));
        QVERIFY(m_page->stepBack());
        QVERIFY(list()->hasFocus());
    }

    void aFurtherOne()
    {
        sitDown("owner");
        test::buttonOn(*m_page, "New workspace…")->click();
        QTRY_COMPARE_WITH_TIMEOUT(test::focusedName(), QStringLiteral("Name of the shop"), patience);
        (void)test::takePictures(*m_page, QStringLiteral("workspaces-new"));
        QVERIFY(m_page->handle(ActionId::Save));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("The shop needs a name")));
        test::typeKeys(QStringLiteral("Bello Nairobi"));
        QComboBox *country = combo(QStringLiteral("Country"));
        country->setCurrentIndex(country->findData(QStringLiteral("US")));
        Q_EMIT country->activated(country->currentIndex());
        QCOMPARE(combo(QStringLiteral("Currency"))->currentText(), QStringLiteral("USD"));
        QCOMPARE(combo(QStringLiteral("Time zone"))->currentText(), QStringLiteral("America/New_York"));
        combo(QStringLiteral("Time zone"))->setCurrentText(QStringLiteral("America/Chicago"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), 4, patience);
        QTRY_COMPARE_WITH_TIMEOUT(card()->workspace()->name, QStringLiteral("Bello Nairobi"), patience);
        QCOMPARE(m_file->text("SELECT country_code || ' ' || currency || ' ' || time_zone || ' ' || unit_system"
                              "  FROM workspaces WHERE name = 'Bello Nairobi'"),
                 QByteArray("US USD America/Chicago imperial"));
    }

    //! Said before anything is typed, and there is no form.
    void aCustomerIsToldSo()
    {
        sitDown("customer");
        QSignalSpy failed(&m_desk->notices(), &Notices::failed);
        test::buttonOn(*m_page, "New workspace…")->click();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        QCOMPARE(failed.at(0).at(0).value<Error>().code, QByteArray("access.customer"));
        QVERIFY(card()->isVisible());
    }

    void handedOver()
    {
        sitDown("owner");
        choose("Bello");
        test::buttonOn(*m_page, "Hand it over…")->click();
        QCOMPARE(test::focusedName(), QStringLiteral("To whom"));
        (void)test::takePictures(*m_page, QStringLiteral("workspaces-transfer"));
        QComboBox *to = combo(QStringLiteral("To whom"));
        QCOMPARE(to->count(), 4);
        to->setCurrentIndex(to->findText(QStringLiteral("viewer"), Qt::MatchContains));
        QVERIFY(m_page->handle(ActionId::Save));
        QCOMPARE(test::focusedName(), QStringLiteral("Your own PIN or password")); // nothing is done without it
        test::typeKeys(QString::fromLatin1(PeopleOfFile::pin));
        test::fieldOn(*m_page, QStringLiteral("Their PIN or password, typed by them"))
            ->setText(QStringLiteral("999999"));
        QVERIFY(m_page->handle(ActionId::Save));
        QTRY_VERIFY_WITH_TIMEOUT(test::isSaidOn(*m_page, QStringLiteral("Their PIN or password is not right")),
                                 patience);
        QCOMPARE(test::focusedName(), QStringLiteral("Their PIN or password, typed by them"));
        test::typeKeys(QString::fromLatin1(PeopleOfFile::pin));
        QVERIFY(m_page->handle(ActionId::Save));
        QTRY_COMPARE_WITH_TIMEOUT(m_file->principal(m_people.at("viewer"), m_ids.at("Bello")).role, access::Role::Owner,
                                  patience);
        QTRY_VERIFY_WITH_TIMEOUT(test::isSaidOn(*m_page, QStringLiteral("Its owner is viewer")), patience);
    }

    //! There is nobody to hand it to: that is said, and nothing can be pressed.
    void nobodyToHandItTo()
    {
        m_file->run("UPDATE workspace_members SET status = 'removed' WHERE user_id <> " +
                    PeopleOfFile::hex(m_people.at("owner")));
        sitDown("owner");
        choose("Bello");
        test::buttonOn(*m_page, "Hand it over…")->click();
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("Nobody else works here yet")));
        QVERIFY(!test::buttonOn(*m_page, "Hand it over")->isEnabled());
        QVERIFY(m_page->stepBack());
        QVERIFY(card()->isVisible());
    }

    void deletedByItsName()
    {
        sitDown("owner");
        choose("Bello");
        test::buttonOn(*m_page, "Delete…")->click();
        QVERIFY(m_page->findChild<TakeEverything *>()->isVisible());       // offered first
        QVERIFY(!test::isSaidOn(*m_page, QStringLiteral("the last one"))); // two more
        (void)test::takePictures(*m_page, QStringLiteral("workspaces-delete"));
        test::typeKeys(QStringLiteral("bello"));
        test::pressKey(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(test::isSaidOn(*m_page, QStringLiteral("This is not its name")), patience);
        for (int i = 0; i < 5; ++i)
            test::pressKey(Qt::Key_Backspace);
        test::typeKeys(QStringLiteral("Bello"));
        test::pressKey(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(shownButtons(), QStringList{QStringLiteral("Bring Bello back")}, patience);
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("Deleted on 25 Nov 2026")));
        (void)test::takePictures(*m_page, QStringLiteral("workspaces-deleted"));
        test::buttonOn(*m_page, "Bring it back")->click();
        QTRY_VERIFY_WITH_TIMEOUT(shownButtons().contains(QStringLiteral("Delete Bello")), patience);
    }

    //! What is being written of it is not cut off by its end.
    void notWhileAllOfItIsTaken()
    {
        sitDown("owner");
        choose("Bello");
        test::buttonOn(*m_page, "Delete…")->click();
        test::typeKeys(QStringLiteral("Bello"));
        QTemporaryDir place;
        auto *take = m_page->findChild<TakeEverything *>();
        take->takeInto(place.path());
        QVERIFY(take->isBusy());
        QVERIFY(m_page->handle(ActionId::Save));
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("It is still being written")));
        QTRY_VERIFY_WITH_TIMEOUT(!take->isBusy(), patience);
        QCOMPARE(m_file->text("SELECT count(*) FROM workspaces WHERE deleted_at IS NULL"), QByteArray("3"));
        QCOMPARE(QDir(place.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    }

    void left()
    {
        sitDown("member");
        choose("Bello");
        test::buttonOn(*m_page, "Leave…")->click();
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("You do not come in any more")));
        (void)test::takePictures(*m_page, QStringLiteral("workspaces-leave"));
        test::pressKey(Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), 1, patience);
    }

private:
    static constexpr int patience = 30'000;
    static constexpr const char *longName = "The Workshop for Ceremonial Robes, Agbada and Choir Gowns of Lagos Island";
    static constexpr const char *arabicName = "مشغل الخياطة الراقية في وسط المدينة";

    void sitDown(const QByteArray &name)
    {
        m_seat = m_file->seat(m_people.at(name), m_ids.at("Bello"));
        m_drafts = DraftKeeper::open(*m_seat.session, m_shop->clock).value();
        WorkspaceProfile profile = WorkspaceService(*m_seat.session, *m_seat.door).load().value();
        ShopCalendar calendar = profile.calendar().value();
        m_desk = std::make_unique<Desk>(*m_seat.session, *m_seat.door, *m_drafts, std::move(profile),
                                        std::move(calendar), QLocale(QStringLiteral("en_NG")));
        m_page = test::openedPage<MyWorkspacesPage>(*m_desk);
        QTRY_VERIFY_WITH_TIMEOUT(list()->model()->rowCount() > 0, patience);
    }
    ListView *list() const { return m_page->findChild<ListView *>(); }
    WorkspaceCard *card() const { return m_page->findChild<WorkspaceCard *>(); }
    void choose(const QByteArray &name)
    {
        const QAbstractItemModel *model = list()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString().contains(QString::fromUtf8(name)))
                list()->setCurrentIndex(model->index(row, 0));
        }
        QVERIFY(card()->workspace()->name == QString::fromUtf8(name));
    }
    QComboBox *combo(const QString &name) const
    {
        const auto all = m_page->findChildren<QComboBox *>();
        const auto found = std::ranges::find(all, name, &QComboBox::accessibleName);
        return found == all.end() ? nullptr : *found;
    }
    QStringList shownButtons() const
    {
        QStringList names;
        const auto all = card()->findChildren<QAbstractButton *>();
        for (const QAbstractButton *each : all) {
            if (each->isVisible() && each->isEnabled())
                names.append(each->accessibleName());
        }
        names.sort();
        return names;
    }

    std::unique_ptr<test::SmallShop> m_shop;
    std::unique_ptr<PeopleOfFile> m_file;
    std::map<QByteArray, WorkspaceId> m_ids;
    std::map<QByteArray, PersonId> m_people;
    test::SmallShop::Other m_seat;
    std::unique_ptr<DraftKeeper> m_drafts;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MyWorkspacesPage> m_page;
};

QTEST_MAIN(TestMyWorkspacesPage)
#include "tst_my_workspaces_page.moc"
