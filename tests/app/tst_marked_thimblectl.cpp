// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/policy.h"
#include "core/access/schema_columns.h"
#include "core/accounts/password_hash.h"
#include "tests/app/run_thimblectl.h"
#include "tests/attack/means/marked_file.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace thimblely;
using test::foreignMark;
using test::MarkedFile;
using test::Marks;
using test::Run;
using test::Table;

/*!
 * The program for the command line over the file of twenty workspaces, as people of the first one: nothing that it writes,
 * says or refuses bears the mark of another, and what somebody may not read is no column of theirs.
 */
class TestMarkedThimblectl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingForeign_data();
    void nothingForeign();
    void columnsAreThoseOfThePolicy();

private:
    Run runAs(const QByteArray &who, const QStringList &verb) const;
    QByteArray foreignOf(const Run &run, const Marks &allowed) const;
    QStringList filesWith(const QString &folder, const Marks &allowed) const;

    std::unique_ptr<MarkedFile> m_file;
    QString m_path;
    QString m_slug; // of the first workspace
};

void TestMarkedThimblectl::initTestCase()
{
    m_file = std::make_unique<MarkedFile>();
    const QByteArray hash = hashSecret(QString::fromUtf8(test::password)).value();
    m_file->execute("UPDATE sys_current_operation SET operation_id = (SELECT max(id) FROM sys_operations)");
    for (const QByteArray &who : MarkedFile::insiders()) {
        const QByteArray id = "x'" + test::hexOf(m_file->insiderId("a", who).bytes()).toLatin1() + "'";
        m_file->execute("INSERT INTO auth_users (id, login_name, password_hash, created_at, updated_at) VALUES (" + id +
                        ", '" + who + "', '" + hash +
                        "', 1, 1) ON CONFLICT (id) DO UPDATE SET login_name = excluded.login_name,"
                        " password_hash = excluded.password_hash, failed_attempts = 0, locked_until = NULL");
    }
    m_file->execute("UPDATE sys_current_operation SET operation_id = NULL");
    auto slug =
        std::move(storage::Statement::prepare(m_file->connection->handle(), "SELECT slug FROM workspaces WHERE id = ?"))
            .value();
    slug.bind(m_file->workspace("a"));
    QVERIFY(slug.step().value());
    m_slug = slug.text(0);
    m_path = m_file->folder.filePath(QStringLiteral("marked.thimblely"));
    m_file->copyTo(m_path);
}

Run TestMarkedThimblectl::runAs(const QByteArray &who, const QStringList &verb) const
{
    return test::run(verb + QStringList{QStringLiteral("--db"), m_path, QStringLiteral("--as"),
                                        QString::fromLatin1(who), QStringLiteral("--workspace"), m_slug,
                                        QStringLiteral("--password-fd"), QStringLiteral("0")});
}

QByteArray TestMarkedThimblectl::foreignOf(const Run &run, const Marks &allowed) const
{
    for (const QByteArray &text : {run.out, run.errors}) {
        if (foreignMark(text, allowed))
            return text;
    }
    return {};
}

QStringList TestMarkedThimblectl::filesWith(const QString &folder, const Marks &allowed) const
{
    QStringList found;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && foreignMark(file.readAll(), allowed))
            found.append(file.fileName());
    }
    return found;
}

void TestMarkedThimblectl::nothingForeign_data()
{
    QTest::addColumn<QByteArray>("who");
    for (const char *who : {"owner", "cutter", "viewer", "wanderer"})
        QTest::newRow(who) << QByteArray(who);
}

void TestMarkedThimblectl::nothingForeign()
{
    QFETCH(QByteArray, who);
    const Marks allowed = MarkedFile::marksOf("a", who);
    const auto before = m_file->hashesWithout("a", who, m_path);
    QTemporaryDir folder;
    const auto to = [&](const char *name) {
        return QStringList{QStringLiteral("--out"), folder.filePath(QString::fromLatin1(name))};
    };
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    const QString foreignId =
        QStringLiteral("SELECT * FROM clients WHERE id = x'%1'").arg(test::hexOf(m_file->row("b", Table::Clients)));
    const std::vector<QStringList> verbs = {
        {QStringLiteral("sql"), QStringLiteral("SELECT * FROM clients")},
        {QStringLiteral("sql"), QStringLiteral("SELECT * FROM main.clients")},
        {QStringLiteral("sql"), QStringLiteral("SELECT count(*) FROM workspaces"), QStringLiteral("--json")},
        {QStringLiteral("sql"), foreignId},
        {QStringLiteral("sql"), QStringLiteral("SELECT * FROM nowhere")},
        words("export clients --format csv") + to("clients.csv"),
        words("export clients --format vcard") + to("clients.vcf"),
        words("export measurements --format csv") + to("measures.csv"),
        words("export measurements --format smis") + to("measures"),
        words("export products --format csv") + to("products.csv"),
        words("export orders --format csv") + to("orders.csv"),
        words("export client-file --client 1") + to("one.json"),
        words("export all") + to("all"),
    };
    int done = 0;
    for (const QStringList &verb : verbs) {
        const Run run = runAs(who, verb);
        QVERIFY2(foreignOf(run, allowed).isEmpty(),
                 (verb.join(u' ').toUtf8() + ": " + foreignOf(run, allowed)).constData());
        done += run.exitCode == 0 ? 1 : 0;
    }
    QCOMPARE(filesWith(folder.path(), allowed), QStringList());
    qInfo("%s: %zu commands, %d of them answered", who.constData(), verbs.size(), done);
    QVERIFY(done >= 2);
    const auto after = m_file->hashesWithout("a", who, m_path);
    for (const auto &[table, hash] : before)
        QVERIFY2(after.at(table) == hash, table.constData());
}

void TestMarkedThimblectl::columnsAreThoseOfThePolicy()
{
    const access::Principal cutter = m_file->insider("a", "cutter");
    const auto schema = std::move(access::schemaColumns(m_file->connection->handle())).value();
    for (const Table table : {Table::Clients, Table::Orders, Table::OrderItems, Table::WorkspaceMembers}) {
        const Run run = runAs("cutter", {QStringLiteral("sql"),
                                         QStringLiteral("SELECT * FROM ") + QLatin1String(storage::facts(table).name)});
        QCOMPARE(run.exitCode, 0);
        QByteArrayList expected;
        for (const std::string &column : schema->of(table)) {
            if (column != "deleted_at" && !access::groupOf(table, column) &&
                access::showsColumn(cutter, *access::readingRules(cutter, table).front(), column))
                expected.append(QByteArray::fromStdString(column));
        }
        QCOMPARE(run.out.left(run.out.indexOf('\n')).trimmed(), expected.join(','));
    }
    for (const char *hidden : {"order_prices", "client_totals", "invoices", "client_interactions"})
        QCOMPARE(
            runAs("cutter", {QStringLiteral("sql"), QStringLiteral("SELECT * FROM ") + QLatin1String(hidden)}).exitCode,
            1);
}

QTEST_GUILESS_MAIN(TestMarkedThimblectl)
#include "tst_marked_thimblectl.moc"
