// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "resources/init_resources.h"
#include "tests/support/test_paths.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace thimblely;

//! What is counted is read as English has it, without a translation of the rest.
class TestPlurals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTexts(); }

    void oneIsNoPlural()
    {
        const char *context = "thimblely::ui::ClientMergePane";
        QCOMPARE(QCoreApplication::translate(context, "%n pieces worn", nullptr, 1), QStringLiteral("1 piece worn"));
        QCOMPARE(QCoreApplication::translate(context, "%n pieces worn", nullptr, 2), QStringLiteral("2 pieces worn"));
    }

    //! A sentence that counts and is not in the file would say "1 pieces".
    void everySentenceThatCountsIsThere()
    {
        QFile file(test::sourceFolder() + QStringLiteral("/resources/i18n/thimblely_en.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString known = QString::fromUtf8(file.readAll());
        static const QRegularExpression counted(QStringLiteral("\"([^\"\\n]*%n[^\"\\n]*)\""));
        int found = 0;
        for (const char *folder : {"/ui", "/core", "/app"}) {
            QDirIterator files(test::sourceFolder() + QLatin1String(folder), {QStringLiteral("*.cpp")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile source(files.next());
                QVERIFY(source.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(source.readAll());
                for (auto each = counted.globalMatch(text); each.hasNext(); ++found) {
                    const QString words = each.next().captured(1);
                    QVERIFY2(known.contains(QStringLiteral("<source>%1</source>").arg(words.toHtmlEscaped())),
                             qPrintable(source.fileName() + QStringLiteral(": ") + words));
                }
            }
        }
        QVERIFY(found > 15);
    }
};

QTEST_MAIN(TestPlurals)
#include "tst_plurals.moc"
