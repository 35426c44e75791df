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
    void anOlderExportIsBroughtUpToDate();
    void theBinGoesAlong();
    void whoLikedAndIsNotHereStays();
    void whoMayNotIsRefused();
    void whatARoleWithholdsMakesNoShop();
    void whatIsThereIsLeft();
    void stoppedAnywhereNothingIsLeft();
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

//! As an export looked before migration 0004: without the columns that came with it and after it.
void TestArchive::anOlderExportIsBroughtUpToDate()
{
    const QStringList later = {QStringLiteral("payer_client_id"),
                               QStringLiteral("waiting_minor"),
                               QStringLiteral("other_payers"),
                               QStringLiteral("overpaid_minor"),
                               QStringLiteral("set_no"),
                               QStringLiteral("set_name"),
                               QStringLiteral("client_fabric_initials"),
                               QStringLiteral("release_media"),
                               QStringLiteral("page_media"),
                               QStringLiteral("pay_typed"),
                               QStringLiteral("ordered_milli"),
                               QStringLiteral("ordered_date"),
                               QStringLiteral("lead_minutes")};
    const QString folder = path(QStringLiteral("older"));
    QVERIFY(test::copyFolder(path(QStringLiteral("out")), folder));
    QJsonObject schema = QJsonDocument::fromJson(test::bytesOf(folder + QStringLiteral("/schema.json"))).object();
    schema[QLatin1String("schema_version")] = 3;
    QJsonArray tables = schema[QLatin1String("tables")].toArray();
    for (qsizetype i = 0; i < tables.size(); ++i) {
        QJsonObject table = tables[i].toObject();
        QJsonArray columns;
        for (const QJsonValue &column : table[QLatin1String("columns")].toArray()) {
            if (!later.contains(column[QLatin1String("name")].toString()))
                columns.append(column);
        }
        table[QLatin1String("columns")] = columns;
        tables[i] = table;
        QByteArray text;
        for (const QString &line :
             linesOf(QStringLiteral("older"), table[QLatin1String("name")].toString().toLatin1())) {
            QJsonObject row = QJsonDocument::fromJson(line.toUtf8()).object();
            for (const QString &column : later)
                row.remove(column);
            text += QJsonDocument(row).toJson(QJsonDocument::Compact) + '\n';
        }
        QVERIFY(test::writeBytes(folder + u'/' + table[QLatin1String("file")].toString(), text));
    }
    schema[QLatin1String("tables")] = tables;
    QVERIFY(test::writeBytes(folder + QStringLiteral("/schema.json"), QJsonDocument(schema).toJson()));
    QVERIFY(test::writeBytes(folder + u'/' + QLatin1String(manifestFile), "")); // which did not list tables
    const auto in = read(QStringLiteral("older"), QStringLiteral("older.shop"));
    QVERIFY2(in.ok(), in ? "" : qPrintable(describe(in.error())));
    QVERIFY(storage::verifyFile(path(QStringLiteral("older.shop")), false)->problems.empty());
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

void TestArchive::aShortPasswordIsRefused()
{
    const auto in = readArchive(path(QStringLiteral("out")), path(QStringLiteral("short.shop")), QStringLiteral("abc"),
                                m_shops->clock);
    QCOMPARE(in.error().code, QByteArray("accounts.password_short"));
    QVERIFY(!QFile::exists(path(QStringLiteral("short.shop"))));
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
