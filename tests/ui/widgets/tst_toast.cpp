// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace thimblely::ui;

class TestToast : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(800, 500);
        m_edit = new QLineEdit;
        auto *layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_edit);
        m_host = new ToastHost(m_window.get());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_edit->setFocus();
    }

    void undoRunsOnce()
    {
        int undone = 0;
        QPointer<Toast> toast = m_host->showUndo(QStringLiteral("Deleted"), [&] { ++undone; });
        QPointer<Button> button = toast->actionButton();
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(undone, 1);
        QCOMPARE(m_host->current(), nullptr);
        if (button)
            QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(undone, 1);
    }

    void tabReachesUndo()
    {
        Toast *toast = m_host->showUndo(QStringLiteral("Deleted"), [] {});
        QVERIFY(m_edit->hasFocus()); // it does not take the keyboard away
        QTest::keyClick(m_edit, Qt::Key_Tab);
        QVERIFY(toast->actionButton()->hasFocus());
    }

    //! Fading, it would stand there as it was laid out for the text before.
    void whatFadesIsGoneWithTheOldText()
    {
        const QPointer<Toast> toast = m_host->show(QStringLiteral("Measures saved"));
        Q_EMIT toast->finished();
        Theme::instance().setTextSizePercent(130);
        QVERIFY(!toast || !toast->isVisible());
        Theme::instance().setTextSizePercent(100);
        const QPointer<Toast> older = m_host->show(QStringLiteral("Measures saved")); // and the other way round
        Theme::instance().setTextSizePercent(130);
        Q_EMIT older->finished();
        QVERIFY(!older || !older->isVisible());
        Theme::instance().setTextSizePercent(100);
    }

    //! On the next screen it is said what led there, and nothing older.
    void whatIsOlderIsLeftBehind()
    {
        m_host->show(QStringLiteral("Measures saved"));
        m_host->screenChanged();
        QVERIFY(m_host->current());
        QTest::qWait(1100);
        m_host->screenChanged();
        QCOMPARE(m_host->current(), nullptr);
    }

    //! Words are wrapped where that makes room beside what is acted on.
    //! A chip that Tab does not stop at is pressed all the same; a screen is laid out after what it tells of, too.
    void coversNoButtonThatComesLater()
    {
        const Toast *toast = m_host->show(QStringLiteral("Saved"));
        QPushButton chip(QStringLiteral("shine on seat"), m_window.get());
        chip.setFocusPolicy(Qt::NoFocus);
        chip.setGeometry(toast->geometry().adjusted(-20, -8, 20, 8) & m_window->rect());
        chip.show();
        QTRY_VERIFY(!toast->geometry().intersects(chip.geometry()));
        QVERIFY(m_window->rect().contains(toast->geometry()));
    }

    void itIsNarrowWhereThatCoversNothing()
    {
        std::vector<std::unique_ptr<QPushButton>> buttons;
        for (int y = 0; y < m_window->height(); y += 20) { // all of the window but a strip at its trailing edge
            buttons.push_back(std::make_unique<QPushButton>(m_window.get()));
            buttons.back()->setGeometry(0, y, m_window->width() - 320, 20);
            buttons.back()->show();
        }
        Toast *toast =
            m_host->showUndo(QStringLiteral("Two pieces of order 1042 are handed over to the brother"), [] {});
        QVERIFY(toast->geometry().left() >= m_window->width() - 320);
        QVERIFY(m_window->rect().contains(toast->geometry()));
        buttons.clear();
    }

    void timeStandsStillUnderTheKeyboard()
    {
        Toast *toast = m_host->showUndo(QStringLiteral("Deleted"), [] {});
        QVERIFY(!toast->isPaused());
        toast->actionButton()->setFocus();
        QVERIFY(toast->isPaused());
        m_edit->setFocus();
        QTRY_VERIFY(!toast->isPaused());
    }

    void timeStandsStillUnderThePointer()
    {
        Toast *toast = m_host->show(QStringLiteral("Saved"));
        QEnterEvent enter(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5));
        QApplication::sendEvent(toast, &enter);
        QVERIFY(toast->isPaused());
    }

    void goesByItself()
    {
        QPointer<Toast> toast = m_host->show(QStringLiteral("Saved"), 1);
        QTRY_VERIFY(!m_host->current());
        QTRY_VERIFY(!toast);
    }

    void escapeDismissesWithoutUndoing()
    {
        int undone = 0;
        Toast *toast = m_host->showUndo(QStringLiteral("Deleted"), [&] { ++undone; });
        toast->actionButton()->setFocus();
        QTest::keyClick(toast->actionButton(), Qt::Key_Escape);
        QCOMPARE(m_host->current(), nullptr);
        QCOMPARE(undone, 0);
    }

    void theLatestReplacesTheOneBefore()
    {
        QPointer<Toast> first = m_host->show(QStringLiteral("One"));
        Toast *second = m_host->show(QStringLiteral("Two"));
        QVERIFY(!first);
        QCOMPARE(m_host->current(), second);
    }

    void staysInsideANarrowWindow()
    {
        m_window->resize(320, 400);
        Toast *toast = m_host->showUndo(QStringLiteral("Order 1042 of Adunni Bello was parked, three pieces, no "
                                                       "money taken; it waits in the list of drafts"),
                                        [] {});
        QVERIFY(m_window->rect().contains(toast->geometry()));
        m_window->resize(700, 400);
        QTRY_VERIFY(qAbs(toast->geometry().center().x() - 350) <= 1);
    }

    void coversNoButton()
    {
        QPushButton take(QStringLiteral("Take 6,000"), m_window.get());
        take.setFocusPolicy(Qt::StrongFocus);
        take.setGeometry(300, 430, 200, 56); // at the foot, where a toast stands otherwise
        take.show();
        const Toast *toast = m_host->show(QStringLiteral("Saved"));
        QVERIFY(!toast->geometry().intersects(take.geometry()));
        QVERIFY(m_window->rect().contains(toast->geometry()));
    }

    void aClickOnTheWordsSendsItAway()
    {
        int undone = 0;
        Toast *toast = m_host->showUndo(QStringLiteral("Deleted"), [&] { ++undone; });
        QTest::mouseClick(toast, Qt::LeftButton, {}, QPoint(20, toast->height() / 2));
        QCOMPARE(m_host->current(), nullptr);
        QCOMPARE(undone, 0);
    }

private:
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_edit = nullptr;
    ToastHost *m_host = nullptr;
};

QTEST_MAIN(TestToast)
#include "tst_toast.moc"
