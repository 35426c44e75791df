// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/nav.h"

#include <QAction>
#include <QApplication>
#include <QFocusFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWindow>

using namespace thimblely::ui;

class TestButtons : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void buttonFollowsItsAction()
    {
        QAction action(QStringLiteral("Pick up"));
        action.setShortcut(QKeySequence(Qt::Key_F6));
        PlainButton button({});
        button.setDefaultAction(&action);
        QCOMPARE(button.text(), QStringLiteral("Pick up"));
        QCOMPARE(button.accessibleDescription(), QStringLiteral("F6"));
        action.setEnabled(false);
        QVERIFY(!button.isEnabled());
        action.setEnabled(true);
        QSignalSpy triggered(&action, &QAction::triggered);
        button.click();
        QCOMPARE(triggered.count(), 1);
    }

    void checkableActionIsToggledOnce()
    {
        QAction action(QStringLiteral("Hide money"));
        action.setCheckable(true);
        FlatButton button({});
        button.setDefaultAction(&action);
        button.click();
        QVERIFY(action.isChecked());
        QVERIFY(button.isChecked());
        action.setChecked(false);
        QVERIFY(!button.isChecked());
    }

    void checkingMovesNothing()
    {
        FlatButton button(QStringLiteral("Hide money"));
        button.setCheckable(true);
        const QSize before = button.sizeHint();
        button.setChecked(true);
        QCOMPARE(button.sizeHint(), before);
    }

    void sizes()
    {
        PrimaryButton pay(QStringLiteral("Take 6,000 + print"));
        pay.setButtonSize(Button::Size::Pay);
        QCOMPARE(pay.sizeHint().height(), 56);
        PlainButton small(QStringLiteral("Note"));
        small.setButtonSize(Button::Size::Small);
        QCOMPARE(small.sizeHint().height(), 44); // painted 36, hit 44
        QCOMPARE(small.minimumSizeHint().height(), 36);
    }

    void screensAreExclusive()
    {
        NavBar nav;
        QSignalSpy changed(&nav, &NavBar::currentIndexChanged);
        nav.addScreen("i-today", QStringLiteral("Today"));
        nav.addScreen("i-counter", QStringLiteral("Counter"));
        nav.setCurrentIndex(0);
        nav.screen(1)->click();
        QCOMPARE(nav.currentIndex(), 1);
        QVERIFY(!nav.screen(0)->isChecked());
        QCOMPARE(changed.count(), 2);
        NavButton *more = nav.addEntry("i-more", QStringLiteral("More"));
        more->click();
        QCOMPARE(nav.currentIndex(), 1);
    }

    void enterPressesIt_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("with");
        QTest::addColumn<bool>("presses");
        QTest::newRow("Enter") << int(Qt::Key_Return) << Qt::KeyboardModifiers(Qt::NoModifier) << true;
        QTest::newRow("of the number pad") << int(Qt::Key_Enter) << Qt::KeyboardModifiers(Qt::KeypadModifier) << true;
        QTest::newRow("Space") << int(Qt::Key_Space) << Qt::KeyboardModifiers(Qt::NoModifier) << true;
        QTest::newRow("Ctrl+Enter is the screen's")
            << int(Qt::Key_Return) << Qt::KeyboardModifiers(Qt::ControlModifier) << false;
    }

    void enterPressesIt()
    {
        QFETCH(const int, key);
        QFETCH(const Qt::KeyboardModifiers, with);
        QFETCH(const bool, presses);
        PrimaryButton button(QStringLiteral("Bring in 21 products"));
        QSignalSpy clicked(&button, &QAbstractButton::clicked);
        QTest::keyClick(&button, Qt::Key(key), with);
        QCOMPARE(clicked.count(), presses ? 1 : 0);
        button.setEnabled(false);
        QTest::keyClick(&button, Qt::Key(key), with);
        QCOMPARE(clicked.count(), presses ? 1 : 0);
    }

    void enterThatIsHeldPressesOnce()
    {
        PlainButton button(QStringLiteral("Take back…"));
        QSignalSpy clicked(&button, &QAbstractButton::clicked);
        for (const bool repeated : {false, true, true}) {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, {}, repeated);
            QApplication::sendEvent(&button, &press);
        }
        QCOMPARE(clicked.count(), 1);
    }

    void ringGoesRoundTheControlWithTheKeyboard()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(20, 20, 20, 20);
        auto *edit = new QLineEdit;
        auto *button = new PlainButton(QStringLiteral("Save"));
        layout->addWidget(edit);
        layout->addWidget(button);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit->setFocus();
        auto *ring = window.findChild<QFocusFrame *>();
        QVERIFY(ring);
        QCOMPARE(ring->widget(), edit);
        QTRY_COMPARE(ring->geometry(), edit->geometry().adjusted(-4, -4, 4, 4));
        QTest::keyClick(edit, Qt::Key_Tab);
        QCOMPARE(ring->widget(), button);
        edit->setFocus();
        // Through the window, as a real pointer comes.
        QTest::mouseClick(window.windowHandle(), Qt::LeftButton, {}, button->geometry().center());
        QVERIFY(button->hasFocus());
        QVERIFY(!ring->widget()); // a click needs no ring
    }
};

QTEST_MAIN(TestButtons)
#include "tst_buttons.moc"
