// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "tests/ui/shell/every_screen.h"
#include "ui/notebook/notebook_page.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QProcess>

#include <cstdio>

using namespace thimblely;

namespace {

/*!
 * Keys as a person presses them, parted by blanks: F2 Return Ctrl+K; @Money goes to the control of that name by Tab; and
 * anything else is typed as it stands. "_" is a blank.
 */
void pressAll(test::OpenProgram &shop, const QString &keys)
{
    for (QString key : keys.split(u' ', Qt::SkipEmptyParts)) {
        key.replace(u'_', u' ');
        if (key == u'~') { // until it is on the disk
            QTest::qWait(500);
            (void)QTest::qWaitFor([&] { return shop.desk().door().waiting() == 0; }, test::OpenProgram::patience);
            QTest::qWait(500);
            continue;
        }
        if (key.startsWith(u'@') && key.size() > 1) {
            shop.tabTo(key.mid(1));
            continue;
        }
        const QKeySequence sequence(key);
        const bool named = key.size() > 1 && sequence.count() == 1 && sequence[0].key() != Qt::Key_unknown;
        if (named)
            shop.press(sequence[0].key(), sequence[0].keyboardModifiers());
        else
            shop.type(key);
        QTest::qWait(50);
    }
}

int waitForTheKill()
{
    QTest::qWait(1000);
    std::puts("typed");
    std::fflush(stdout);
    return QCoreApplication::exec();
}

//! In a process of its own: signs in, types, and a second later says so and waits to be killed.
int typeUntilKilled(const QString &file, const QString &keys)
{
    test::OpenProgram shop;
    shop.start(file);
    if (!shop.signIn())
        return 1;
    pressAll(shop, keys);
    return waitForTheKill();
}

//! The same on one of the screens, into the field of that name.
int typeIntoUntilKilled(const QString &file, const QString &ids, const QString &screen, const QString &field,
                        const QString &text)
{
    test::EveryScreen every;
    every.know(ids);
    every.shop.start(file);
    if (!every.shop.signIn())
        return 1;
    every.go(screen);
    QWidget *into = every.field(field);
    if (!into)
        return 2;
    into->setFocus(Qt::OtherFocusReason);
    every.shop.type(text);
    return waitForTheKill();
}

//! The same on the page of the old book, by keys from where the keyboard is.
int typeNotebookUntilKilled(const QString &file, const QString &ids, const QString &keys)
{
    test::EveryScreen every;
    every.know(ids);
    every.shop.start(file);
    if (!every.shop.signIn())
        return 1;
    every.go(QStringLiteral("notebook"));
    pressAll(every.shop, keys);
    return waitForTheKill();
}

//! The same into every field of a screen, and says in JSON what stands in each.
int typeAllUntilKilled(const QString &file, const QString &ids, const QString &screen)
{
    test::EveryScreen every;
    every.know(ids);
    every.shop.start(file);
    if (!every.shop.signIn())
        return 1;
    every.go(screen);
    QStringList names;
    for (const QWidget *each : every.fields()) {
        if (!test::EveryScreen::isNoDraft(*each))
            names.append(each->accessibleName());
    }
    for (const QString &name : std::as_const(names)) {
        QWidget *field = every.field(name);
        if (!field)
            continue;
        field->setFocus(Qt::OtherFocusReason);
        every.shop.type(QStringLiteral("7"));
    }
    QTest::qWait(1000);
    QJsonObject texts;
    for (const QString &name : std::as_const(names)) {
        if (const QWidget *field = every.field(name))
            texts.insert(name, test::EveryScreen::textOf(field));
    }
    std::printf("%s\n", QJsonDocument(texts).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

//! kill -9 in each field: what was typed a second ago stands there again.
class TestKilled : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldComesBack_data()
    {
        QTest::addColumn<QString>("keys"); // to the field, and into it
        QTest::addColumn<QString>("back"); // to it again, after the next sign-in
        QTest::addColumn<QString>("text"); // that stands in it
        const auto row = [](const char *name, const char *keys, const char *back, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(keys) << QString::fromUtf8(back) << QString::fromUtf8(text);
        };
        row("who, half a number", "F2 0805", "", "0805");
        row("price", "F2 4471 Return 2 Return Return 45000", "", "45,000");
        row("colour", "F2 4471 Return 2 Return pinstripe", "", "pinstripe");
        row("when", "F2 4471 Return 2 Return Return 45000 Return Return +4", "", "+4");
        row("new client's name", "F2 08055550000 Return Ngozi_O", "", "Ngozi O");
        row("what was said", "Ctrl+K Ada Return @What_was_said she_said", "Ctrl+K Ada Return", "she said");
        row("given at pick up",
            "F2 4471 Return 2 Return Return 45000 Return Return +4 F9 ~ F6 1001 Return @Ticket_seen Space @Given "
            "Ctrl+A 777",
            "F6 1001 Return", "777");
        const char *paidOut = "@Today Down Down Down Down Down Down Space @Paid_out Space";
        row("paid out",
            "@Today Down Down Down Down Down Down Space @Open_till Space 20000 Return ~ @Paid_out Space 1750 Return "
            "thread_and",
            paidOut, "thread and");
    }
    void everyFieldComesBack()
    {
        QFETCH(const QString, keys);
        QFETCH(const QString, back);
        QFETCH(const QString, text);
        test::OpenProgram shop;
        QVERIFY(shop.makeShop());
        addAda(shop);
        QProcess typing;
        typing.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--type"), shop.path(), keys});
        QVERIFY(typing.waitForStarted());
        QVERIFY(QTest::qWaitFor([&] { return typing.bytesAvailable() > 0 || typing.state() == QProcess::NotRunning; },
                                2 * test::OpenProgram::patience));
        QCOMPARE(typing.readAllStandardOutput(), QByteArray("typed\n"));
        typing.kill(); // SIGKILL
        QVERIFY(typing.waitForFinished());
        QVERIFY(shop.startAndSignIn());
        pressAll(shop, back);
        QVERIFY2(QTest::qWaitFor([&] { return stands(shop, text); }, 5000), qPrintable(fields(shop)));
    }

    void everyFormComesBack_data()
    {
        QTest::addColumn<QString>("screen");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *screen, const char *field, const char *text) {
            QTest::newRow(screen) << QString::fromUtf8(screen) << QString::fromUtf8(field) << QString::fromUtf8(text);
        };
        row("till opening", "In the drawer before the first sale", "12345");
        row("till count", "Loose, not in the list", "777");
        row("till close", "Why it differs", "a coin rolled");
        row("till move", "What for", "thread and");
        row("take back", "Why", "the wrong client");
        row("cancel", "Why", "the wedding is");
        row("cancel order", "Why", "moved to Abuja");
        row("correct", "Colour", "navy after all");
        row("promise", "In words, for the shop", "power was off");
        row("fitting", "What was seen", "left sleeve +1");
        row("redo", "What was wrong", "hem too short");
        row("change", "What is changed", "wider lapels");
        row("hold", "What is asked", "one vent or");
        row("answer", "The answer", "gold thread");
        row("delivery", "Who brings it", "Musa on the bike");
        row("message", "What the client is told", "Hello, it is");
        row("attempt", "What came of it", "nobody answered");
        row("outcome", "To whom, or how", "the church of");
        row("release", "Why it leaves unpaid", "pays on Friday");
        row("where it hangs", "Where it hangs", "Rail C4");
        row("shop", "Address", "12 Broad Street");
        row("add person", "Name", "Bisi Co");
        row("price line", "Task, as it is said at the counter", "Shorten sleeves");
        row("templates", "Name in this shop", "Chest, all round");
        row("party", "Day of the event", "12 de");
        row("party names", "Names of the people, one a line", "Bisi Cole");
        row("group", "Names of the people to add, one a line", "Bisi Cole");
        row("new client", "Name", "Ade Olu");
        row("edit client", "Company", "Choir of");
        row("client", "What was said", "she comes on");
    }
    //! Typed into a form of any screen and killed: it is told of at the sign-in, and stands there again.
    void everyFormComesBack()
    {
        QFETCH(const QString, screen);
        QFETCH(const QString, field);
        QFETCH(const QString, text);
        test::EveryScreen every;
        QVERIFY(every.make());
        QProcess typing;
        typing.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        typing.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("--type-into"), every.shop.path(), every.ids(), screen, field, text});
        QVERIFY(typing.waitForStarted());
        QVERIFY(QTest::qWaitFor([&] { return typing.bytesAvailable() > 0 || typing.state() == QProcess::NotRunning; },
                                2 * test::OpenProgram::patience));
        QCOMPARE(typing.readAllStandardOutput(), QByteArray("typed\n"));
        typing.kill(); // SIGKILL
        QVERIFY(typing.waitForFinished());
        QVERIFY(every.shop.startAndSignIn());
        if (screen.endsWith(QLatin1String(" client")))
            QVERIFY(QTest::qWaitFor([&] { return isSaid(every.shop, QStringLiteral("Begun and not done")); }, 5000));
        every.go(screen);
        const auto stands = [&] {
            const QWidget *there = every.field(field);
            return there && test::EveryScreen::textOf(there).remove(u',').contains(QString(text).remove(u','));
        };
        QVERIFY2(QTest::qWaitFor(stands, 5000),
                 qPrintable(every.field(field) ? test::EveryScreen::textOf(every.field(field)) : fields(every.shop)));
    }

    void allFieldsOfAScreenComeBack_data()
    {
        QTest::addColumn<QString>("screen");
        for (const char *screen : {"half-done order", "bag", "measuring", "correct", "edit client", "shop", "delivery"})
            QTest::newRow(screen) << QString::fromLatin1(screen);
    }
    void allFieldsOfAScreenComeBack()
    {
        QFETCH(const QString, screen);
        test::EveryScreen every;
        QVERIFY(every.make());
        QProcess typing;
        typing.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        typing.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("--type-all"), every.shop.path(), every.ids(), screen});
        QVERIFY(typing.waitForStarted());
        QVERIFY(QTest::qWaitFor([&] { return typing.canReadLine() || typing.state() == QProcess::NotRunning; },
                                2 * test::OpenProgram::patience));
        const QJsonObject typed = QJsonDocument::fromJson(typing.readLine()).object();
        typing.kill(); // SIGKILL
        QVERIFY(typing.waitForFinished());
        QVERIFY(!typed.isEmpty());
        QVERIFY(every.shop.startAndSignIn());
        every.go(screen);
        QStringList lost;
        for (auto field = typed.begin(); field != typed.end(); ++field) {
            const auto plain = [](QString text) { return text.remove(u',').trimmed(); };
            const QString text = plain(field.value().toString());
            const QWidget *there = nullptr;
            if (!QTest::qWaitFor(
                    [&] {
                        there = every.field(field.key());
                        return there && plain(test::EveryScreen::textOf(there)) == text;
                    },
                    1000))
                lost.append(
                    QStringLiteral("%1: %2 was %3")
                        .arg(field.key(), there ? test::EveryScreen::textOf(there) : QStringLiteral("(gone)"), text));
        }
        QVERIFY2(lost.isEmpty(), qPrintable(lost.join(QStringLiteral(" | "))));
    }

    //! A page of the old book: the lines that are done, and the cell that never got its Enter.
    void aPageOfTheOldBookComesBack()
    {
        test::EveryScreen every;
        QVERIFY(every.make());
        QProcess typing;
        typing.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        typing.start(
            QCoreApplication::applicationFilePath(),
            {QStringLiteral("--type-notebook"), every.shop.path(), every.ids(),
             QStringLiteral("77 Return Ngozi_Ade Return Return 2_trousers_navy_hem Return C4 Return 3_nov Return "
                            "Return 9000 Return 4000 Return 78 Return Musa Return 0803_55")});
        QVERIFY(typing.waitForStarted());
        QVERIFY(QTest::qWaitFor([&] { return typing.bytesAvailable() > 0 || typing.state() == QProcess::NotRunning; },
                                2 * test::OpenProgram::patience));
        QCOMPARE(typing.readAllStandardOutput(), QByteArray("typed\n"));
        typing.kill(); // SIGKILL
        QVERIFY(typing.waitForFinished());
        QVERIFY(every.shop.startAndSignIn()); // to the page that was left
        auto *page = every.shop.program->findChild<ui::NotebookPage *>();
        QVERIFY(page && QTest::qWaitFor([page] { return page->isVisible(); }, 5000));
        QVERIFY(QTest::qWaitFor([&] { return isSaid(every.shop, QStringLiteral("that was begun is back")); }, 5000));
        const ui::NotebookModel &lines = page->lines();
        QCOMPARE(lines.filled().size(), size_t(2));
        const QStringList first{
            QStringLiteral("77"),  QStringLiteral("Ngozi Ade"), QString(), QStringLiteral("2 trousers navy hem"),
            QStringLiteral("C4"),  QStringLiteral("3 nov"),     QString(), QStringLiteral("9000"),
            QStringLiteral("4000")};
        for (int column = 0; column < first.size(); ++column)
            QCOMPARE(lines.cell(0, ui::NotebookModel::Column(column)), first[column]);
        QCOMPARE(lines.cell(1, ui::NotebookModel::Client), QStringLiteral("Musa"));
        QCOMPARE(lines.cell(1, ui::NotebookModel::Phone), QStringLiteral("0803 55"));
    }

    //! Nobody else is shown what one person has typed.
    void whatOnePersonTypedIsNotShownToAnother()
    {
        test::EveryScreen every;
        QVERIFY(every.make());
        QVERIFY(every.shop.startAndSignIn());
        every.go(QStringLiteral("cancel"));
        every.shop.type("the wedding is off");
        QTest::qWait(50);
        every.shop.close();
        every.shop.start();
        QVERIFY(every.shop.waitForFaces());
        const auto faces = every.shop.shown<ui::SignInPage>()->findChildren<ui::FaceButton *>();
        const auto his = std::ranges::find_if(faces, [](const ui::FaceButton *face) {
            return face->accessibleName().contains(QStringLiteral("Tunde Ade"));
        });
        QVERIFY(his != faces.end());
        (*his)->click();
        QVERIFY(every.shop.signIn("0852"));
        QVERIFY(!every.shop.says(QStringLiteral("Begun and not done")));
        every.go(QStringLiteral("cancel"));
        QCOMPARE(test::EveryScreen::textOf(every.field(QStringLiteral("Why"))), QString());
        QVERIFY(every.shop.desk().drafts().all().empty());
        every.shop.close();
        QVERIFY(every.shop.startAndSignIn());
        QVERIFY(every.shop.waitSays(QStringLiteral("Begun and not done: Cancel a piece")));
        every.go(QStringLiteral("cancel"));
        QCOMPARE(test::EveryScreen::textOf(every.field(QStringLiteral("Why"))), QStringLiteral("the wedding is off"));
        QVERIFY(every.shop.says(QStringLiteral("is back. It is not done yet.")));
    }

private:
    static void addAda(test::OpenProgram &shop)
    {
        const auto session = access::Session::open(shop.path(), *shop.owner).value();
        const auto door = changes::WriteDoor::open(*session, shop.clock).value();
        ClientDraft draft;
        draft.name = QStringLiteral("Ada Obi");
        draft.phones = {{QStringLiteral("0803 555 4471")}};
        QVERIFY(changes::await(ClientService(*session, *door).add(draft)));
    }
    static bool stands(const test::OpenProgram &shop, const QString &text)
    {
        const auto edits = shop.program->findChildren<QLineEdit *>();
        return std::ranges::any_of(edits,
                                   [&](const QLineEdit *edit) { return edit->isVisible() && edit->text() == text; });
    }
    static bool isSaid(const test::OpenProgram &shop, const QString &words)
    {
        const auto labels = shop.program->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    static QString fields(const test::OpenProgram &shop)
    {
        QStringList texts;
        for (const QLineEdit *edit : shop.program->findChildren<QLineEdit *>()) {
            if (edit->isVisible())
                texts.append(edit->accessibleName() + QStringLiteral(": ") + edit->text());
        }
        return texts.join(QStringLiteral(" | "));
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QLatin1String("--type"))
        return typeUntilKilled(arguments[2], arguments[3]);
    if (arguments.size() == 7 && arguments[1] == QLatin1String("--type-into"))
        return typeIntoUntilKilled(arguments[2], arguments[3], arguments[4], arguments[5], arguments[6]);
    if (arguments.size() == 5 && arguments[1] == QLatin1String("--type-all"))
        return typeAllUntilKilled(arguments[2], arguments[3], arguments[4]);
    if (arguments.size() == 5 && arguments[1] == QLatin1String("--type-notebook"))
        return typeNotebookUntilKilled(arguments[2], arguments[3], arguments[4]);
    TestKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killed.moc"
