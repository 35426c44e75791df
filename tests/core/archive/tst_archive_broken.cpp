// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/archive/archive_reader.h"
#include "core/archive/schema_file.h"
#include "tests/core/access/two_shops.h"
#include "tests/core/archive/folders.h"

#include <functional>

using namespace thimblely;
using namespace thimblely::archive;
using test::TwoShops;

//! What is not as it was written is refused by its file and line, and nothing is made of the rest.
class TestArchiveBroken : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_shops = std::make_unique<TwoShops>();
        QVERIFY(
            writeArchive(m_shops->options.path, m_shops->principal("a", "owner"), path(QStringLiteral("out"))).ok());
    }
    void brokenIsRefused_data();
    void brokenIsRefused();
    void whatWasChangedIsSaidByItsName();

private:
    //! As of an older program, which listed pictures and papers alone: what is wrong in a table is found in its lines.
    static void forgetTables(const QString &folder)
    {
        const QString manifest = folder + u'/' + QLatin1String(manifestFile);
        QByteArrayList lines = test::bytesOf(manifest).split('\n');
        lines.removeIf([](const QByteArray &line) { return line.endsWith(".jsonl") || line.endsWith(schemaFile); });
        test::writeBytes(manifest, lines.join('\n'));
    }
    QString path(const QString &name) const { return m_dir.filePath(name); }
    Result<ArchiveBroughtIn> read(const QString &name, const QString &file)
    {
        return readArchive(path(name), path(file), QStringLiteral("chalk and thread"), m_shops->clock);
    }

    QTemporaryDir m_dir;
    std::unique_ptr<TwoShops> m_shops;
};

namespace {

QString textOf(const IdBytes &id)
{
    return RowId(id).toString();
}

} // namespace

void TestArchiveBroken::brokenIsRefused_data()
{
    using Change = std::function<void(const QString &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QStringList>("where");
    const auto row = [](const char *name, const char *file, const char *code, int line,
                        std::function<QByteArrayList(QByteArrayList)> edit) {
        const QString named = QLatin1String(file);
        QTest::newRow(name) << Change([named, edit](const QString &folder) {
            const QString whole = folder + u'/' + named;
            QByteArrayList lines = test::bytesOf(whole).chopped(1).split('\n');
            test::writeBytes(whole, edit(std::move(lines)).join('\n') + '\n');
        }) << QByteArray(code)
                            << QStringList{named, QString::number(line)};
    };
    const auto replace = [](int line, const QByteArray &from, const QByteArray &to) {
        return [=](QByteArrayList lines) {
            lines[line - 1].replace(from, to);
            return lines;
        };
    };
    const QByteArray here = m_shops->workspace("a").toString().toUtf8();
    const QByteArray there = m_shops->workspace("b").toString().toUtf8();
    const QByteArray client = textOf(m_shops->row("a", storage::Table::Clients)).toUtf8();
    const auto file = [&](const char *name, const QString &path, const QByteArray &code, const QStringList &where,
                          const QByteArray &bytes) {
        QTest::newRow(name) << Change([=](const QString &folder) {
            if (bytes.isNull())
                QFile::remove(folder + u'/' + path);
            else
                test::writeBytes(folder + u'/' + path, bytes);
        }) << code << where;
    };
    row("no JSON", "profiles.jsonl", "archive.line_broken", 2, [](QByteArrayList lines) {
        lines[1].chop(3);
        return lines;
    });
    row("an empty line", "profiles.jsonl", "archive.line_broken", 2, [](QByteArrayList lines) {
        lines.insert(1, QByteArray());
        return lines;
    });
    row("an unknown column", "clients.jsonl", "archive.line_column", 1, replace(1, "\"name\"", "\"nam\""));
    row("a wrong type", "clients.jsonl", "archive.line_value", 1,
        replace(1, "\"credit_allowed\":0", "\"credit_allowed\":\"0\""));
    row("no UUID", "clients.jsonl", "archive.line_value", 1, replace(1, client, client.chopped(1) + 'x'));
    row("what the schema refuses", "clients.jsonl", "archive.line_refused", 1,
        replace(1, "\"priority\":\"medium\"", "\"priority\":\"urgent\""));
    row("two ids swapped", "profiles.jsonl", "archive.line_order", 3, [](QByteArrayList lines) {
        const QByteArray first = lines[1].mid(7, 36);
        const QByteArray second = lines[2].mid(7, 36);
        lines[1].replace(first, second);
        lines[2].replace(second, first);
        return lines;
    });
    row("a row twice", "clients.jsonl", "archive.line_order", 2, [](QByteArrayList lines) {
        lines.insert(1, lines[0]);
        return lines;
    });
    row("another shop's row", "clients.jsonl", "archive.line_workspace", 1, replace(1, here, there));
    row("another shop", "workspaces.jsonl", "archive.line_workspace", 1, replace(1, here, there));
    row("somebody else's login", "auth_users.jsonl", "archive.line_workspace", 1,
        replace(1, m_shops->person("a", "owner").toString().toUtf8(),
                m_shops->person("a", "admin").toString().toUtf8()));
    row("a reference to nothing", "client_interactions.jsonl", "archive.line_reference", 1, replace(1, client, here));
    row("a like of another shop's post", "feed_likes.jsonl", "archive.line_refused", 1,
        replace(1, "\"workspace_id\":\"" + here + '"', "\"workspace_id\":null"));
    row("the owner suspended", "workspace_members.jsonl", "archive.line_refused", 0, [this](QByteArrayList lines) {
        for (QByteArray &line : lines) {
            if (line.contains(m_shops->person("a", "owner").toString().toUtf8()))
                line.replace("\"status\":\"active\"", "\"status\":\"suspended\"");
        }
        return lines;
    });
    row("a figure that is not so", "orders.jsonl", "archive.not_whole", 0,
        replace(1, "\"total_minor\":5000", "\"total_minor\":5001"));
    file("a line cut off", QStringLiteral("clients.jsonl"), "archive.line_broken",
         {QStringLiteral("clients.jsonl"), QStringLiteral("1")}, "{\"id\":\"");
    file("lines missing", QStringLiteral("clients.jsonl"), "archive.row_count", {QStringLiteral("clients.jsonl")}, "");
    file("a file missing", QStringLiteral("messages.jsonl"), "archive.no_file", {QStringLiteral("messages.jsonl")}, {});
    file("no schema", QStringLiteral("schema.json"), "archive.not_an_archive", {}, {});
    file("another program's", QStringLiteral("schema.json"), "archive.not_an_archive", {}, "{}");
    file("a later format", QStringLiteral("schema.json"), "archive.too_new", {},
         R"({"format": "thimblely-export", "format_version": 99})");
    row("a later schema", "schema.json", "archive.too_new", 0, [](QByteArrayList lines) {
        for (QByteArray &line : lines) {
            if (line.contains("\"schema_version\""))
                line = "\"schema_version\": 9999,";
        }
        return lines;
    });
    file("a path out of the folder", QStringLiteral("manifest.sha256"), "archive.line_broken",
         {QStringLiteral("manifest.sha256"), QStringLiteral("1")}, QByteArray(64, 'a') + "  papers/../../elsewhere\n");
    file("a paper missing", QStringLiteral("manifest.sha256"), "archive.no_file", {QStringLiteral("papers/x.pdf")},
         QByteArray(64, 'a') + "  papers/x.pdf\n");
}

void TestArchiveBroken::brokenIsRefused()
{
    QFETCH(std::function<void(const QString &)>, change);
    QFETCH(QByteArray, code);
    QFETCH(QStringList, where);
    const QString folder = path(QStringLiteral("broken"));
    QDir(folder).removeRecursively();
    QVERIFY(test::copyFolder(path(QStringLiteral("out")), folder));
    change(folder);
    forgetTables(folder);
    const QStringList before = QDir(m_dir.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries);
    const auto in = read(QStringLiteral("broken"), QStringLiteral("broken.shop"));
    QVERIFY(!in);
    QVERIFY2(in.error().code == code, qPrintable(describe(in.error())));
    if (where.size() == 1 || (where.size() == 2 && where[1] != u'0'))
        QCOMPARE(in.error().args.first(where.size()), where);
    QCOMPARE(QDir(m_dir.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries), before);
}

//! A name that somebody wrote over is a whole line of JSON: only the list of checksums knows.
void TestArchiveBroken::whatWasChangedIsSaidByItsName()
{
    const QString folder = path(QStringLiteral("changed"));
    QVERIFY(test::copyFolder(path(QStringLiteral("out")), folder));
    const QString clients = folder + QStringLiteral("/clients.jsonl");
    test::writeBytes(clients, test::bytesOf(clients).replace("Client of a", "Clyent of a"));
    const auto in = read(QStringLiteral("changed"), QStringLiteral("changed.shop"));
    QVERIFY(!in);
    QCOMPARE(in.error().code, QByteArray("archive.file_changed"));
    QCOMPARE(in.error().args, QStringList(QStringLiteral("clients.jsonl")));
}

QTEST_GUILESS_MAIN(TestArchiveBroken)
#include "tst_archive_broken.moc"
