// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/app/run_thimblectl.h"
#include "tests/core/archive/folders.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace thimblely::test;

//! A whole invented shop goes out and in by the program itself, and nothing half is left when it is killed.
class TestExportAll : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Run made = run({QStringLiteral("demo"), QStringLiteral("--db"), path("demo.thimble"),
                              QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--today"),
                              QStringLiteral("2026-11-20"), QStringLiteral("--clients"), QStringLiteral("60"),
                              QStringLiteral("--orders"), QStringLiteral("80"), QStringLiteral("--json")});
        QVERIFY2(made.exitCode == 0, made.errors.constData());
        for (const QJsonValue &person : made.json()[QLatin1String("people")].toArray()) {
            const QByteArray role = person[QLatin1String("role")].toString().toLatin1();
            if (m_people.count(role) == 0)
                m_people[role] = {person[QLatin1String("email")].toString(),
                                  person[QLatin1String("password")].toString().toUtf8()};
        }
        QVERIFY(m_people.count("owner") == 1);
    }

    void aDemoGoesOutAndInTheSame()
    {
        const Run out = exportAll("demo.thimble", "out", m_people["owner"].password);
        QVERIFY2(out.exitCode == 0, out.errors.constData());
        QVERIFY(out.json()[QLatin1String("rows")].toInt() > 1000);
        const Run in = importAll("out", "again.thimble", "another password");
        QVERIFY2(in.exitCode == 0, in.errors.constData());
        QCOMPARE(in.json()[QLatin1String("rows")], out.json()[QLatin1String("rows")]);
        const Run verified = run({QStringLiteral("verify"), QStringLiteral("--db"), path("again.thimble")});
        QVERIFY2(verified.exitCode == 0, verified.out.constData());
        const Run again = exportAll("again.thimble", "again", "another password");
        QVERIFY2(again.exitCode == 0, again.errors.constData());
        QCOMPARE(differences(path("out"), path("again")), QStringList());
    }

    void whoMayNotIsRefused()
    {
        for (const auto &[role, person] : m_people) {
            if (role != "member" && role != "viewer")
                continue;
            const Run out = run({QStringLiteral("export"), QStringLiteral("all"), QStringLiteral("--db"),
                                 path("demo.thimble"), QStringLiteral("--out"), path("refused"), QStringLiteral("--as"),
                                 person.email, QStringLiteral("--password-fd"), QStringLiteral("0")},
                                person.password);
            QCOMPARE(out.exitCode, 1);
            QVERIFY2(out.errors.contains("data:export"), out.errors.constData());
            QVERIFY(!QFile::exists(path("refused")));
        }
    }

    void misuseIsSaid()
    {
        QCOMPARE(run({QStringLiteral("import"), QStringLiteral("all"), QStringLiteral("--db"), path("x")}).exitCode, 2);
        QCOMPARE(run({QStringLiteral("export"), QStringLiteral("all"), QStringLiteral("--db"), path("x"),
                      QStringLiteral("--as"), QStringLiteral("a"), QStringLiteral("--format"), QStringLiteral("xml")})
                     .exitCode,
                 2);
    }

    //! Wherever it is when the power goes: nothing bears the name, and it can be done again.
    void killedNothingHalfHasTheName()
    {
        QVERIFY(QFile::exists(path("out")));
        for (int ms = 20; ms < 2000; ms += 160) {
            kill({QStringLiteral("import"), QStringLiteral("all"), path("out"), QStringLiteral("--db"),
                  path("killed.thimble"), QStringLiteral("--password-fd"), QStringLiteral("0")},
                 ms);
            if (QFile::exists(path("killed.thimble"))) { // it was quicker: then it is whole
                QCOMPARE(run({QStringLiteral("verify"), QStringLiteral("--db"), path("killed.thimble")}).exitCode, 0);
                QFile::remove(path("killed.thimble"));
            }
        }
        const Run in = importAll("out", "killed.thimble", "another password");
        QVERIFY2(in.exitCode == 0, in.errors.constData());
        QCOMPARE(QDir(m_dir.path()).entryList({QStringLiteral("killed.thimble.*")}).filter(QStringLiteral("restoring")),
                 QStringList());
    }

private:
    struct Person {
        QString email;
        QByteArray password;
    };
    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    Run exportAll(const char *file, const char *folder, const QByteArray &password)
    {
        return run({QStringLiteral("export"), QStringLiteral("all"), QStringLiteral("--db"), path(file),
                    QStringLiteral("--out"), path(folder), QStringLiteral("--as"), m_people["owner"].email,
                    QStringLiteral("--password-fd"), QStringLiteral("0"), QStringLiteral("--json")},
                   password);
    }
    Run importAll(const char *folder, const char *file, const QByteArray &password)
    {
        return run({QStringLiteral("import"), QStringLiteral("all"), path(folder), QStringLiteral("--db"), path(file),
                    QStringLiteral("--password-fd"), QStringLiteral("0"), QStringLiteral("--json")},
                   password);
    }
    static void kill(const QStringList &arguments, int afterMs)
    {
        QProcess process;
        process.start(QStringLiteral(THIMBLECTL), arguments);
        process.write("another password\n");
        process.closeWriteChannel();
        if (!process.waitForFinished(afterMs))
            ::kill(pid_t(process.processId()), SIGKILL);
        process.waitForFinished();
    }

    std::map<QByteArray, Person> m_people;
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestExportAll)
#include "tst_export_all.moc"
