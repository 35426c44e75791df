// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/file_runs.h"
#include "core/storage/connection.h"
#include "tests/ui/shell/open_program.h"
#include "ui/accounts/problem_page.h"
#include "ui/backup/salvage_page.h"
#include "ui/shell/file_care.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/notice_bar.h"

#include <QDir>
#include <QPlainTextEdit>

using namespace thimblely;
using test::OpenProgram;

//! What the window says of a program that ended badly and of a file that is damaged, and the way from there.
class TestFileCare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_state = std::make_unique<QTemporaryDir>();
        qputenv("THIMBLELY_STATE", m_state->path().toUtf8());
        m_shop = std::make_unique<OpenProgram>();
        QVERIFY(m_shop->makeShop());
    }
    void cleanup() { m_shop.reset(); }

    void anUnexpectedEndIsSaidOnce()
    {
        leaveReport();
        m_shop->start();
        QVERIFY(m_shop->waitForFaces());
        QVERIFY(m_shop->waitSays(QStringLiteral("Thimblely ended unexpectedly at")));
        show("crash-bar");
        clickIn(bar(), QStringLiteral("Show report"));
        auto *report = bar()->findChild<QPlainTextEdit *>();
        QVERIFY(report && report->isVisible());
        QCOMPARE(report->toPlainText(), QStringLiteral("Thimblely 9\nSignal: 11"));
        show("crash-report");
        clickIn(bar(), QStringLiteral("Delete"));
        QVERIFY(!bar()->isVisible());
        QVERIFY(QDir(m_state->path()).entryList({QStringLiteral("*crash*")}).isEmpty());
        m_shop->close();
        m_shop->start();
        QVERIFY(m_shop->waitForFaces());
        QVERIFY(!bar());
    }

    void theBarMovesTheWindowsContentsDown()
    {
        leaveReport();
        QVERIFY(m_shop->startAndSignIn());
        QVERIFY(bar()->isVisible());
        QCOMPARE(m_shop->window().y(), bar()->height());
        clickIn(bar(), QStringLiteral("Keep it"));
        QTRY_COMPARE(m_shop->window().y(), 0);
        QCOMPARE(QDir(m_state->path()).entryList({QStringLiteral("told-crash*")}).size(), 1);
    }

    // From a damaged page, found while people work, to a shop that goes on with what was read.
    void aDamagedPageIsFoundAndReadAround()
    {
        damage();
        QVERIFY(m_shop->startAndSignIn());
        m_shop->program->fileCare().work(0);
        QVERIFY(m_shop->waitSays(QStringLiteral("A check found that the shop’s file is damaged")));
        show("damaged-bar");
        clickIn(bar(), QStringLiteral("What to do…"));
        QVERIFY(m_shop->waitFor<ui::ProblemPage>());
        QVERIFY(m_shop->says(QStringLiteral("No backup of it is known on this computer.")));
        show("damaged-problem");
        clickIn(m_shop->shown<ui::ProblemPage>(), QStringLiteral("Read what can be read…"));
        QVERIFY(m_shop->waitFor<ui::SalvagePage>());
        show("salvage-before");
        clickIn(m_shop->shown<ui::SalvagePage>(), QStringLiteral("Read it"));
        QVERIFY(m_shop->waitSays(QStringLiteral("templates of measures")));
        show("salvage-after");
        clickIn(m_shop->shown<ui::SalvagePage>(), QStringLiteral("Go on with what was read"));
        QVERIFY(m_shop->signIn());
        QTRY_VERIFY(!bar() || !bar()->isVisible());
        QVERIFY(QFile::exists(m_shop->path())); // as it was
    }

    // A file that does not open at all: the same two ways, beside the backup that this computer remembers.
    void aFileThatDoesNotOpenOffersBoth()
    {
        backup::FileRuns(m_shop->path(), m_state->path()).noteBackup(Instant(86'400'000)); // older than any file
        {
            QFile file(m_shop->path());
            QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(1000));
            file.write(QByteArray(512, 'x'));
        }
        QFile::remove(m_shop->path() + QStringLiteral("-wal"));
        m_shop->start();
        QVERIFY(m_shop->waitFor<ui::ProblemPage>());
        QVERIFY(m_shop->says(QStringLiteral("The shop’s file is damaged")));
        QVERIFY(m_shop->says(QStringLiteral("The newest backup is of")));
        QVERIFY(m_shop->says(QStringLiteral("What was done in between is in the damaged file alone.")));
        QVERIFY(OpenProgram::focus() &&
                OpenProgram::readName(OpenProgram::focus()).startsWith(u"Restore the backup of"));
        show("does-not-open");
        clickIn(m_shop->shown<ui::ProblemPage>(), QStringLiteral("Read what can be read…"));
        QVERIFY(m_shop->waitFor<ui::SalvagePage>());
        clickIn(m_shop->shown<ui::SalvagePage>(), QStringLiteral("Read it"));
        QVERIFY(m_shop->waitSays(QStringLiteral("Nothing that is known to have been in the file is missing.")));
        clickIn(m_shop->shown<ui::SalvagePage>(), QStringLiteral("Go on with what was read"));
        QVERIFY(m_shop->signIn());
    }

    void aWholeFileSaysNothing()
    {
        QVERIFY(m_shop->startAndSignIn());
        m_shop->program->fileCare().work(0);
        const backup::FileRuns runs(m_shop->path(), m_state->path());
        QTRY_VERIFY_WITH_TIMEOUT(runs.lastChecked().has_value(), OpenProgram::patience);
        QVERIFY(!bar());
    }

private:
    ui::NoticeBar *bar() const { return m_shop->program->fileCare().bar(); }

    void leaveReport() const
    {
        QFile file(m_state->filePath(QStringLiteral("crash-1-1.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Thimblely 9\nSignal: 11");
    }

    static void clickIn(QWidget *where, const QString &text)
    {
        QVERIFY(where);
        const auto buttons = where->findChildren<ui::Button *>();
        const auto found = std::find_if(buttons.begin(), buttons.end(), [&](const ui::Button *button) {
            return button->isVisible() && button->text() == text;
        });
        QVERIFY2(found != buttons.end(), qPrintable(text));
        (*found)->click();
    }

    //! One page of the templates, of which a shop has several from its first day.
    void damage() const
    {
        qint64 page = 0;
        {
            const auto connection = storage::Connection::open({m_shop->path()}).value();
            QVERIFY(connection->executeScript("PRAGMA wal_checkpoint (TRUNCATE)"));
            auto query =
                connection
                    ->query("SELECT pageno FROM dbstat WHERE name = 'measurement_templates' AND pagetype = 'leaf'"
                            " LIMIT 1")
                    .value();
            QVERIFY(query->step().value());
            page = query->int64(0);
        }
        QFile file(m_shop->path());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * 4096 + 2000));
        file.write(QByteArray(512, 'x'));
    }

    void show(const char *name) const
    {
        const QString folder = qEnvironmentVariable("THIMBLELY_SHOW_PAGES");
        if (folder.isEmpty())
            return;
        for (const auto scheme : {ui::Scheme::Dark, ui::Scheme::Light}) {
            ui::Theme::instance().setScheme(scheme);
            QTest::qWait(50);
            m_shop->program->grab().save(
                folder + u'/' + QLatin1String(name) +
                (scheme == ui::Scheme::Dark ? QStringLiteral("-dark.png") : QStringLiteral(".png")));
        }
    }

    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<OpenProgram> m_shop;
};

QTEST_MAIN(TestFileCare)
#include "tst_file_care.moc"
