// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/catalogue.h"
#include "tests/support/test_paths.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace thimblely;

//! The README's table of tables, screens and tests: each table once, and no test that is not there.
class TestToldTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(test::sourceFolder() + QStringLiteral("/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        const qsizetype begin = text.indexOf(QStringLiteral("### Table, screen, test"));
        QVERIFY(begin >= 0);
        m_told = text.mid(begin, text.indexOf(QStringLiteral("\n## "), begin) - begin);
    }

    void eachTableIsTold()
    {
        static const QRegularExpression line(QStringLiteral("^\\| ([a-z_]+) \\| [^|]+ \\| `tst_[^|]+\\|$"),
                                             QRegularExpression::MultilineOption);
        QStringList told;
        for (auto each = line.globalMatch(m_told); each.hasNext();) {
            const QString table = each.next().captured(1);
            if (table != QStringLiteral("table"))
                told.append(table);
        }
        QStringList tables;
        for (const storage::TableFacts &facts : storage::catalogue()) {
            if (const QString name = QString::fromLatin1(facts.name); !name.startsWith(QStringLiteral("sys_")))
                tables.append(name);
        }
        told.sort();
        tables.sort();
        QCOMPARE(told, tables);
    }

    void eachTestIsThere()
    {
        QSet<QString> tests;
        QDirIterator files(test::sourceFolder() + QStringLiteral("/tests"), {QStringLiteral("tst_*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            tests.insert(QFileInfo(files.next()).completeBaseName());
        static const QRegularExpression name(QStringLiteral("`(tst_[a-z_]+)`"));
        int found = 0;
        for (auto each = name.globalMatch(m_told); each.hasNext(); ++found) {
            const QString test = each.next().captured(1);
            QVERIFY2(tests.contains(test), qPrintable(test));
        }
        QVERIFY(found > 40);
    }

private:
    QString m_told;
};

QTEST_APPLESS_MAIN(TestToldTables)
#include "tst_told_tables.moc"
