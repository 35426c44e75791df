// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/archive_tables.h"
#include "core/archive/archive_reader.h"
#include "core/archive/schema_file.h"
#include "core/storage/verify.h"
#include "tests/core/access/two_shops.h"
#include "tests/core/archive/folders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace thimblely;
using namespace thimblely::archive;
using test::TwoShops;

//! A row in every table goes out, and in again, and nothing of the shop next door.
class TestArchive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTableHasItsFile();
    void everyTableOfTheFileIsDecidedOn();
    void rowsAreThoseOfTheViews();
    void nothingOfTheOtherShop();
    void noSecretGoesOut();
    void outAndInAndOutIsTheSame();
    void theBinGoesAlong();
    void whoLikedAndIsNotHereStays();
    void whoMayNotIsRefused();
    void whatARoleWithholdsMakesNoShop();
    void whatIsThereIsLeft();
    void stoppedAnywhereNothingIsLeft();
    void brokenIsRefused_data();
    void brokenIsRefused();
    void aShortPasswordIsRefused();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    access::Principal owner() { return m_shops->principal("a", "owner"); }
    //! Under the fixture's operation, which the journal asks for.
    void change(const std::function<void()> &body)
    {
        m_shops->connection->setOperation(m_shops->number("SELECT max(id) FROM sys_operations"));
        body();
        m_shops->connection->setOperation(std::nullopt);
    }
    void execute(const QByteArray &sql)
    {
        change([&] { m_shops->execute(sql); });
    }
    Result<ArchiveMade> write(const QString &name, const Progress &progress = {})
    {
        return writeArchive(m_shops->options.path, owner(), path(name), progress);
    }
    Result<ArchiveBroughtIn> read(const QString &name, const QString &file, const Progress &progress = {})
    {
        return readArchive(path(name), path(file), QStringLiteral("chalk and thread"), m_shops->clock, progress);
    }
    QStringList linesOf(const QString &folder, const QByteArray &table) const
    {
        return QString::fromUtf8(test::bytesOf(path(folder) + u'/' + fileOf(table))).split(u'\n', Qt::SkipEmptyParts);
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

void TestArchive::initTestCase()
{
    m_shops = std::make_unique<TwoShops>();
    m_shops->execute("UPDATE sys_current_operation SET operation_id = NULL");
    const auto made = write(QStringLiteral("out"));
    QVERIFY2(made.ok(), made ? "" : qPrintable(describe(made.error())));
    QVERIFY(made->complete);
    QVERIFY(made->rows > 36);
}

void TestArchive::everyTableHasItsFile()
{
    const auto files = test::contentsOf(path(QStringLiteral("out")));
    int domain = 0;
    for (const storage::TableFacts &facts : storage::catalogue()) {
        QVERIFY2(files.count(fileOf(facts.name)) == 1, facts.name);
        QVERIFY2(!linesOf(QStringLiteral("out"), facts.name).isEmpty(), facts.name);
        domain += QByteArray(facts.name).startsWith("sys_") ? 0 : 1;
    }
    QCOMPARE(domain, 34);
    for (const char *name : {schemaFile, readmeFile, manifestFile})
        QVERIFY2(files.count(QLatin1String(name)) == 1, name);
    const QJsonObject schema = QJsonDocument::fromJson(files.at(QLatin1String(schemaFile))).object();
    for (const QJsonValue &table : schema[QLatin1String("tables")].toArray()) {
        const QByteArray bytes = files.at(table[QLatin1String("file")].toString());
        QCOMPARE(bytes.count('\n'), table[QLatin1String("rows")].toInteger());
    }
}

//! A table that is added to the file is either in the export or among those that stay, for a reason.
void TestArchive::everyTableOfTheFileIsDecidedOn()
{
    QByteArrayList known = access::tablesThatStay();
    const auto tables = access::archiveTables(*m_shops->connection).value();
    for (const access::ArchiveTable &table : tables)
        known.append(table.name);
    auto query = m_shops->connection
                     ->query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                             " AND name NOT LIKE 'sys_search_fts_%'")
                     .value();
    while (query->step().value())
        QVERIFY2(known.contains(query->utf8(0)), query->utf8(0).constData());
}

void TestArchive::rowsAreThoseOfTheViews()
{
    const auto connection = m_shops->open("a", "owner");
    for (const storage::TableFacts &facts : storage::catalogue()) {
        QSet<QString> seen;
        for (const char *end : {"", "_personal"}) {
            auto query = connection->query(QByteArray("SELECT id FROM ") + facts.name + end);
            if (!query)
                continue;
            auto &rows = query.value();
            while (rows->step().value())
                seen.insert(textOf(rows->idBytes(0)));
        }
        QSet<QString> written;
        for (const QString &line : linesOf(QStringLiteral("out"), facts.name))
            written.insert(QJsonDocument::fromJson(line.toUtf8())[QLatin1String("id")].toString());
        QVERIFY2(seen == written, facts.name);
    }
}

void TestArchive::nothingOfTheOtherShop()
{
    for (const auto &[name, bytes] : test::contentsOf(path(QStringLiteral("out")))) {
        QVERIFY2(!bytes.contains("of b"), qPrintable(name));
        for (const storage::TableFacts &facts : storage::catalogue())
            QVERIFY2(!bytes.contains(textOf(m_shops->row("b", facts.table)).toUtf8()), qPrintable(name));
    }
}

void TestArchive::noSecretGoesOut()
{
    execute("UPDATE social_media_connections SET access_token_ref = 'keychain-entry',"
            " refresh_token_ref = 'keychain-entry'; UPDATE communication_channels SET credentials_ref ="
            " 'keychain-entry'; UPDATE auth_users SET pin_hash = 'hash-of-pin', recovery_hashes ="
            " '[\"hash-of-code\"]'");
    QVERIFY(write(QStringLiteral("secrets")).ok());
    for (const auto &[name, bytes] : test::contentsOf(path(QStringLiteral("secrets")))) {
        QVERIFY2(!bytes.contains("hash-of") && !bytes.contains("keychain-entry"), qPrintable(name));
        if (name.endsWith(QLatin1String(".jsonl")))
            QVERIFY2(!bytes.contains("token_hash"), qPrintable(name));
    }
}

void TestArchive::outAndInAndOutIsTheSame()
{
    const auto in = read(QStringLiteral("out"), QStringLiteral("again.shop"));
    QVERIFY2(in.ok(), in ? "" : qPrintable(describe(in.error())));
    auto store = access::PrincipalStore::open(storage::OpenOptions{path(QStringLiteral("again.shop"))}).value();
    const auto person = store->findByLogin(QStringLiteral("a@example.org")).value();
    QVERIFY(person.has_value());
    const auto principal = store->load(*person, m_shops->workspace("a"), store->device().value().value()).value();
    const auto again = writeArchive(path(QStringLiteral("again.shop")), principal, path(QStringLiteral("again")));
    QVERIFY2(again.ok(), again ? "" : qPrintable(describe(again.error())));
    QCOMPARE(test::differences(path(QStringLiteral("out")), path(QStringLiteral("again"))), QStringList());
    QCOMPARE(again->rows, in->rows);
    QVERIFY(store->secrets(*person)->passwordHash.has_value());
    QVERIFY(!QFile::exists(path(QStringLiteral("again.shop.restoring"))));
}

void TestArchive::theBinGoesAlong()
{
    execute("UPDATE clients SET deleted_at = 5 WHERE name = 'Client of a'");
    QVERIFY(write(QStringLiteral("bin")).ok());
    execute("UPDATE clients SET deleted_at = NULL");
    QCOMPARE(linesOf(QStringLiteral("bin"), "clients").size(), linesOf(QStringLiteral("out"), "clients").size());
    QVERIFY(linesOf(QStringLiteral("bin"), "clients").first().contains(QStringLiteral("\"deleted_at\":5")));
    const auto in = read(QStringLiteral("bin"), QStringLiteral("bin.shop"));
    QVERIFY2(in.ok(), in ? "" : qPrintable(describe(in.error())));
}

void TestArchive::whoLikedAndIsNotHereStays()
{
    const PersonId other = m_shops->person("b", "admin");
    const access::FieldValue feed(m_shops->row("a", storage::Table::Feeds));
    change([&] {
        m_shops->insert(storage::Table::FeedLikes, test::named("elsewhere"), m_shops->workspace("a"),
                        {{"user_id", other}, {"feed_id", feed}});
    });
    QVERIFY(write(QStringLiteral("liked")).ok());
    QCOMPARE(linesOf(QStringLiteral("liked"), "people_elsewhere"),
             QStringList{QStringLiteral("{\"id\":\"%1\"}").arg(other.toString())});
    QVERIFY(!test::bytesOf(path(QStringLiteral("liked/profiles.jsonl"))).contains(other.toString().toUtf8()));
    const auto in = read(QStringLiteral("liked"), QStringLiteral("liked.shop"));
    QVERIFY2(in.ok(), in ? "" : qPrintable(describe(in.error())));
    execute("DELETE FROM feed_likes WHERE id = x'" + RowId(test::named("elsewhere")).view().toByteArray().toHex() +
            "'");
}

void TestArchive::whoMayNotIsRefused()
{
    for (const char *who : {"member", "counter", "cutter", "viewer"}) {
        const auto made =
            writeArchive(m_shops->options.path, m_shops->principal("a", who), path(QStringLiteral("none")));
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::Forbidden);
        QVERIFY(!QFile::exists(path(QStringLiteral("none"))));
    }
    const auto suspended = m_shops->load(m_shops->person("a", "suspended"), "a");
    QVERIFY(!suspended);
}

void TestArchive::whatARoleWithholdsMakesNoShop()
{
    access::Principal admin = m_shops->principal("a", "admin");
    admin.capabilities.remove(access::Capability::FinanceRead);
    const auto made = writeArchive(m_shops->options.path, admin, path(QStringLiteral("partial")));
    QVERIFY2(made.ok(), made ? "" : qPrintable(describe(made.error())));
    QVERIFY(!made->complete);
    QVERIFY(linesOf(QStringLiteral("partial"), "financial_goals").isEmpty());
    QVERIFY(!test::bytesOf(path(QStringLiteral("partial/inventory_items.jsonl"))).contains("cost_minor"));
    QCOMPARE(read(QStringLiteral("partial"), QStringLiteral("partial.shop")).error().code,
             QByteArray("archive.partial"));
    QVERIFY(!QFile::exists(path(QStringLiteral("partial.shop"))));
}

void TestArchive::whatIsThereIsLeft()
{
    QVERIFY(QDir().mkpath(path(QStringLiteral("empty"))));
    QCOMPARE(write(QStringLiteral("empty")).error().code, QByteArray("archive.exists"));
    QVERIFY(QDir(path(QStringLiteral("empty"))).isEmpty());
    QVERIFY(test::writeBytes(path(QStringLiteral("taken.shop")), "mine"));
    QCOMPARE(read(QStringLiteral("out"), QStringLiteral("taken.shop")).error().code, QByteArray("storage.exists"));
    QCOMPARE(test::bytesOf(path(QStringLiteral("taken.shop"))), QByteArray("mine"));
}

void TestArchive::stoppedAnywhereNothingIsLeft()
{
    const QStringList before = QDir(m_dir.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries);
    for (int after = 0; after < 40; after += 3) {
        int asked = 0;
        const Progress stop = [&](int) { return asked++ < after; };
        const auto made = write(QStringLiteral("stopped"), stop);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::Cancelled);
        asked = 0;
        const auto in = read(QStringLiteral("out"), QStringLiteral("stopped.shop"), stop);
        QVERIFY(!in);
        QCOMPARE(in.error().kind, ErrorKind::Cancelled);
        QCOMPARE(QDir(m_dir.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries), before);
    }
}

void TestArchive::brokenIsRefused_data()
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

void TestArchive::brokenIsRefused()
{
    QFETCH(std::function<void(const QString &)>, change);
    QFETCH(QByteArray, code);
    QFETCH(QStringList, where);
    const QString folder = path(QStringLiteral("broken"));
    QDir(folder).removeRecursively();
    QVERIFY(test::copyFolder(path(QStringLiteral("out")), folder));
    change(folder);
    const QStringList before = QDir(m_dir.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries);
    const auto in = read(QStringLiteral("broken"), QStringLiteral("broken.shop"));
    QVERIFY(!in);
    QVERIFY2(in.error().code == code, qPrintable(describe(in.error())));
    if (where.size() == 1 || (where.size() == 2 && where[1] != u'0'))
        QCOMPARE(in.error().args.first(where.size()), where);
    QCOMPARE(QDir(m_dir.path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries), before);
}

void TestArchive::aShortPasswordIsRefused()
{
    const auto in = readArchive(path(QStringLiteral("out")), path(QStringLiteral("short.shop")), QStringLiteral("abc"),
                                m_shops->clock);
    QCOMPARE(in.error().code, QByteArray("accounts.password_short"));
    QVERIFY(!QFile::exists(path(QStringLiteral("short.shop"))));
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
