// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/connection.h"
#include "core/storage/migrator.h"
#include "tests/support/fake_clock.h"
#include "tests/support/file_locks.h"
#include "ui/widgets/file_dialog.h"

#include <QFileSystemModel>
#include <QTemporaryDir>
#include <QTreeView>
#include <QtTest>

using namespace thimblely;
using test::locksOf;

//! A file is chosen beside the shop's own, which is not looked into: its locks stay.
class TestFileDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_path = m_folder.filePath(QStringLiteral("test.thimblely"));
        const test::FakeClock clock;
        QVERIFY(storage::Migrator(clock).create(m_path));
        storage::OpenOptions options;
        options.path = m_path;
        m_connection = std::move(storage::Connection::open(options)).value();
        QVERIFY(m_connection->executeScript("SELECT count(*) FROM clients"));
        if (locksOf(m_path) < 1)
            QSKIP("the system does not say who holds which lock");
    }

    void theShopsFileIsNotOpened()
    {
        const int before = locksOf(m_path);
        ui::FileDialog dialog(nullptr, QStringLiteral("Save"), m_folder.path());
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        dialog.open();
        auto *model = dialog.findChild<QFileSystemModel *>();
        QVERIFY(model); // Qt's own dialog, not the desktop's
        QTRY_VERIFY(model->rowCount(model->index(m_folder.path())) > 0);
        const QModelIndex file = model->index(m_path);
        QTRY_COMPARE(model->type(file), QStringLiteral("THIMBLELY")); // it was told of
        QCOMPARE(dialog.directory().absolutePath(), QFileInfo(m_folder.path()).absoluteFilePath());
        QTest::qWait(200);
        QCOMPARE(locksOf(m_path), before);
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<storage::Connection> m_connection;
};

QTEST_MAIN(TestFileDialog)
#include "tst_file_dialog.moc"
