// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workspaces/own_workspaces_model.h"

#include "tests/support/fake_clock.h"
#include "ui/widgets/list_row_delegate.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! One's workspaces as rows; what comes, goes and is called otherwise is patched in.
class TestOwnWorkspacesModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsInWords()
    {
        OwnWorkspacesModel model(m_here);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setWorkspaces({made(m_here, "Bello", access::Role::Owner), made(m_there, "Ikeja", access::Role::Viewer),
                             deleted("Old", access::Role::Owner)});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(line(model, 0), QStringLiteral("Bello, Owner, you are here"));
        QCOMPARE(line(model, 1), QStringLiteral("Ikeja, Only looks"));
        QCOMPARE(line(model, 2), QStringLiteral("Old, Owner, Deleted"));
        QCOMPARE(model.index(2).data(ListRowDelegate::StatusWord).toString(), QStringLiteral("Deleted"));
        QVERIFY(!model.index(0).data(ListRowDelegate::StatusWord).isValid());
        QCOMPARE(model.rowOfHere(), 0);
        QCOMPARE(model.firstElsewhere(), 1);
        QCOMPARE(model.liveCount(), 2);
    }

    void whereThereIsNoOther()
    {
        OwnWorkspacesModel model(m_here);
        QCOMPARE(model.rowOfHere(), -1);
        model.setWorkspaces({made(m_here, "Bello", access::Role::Owner), deleted("Old", access::Role::Owner)});
        QCOMPARE(model.firstElsewhere(), -1);
    }

    void patchedIn()
    {
        OwnWorkspacesModel model(m_here);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setWorkspaces({made(m_here, "Bello", access::Role::Owner), made(m_there, "Ikeja", access::Role::Viewer)});
        const QPersistentModelIndex there = model.index(1);
        model.setWorkspaces({made(m_there, "Ikeja Lagos", access::Role::Admin)});
        QCOMPARE(there.row(), 0);
        QCOMPARE(line(model, 0), QStringLiteral("Ikeja Lagos, Manager"));
        model.setWorkspaces({});
        QVERIFY(!there.isValid());
    }

private:
    static QString line(const OwnWorkspacesModel &model, int row)
    {
        return model.index(row).data(Qt::AccessibleTextRole).toString();
    }
    static OwnWorkspace made(WorkspaceId id, const char *name, access::Role role)
    {
        return {id, QString::fromLatin1(name), role, {}, QStringLiteral("Amina Bello")};
    }
    OwnWorkspace deleted(const char *name, access::Role role)
    {
        OwnWorkspace workspace = made(WorkspaceId::make(m_clock), name, role);
        workspace.deletedAt = m_clock.now();
        return workspace;
    }

    test::FakeClock m_clock;
    const WorkspaceId m_here = WorkspaceId::make(m_clock);
    const WorkspaceId m_there = WorkspaceId::make(m_clock);
};

QTEST_MAIN(TestOwnWorkspacesModel)
#include "tst_own_workspaces_model.moc"
