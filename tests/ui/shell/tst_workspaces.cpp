// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/own_workspaces_service.h"
#include "tests/ui/shell/every_word.h"
#include "tests/ui/shell/marked_shop.h"
#include "tests/ui/shell/open_program.h"
#include "ui/accounts/bring_back_page.h"
#include "ui/clients/client_card.h"
#include "ui/documents/paper_queue.h"
#include "ui/orders/order_editor.h"
#include "ui/shell/search_results.h"
#include "ui/shell/workspace_menu.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/search_field.h"
#include "ui/workspaces/my_workspaces_page.h"

#include <QAction>
#include <QPushButton>

using namespace thimblely;
using namespace thimblely::ui;

/*!
 * One person, two workspaces of one file, in the program's real window: what is seen, typed and looked for in one is never
 * met in the other, and stands there again when they come back.
 */
class TestWorkspaces : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
    }
    void cleanup()
    {
        m_marked.clear();
        m_shop.reset();
    }

    void nothingOfTheOneIsMetInTheOther()
    {
        makeBoth();
        QVERIFY(m_shop->startAndSignIn());
        walk();
        // Each way of looking that this test has does find what is there.
        QVERIFY(!said(firstMark()).isEmpty());
        workIn(firstMark());
        switchByKeys();
        QCOMPARE(m_shop->desk().profile().name, secondName());
        QVERIFY(m_shop->program->windowTitle().contains(secondName()));
        walk();
        QCOMPARE(said(firstMark()), QStringList());
        QCOMPARE(saidOfNames(QStringLiteral("Bello Tailoring")), QStringList());
        QVERIFY(!said(secondMark()).isEmpty());
        lookFor(firstMark());
        workIn(secondMark());
        switchByKeys();
        // What was typed is there again, and nothing of what was typed elsewhere.
        checkTyped(firstMark());
        walk();
        QCOMPARE(said(secondMark()), QStringList());
        QCOMPARE(saidOfNames(secondName()), QStringList());
        switchByKeys();
        checkTyped(secondMark());
        walk();
        QCOMPARE(said(firstMark()), QStringList());
    }

    //! In the file too: each draft bears one mark, and it is that of its workspace.
    void draftsStayApart()
    {
        makeBoth();
        QVERIFY(m_shop->startAndSignIn());
        workIn(firstMark());
        switchByKeys();
        workIn(secondMark());
        switchByKeys();
        m_shop->close();
        const auto connection = storage::Connection::open({m_shop->path()}).value();
        auto query = connection->query("SELECT workspace_id, data FROM sys_drafts");
        int drafts = 0;
        while ((*query)->step().value()) {
            const bool first = (*query)->id<WorkspaceId>(0) == m_shop->owner->workspace;
            const QString other = first ? secondMark() : firstMark();
            QVERIFY2(!(*query)->text(1).contains(other), qPrintable((*query)->text(1)));
            drafts += (*query)->text(1).contains(first ? firstMark() : secondMark()) ? 1 : 0;
        }
        QVERIFY(drafts >= 2);
    }

    //! Papers wait for a printer beside the file, which has several workspaces.
    void papersThatWaitAreOfOneWorkspace()
    {
        makeBoth();
        QVERIFY(m_shop->startAndSignIn());
        PaperQueue::of(m_shop->path())
            .put({{PaperKind::ClaimCheck, m_marked.at(0)->order().bytes()},
                  QStringLiteral("Claim check ") + firstMark(),
                  QStringLiteral("Out of paper"),
                  m_shop->clock.now(),
                  m_shop->owner->workspace});
        m_shop->window().show(MainWindow::Screen::Printing);
        QVERIFY(m_shop->says(firstMark()));
        switchByKeys();
        m_shop->window().show(MainWindow::Screen::Printing);
        QCOMPARE(said(firstMark()), QStringList());
    }

    void fromTheMenu()
    {
        makeSecond();
        QVERIFY(m_shop->startAndSignIn());
        m_shop->program->resize(1366, 768);
        auto *menu = m_shop->child<WorkspaceMenu>();
        QTRY_COMPARE_WITH_TIMEOUT(menu->actions().size(), 1, m_shop->patience);
        QVERIFY(menu->menuAction()->isVisible());
        QVERIFY(switcher() && switcher()->isVisible());
        QCOMPARE(switcher()->text(), QStringLiteral("Bello Tailoring"));
        QVERIFY(menu->actions().front()->text().startsWith(secondName()));
        menu->actions().front()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(isIn(secondName()), m_shop->patience);
        QVERIFY(m_shop->desk().principal().person == m_shop->owner->person); // nobody was asked who they are
    }

    void whereThereIsOneTheMenuIsNotThere()
    {
        QVERIFY(m_shop->startAndSignIn());
        m_shop->press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), 1, m_shop->patience);
        QVERIFY(!m_shop->child<WorkspaceMenu>()->menuAction()->isVisible());
        QVERIFY(!switcher() || !switcher()->isVisible());
    }

    //! Locked and come back, they are where they were.
    void lockedInTheSecond()
    {
        makeSecond();
        QVERIFY(m_shop->startAndSignIn());
        switchByKeys();
        m_shop->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(m_shop->waitForFaces());
        m_shop->close();
        QVERIFY(m_shop->startAndSignIn()); // the first face is that of the first workspace
        QCOMPARE(m_shop->desk().profile().name, QStringLiteral("Bello Tailoring"));
    }

    //! A made one is open at once, by keys alone.
    void openedByKeys()
    {
        QVERIFY(m_shop->startAndSignIn());
        m_shop->press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), 1, m_shop->patience);
        QVERIFY(m_shop->tabTo(QStringLiteral("New workspace…")));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->focusName(), QStringLiteral("Name of the shop"), m_shop->patience);
        m_shop->type("Bello Bridal");
        m_shop->press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), 2, m_shop->patience);
        QTRY_VERIFY_WITH_TIMEOUT(list()->hasFocus(), m_shop->patience);
        QTRY_COMPARE_WITH_TIMEOUT(list()->currentIndex().row(), 1, m_shop->patience); // it is chosen
        m_shop->press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(isIn(QStringLiteral("Bello Bridal")), m_shop->patience);
        QVERIFY(m_shop->desk().principal().role == access::Role::Owner);
    }

    //! Who hands the shop over is no owner any more, whatever session they had.
    void handedOver()
    {
        QVERIFY(m_shop->addColleague());
        QVERIFY(m_shop->startAndSignIn());
        openPage(QStringLiteral("Hand Bello Tailoring over"));
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->focusName(), QStringLiteral("To whom"), m_shop->patience);
        QVERIFY(m_shop->tabTo(QStringLiteral("Your own PIN or password")));
        m_shop->type(test::OpenProgram::pin);
        m_shop->press(Qt::Key_Tab);
        m_shop->type("1111");
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitSays(QStringLiteral("Their PIN or password is not right")));
        QVERIFY(m_shop->desk().principal().role == access::Role::Owner);
        QVERIFY(m_shop->tabTo(QStringLiteral("Their PIN or password, typed by them")));
        m_shop->type("0852");
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitForFaces()); // signed in anew
        QVERIFY(m_shop->signIn());
        QVERIFY(m_shop->desk().principal().person == m_shop->owner->person);
        QVERIFY(m_shop->desk().principal().role == access::Role::Admin);
        QVERIFY(!m_shop->desk().principal().can(access::Capability::WorkspaceDelete));
    }

    //! The last one of all: nobody can sign in, today or tomorrow, until its owner brings it back.
    void theLastOneDeleted()
    {
        QVERIFY(m_shop->startAndSignIn());
        openPage(QStringLiteral("Delete Bello Tailoring"));
        QTRY_VERIFY_WITH_TIMEOUT(m_shop->says(QStringLiteral("It is the last one you work in")), m_shop->patience);
        QVERIFY(m_shop->says(QStringLiteral("Take everything with you")));
        m_shop->type("Bello");
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitSays(QStringLiteral("This is not its name")));
        m_shop->type(" Tailoring");
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitFor<BringBackPage>());
        m_shop->close();
        m_shop->start();
        QVERIFY(m_shop->waitFor<BringBackPage>());
        m_shop->type("amina");
        m_shop->press(Qt::Key_Tab);
        m_shop->type("needle and thread");
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->signIn());
        QCOMPARE(m_shop->desk().profile().name, QStringLiteral("Bello Tailoring"));
    }

    //! One of two: the faces of the other are there, and from it the deleted one comes back.
    void oneOfTwoDeleted()
    {
        makeSecond();
        QVERIFY(m_shop->startAndSignIn());
        openPage(QStringLiteral("Delete Bello Tailoring"));
        m_shop->type("Bello Tailoring");
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->signIn());
        QCOMPARE(m_shop->desk().profile().name, secondName());
        m_shop->press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), 2, m_shop->patience);
        list()->setCurrentIndex(list()->model()->index(1, 0));
        QVERIFY(m_shop->says(QStringLiteral("Nobody comes in and nothing of it is seen")));
        QVERIFY(m_shop->tabTo(QStringLiteral("Bring Bello Tailoring back")));
        m_shop->press(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(!m_shop->says(QStringLiteral("Nobody comes in")), m_shop->patience);
    }

    //! What cannot be entered any more is said, and one stays where one is.
    void goneMeanwhile()
    {
        makeSecond();
        QVERIFY(m_shop->startAndSignIn());
        auto *menu = m_shop->child<WorkspaceMenu>();
        QTRY_COMPARE_WITH_TIMEOUT(menu->actions().size(), 1, m_shop->patience);
        const auto connection = storage::Connection::open({m_shop->path()}).value();
        QVERIFY(connection
                    ->executeScript("BEGIN IMMEDIATE; INSERT INTO sys_operations (uid, device_id, kind, happened_at)"
                                    " VALUES (randomblob(16), zeroblob(16), 'test', 1);"
                                    "UPDATE sys_current_operation SET operation_id = last_insert_rowid();"
                                    "UPDATE workspaces SET deleted_at = 1 WHERE name = '" +
                                    secondName().toUtf8() +
                                    "'; UPDATE sys_current_operation SET operation_id = NULL; COMMIT;")
                    .ok());
        menu->actions().front()->trigger();
        QVERIFY(m_shop->waitSays(QStringLiteral("You are no active member of this workspace")));
        QVERIFY(isIn(QStringLiteral("Bello Tailoring")));
        m_shop->press(Qt::Key_F2);
        QVERIFY(m_shop->window().isEnabled());
    }

private:
    static QString firstMark() { return QStringLiteral("qzfirstqz"); }
    static QString secondMark() { return QStringLiteral("qzsecondqz"); }
    static QString secondName() { return QStringLiteral("Omega House"); }

    access::Principal makeSecond()
    {
        OwnWorkspacesService service(m_shop->path(), *m_shop->owner, m_shop->clock);
        NewShop shop;
        shop.shopName = secondName();
        shop.countryCode = QStringLiteral("NG");
        shop.currency = QStringLiteral("NGN");
        return changes::await(service.create(shop)).value();
    }
    void makeBoth()
    {
        const access::Principal second = makeSecond();
        for (const auto &[who, mark] : {std::pair(*m_shop->owner, firstMark()), std::pair(second, secondMark())}) {
            const auto session = access::Session::open(m_shop->path(), who).value();
            const auto door = changes::WriteDoor::open(*session, m_shop->clock).value();
            m_marked.push_back(std::make_unique<test::MarkedShop>(*session, *door, mark));
        }
    }
    bool isIn(const QString &name) const
    {
        return m_shop->shown<MainWindow>() && m_shop->desk().profile().name == name;
    }
    //! In the bar over every screen.
    QPushButton *switcher() const
    {
        const auto all = m_shop->program->findChildren<QPushButton *>();
        const auto found = std::ranges::find(all, m_shop->child<WorkspaceMenu>(), &QPushButton::menu);
        return found == all.end() ? nullptr : *found;
    }
    ListView *list() const { return m_shop->child<MyWorkspacesPage>()->findChild<ListView *>(); }
    //! The page of one's own workspaces, at the card of this one, and the button of that name pressed.
    void openPage(const QString &button)
    {
        m_shop->press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(list()->model()->rowCount() > 0, m_shop->patience);
        list()->setCurrentIndex(list()->model()->index(0, 0));
        QVERIFY(m_shop->tabTo(button));
        m_shop->press(Qt::Key_Space);
    }
    void switchByKeys()
    {
        const QString before = m_shop->desk().profile().name;
        m_shop->press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(list()->model()->rowCount(), 2, m_shop->patience);
        m_shop->press(Qt::Key_Return); // the other one is chosen
        QTRY_VERIFY_WITH_TIMEOUT(m_shop->shown<MainWindow>() && m_shop->desk().profile().name != before,
                                 m_shop->patience);
        settle();
    }
    static void settle() { QTest::qWait(60); }
    test::MarkedShop &here()
    {
        return *m_marked.at(m_shop->desk().principal().workspace == m_shop->owner->workspace ? 0 : 1);
    }

    //! Every screen there is, with what it shows of the workspace one is in.
    void walk()
    {
        MainWindow &window = m_shop->window();
        for (int screen = 0; screen < screenCount; ++screen) {
            window.show(MainWindow::Screen(screen));
            settle();
        }
        Navigation &navigation = m_shop->desk().navigation();
        Q_EMIT navigation.clientRequested(here().client());
        settle();
        Q_EMIT navigation.openOrderRequested(here().order());
        settle();
        Q_EMIT navigation.partyRequested(here().order());
        settle();
        Q_EMIT navigation.measureRequested(here().client(), {});
        settle();
        Q_EMIT navigation.tillRequested(TillTask::Look);
        settle();
    }
    //! As somebody does who is about to be called away: an order half typed, a search, a client's editor left open.
    void workIn(const QString &mark)
    {
        m_shop->press(Qt::Key_F2);
        QVERIFY(m_shop->tabTo(QStringLiteral("Trousers, key 1")));
        m_shop->press(Qt::Key_Space);
        m_shop->press(Qt::Key_Return);
        m_shop->type(mark);
        checkTyped(mark);
        Q_EMIT m_shop->desk().navigation().newClientRequested(mark + QStringLiteral(" begun"));
        settle();
        m_shop->press(Qt::Key_K, Qt::ControlModifier);
        m_shop->type(mark);
        settle();
    }
    void checkTyped(const QString &mark)
    {
        m_shop->window().show(MainWindow::Screen::Counter);
        auto *editor = m_shop->window().findChild<OrderEditor *>();
        QTRY_COMPARE_WITH_TIMEOUT(editor->draft().pieces.size(), size_t(1), m_shop->patience);
        QCOMPARE(editor->draft().pieces[0].colour, mark);
    }
    //! Nothing is found that stands elsewhere.
    void lookFor(const QString &mark)
    {
        m_shop->press(Qt::Key_K, Qt::ControlModifier);
        m_shop->type(mark);
        settle();
        QCOMPARE(m_shop->child<SearchField>()->text(), mark);
        const auto *results = m_shop->child<SearchResults>();
        QCOMPARE(results->text(), mark);
        for (int row = 0; row < results->rowCount(); ++row) // nothing but the offer to write down somebody called so
            QVERIFY(std::holds_alternative<SearchResults::NewClient>(results->target(row)));
        m_shop->child<SearchField>()->clear();
        m_shop->press(Qt::Key_Escape);
    }
    QStringList said(const QString &mark) const { return test::EveryWord(*m_shop->program).saying(mark); }
    //! The name of the other one is where one goes from one to another, and nowhere else.
    QStringList saidOfNames(const QString &name) const
    {
        return test::EveryWord(*m_shop->program).saying(name, [](const QObject *where) {
            for (const QObject *each = where; each; each = each->parent()) {
                if (qobject_cast<const MyWorkspacesPage *>(each) || qobject_cast<const WorkspaceMenu *>(each))
                    return true;
            }
            return false;
        });
    }

    std::unique_ptr<test::OpenProgram> m_shop;
    std::vector<std::unique_ptr<test::MarkedShop>> m_marked;
};

QTEST_MAIN(TestWorkspaces)
#include "tst_workspaces.moc"
