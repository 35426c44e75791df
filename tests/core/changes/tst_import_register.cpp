// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/draft_store.h"
#include "core/changes/import_register.h"
#include "tests/core/changes/people.h"

using namespace thimblely;
using namespace thimblely::changes;
using namespace thimblely::test;

//! The two small memories beside the journal: what was imported, and what is being typed.
class TestImportRegister : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shops = std::make_unique<TwoShops>(); }

    void knowsAnEntryAgain()
    {
        SignedIn owner(*m_shops, "owner");
        const ImportRegister::Entry entry{"vcard", Table::Clients, QStringLiteral("uid-1")};
        const ClientId client = owner.addClient(*m_shops, "card");
        QVERIFY(!find(owner, entry));
        QVERIFY(remember(owner, entry, client, hashOf("first")));
        auto known = find(owner, entry);
        QVERIFY(known);
        QCOMPARE(known->row, client.bytes());
        QCOMPARE(known->contentHash, hashOf("first"));
        QVERIFY(remember(owner, entry, client, hashOf("second")));
        QCOMPARE(find(owner, entry)->contentHash, hashOf("second"));
        QCOMPARE(countIn(*m_shops, "SELECT count(*) FROM sys_import WHERE foreign_id = 'uid-1'"), 1);
        QVERIFY(!find(owner, {"vcard", Table::Clients, QStringLiteral("uid-2")}));
        QVERIFY(!find(owner, {"ansur", Table::Clients, QStringLiteral("uid-1")}));
        QVERIFY(!find(owner, {"vcard", Table::Orders, QStringLiteral("uid-1")}));
    }

    void forgetsWithItsOperation()
    {
        SignedIn owner(*m_shops, "owner");
        const ImportRegister::Entry entry{"vcard", Table::Clients, QStringLiteral("uid-1")};
        const ClientId client(m_shops->row("a", Table::Clients));
        QVERIFY(!await(owner.door->write<void>({"import"}, [=](WriteContext &context) -> Result<void> {
            TRY(ImportRegister::remember(context, entry, client.bytes(), hashOf("x")));
            return Error{ErrorKind::Cancelled, "test.no", {}, {}};
        })));
        QVERIFY(!find(owner, entry));
    }

    //! It waits for the operation's end, and is known all the same.
    void knowsWhatAnOperationOfManyBringsIn()
    {
        SignedIn owner(*m_shops, "owner");
        const ClientId client = owner.addClient(*m_shops, "card");
        const auto entry = [](const char *id) {
            return ImportRegister::Entry{"vcard", Table::Clients, QString::fromLatin1(id)};
        };
        QVERIFY(remember(owner, entry("uid-1"), client, hashOf("first")));
        QStringList known;
        QVERIFY(await(owner.door->write<void>({"import"}, [&](WriteContext &context) -> Result<void> {
            context.writeMany();
            TRY(context.rows().update(Table::Clients, client, {{"notes", QStringLiteral("brought in")}}));
            TRY(ImportRegister::remember(context, entry("uid-2"), client.bytes(), hashOf("new")));
            TRY(ImportRegister::remember(context, entry("uid-1"), client.bytes(), hashOf("second")));
            TRY_ASSIGN(const QSet<QString> ids, ImportRegister::foreignIds(context, entry({})));
            known = QStringList(ids.begin(), ids.end());
            TRY_ASSIGN(const auto found, ImportRegister::find(context, entry("uid-1")));
            return found && found->contentHash == hashOf("second")
                       ? Result<void>()
                       : Result<void>(Error{ErrorKind::Internal, "test.not_found", {}, {}});
        })));
        known.sort();
        QCOMPARE(known, (QStringList{QStringLiteral("uid-1"), QStringLiteral("uid-2")}));
        QCOMPARE(find(owner, entry("uid-1"))->contentHash, hashOf("second"));
        QCOMPARE(find(owner, entry("uid-2"))->row, client.bytes());
    }

    void keepsOneDraftPerScreenAndSubject()
    {
        SignedIn owner(*m_shops, "owner");
        const auto connection = std::move(owner.session->openConnection()).value();
        DraftStore drafts(*connection, m_shops->clock);
        const QJsonObject first{{QStringLiteral("name"), QStringLiteral("Ha")}};
        const QJsonObject second{{QStringLiteral("name"), QStringLiteral("Halima")}};
        QVERIFY(drafts.save("client", QStringLiteral("7"), first));
        m_shops->clock.advanceMsecs(1000);
        QVERIFY(drafts.save("client", QStringLiteral("7"), second));
        QVERIFY(drafts.save("client", {}, first));
        QVERIFY(drafts.save("order", QStringLiteral("7"), first));
        QCOMPARE(drafts.all().value().size(), size_t(3));
        const auto draft = drafts.load("client", QStringLiteral("7")).value();
        QVERIFY(draft);
        QCOMPARE(draft->content, second);
        QCOMPARE(draft->savedAt, m_shops->clock.now());
        QVERIFY(drafts.discard("client", QStringLiteral("7")));
        QVERIFY(!drafts.load("client", QStringLiteral("7")).value());
        QCOMPARE(drafts.all().value().size(), size_t(2));
        // Nobody's business but theirs: no operation, no journal, nothing for a colleague.
        SignedIn admin(*m_shops, "admin");
        const auto hers = std::move(admin.session->openConnection()).value();
        QVERIFY(DraftStore(*hers, m_shops->clock).all().value().empty());
        QCOMPARE(countIn(*m_shops, "SELECT count(*) FROM sys_operations WHERE kind LIKE '%draft%'"), 0);
    }

private:
    static QByteArray hashOf(const char *text) { return QCryptographicHash::hash(text, QCryptographicHash::Sha256); }

    static std::optional<ImportRegister::Known> find(SignedIn &who, const ImportRegister::Entry &entry)
    {
        return await(who.door->write<std::optional<ImportRegister::Known>>(
                         {"look"}, [=](WriteContext &context) { return ImportRegister::find(context, entry); }))
            .value();
    }

    //! An operation that changes no row is not kept, so it changes one.
    static bool remember(SignedIn &who, const ImportRegister::Entry &entry, ClientId client, const QByteArray &hash)
    {
        return await(who.door->write<void>(
                         {"import"},
                         [=](WriteContext &context) -> Result<void> {
                             TRY(context.rows().update(Table::Clients, client, {{"notes", hash.toHex()}}));
                             return ImportRegister::remember(context, entry, client.bytes(), hash);
                         }))
            .ok();
    }

    std::unique_ptr<TwoShops> m_shops;
};

QTEST_GUILESS_MAIN(TestImportRegister)
#include "tst_import_register.moc"
