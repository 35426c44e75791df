// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/connection.h"
#include "tests/ui/shell/open_program.h"
#include "ui/accounts/first_start_page.h"
#include "ui/accounts/problem_page.h"
#include "ui/orders/order_editor.h"

#include <QFile>

using namespace thimblely;
using namespace thimblely::ui;

//! Who sits at the window and what it shows when there is no window to show.
class TestProgram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_shop = std::make_unique<test::OpenProgram>(); }
    void cleanup() { m_shop.reset(); }

    void whereThereIsNoFileItIsMadeAndSignedInTo()
    {
        m_shop->start();
        QVERIFY(m_shop->waitFor<FirstStartPage>());
        m_shop->type("Bello Tailoring");
        QVERIFY(m_shop->tabTo(QStringLiteral("Your name")));
        m_shop->type("Amina Bello");
        QVERIFY(m_shop->tabTo(QStringLiteral("E-mail, or a sign-in name")));
        m_shop->type("amina");
        QVERIFY(m_shop->tabTo(QStringLiteral("Password, 8 characters or more")));
        m_shop->type("needle and thread");
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitFor<MainWindow>());
        QVERIFY(m_shop->program->windowTitle().contains(QStringLiteral("Bello Tailoring")));
        const auto printHasKeyboard = [] { // the recovery sheet is there
            const auto *button = qobject_cast<const QAbstractButton *>(QApplication::focusWidget());
            return button && button->text() == QStringLiteral("Print");
        };
        QTRY_VERIFY_WITH_TIMEOUT(printHasKeyboard(), 60'000);
        m_shop->press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(m_shop->focusName(), QStringLiteral("The till today")); // its first morning
        m_shop->press(Qt::Key_F2);
        QCOMPARE(m_shop->focusName(), whoField());
    }

    void lockedAndBackTheOrderStandsAsItWas()
    {
        signInAndBegin();
        const MainWindow *before = m_shop->program->mainWindow();
        m_shop->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(m_shop->shown<SignInPage>());
        QCOMPARE(m_shop->program->windowTitle(), QStringLiteral("Thimblely"));
        QVERIFY(m_shop->signIn());
        QCOMPARE(m_shop->program->mainWindow(), before);
        QVERIFY(m_shop->program->windowTitle().contains(QStringLiteral("Bello Tailoring")));
        checkHalfDoneOrder();
    }

    void locksWhenNobodyTouchesAnything()
    {
        signInAndBegin();
        m_shop->program->setIdleLimit(std::chrono::milliseconds(100));
        QVERIFY(m_shop->waitFor<SignInPage>());
        m_shop->program->setIdleLimit(std::chrono::minutes(10));
        QVERIFY(m_shop->signIn());
        checkHalfDoneOrder();
    }

    void theNextPersonGoesOnWithTheOrder()
    {
        QVERIFY(m_shop->makeShop());
        QVERIFY(m_shop->addColleague());
        QVERIFY(m_shop->startAndSignIn());
        begin();
        m_shop->press(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(m_shop->shown<SignInPage>());
        chooseFace(QStringLiteral("Tunde Ade, Counter"));
        QVERIFY(m_shop->signIn("0852"));
        QVERIFY(m_shop->desk().principal().person != m_shop->owner->person);
        checkHalfDoneOrder();
        // It went from hand to hand: whoever began it finds it again only when it is handed back.
        m_shop->press(Qt::Key_L, Qt::ControlModifier);
        chooseFace(QStringLiteral("Amina Bello, Owner"));
        QVERIFY(m_shop->signIn());
        QVERIFY(m_shop->desk().principal().person == m_shop->owner->person);
        checkHalfDoneOrder();
    }

    void whatWasBeingTypedComesBackAndIsSaidSo()
    {
        signInAndBegin();
        m_shop->close();
        QVERIFY(m_shop->startAndSignIn());
        checkHalfDoneOrder();
        QVERIFY(m_shop->waitSays(QStringLiteral("Brought back: nobody yet, 1 piece. Not booked, no money taken.")));
    }

    //! Two windows of the program on one file, each with an order of its own; after a crash of both nothing is mixed.
    void twoWindowsTypeTwoOrders()
    {
        signInAndBegin();
        {
            const auto here = std::exchange(m_shop->program, nullptr);
            QVERIFY(m_shop->startAndSignIn()); // another window
            m_shop->press(Qt::Key_F2);
            QVERIFY(m_shop->window().findChild<OrderEditor *>()->isEmpty());
            QVERIFY(m_shop->tabTo(QStringLiteral("Shirt, key 3")));
            m_shop->press(Qt::Key_Space);
            QCOMPARE(pieces(*m_shop->program), QStringList{QStringLiteral("Shirt")});
            QCOMPARE(pieces(*here), QStringList{QStringLiteral("Trousers")});
            here->desk()->drafts().flush();
            m_shop->desk().drafts().flush();
            m_shop->close();
        }
        QVERIFY(m_shop->startAndSignIn());
        QCOMPARE(pieces(*m_shop->program), QStringList{QStringLiteral("Trousers")}); // the first is offered
        m_shop->press(Qt::Key_F3);                                                   // parked, to see the list
        QTRY_VERIFY_WITH_TIMEOUT(pieces(*m_shop->program).isEmpty(), m_shop->patience);
        QVERIFY(m_shop->waitSays(QStringLiteral("1 piece, typed in another window that closed")));
        m_shop->press(Qt::Key_F3);
        m_shop->press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(pieces(*m_shop->program), QStringList{QStringLiteral("Shirt")}, m_shop->patience);
        QVERIFY(m_shop->waitSays(QStringLiteral("Brought back: nobody yet, 1 piece. Not booked, no money taken.")));
    }

    void aFileThatCannotBeOpenedSaysWhy_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("newer") << QStringLiteral("newer") << QStringLiteral("written by a newer Thimblely");
        QTest::newRow("a text") << QStringLiteral("text") << QStringLiteral("no shop file of Thimblely");
        QTest::newRow("another program's") << QStringLiteral("other") << QStringLiteral("no shop file of Thimblely");
    }
    void aFileThatCannotBeOpenedSaysWhy()
    {
        QFETCH(QString, what);
        QFETCH(QString, sentence);
        if (what == QLatin1String("newer"))
            QVERIFY(m_shop->makeShop());
        spoil(what);
        const QByteArray before = content();
        m_shop->start();
        QVERIFY(m_shop->waitFor<ProblemPage>());
        QVERIFY(m_shop->says(sentence));
        QVERIFY(m_shop->says(m_shop->path()));
        QCOMPARE(content(), before);
        // Put right, it goes on from the key that has the keyboard already.
        QVERIFY(QFile::remove(m_shop->path()));
        QCOMPARE(m_shop->readName(m_shop->focus()), QStringLiteral("Try again"));
        m_shop->press(Qt::Key_Space);
        QVERIFY(m_shop->waitFor<FirstStartPage>());
    }

    void aFolderThatCannotBeMadeSaysSo()
    {
        QFile file(m_shop->dir.filePath(QStringLiteral("a file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        m_shop->start(file.fileName() + QStringLiteral("/shop.thimblely"));
        QVERIFY(m_shop->waitFor<ProblemPage>());
        QVERIFY(m_shop->says(QStringLiteral("or its folder cannot be written to")));
        QVERIFY(file.remove());
        m_shop->press(Qt::Key_Space);
        QVERIFY(m_shop->waitFor<FirstStartPage>());
    }

private:
    static QString whoField() { return QStringLiteral("Who the order is for"); }
    void signInAndBegin()
    {
        QVERIFY(m_shop->makeShop());
        QVERIFY(m_shop->startAndSignIn());
        begin();
    }
    //! The arrows go among the faces, of which Tab reaches the one that is chosen.
    void chooseFace(const QString &name)
    {
        QVERIFY(m_shop->waitForFaces());
        for (int i = 0; i < 10 && !qobject_cast<FaceButton *>(m_shop->focus()); ++i)
            m_shop->press(Qt::Key_Tab);
        for (int i = 0; i < 3 && m_shop->focusName() != name; ++i)
            m_shop->press(Qt::Key_Right);
        QCOMPARE(m_shop->focusName(), name);
        m_shop->press(Qt::Key_Space);
    }
    static QStringList pieces(const Program &program)
    {
        QStringList names;
        for (const orders::PieceDraft &piece : program.findChild<OrderEditor *>()->draft().pieces)
            names.append(piece.name);
        return names;
    }
    void begin()
    {
        m_shop->press(Qt::Key_F2);
        QVERIFY(m_shop->tabTo(QStringLiteral("Trousers, key 1")));
        m_shop->press(Qt::Key_Space);
        m_shop->press(Qt::Key_Return);
        m_shop->type("navy");
        checkHalfDoneOrder();
    }
    void checkHalfDoneOrder()
    {
        auto *editor = m_shop->window().findChild<OrderEditor *>();
        QCOMPARE(editor->draft().pieces.size(), size_t(1));
        QCOMPARE(editor->draft().pieces[0].name, QStringLiteral("Trousers"));
        QCOMPARE(editor->draft().pieces[0].colour, QStringLiteral("navy"));
    }
    QByteArray content() const
    {
        QFile file(m_shop->path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void spoil(const QString &what)
    {
        if (what == QLatin1String("text")) {
            QFile file(m_shop->path());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("Chest 98, waist 86\n");
            return;
        }
        const bool newer = what == QLatin1String("newer");
        storage::OpenOptions options{m_shop->path()};
        options.mode = newer ? storage::OpenOptions::Mode::ReadWrite : storage::OpenOptions::Mode::Create;
        const auto connection = storage::Connection::open(options).value();
        QVERIFY(
            connection->executeScript(newer ? "PRAGMA user_version = 4711" : "CREATE TABLE songs (title TEXT)").ok());
    }
    std::unique_ptr<test::OpenProgram> m_shop;
};

QTEST_MAIN(TestProgram)
#include "tst_program.moc"
