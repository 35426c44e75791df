// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/support/test_paths.h"
#include "tests/support/tree_rules.h"

#include <QDebug>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using thimblely::test::TreeRules;

class TestDependencies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void eachRuleBites_data();
    void eachRuleBites();
    void whatIsAllowedPasses_data();
    void whatIsAllowedPasses();
    void aLinkBackIsFound();
    void thisTreeKeepsTheRules();

private:
    void write(const QString &path, const QByteArray &text);
    QStringList breachesWith(const QString &path, const QByteArray &text);

    std::unique_ptr<QTemporaryDir> m_tree;
};

namespace {

const QByteArray licence = "// SPDX-License-Identifier: GPL-3.0-or-later\n// SPDX-FileCopyrightText: 2026 Thimblely\n";

void row(const char *rule, const char *path, const QByteArray &text)
{
    QTest::addRow("%s, %s", rule, path) << QString::fromLatin1(rule) << QString::fromLatin1(path) << text;
}

} // namespace

void TestDependencies::write(const QString &path, const QByteArray &text)
{
    const QString whole = m_tree->filePath(path);
    QVERIFY(QDir().mkpath(QFileInfo(whole).path()));
    QFile file(whole);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QStringList TestDependencies::breachesWith(const QString &path, const QByteArray &text)
{
    write(path, text);
    return TreeRules(m_tree->path()).breaches();
}

// A small house: core/base < storage < access < clients < orders, ui/widgets < shell.
void TestDependencies::init()
{
    m_tree = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("core/CMakeLists.txt"), "foreach(folder base storage access\n        clients orders)\n");
    write(QStringLiteral("core/storage/CMakeLists.txt"),
          "thimblely_library(thimblely_storage LINK thimblely_base Qt6::Sql)");
    write(QStringLiteral("core/access/CMakeLists.txt"), "thimblely_library(thimblely_access LINK thimblely_storage)");
    write(QStringLiteral("core/clients/CMakeLists.txt"), "thimblely_library(thimblely_clients LINK thimblely_access)");
    write(QStringLiteral("core/orders/CMakeLists.txt"), "thimblely_library(thimblely_orders LINK thimblely_clients)");
    write(QStringLiteral("ui/CMakeLists.txt"), "foreach(folder widgets shell)\n");
    write(QStringLiteral("ui/widgets/CMakeLists.txt"), "thimblely_library(thimblely_ui_widgets LINK thimblely_base)");
    write(QStringLiteral("ui/shell/CMakeLists.txt"),
          "thimblely_library(thimblely_ui_shell LINK thimblely_ui_widgets\n    thimblely_clients)");
    for (const char *header :
         {"core/base/id.h", "core/storage/connection.h", "core/storage/statement.h", "core/access/session.h",
          "core/clients/client_service.h", "core/clients/client_repository.h", "core/orders/order.h",
          "core/sync/outbox.h", "ui/widgets/chip.h", "ui/shell/window.h", "resources/init.h"})
        write(QLatin1String(header), licence);
    QCOMPARE(TreeRules(m_tree->path()).breaches(), QStringList());
}

void TestDependencies::eachRuleBites_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    const char *order = "a folder includes only what it links";
    row(order, "core/clients/a.h", licence + "#include \"core/orders/order.h\"\n");
    row(order, "core/base/a.h", licence + "#include \"core/storage/statement.h\"\n");
    row(order, "core/base/b.cpp", licence + "#include \"ui/widgets/chip.h\"\n");
    row(order, "core/base/c.cpp", licence + "  #  include \"resources/init.h\"\n");
    row(order, "ui/widgets/a.cpp", licence + "#include \"ui/shell/window.h\"\n");
    row(order, "ui/widgets/b.cpp", licence + "#include \"core/clients/client_service.h\"\n");
    row(order, "ui/shell/a.cpp", licence + "#include \"core/orders/order.h\"\n");
    row("the core knows no GUI", "core/base/d.h", licence + "#include <QIcon>\n");
    row("the core knows no GUI", "core/orders/d.h", licence + "#include <QtWidgets/QLabel>\n");
    row("the core knows no GUI", "core/orders/e.h", licence + "#include <qpixmap.h>\n");
    row("the core knows no GUI", "core/orders/f.h", licence + "#include <QPrinter>\n");
    const char *drivers = "only core/storage sees SQL drivers";
    row(drivers, "core/access/c.cpp", licence + "#include <QSqlQuery>\n");
    row(drivers, "core/orders/p.cpp", licence + "#include <sqlite3.h>\n");
    row(drivers, "core/orders/a.cpp", licence + "#include <QSqlQuery>\n");
    row(drivers, "ui/shell/b.cpp", licence + "#include <QtSql/QSqlQuery>\n");
    row(drivers, "app/thimblely/main.cpp", licence + "#include <QSqlDatabase>\n");
    row("the GUI sees services, not storage", "ui/shell/c.cpp", licence + "#include \"core/storage/statement.h\"\n");
    row("the GUI sees services, not storage", "ui/shell/d.cpp", licence + "#include \"core/sync/outbox.h\"\n");
    const char *wall = "connections are opened behind the wall";
    row(wall, "core/orders/b.cpp", licence + "#include \"core/storage/connection.h\"\n");
    row(wall, "app/thimblectl/a.cpp", licence + "#include \"core/storage/connection.h\"\n");
    row(wall, "core/access/b.cpp", licence + "auto c = storage::Connection::open(options);\n");
    row("a repository belongs to its module", "core/orders/c.cpp",
        licence + "#include \"core/clients/client_repository.h\"\n");
    row("a repository belongs to its module", "ui/shell/e.cpp",
        licence + "#include \"core/clients/client_repository.h\"\n");
    row("a repository belongs to its module", "app/thimblectl/b.cpp",
        licence + "#include \"core/clients/client_repository.h\"\n");
    row("includes start at the root", "core/orders/g.cpp", licence + "#include \"order.h\"\n");
    row("includes start at the root", "core/orders/h.cpp", licence + "#include \"../clients/client_service.h\"\n");
    row("no insert or replace", "core/orders/i.cpp", licence + "R\"(INSERT OR\tREPLACE INTO t VALUES (1))\";\n");
    row("no insert or replace", "schema/sqlite/1.sql", licence + "replace into t values (1);\n");
    row("no insert or replace", "tests/core/tst_a.cpp", licence + "\"insert or replace into t\";\n");
    row("lists are paged by key", "core/orders/j.cpp", licence + "R\"(SELECT 1 LIMIT 50 OFFSET ?)\";\n");
    row("now only from a clock", "core/orders/k.cpp", licence + "auto t = QDateTime::currentDateTimeUtc();\n");
    row("now only from a clock", "ui/shell/f.cpp", licence + "auto t = QDate::currentDate();\n");
    row("files are asked for by our dialog", "ui/shell/g.cpp", licence + "auto *d = new QFileDialog(this);\n");
    row("files are asked for by our dialog", "ui/shell/h.cpp", licence + "f = QFileDialog::getOpenFileName(this);\n");
    row("files are asked for by our dialog", "ui/shell/i.cpp", licence + "QFileDialog dialog(this);\n");
    row("nothing is left unfinished", "core/orders/l.cpp", licence + "int a; // TODO\n");
    row("two SPDX lines on top", "core/orders/m.cpp", "int a;\n");
    row("two SPDX lines on top", "core/orders/n.cpp", "// SPDX-License-Identifier: GPL-3.0-or-later\nint a;\n");
}

void TestDependencies::eachRuleBites()
{
    QFETCH(QString, rule);
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    const QStringList found = breachesWith(path, text);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().startsWith(rule + QStringLiteral(": ") + path), qPrintable(found.first()));
}

void TestDependencies::whatIsAllowedPasses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    const auto allowed = [](const char *path, const QByteArray &text) {
        QTest::newRow(path) << QString::fromLatin1(path) << licence + text;
    };
    allowed("core/orders/a.cpp", "#include \"core/base/id.h\"\n#include \"core/clients/client_service.h\"\n");
    allowed("core/clients/a.cpp",
            "#include \"core/clients/client_repository.h\"\n#include \"core/storage/statement.h\"\n");
    allowed("core/access/a.cpp", "#include \"core/storage/connection.h\"\n#include <sqlite3.h>\n");
    allowed("core/access/privileged.cpp", "auto c = storage::Connection::open(options);\n");
    allowed("core/storage/a.cpp", "#include <QSqlDatabase>\n#include <sqlite3.h>\nauto c = Connection::open(o);\n");
    allowed("core/base/clock.cpp", "auto t = QDateTime::currentMSecsSinceEpoch();\n");
    allowed("ui/shell/a.cpp",
            "#include \"core/clients/client_service.h\"\n#include \"resources/init.h\"\n#include <QLabel>\n");
    allowed("ui/shell/b.cpp", "#include \"b.moc\"\n");
    allowed("tests/core/tst_a.cpp", "#include \"core/clients/client_repository.h\"\n#include <sqlite3.h>\n");
    allowed("tests/attack/means/a.cpp", "\"REPLACE INTO t VALUES (1)\";\n");
    allowed("core/orders/b.cpp", "// INSERT OR REPLACE would delete the children, and an OFFSET is slow.\n");
}

void TestDependencies::whatIsAllowedPasses()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    QCOMPARE(breachesWith(path, text), QStringList());
}

void TestDependencies::aLinkBackIsFound()
{
    const QStringList found = breachesWith(QStringLiteral("core/clients/CMakeLists.txt"),
                                           "thimblely_library(thimblely_clients LINK thimblely_orders)");
    QVERIFY(!found.isEmpty());
    QVERIFY2(found.first().startsWith(QLatin1String("a folder links only folders above it: core/clients")),
             qPrintable(found.first()));
}

void TestDependencies::thisTreeKeepsTheRules()
{
    const QStringList found = TreeRules(thimblely::test::sourceFolder()).breaches();
    for (const QString &line : found)
        qWarning().noquote() << line; // QVERIFY2 would cut a long list
    QCOMPARE(found.size(), 0);
}

QTEST_GUILESS_MAIN(TestDependencies)
#include "tst_dependencies.moc"
