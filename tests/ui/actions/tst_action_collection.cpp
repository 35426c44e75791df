// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/actions/action_collection.h"
#include "ui/actions/all_keys_sheet.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/search_field.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace thimblely::ui;

class TestActionCollection : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void noTwoActionsShareAShortcut() { QCOMPARE(ActionCollection::conflicts(), QStringList()); }

    void aConflictIsFound()
    {
        const ActionSpec rows[] = {{ActionId::NewOrder, "a", "", "", "", "F2; Ctrl+N"},
                                   {ActionId::PickUp, "b", "", "", "", "Ctrl+N"}};
        QCOMPARE(ActionCollection::conflicts(rows), QStringList(QStringLiteral("Ctrl+N: a, b")));
    }

    void tableIsInTheOrderOfItsIds()
    {
        int expected = 0;
        for (const ActionSpec &spec : ActionCollection::table())
            QCOMPARE(int(spec.id), expected++);
        QCOMPARE(expected, ActionCount);
    }

    void everyFunctionKeyHasATwin()
    {
        for (const ActionSpec &spec : ActionCollection::table()) {
            bool functionKey = false;
            bool control = false;
            const auto shortcuts = ActionCollection::shortcutsOf(spec);
            QVERIFY(!shortcuts.isEmpty());
            for (const QKeySequence &shortcut : shortcuts) {
                QVERIFY2(!shortcut.isEmpty(), spec.name);
                const QKeyCombination keys = shortcut[0];
                functionKey |= keys.key() >= Qt::Key_F1 && keys.key() <= Qt::Key_F12;
                control |= keys.keyboardModifiers().testFlag(Qt::ControlModifier);
            }
            QVERIFY2(!functionKey || control, spec.name);
        }
    }

    void iconsExist()
    {
        for (const ActionSpec &spec : ActionCollection::table())
            QVERIFY2(*spec.icon == '\0' || hasIcon(spec.icon), spec.icon);
    }

    void keysReachTheAction_data()
    {
        QTest::addColumn<int>("id");
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::newRow("F2") << int(ActionId::NewOrder) << int(Qt::Key_F2) << int(Qt::NoModifier);
        QTest::newRow("Ctrl+N") << int(ActionId::NewOrder) << int(Qt::Key_N) << int(Qt::ControlModifier);
        QTest::newRow("Ctrl+Return") << int(ActionId::Pay) << int(Qt::Key_Return) << int(Qt::ControlModifier);
        QTest::newRow("keypad") << int(ActionId::Pay) << int(Qt::Key_Enter) << int(Qt::ControlModifier);
        QTest::newRow("Ctrl+K") << int(ActionId::Search) << int(Qt::Key_K) << int(Qt::ControlModifier);
    }
    void keysReachTheAction()
    {
        QFETCH(int, id);
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QWidget window;
        ActionCollection actions(&window);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy triggered(actions.action(ActionId(id)), &QAction::triggered);
        QTest::keyClick(&window, Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        QCOMPARE(triggered.count(), 1);
    }

    void slashSearchesOnlyOutsideEditors()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *edit = new QLineEdit;
        auto *other = new QWidget;
        other->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(edit);
        layout->addWidget(other);
        ActionCollection actions(&window);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy triggered(actions.action(ActionId::Search), &QAction::triggered);
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Slash);
        QCOMPARE(triggered.count(), 0);
        QCOMPARE(edit->text(), QStringLiteral("/"));
        other->setFocus();
        QTest::keyClick(other, Qt::Key_Slash);
        QCOMPARE(triggered.count(), 1);
    }

    //! On desktops whose editors bind Ctrl+K and Ctrl+U themselves, the program's keys still work while typing.
    void greedyEditorDoesNotTakeTheKeys()
    {
        class Greedy : public QLineEdit {
            bool event(QEvent *event) override
            {
                if (event->type() == QEvent::ShortcutOverride) {
                    event->accept();
                    return true;
                }
                return QLineEdit::event(event);
            }
        };
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *edit = new Greedy;
        layout->addWidget(edit);
        ActionCollection actions(&window);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit->setFocus();
        QSignalSpy search(actions.action(ActionId::Search), &QAction::triggered);
        QSignalSpy pickUp(actions.action(ActionId::PickUp), &QAction::triggered);
        QSignalSpy undo(actions.action(ActionId::Undo), &QAction::triggered);
        QTest::keyClick(edit, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_U, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_A);
        QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(search.count(), 1);
        QCOMPARE(pickUp.count(), 1);
        QCOMPARE(undo.count(), 0); // letters are undone first
        QCOMPARE(edit->text(), QString());
        QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.count(), 1); // then deeds
    }

    void searchFieldClearsBeforeTheWindowStepsBack()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *search = new SearchField;
        layout->addWidget(search);
        ActionCollection actions(&window);
        QSignalSpy back(actions.action(ActionId::Back), &QAction::triggered);
        QSignalSpy leave(search, &SearchField::leaveRequested);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        search->setFocus();
        search->setText(QStringLiteral("bello"));
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(search->text(), QString());
        QCOMPARE(leave.count(), 0);
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(leave.count(), 1);
        QCOMPARE(back.count(), 0);
    }

    void sheetOfKeysGivesTheKeyboardBack()
    {
        QWidget window;
        window.resize(1024, 540);
        auto *layout = new QVBoxLayout(&window);
        auto *edit = new QLineEdit;
        layout->addWidget(edit);
        ActionCollection actions(&window);
        QSignalSpy back(actions.action(ActionId::Back), &QAction::triggered);
        AllKeysSheet sheet(actions, &window);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit->setFocus();
        sheet.open();
        QVERIFY(sheet.isVisible());
        QVERIFY(sheet.hasFocus());
        // For the eye.
        QVERIFY(window.grab().save(QCoreApplication::applicationDirPath() + QStringLiteral("/all-keys.png")));
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QVERIFY(!sheet.isVisible());
        QVERIFY(edit->hasFocus());
        QCOMPARE(back.count(), 0);
    }
};

QTEST_MAIN(TestActionCollection)
#include "tst_action_collection.moc"
