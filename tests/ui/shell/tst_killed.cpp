// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "tests/ui/shell/open_program.h"

#include <QLineEdit>
#include <QPlainTextEdit>
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

//! In a process of its own: signs in, types, and a second later says so and waits to be killed.
int typeUntilKilled(const QString &file, const QString &keys)
{
    test::OpenProgram shop;
    shop.start(file);
    if (!shop.signIn())
        return 1;
    pressAll(shop, keys);
    QTest::qWait(1000);
    std::puts("typed");
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
        row("given at pick up", "F2 4471 Return 2 Return Return 45000 Return Return +4 F9 F6 1001 Return 777",
            "F6 1001 Return", "777");
        const char *paidOut = "@Today Down Down Down Down Space @Paid_out Space";
        row("paid out",
            "@Today Down Down Down Down Space @Open_till Space 20000 Return @Paid_out Space 1750 Return thread_and",
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
    TestKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killed.moc"
