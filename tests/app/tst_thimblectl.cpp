// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/app/run_thimblectl.h"
#include "tests/support/test_paths.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

#include <unistd.h>

using namespace thimblely::test;

class TestThimblectl : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void makesAShop();
    void usageIsExitCodeTwo_data();
    void usageIsExitCodeTwo();
    void helpForEveryVerb_data();
    void helpForEveryVerb();
    void refusalsSayWhy_data();
    void refusalsSayWhy();
    void namesWhatIsWrong();
    void aDamagedPageIsSaidToBe_data();
    void aDamagedPageIsSaidToBe();
    void aReadOnlyShopIsSaidToBe_data();
    void aReadOnlyShopIsSaidToBe();
    void aReadOnlyFileSystemIsSaidToBe();
    void sqlStaysBehindTheWall();
    void jsonIsOneValueOrNothing_data();
    void jsonIsOneValueOrNothing();
    void showsABarOnATerminalOnly();
    void importsOurOwnCardsTwice();
    void importsTheSurveyTwice();
    void importsEveryCardOrSaysWhy();
    void importsEverySeamlyFileOrSaysWhy();
    void importsAnyTableAsItIsTold();
    void exportsTablesThatComeInAgain();
    void exportsWhatItImports();
    void exportsOverNothingUnsaid();
    void givesAndErases();
    void checksMeasurements();
    void checksThemAsTheyAreTyped();
    void asksFewOfTheSurveyAsTheyAreTyped_data();
    void asksFewOfTheSurveyAsTheyAreTyped();
    void aTableThatCannotBeCheckedSaysWhy_data();
    void aTableThatCannotBeCheckedSaysWhy();

private:
    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    QString newShop(const char *name);
    QStringList asOwner(const QStringList &verb, const QString &file) const;
    QTemporaryDir m_dir;
};

QString TestThimblectl::newShop(const char *name)
{
    const QString file = path(name);
    const Run made =
        run({QStringLiteral("init"), QStringLiteral("--db"), file, QStringLiteral("--shop"), QStringLiteral("Bello"),
             QStringLiteral("--owner"), QStringLiteral("amina@bello.example"), QStringLiteral("--country"),
             QStringLiteral("NG"), QStringLiteral("--currency"), QStringLiteral("NGN"), QStringLiteral("--password-fd"),
             QStringLiteral("0"), QStringLiteral("--json")});
    if (made.exitCode != 0)
        qWarning("%s", made.errors.constData());
    return made.exitCode == 0 ? file : QString();
}

QStringList TestThimblectl::asOwner(const QStringList &verb, const QString &file) const
{
    return verb + QStringList{QStringLiteral("--db"),          file,
                              QStringLiteral("--as"),          QStringLiteral("amina@bello.example"),
                              QStringLiteral("--password-fd"), QStringLiteral("0"),
                              QStringLiteral("--json")};
}

void TestThimblectl::makesAShop()
{
    const QString file = newShop("init.thimble");
    QVERIFY(!file.isEmpty());
    const Run verified = run({QStringLiteral("verify"), QStringLiteral("--db"), file});
    QVERIFY2(verified.exitCode == 0, (verified.out + verified.errors).constData());
    const Run again =
        run({QStringLiteral("init"), QStringLiteral("--db"), file, QStringLiteral("--shop"), QStringLiteral("Bello"),
             QStringLiteral("--owner"), QStringLiteral("a@b.example"), QStringLiteral("--country"),
             QStringLiteral("NG"), QStringLiteral("--password-fd"), QStringLiteral("0")});
    QCOMPARE(again.exitCode, 1);
    QVERIFY(!again.errors.isEmpty());
}

void TestThimblectl::usageIsExitCodeTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("no such verb") << QStringList{QStringLiteral("sew")};
    QTest::newRow("no file") << QStringList{QStringLiteral("verify")};
    QTest::newRow("no table") << QStringList{QStringLiteral("check-measurements")};
    QTest::newRow("two tables") << QStringList{QStringLiteral("check-measurements"), QStringLiteral("a.csv"),
                                               QStringLiteral("b.csv")};
    QTest::newRow("salvaged to nowhere") << QStringList{QStringLiteral("salvage"), QStringLiteral("a")};
    QTest::newRow("nothing to salvage") << QStringList{QStringLiteral("salvage"), QStringLiteral("--db"),
                                                       QStringLiteral("x")};
    QTest::newRow("no such option") << QStringList{QStringLiteral("verify"), QStringLiteral("--fast")};
    QTest::newRow("nobody acts") << QStringList{QStringLiteral("sql"), QStringLiteral("--db"), QStringLiteral("x"),
                                                QStringLiteral("SELECT 1")};
    QTest::newRow("strange kind") << QStringList{
        QStringLiteral("import"), QStringLiteral("cats"), QStringLiteral("x.vcf"), QStringLiteral("--db"),
        QStringLiteral("x"),      QStringLiteral("--as"), QStringLiteral("a")};
    QTest::newRow("a word too many") << QStringList{QStringLiteral("verify"), QStringLiteral("all"),
                                                    QStringLiteral("--db"), QStringLiteral("x")};
    QTest::newRow("an option's value is missing") << QStringList{QStringLiteral("verify"), QStringLiteral("--db")};
    QTest::newRow("no format") << QStringList{QStringLiteral("export"), QStringLiteral("clients"),
                                              QStringLiteral("--db"),   QStringLiteral("x"),
                                              QStringLiteral("--as"),   QStringLiteral("a")};
    QTest::newRow("strange number") << QStringList{QStringLiteral("demo"), QStringLiteral("--db"), QStringLiteral("x"),
                                                   QStringLiteral("--seed"), QStringLiteral("seven")};
}

void TestThimblectl::usageIsExitCodeTwo()
{
    QFETCH(QStringList, arguments);
    const Run result = run(arguments);
    QCOMPARE(result.exitCode, 2);
    QVERIFY(!result.errors.isEmpty());
    QVERIFY(result.out.isEmpty());
}

void TestThimblectl::helpForEveryVerb_data()
{
    QTest::addColumn<QString>("verb");
    for (const char *verb : {"init", "demo", "import", "export", "erase", "sql", "verify", "check-measurements"})
        QTest::newRow(verb) << QString::fromLatin1(verb);
}

void TestThimblectl::helpForEveryVerb()
{
    QFETCH(QString, verb);
    const Run result = run({verb, QStringLiteral("--help")});
    QCOMPARE(result.exitCode, 0);
    QVERIFY2(result.out.startsWith("Usage: thimblectl " + verb.toLatin1() + ' '), result.out.constData());
    QCOMPARE(result.out.contains("--db FILE"), verb != QLatin1String("check-measurements"));
    QVERIFY(result.out.contains("Exit codes: 0"));
    QVERIFY(result.errors.isEmpty());
}

void TestThimblectl::refusalsSayWhy_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no file") << QByteArray();
    QTest::newRow("no database") << QByteArray(5000, 'x');
    QTest::newRow("another program's") << QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\0');
}

void TestThimblectl::refusalsSayWhy()
{
    QFETCH(QByteArray, content);
    const QString file = path("strange.thimble");
    QFile::remove(file);
    if (!content.isEmpty()) {
        QFile strange(file);
        QVERIFY(strange.open(QIODevice::WriteOnly));
        strange.write(content);
    }
    const Run result = run(asOwner({QStringLiteral("sql"), QStringLiteral("SELECT 1")}, file));
    QCOMPARE(result.exitCode, 1);
    QVERIFY(result.errors.size() > 20);
    QFile after(file);
    QCOMPARE(after.open(QIODevice::ReadOnly), !content.isEmpty());
    if (after.isOpen())
        QCOMPARE(after.readAll(), content);
}

void TestThimblectl::namesWhatIsWrong()
{
    const QString file = newShop("named.thimble");
    const Run elsewhere = run(asOwner(
        {QStringLiteral("sql"), QStringLiteral("SELECT 1"), QStringLiteral("--workspace"), QStringLiteral("nope")},
        file));
    QCOMPARE(elsewhere.exitCode, 1);
    QVERIFY2(elsewhere.errors.contains("There is no workspace called nope."), elsewhere.errors.constData());
    const auto initIn = [&](const char *currency) {
        return run({QStringLiteral("init"), QStringLiteral("--db"), path(currency), QStringLiteral("--shop"),
                    QStringLiteral("Bello"), QStringLiteral("--owner"), QStringLiteral("a@b.example"),
                    QStringLiteral("--country"), QStringLiteral("NG"), QStringLiteral("--currency"),
                    QString::fromLatin1(currency), QStringLiteral("--password-fd"), QStringLiteral("0")});
    };
    const Run strange = initIn("XXQ");
    QCOMPARE(strange.exitCode, 1);
    QVERIFY2(strange.errors.contains("is no currency"), strange.errors.constData());
    QVERIFY(!QFile::exists(path("XXQ")));
    QCOMPARE(initIn("usd").exitCode, 0);
}

void TestThimblectl::aDamagedPageIsSaidToBe_data()
{
    QTest::addColumn<QByteArray>("where");
    QTest::addColumn<bool>("ofSchema");
    QTest::newRow("header") << QByteArray("first") << true;
    QTest::newRow("list of tables") << QByteArray("schema") << true;
    QTest::newRow("some rows") << QByteArray("last") << false; // what opening reads lies before it
}

void TestThimblectl::aDamagedPageIsSaidToBe()
{
    QFETCH(QByteArray, where);
    QFETCH(bool, ofSchema);
    const QString name = newShop((where + ".thimble").constData());
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 pageSize = 4096;
    const QByteArray first = file.read(pageSize);
    const quint32 leaf = qFromBigEndian<quint32>(first.constData() + 108); // the rightmost below page 1
    const qint64 page = where == "first" ? 1 : where == "schema" ? qint64(leaf) : file.size() / pageSize;
    const qint64 at = page * pageSize - 2048;
    file.seek(at);
    const QByteArray byte = file.read(1);
    file.seek(at);
    file.write(QByteArray(1, char(byte[0] ^ 4)));
    file.close();
    const Run verified = run({QStringLiteral("verify"), QStringLiteral("--db"), name});
    QCOMPARE(verified.exitCode, 1);
    const QByteArray begins = ofSchema ? "page sqlite_schema: page %1 is damaged" : "page: page %1 is damaged";
    QVERIFY2(verified.out.startsWith(QByteArray(begins).replace("%1", QByteArray::number(page))),
             (verified.out + verified.errors).constData());
    QVERIFY2(verified.out.contains("thimblectl salvage \"" + name.toUtf8() + '"'), verified.out.constData());
    const Run json = run({QStringLiteral("verify"), QStringLiteral("--db"), name, QStringLiteral("--json")});
    QCOMPARE(json.exitCode, 1);
    QVERIFY(json.out.contains("page " + QByteArray::number(page) + " is damaged"));

    const QString read = path((where + "-read.thimble").constData());
    const Run salvaged = run({QStringLiteral("salvage"), name, QStringLiteral("--db"), read, QStringLiteral("--json")});
    QCOMPARE(salvaged.exitCode, 0);
    QCOMPARE(salvaged.json()[QLatin1String("damaged_pages")].toInt(), 1);
    QCOMPARE(run({QStringLiteral("verify"), QStringLiteral("--db"), read}).exitCode, 0);
    const Run again = run({QStringLiteral("salvage"), name, QStringLiteral("--db"), read});
    QCOMPARE(again.exitCode, 1); // never over a file that is there
    QCOMPARE(run({QStringLiteral("verify"), QStringLiteral("--db"), name}).exitCode, 1); // as it was
}

void TestThimblectl::aReadOnlyShopIsSaidToBe_data()
{
    QTest::addColumn<bool>("folderToo");
    QTest::newRow("the file") << false;
    QTest::newRow("the file and its folder") << true;
}

void TestThimblectl::aReadOnlyShopIsSaidToBe()
{
    QFETCH(bool, folderToo);
    QDir(m_dir.path()).mkdir(QStringLiteral("locked"));
    const QString folder = path("locked");
    QFile::rename(newShop("locked.thimble"), folder + QStringLiteral("/shop.thimble"));
    const auto everybody = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    const auto enter = QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(m_dir.path(), everybody | enter | QFile::WriteOwner));
    QVERIFY(QFile::setPermissions(folder + QStringLiteral("/shop.thimble"), everybody));
    QVERIFY(QFile::setPermissions(folder, everybody | enter | (folderToo ? QFile::Permissions() : QFile::WriteOther)));
    QProcess process;
    process.setChildProcessModifier([] {
        if (geteuid() == 0 && setuid(65534) != 0) // root may write everywhere
            _exit(99);
    });
    process.start(QStringLiteral(THIMBLECTL),
                  {QStringLiteral("verify"), QStringLiteral("--db"), folder + QStringLiteral("/shop.thimble")});
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray errors = process.readAllStandardError();
    QFile::setPermissions(folder, everybody | enter | QFile::WriteOwner);
    QDir(folder).removeRecursively();
    QCOMPARE(process.exitCode(), 1);
    QVERIFY2(errors.contains("cannot be written to"), errors.constData());
}

//! There SQLite fails otherwise than by permissions; the mount is seen by the program alone.
void TestThimblectl::aReadOnlyFileSystemIsSaidToBe()
{
    QDir(m_dir.path()).mkdir(QStringLiteral("mounted"));
    const QString folder = path("mounted");
    QVERIFY(QFile::rename(newShop("mounted.thimble"), folder + QStringLiteral("/shop.thimble")));
    QProcess process;
    process.start(QStringLiteral("unshare"),
                  {QStringLiteral("-rm"), QStringLiteral("sh"), QStringLiteral("-c"),
                   QStringLiteral("mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\" || exit 77; "
                                  "exec \"$0\" verify --db \"$1/shop.thimble\""),
                   QStringLiteral(THIMBLECTL), folder});
    const bool ran = process.waitForFinished(60'000);
    const QByteArray errors = process.readAllStandardError();
    if (!ran || process.exitCode() == 77 || errors.startsWith("unshare:"))
        QSKIP("nothing may be mounted here");
    QCOMPARE(process.exitCode(), 1);
    QVERIFY2(errors.contains("cannot be written to"), errors.constData());
}

void TestThimblectl::sqlStaysBehindTheWall()
{
    const QString file = newShop("sql.thimble");
    const Run shops =
        run(asOwner({QStringLiteral("sql"), QStringLiteral("SELECT name, currency FROM workspaces")}, file));
    QVERIFY2(shops.exitCode == 0, shops.errors.constData());
    QCOMPARE(shops.array(), QJsonArray({QJsonObject{{QStringLiteral("name"), QStringLiteral("Bello")},
                                                    {QStringLiteral("currency"), QStringLiteral("NGN")}}}));
    for (const char *statement : {"SELECT * FROM main.clients", "SELECT password_hash FROM auth_users",
                                  "DELETE FROM clients", "SELECT 1; SELECT 2", "PRAGMA user_version"})
        QCOMPARE(run(asOwner({QStringLiteral("sql"), QString::fromLatin1(statement)}, file)).exitCode, 1);
}

//! One value on stdout where it went well, and nothing that looks like an answer where it did not.
void TestThimblectl::jsonIsOneValueOrNothing_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("rows") << QStringLiteral("SELECT name FROM workspaces") << 0;
    QTest::newRow("no rows") << QStringLiteral("SELECT name FROM clients") << 0;
    QTest::newRow("no such column") << QStringLiteral("SELECT nothing FROM clients") << 1;
    QTest::newRow("fails among its rows")
        << QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n") << 1;
}

void TestThimblectl::jsonIsOneValueOrNothing()
{
    QFETCH(QString, statement);
    QFETCH(int, exitCode);
    const QString file = path("one.thimble");
    if (!QFile::exists(file))
        QVERIFY(!newShop("one.thimble").isEmpty());
    const Run result = run(asOwner({QStringLiteral("sql"), statement}, file));
    QCOMPARE(result.exitCode, exitCode);
    QJsonParseError error;
    const auto value = QJsonDocument::fromJson(result.out, &error);
    QCOMPARE(error.error == QJsonParseError::NoError, exitCode == 0);
    QCOMPARE(value.isArray(), exitCode == 0);
    QCOMPARE(result.out.isEmpty(), exitCode != 0);    // half of it would be none
    QCOMPARE(result.errors.isEmpty(), exitCode == 0); // neither a log line nor a bar: this is no terminal
}

void TestThimblectl::showsABarOnATerminalOnly()
{
    const QString script = QStandardPaths::findExecutable(QStringLiteral("script")); // gives it a terminal
    const QString bar = QStringLiteral("[####");
    const QStringList demo = {QStringLiteral("demo"),     QStringLiteral("--clients"), QStringLiteral("5"),
                              QStringLiteral("--orders"), QStringLiteral("5"),         QStringLiteral("--db")};
    const Run quiet = run(demo + QStringList{path("quiet.thimble")});
    QCOMPARE(quiet.exitCode, 0);
    QVERIFY2(quiet.errors.isEmpty(), quiet.errors.constData());
    if (script.isEmpty())
        QSKIP("a bar on a terminal: there is no script(1) to make one");
    QProcess terminal;
    terminal.start(script,
                   {QStringLiteral("-qec"),
                    (QStringList{QStringLiteral(THIMBLECTL)} + demo + QStringList{path("bar.thimble")}).join(u' '),
                    QStringLiteral("/dev/null")});
    QVERIFY(terminal.waitForFinished(120'000));
    QVERIFY(QString::fromUtf8(terminal.readAllStandardOutput()).contains(bar));
}

void TestThimblectl::importsOurOwnCardsTwice()
{
    const QString file = newShop("cards.thimble");
    const QString cards = path("cards.vcf");
    QFile out(cards);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Élodie Lefèvre\r\nTEL:+33 6 12 34 56 78\r\nEND:VCARD\r\n"
              "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Tunde\r\nBDAY:19800322\r\nEND:VCARD\r\n"
              "BEGIN:VCARD\r\nVERSION:4.0\r\nTITLE:nobody\r\nEND:VCARD\r\n");
    out.close();
    const QStringList verb = {QStringLiteral("import"), QStringLiteral("clients"), cards};
    const Run dry = run(asOwner(verb + QStringList{QStringLiteral("--dry-run")}, file));
    QVERIFY2(dry.exitCode == 0, dry.errors.constData());
    QCOMPARE(dry.json()[QLatin1String("created")].toInt(), 2);
    const Run first = run(asOwner(verb, file));
    QVERIFY2(first.exitCode == 0, first.errors.constData());
    QCOMPARE(first.json()[QLatin1String("created")].toInt(), 2);
    QCOMPARE(first.json()[QLatin1String("read")].toInt(), 3);
    const QJsonObject refused = first.json()[QLatin1String("refused")].toArray().first().toObject();
    QCOMPARE(refused[QLatin1String("line")].toInt(), 11);
    QVERIFY(!refused[QLatin1String("reason")].toString().isEmpty());
    const Run second = run(asOwner(verb, file));
    QCOMPARE(second.json()[QLatin1String("created")].toInt(), 0);
    QCOMPARE(second.json()[QLatin1String("unchanged")].toInt(), 2);
}

void TestThimblectl::importsTheSurveyTwice()
{
    const QString survey = sharedData() + QStringLiteral("/measurements/ANSUR_II_FEMALE_Public.csv");
    if (!QFile::exists(survey))
        QSKIP("the survey's 1,986 women: ../shared/data is absent");
    const QString file = newShop("survey.thimble");
    const QStringList verb = {QStringLiteral("import"), QStringLiteral("measurements"), survey};
    const Run first = run(asOwner(verb, file));
    QVERIFY2(first.exitCode == 0, first.errors.constData());
    QCOMPARE(first.json()[QLatin1String("created")].toInt(), 1986);
    QCOMPARE(first.json()[QLatin1String("clients_created")].toInt(), 1986);
    QCOMPARE(first.json()[QLatin1String("refused")].toArray().size(), 0);
    const Run second = run(asOwner(verb, file));
    QCOMPARE(second.json()[QLatin1String("created")].toInt(), 0);
    QCOMPARE(second.json()[QLatin1String("clients_created")].toInt(), 0);
    QCOMPARE(second.json()[QLatin1String("unchanged")].toInt(), 1986);
    const Run counted =
        run(asOwner({QStringLiteral("sql"), QStringLiteral("SELECT (SELECT count(*) FROM clients) AS people,"
                                                           " (SELECT count(*) FROM client_measurements) AS sets")},
                    file));
    QCOMPARE(counted.array().first().toObject()[QLatin1String("people")].toInt(), 1986);
    QCOMPARE(counted.array().first().toObject()[QLatin1String("sets")].toInt(), 1986);
}

void TestThimblectl::importsEveryCardOrSaysWhy()
{
    const QString cards = sharedData() + QStringLiteral("/contacts-vcard");
    if (!QDir(cards).exists())
        QSKIP("vCards of real phones and programs: ../shared/data is absent");
    const QString file = newShop("phones.thimble");
    const Run first = run(asOwner({QStringLiteral("import"), QStringLiteral("clients"), cards}, file));
    QVERIFY2(first.exitCode == 0, first.errors.constData());
    const QJsonObject report = first.json();
    const QJsonArray refused = report[QLatin1String("refused")].toArray();
    QCOMPARE(report[QLatin1String("files")].toInt(),
             int(QDir(cards).entryList({QStringLiteral("*.vcf")}, QDir::Files).size()));
    QCOMPARE(report[QLatin1String("read")].toInt(),
             report[QLatin1String("created")].toInt() + report[QLatin1String("updated")].toInt() +
                 report[QLatin1String("unchanged")].toInt() + int(refused.size()));
    for (const QJsonValue &entry : refused)
        QVERIFY(!entry[QLatin1String("reason")].toString().isEmpty());
    const Run second = run(asOwner({QStringLiteral("import"), QStringLiteral("clients"), cards}, file));
    QCOMPARE(second.json()[QLatin1String("created")].toInt(), 0);
}

void TestThimblectl::importsEverySeamlyFileOrSaysWhy()
{
    const QString folder = sharedData() + QStringLiteral("/measurement-files");
    if (!QDir(folder).exists())
        QSKIP("measurement files of Seamly and Valentina: ../shared/data is absent");
    const QString file = newShop("seamly.thimble");
    const Run first = run(asOwner({QStringLiteral("import"), QStringLiteral("measurements"), folder}, file));
    QVERIFY2(first.exitCode == 0, first.errors.constData());
    QVERIFY(first.json()[QLatin1String("created")].toInt() > 0);
    const Run second = run(asOwner({QStringLiteral("import"), QStringLiteral("measurements"), folder}, file));
    QCOMPARE(second.json()[QLatin1String("created")].toInt(), 0);
}

void TestThimblectl::importsAnyTableAsItIsTold()
{
    const QString file = newShop("tables.thimble");
    QFile book(path("book.csv"));
    QVERIFY(book.open(QIODevice::WriteOnly));
    book.write("Wer;Ruf;Bund;Hueftumfang\nAmina Bello;0803 555 4471;32;40\nTunde Ade;0803 555 4472;tall;42\n");
    book.close();
    const QStringList clients = {QStringLiteral("import"), QStringLiteral("clients"), book.fileName()};
    QCOMPARE(run(asOwner(clients, file)).exitCode, 1); // nobody knows what "Wer" is
    const QStringList mapped = clients + QStringList{QStringLiteral("--map"), QStringLiteral("Wer=name"),
                                                     QStringLiteral("--map"), QStringLiteral("Ruf=phone")};
    QCOMPARE(
        run(asOwner(mapped + QStringList{QStringLiteral("--dry-run")}, file)).json()[QLatin1String("created")].toInt(),
        2);
    QCOMPARE(run(asOwner(mapped, file)).json()[QLatin1String("created")].toInt(), 2);
    QCOMPARE(run(asOwner(mapped, file)).json()[QLatin1String("unchanged")].toInt(), 2);
    const Run sets =
        run(asOwner({QStringLiteral("import"), QStringLiteral("measurements"), book.fileName(), QStringLiteral("--map"),
                     QStringLiteral("Wer=name"), QStringLiteral("--map"), QStringLiteral("Bund=@trouser_waist"),
                     QStringLiteral("--map"), QStringLiteral("Hueftumfang=hip_circ"), QStringLiteral("--unit"),
                     QStringLiteral("in")},
                    file));
    QVERIFY2(sets.exitCode == 0, sets.errors.constData());
    QCOMPARE(sets.json()[QLatin1String("created")].toInt(), 1);
    QCOMPARE(sets.json()[QLatin1String("clients_created")].toInt(), 0);
    const QJsonObject refused = sets.json()[QLatin1String("refused")].toArray().first().toObject();
    QCOMPARE(refused[QLatin1String("line")].toInt(), 3);
    QVERIFY(refused[QLatin1String("reason")].toString().contains(QStringLiteral("tall")));
    QCOMPARE(run(asOwner(clients + QStringList{QStringLiteral("--map"), QStringLiteral("Wer")}, file)).exitCode, 2);
    QCOMPARE(run(asOwner(clients + QStringList{QStringLiteral("--unit"), QStringLiteral("ell")}, file)).exitCode, 2);
}

void TestThimblectl::exportsTablesThatComeInAgain()
{
    const QString file = newShop("goods.thimble");
    QFile book(path("goods.csv"));
    QVERIFY(book.open(QIODevice::WriteOnly));
    book.write("type,name,garments,price,unit\nservice,Hem,trousers,1500.50,\nfabric_roll,Navy wool,,9000,m\n"
               "marketplace,Fila,,5000,\n");
    book.close();
    const QStringList products = {QStringLiteral("import"), QStringLiteral("products"), book.fileName()};
    QCOMPARE(run(asOwner(products, file)).json()[QLatin1String("created")].toInt(), 3);
    const QString out = path("goods-out.csv");
    const auto exported = [&](const char *what, const QString &to) {
        return run(asOwner({QStringLiteral("export"), QLatin1String(what), QStringLiteral("--format"),
                            QStringLiteral("csv"), QStringLiteral("--out"), to},
                           file));
    };
    const Run written = exported("products", out);
    QVERIFY2(written.exitCode == 0, written.errors.constData());
    QCOMPARE(written.json()[QLatin1String("written")].toInt(), 3);
    const QString other = newShop("goods-other.thimble");
    const QStringList again = {QStringLiteral("import"), QStringLiteral("products"), out};
    QCOMPARE(run(asOwner(again, other)).json()[QLatin1String("created")].toInt(), 3);
    QCOMPARE(run(asOwner(again, other)).json()[QLatin1String("unchanged")].toInt(), 3);
    QCOMPARE(exported("orders", path("orders-out.csv")).json()[QLatin1String("written")].toInt(), 0);
    QFile orders(path("orders-out.csv"));
    QVERIFY(orders.open(QIODevice::ReadOnly));
    QVERIFY(orders.readAll().startsWith("number,ticket,client,pieces,status,"));
}

void TestThimblectl::exportsWhatItImports()
{
    const QString file = newShop("export.thimble");
    const QString cards = path("out.vcf");
    QFile out(path("in.vcf"));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Élodie Lefèvre\r\nTEL:+33 6 12 34 56 78\r\nEND:VCARD\r\n");
    out.close();
    QCOMPARE(run(asOwner({QStringLiteral("import"), QStringLiteral("clients"), out.fileName()}, file)).exitCode, 0);
    const Run written = run(asOwner({QStringLiteral("export"), QStringLiteral("clients"), QStringLiteral("--format"),
                                     QStringLiteral("vcard"), QStringLiteral("--out"), cards},
                                    file));
    QVERIFY2(written.exitCode == 0, written.errors.constData());
    QFile vcard(cards);
    QVERIFY(vcard.open(QIODevice::ReadOnly));
    const QByteArray text = vcard.readAll();
    QVERIFY(text.contains("FN:Élodie Lefèvre"));
    QVERIFY(text.contains("+33 6 12 34 56 78"));
}

//! All that is held on one client, and then nothing.
void TestThimblectl::givesAndErases()
{
    const QString file = newShop("erase.thimble");
    QFile card(path("one.vcf"));
    QVERIFY(card.open(QIODevice::WriteOnly));
    card.write("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Qzxvjkw Lef\xc3\xa8vre\r\nTEL:+33 6 12 34 56 "
               "78\r\nNOTE:Qzxvjkw\r\nEND:VCARD\r\n"
               "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Wvbhyqk Obi\r\nEND:VCARD\r\n");
    card.close();
    QCOMPARE(run(asOwner({QStringLiteral("import"), QStringLiteral("clients"), card.fileName()}, file)).exitCode, 0);
    QVERIFY(card.remove());
    const Run asked = run(asOwner(
        {QStringLiteral("sql"), QStringLiteral("SELECT client_number FROM clients WHERE name LIKE 'Qzx%'")}, file));
    const QString number = asked.array().first().toObject()[QLatin1String("client_number")].toString();
    QVERIFY(!number.isEmpty());
    const QString out = path("held.json");
    const Run given = run(asOwner({QStringLiteral("export"), QStringLiteral("client-file"), QStringLiteral("--client"),
                                   number, QStringLiteral("--out"), out},
                                  file));
    QVERIFY2(given.exitCode == 0, given.errors.constData());
    QFile held(out);
    QVERIFY(held.open(QIODevice::ReadOnly));
    const QByteArray json = held.readAll();
    QVERIFY(json.contains("Qzxvjkw") && json.contains("+33 6 12 34 56 78") && !json.contains("Wvbhyqk"));
    held.close();
    QVERIFY(held.remove());

    const Run dry = run(asOwner({QStringLiteral("erase"), number, QStringLiteral("--dry-run")}, file));
    QCOMPARE(dry.json()[QLatin1String("cards")].toInt(), 1);
    const Run wrong = run(asOwner({QStringLiteral("erase"), number}, file), "another word");
    QCOMPARE(wrong.exitCode, 1);
    const Run erased = run(asOwner({QStringLiteral("erase"), number}, file));
    QVERIFY2(erased.exitCode == 0, erased.errors.constData());
    QCOMPARE(erased.json()[QLatin1String("erased")].toString(), number);
    for (const QString &name : QDir(m_dir.path()).entryList({QStringLiteral("erase.thimble*")}, QDir::Files)) {
        QFile left(path(name.toUtf8().constData()));
        QVERIFY(left.open(QIODevice::ReadOnly));
        QVERIFY(!left.readAll().toLower().contains("qzxvjkw"));
    }
    QCOMPARE(run({QStringLiteral("verify"), QStringLiteral("--db"), file}).exitCode, 0);
    const Run again = run(asOwner({QStringLiteral("erase"), number}, file));
    QCOMPARE(again.exitCode, 1);
    QVERIFY(again.errors.contains("not there any more"));
}

//! What is there is written over where it is said, and not otherwise.
void TestThimblectl::exportsOverNothingUnsaid()
{
    const QString file = newShop("over.thimble");
    const auto exportTo = [&](const QString &kind, const QString &format, const QString &to, bool force) {
        QStringList verb{QStringLiteral("export"), kind, QStringLiteral("--format"), format,
                         QStringLiteral("--out"),  to};
        if (force)
            verb.append(QStringLiteral("--force"));
        return run(asOwner(verb, file));
    };
    const QString clients = QStringLiteral("clients");
    QFile kept(path("kept.csv"));
    QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write("mine") == 4);
    kept.close();
    const Run refused = exportTo(clients, QStringLiteral("csv"), kept.fileName(), false);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.errors.contains("kept.csv is there already"), refused.errors.constData());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("mine"));
    kept.close();
    QCOMPARE(exportTo(clients, QStringLiteral("csv"), kept.fileName(), true).exitCode, 0);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(kept.readAll() != "mine");
    const QString measurements = QStringLiteral("measurements");
    QCOMPARE(exportTo(measurements, QStringLiteral("smis"), m_dir.path(), false).exitCode, 1); // others live there
    QVERIFY(QDir(m_dir.path()).mkpath(QStringLiteral("empty")));
    QCOMPARE(exportTo(measurements, QStringLiteral("smis"), path("empty"), false).exitCode, 0);
}

void TestThimblectl::checksMeasurements()
{
    QFile table(path("bodies.csv"));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("id,sex,unit,height,bust_circ,waist_circ,hip_circ,leg_thigh_upper_circ\n"
                "1,male,,176,105.5,94,101.5,62.5\n"          // nothing odd
                "2,male,cm,176,105.5,37.007874,101.5,62.5\n" // inches, computed
                "3,female,in,64,37 1/2,33,40,24\n"           // nothing odd
                "4,female,in,163.5,37.5,33,40,24\n"          // centimetres
                "5,,cm,176,105.5,94,62.5,101.5\n"            // two swapped
                "6,male,cm,447,,94,,\n");                    // no tape reads that
    table.close();
    const Run result = run({QStringLiteral("check-measurements"), path("bodies.csv")});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QVERIFY(result.errors.contains("id"));
    const QJsonArray rows = result.array();
    QCOMPARE(rows.size(), 6);
    QCOMPARE(rows[0].toArray(), QJsonArray());
    QCOMPARE(rows[1].toArray(), QJsonArray({QJsonObject{{QStringLiteral("code"), QStringLiteral("waist_circ")},
                                                        {QStringLiteral("kind"), QStringLiteral("inches_in_cm")},
                                                        {QStringLiteral("value"), 37.01},
                                                        {QStringLiteral("likely"), 94.01}}}));
    QCOMPARE(rows[2].toArray(), QJsonArray());
    QCOMPARE(rows[3].toArray().size(), 1);
    QCOMPARE(rows[3][0][QLatin1String("kind")].toString(), QStringLiteral("cm_in_inches"));
    QCOMPARE(rows[4].toArray().size(), 2);
    QCOMPARE(rows[4][0][QLatin1String("kind")].toString(), QStringLiteral("fields_swapped"));
    QCOMPARE(rows[5].toArray().size(), 1);
    QCOMPARE(rows[5][0][QLatin1String("code")].toString(), QStringLiteral("height"));
}

void TestThimblectl::checksThemAsTheyAreTyped()
{
    QFile table(path("typed.csv"));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("sex,height,bust_circ,waist_circ,hip_circ\n"
                "male,176,105.5,94,101.5\n"
                "male,176,105.5,37,101.5\n"); // inches
    table.close();
    const Run result = run({QStringLiteral("check-measurements"), path("typed.csv"), QStringLiteral("--typed")});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const QJsonArray rows = result.array();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].toArray(), QJsonArray());
    QCOMPARE(rows[1].toArray().size(), 1);
    QCOMPARE(rows[1][0][QLatin1String("code")].toString(), QStringLiteral("waist_circ"));
    QCOMPARE(rows[1][0][QLatin1String("when")].toString(), QStringLiteral("typed"));
    QVERIFY2(result.errors.contains("1 of 8 values (12.500 %), and before it was saved too: 1 of 2 people (50.00 %)"),
             result.errors.constData());
}

void TestThimblectl::asksFewOfTheSurveyAsTheyAreTyped_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("women") << QStringLiteral("ANSUR_II_FEMALE_Public.csv");
    QTest::newRow("men") << QStringLiteral("ANSUR_II_MALE_Public_rows0001-1000.csv");
}

//! Nobody of a survey has slipped: who is asked about is asked about without a reason.
void TestThimblectl::asksFewOfTheSurveyAsTheyAreTyped()
{
    QFETCH(QString, file);
    const QString survey = sharedData() + QStringLiteral("/measurements/") + file;
    if (!QFile::exists(survey))
        QSKIP("the survey's files are not beside this checkout");
    const Run result = run({QStringLiteral("check-measurements"), survey, QStringLiteral("--typed")});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const QJsonArray rows = result.array();
    QVERIFY(rows.size() > 900);
    const auto asked = std::ranges::count_if(rows, [](const QJsonValue &row) { return !row.toArray().isEmpty(); });
    qInfo("%s", result.errors.trimmed().constData());
    QVERIFY2(double(asked) <= 0.005 * double(rows.size()), result.errors.constData());
}

void TestThimblectl::aTableThatCannotBeCheckedSaysWhy_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no file") << QByteArray() << QByteArray("cannot be read");
    QTest::newRow("empty") << QByteArray("\n") << QByteArray("sheet.empty");
    QTest::newRow("no sex") << QByteArray("height\n176\n") << QByteArray("sheet.no_sex_column");
    QTest::newRow("no measure") << QByteArray("sex,shoe\nmale,43\n") << QByteArray("sheet.no_measures");
    QTest::newRow("twice") << QByteArray("sex,height,stature\nmale,176,176\n") << QByteArray("sheet.same_column");
    QTest::newRow("a word") << QByteArray("sex,height\nmale,tall\n") << QByteArray("Line 2");
    QTest::newRow("no sex at all") << QByteArray("sex,height\nboth,176\n") << QByteArray("sheet.sex");
    QTest::newRow("an ell") << QByteArray("sex,unit,height\nmale,ell,2\n") << QByteArray("sheet.unit");
    QTest::newRow("a cell too many") << QByteArray("sex,height\nmale,176,9\n") << QByteArray("sheet.cells");
    QTest::newRow("an age in words") << QByteArray("sex,age,height\nmale,old,176\n") << QByteArray("sheet.age");
}

void TestThimblectl::aTableThatCannotBeCheckedSaysWhy()
{
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, says);
    const QString file = path("broken.csv");
    QFile::remove(file);
    if (!table.isEmpty()) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(table);
    }
    const Run result = run({QStringLiteral("check-measurements"), file});
    QCOMPARE(result.exitCode, 1);
    QVERIFY(result.out.isEmpty());
    QVERIFY2(result.errors.contains(says), result.errors.constData());
}

QTEST_GUILESS_MAIN(TestThimblectl)
#include "tst_thimblectl.moc"
