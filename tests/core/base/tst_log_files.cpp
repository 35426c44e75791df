// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/log.h"
#include "core/base/log_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace thimblely;

class TestLogFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        LogFiles::install(m_folder->path(), {1000, 3});
    }

    void eachCategoryHasItsFile()
    {
        qCWarning(lcStorage, "a page");
        qCWarning(lcUi, "a window");
        qWarning("a stranger");
        QVERIFY(linesOf("storage.log").endsWith(" warning thimblely.storage: a page\n"));
        QVERIFY(linesOf("ui.log").endsWith(" warning thimblely.ui: a window\n"));
        QVERIFY(linesOf("other.log").endsWith(" warning default: a stranger\n"));
    }

    void nobodyElseReadsThem()
    {
        qCWarning(lcStorage, "a page");
        const auto others = QFile::permissions(m_folder->filePath(QStringLiteral("storage.log"))) &
                            (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther);
        QCOMPARE(others, QFile::Permissions());
    }

    // However much is said: three files, none longer than it may be, and the newest line is there.
    void theyStayWithinTheirBounds()
    {
        for (int i = 0; i < 500; ++i)
            qCWarning(lcStorage, "line %d", i);
        const QFileInfoList files = QDir(m_folder->path()).entryInfoList({QStringLiteral("storage.log*")}, QDir::Files);
        QCOMPARE(files.size(), 3);
        for (const QFileInfo &file : files)
            QVERIFY2(file.size() <= 1000, qPrintable(file.fileName()));
        QVERIFY(linesOf("storage.log").endsWith("line 499\n"));
    }

    void whatOthersSayIsCutBeforeWhatItMayName_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("kept");
        QTest::newRow("plain") << QStringLiteral("the printer went away") << QStringLiteral("the printer went away");
        QTest::newRow("name") << QStringLiteral("no card \"Halima\"") << QStringLiteral("no card");
        QTest::newRow("curly") << QStringLiteral("no card \u201cHalima\u201d") << QStringLiteral("no card");
        QTest::newRow("amount") << QStringLiteral("paid 5000") << QStringLiteral("paid");
        QTest::newRow("path") << QStringLiteral("cannot open /home/halima/x") << QStringLiteral("cannot open");
        QTest::newRow("args") << QStringLiteral("failed: client.none (Halima)")
                              << QStringLiteral("failed: client.none");
    }

    void whatOthersSayIsCutBeforeWhatItMayName()
    {
        QFETCH(QString, said);
        QFETCH(QString, kept);
        QCOMPARE(LogFiles::harmless(said), kept);
    }

    void theNewestLinesLieReady()
    {
        for (int i = 0; i < 100; ++i)
            qCWarning(lcStorage, "line %d", i);
        QVERIFY(QByteArray(NewestLines::at(NewestLines::count - 1)).endsWith("line 99"));
        QVERIFY(QByteArray(NewestLines::at(0)).endsWith("line 60"));
        qCWarning(lcStorage, "%s", QByteArray(1000, 'x').constData());
        QCOMPARE(qsizetype(qstrlen(NewestLines::at(NewestLines::count - 1))), qsizetype(NewestLines::bytes) - 1);
    }

private:
    QByteArray linesOf(const char *name) const
    {
        QFile file(m_folder->filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestLogFiles)
#include "tst_log_files.moc"
