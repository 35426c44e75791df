// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/natural_ids.h"
#include "core/access/privileged/first_start.h"
#include "core/access/privileged/principal_store.h"
#include "core/access/row_writer.h"
#include "core/access/session.h"
#include "core/storage/migrator.h"
#include "tests/support/fake_clock.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

#include <map>

namespace thimblely::test {

using storage::Table;

inline IdBytes named(const QByteArray &name)
{
    return RowId::fromName(name).bytes();
}

inline QString hexOf(const IdBytes &id)
{
    return QString::fromLatin1(RowId(id).view().toByteArray().toHex());
}

//! The people of each shop, by what they are; "suspended" is a member who was.
inline const std::vector<QByteArray> &people()
{
    static const std::vector<QByteArray> names = {"owner",  "admin",    "member",   "counter",
                                                  "cutter", "stitcher", "finisher", "viewer"};
    return names;
}

/*!
 * A real file with shops that each have at least one row in every table, written past the wall through the schema's own
 * checks and triggers; who makes one says which shops, and by what their ids are made.
 */
class Shops {
public:
    using IdMaker = IdBytes (*)(const QByteArray &name);

    PersonId person(const QByteArray &shop, const QByteArray &who) const
    {
        return who == "owner" ? owners.at(shop).person : PersonId(m_idOf(shop + ":person:" + who));
    }
    WorkspaceId workspace(const QByteArray &shop) const { return owners.at(shop).workspace; }

    Result<access::Principal> load(PersonId who, const QByteArray &shop)
    {
        auto store = access::PrincipalStore::open(options);
        if (!store)
            return store.error();
        return store.value()->load(who, workspace(shop), device);
    }
    access::Principal principal(const QByteArray &shop, const QByteArray &who)
    {
        return std::move(load(person(shop, who), shop)).value();
    }
    std::unique_ptr<access::ScopedConnection> open(const QByteArray &shop, const QByteArray &who)
    {
        return open(principal(shop, who));
    }
    std::unique_ptr<access::ScopedConnection> open(const access::Principal &principal)
    {
        auto opened = access::ScopedConnection::open(options, principal);
        if (!opened)
            qFatal("%s", qPrintable(describe(opened.error())));
        return std::move(opened).value();
    }

    //! The row that the shop has in this table from the start.
    IdBytes row(const QByteArray &shop, Table table) const
    {
        if (table == Table::AuthUsers || table == Table::Profiles)
            return owners.at(shop).person.bytes();
        if (table == Table::Workspaces)
            return workspace(shop).bytes();
        if (table == Table::WorkspaceMembers)
            return owners.at(shop).member.bytes();
        return m_idOf(shop + ':' + storage::facts(table).name);
    }

    //! What a row of this table needs, but for its id, times and workspace; `salt` keeps natural keys apart.
    std::vector<access::Field> fields(const QByteArray &shop, Table table, PersonId self, const QByteArray &salt) const
    {
        using F = access::Field;
        const auto ref = [&](Table other) { return access::FieldValue(row(shop, other)); };
        const auto hash = [&] {
            return access::FieldValue(
                access::BlobValue{QCryptographicHash::hash(shop + salt, QCryptographicHash::Sha256)});
        };
        const F user{"user_id", self};
        switch (table) {
        case Table::AuthUsers:
            return {F{"login_name", QByteArray(salt + shop)}};
        case Table::Profiles:
            return {F{"full_name", "Somebody new"}};
        case Table::VerificationLogs:
            return {user, F{"verification_type", "email"}, F{"status", "sent"}, F{"sent_to", "x@example.org"}};
        case Table::AuthSessions:
            return {user, F{"session_token_hash", hash()}, F{"expires_at", 1}};
        case Table::OauthConnections:
            return {user, F{"provider", "google"}, F{"provider_user_id", QByteArray(shop + salt)},
                    F{"connected_at", 1}};
        case Table::SocialMediaConnections:
            return {user, F{"platform", "tiktok"}, F{"platform_user_id", QByteArray(shop + salt)}};
        case Table::Workspaces:
            return {F{"name", "Another"}};
        case Table::WorkspaceMembers:
            return {F{"user_id", PersonId(m_idOf(shop + ":newcomer:" + salt))}, F{"role", "viewer"}};
        case Table::WorkspaceInvitations:
            return {F{"role", "member"}, F{"invited_by", self}, F{"token_hash", hash()}, F{"expires_at", 1}};
        case Table::Clients:
            return {F{"name", QByteArray("Client of " + shop)}, F{"phone", "+2348030000000"}};
        case Table::ClientInteractions:
            return {F{"client_id", ref(Table::Clients)}, F{"interaction_type", "note"}, F{"occurred_at", 1}};
        case Table::ClientMeasurements:
            return {F{"client_id", ref(Table::Clients)}, F{"status", "draft"}, F{"measurements", "{}"},
                    F{"taken_at", 1}};
        case Table::MeasurementTemplates:
            return {F{"name", QByteArray("T" + salt)}, F{"fields", "[]"}};
        case Table::Orders:
            return {F{"client_id", ref(Table::Clients)}, F{"order_date", "2026-11-25"}, F{"currency", "NGN"},
                    F{"customer_phone", "+2348030000000"}, F{"order_number", QByteArray("N" + salt)}};
        case Table::OrderItems:
            return {F{"order_id", ref(Table::Orders)}, F{"item_kind", "make"}, F{"item_name", "Jacket"},
                    F{"total_minor", 5000}, F{"unit_price_minor", 5000}};
        case Table::InventoryItems:
            return {F{"item_kind", "trim"}, F{"name", "Thread"}, F{"unit", "pcs"}, F{"currency", "NGN"}};
        case Table::InventoryMovements:
            return {F{"inventory_item_id", ref(Table::InventoryItems)},
                    F{"movement_type", "stock-in"},
                    F{"quantity_milli", 1000},
                    F{"previous_stock_milli", 0},
                    F{"new_stock_milli", 1000},
                    F{"occurred_at", 1}};
        case Table::Transactions:
            return {F{"order_id", ref(Table::Orders)},
                    F{"transaction_type", "income"},
                    F{"category", "deposit"},
                    F{"amount_minor", 100},
                    F{"currency", "NGN"},
                    F{"payment_method", "cash"},
                    F{"date", "2026-11-25"},
                    F{"occurred_at", 1}};
        case Table::FinancialGoals:
            return {F{"title", "More"},   F{"goal_type", "monthly"},      F{"target_minor", 1},
                    F{"currency", "NGN"}, F{"starts_date", "2026-11-01"}, F{"deadline_date", "2026-11-30"}};
        case Table::AutoSplits:
            return {F{"name", "Rent"}, F{"split_type", "fixed_amount"}, F{"value", 100}};
        case Table::Invoices:
            return {F{"order_id", ref(Table::Orders)}, F{"currency", "NGN"}};
        case Table::Events:
            return {user, F{"title", "Fitting"}, F{"event_type", "fitting"}, F{"start_at", 1}, F{"time_zone", "UTC"}};
        case Table::EventReminders:
            return {user, F{"event_id", ref(Table::Events)}, F{"remind_at", 1}};
        case Table::CommunicationChannels:
            return {F{"channel_type", "sms"}, F{"channel_name", "Phone"}};
        case Table::Messages:
            return {F{"channel_id", ref(Table::CommunicationChannels)}, F{"direction", "outbound"}, F{"content", "Hi"}};
        case Table::Feeds:
            return {user, F{"feed_type", "image"}};
        case Table::FeedCrossPosts:
            return {F{"feed_id", ref(Table::Feeds)}, F{"platform", "tiktok"}};
        case Table::FeedLikes:
            return {user, F{"feed_id", ref(Table::Feeds)}};
        case Table::FeedComments:
            return {user, F{"feed_id", ref(Table::Feeds)}, F{"content", "Lovely"}};
        case Table::FeedShares:
            return {user, F{"feed_id", ref(Table::Feeds)}, F{"shared_to", "internal"}};
        case Table::MarketplaceProducts:
            return {F{"seller_id", self}, F{"title", "Gown"}, F{"price_minor", 100}, F{"currency", "NGN"}};
        case Table::ProductReviews:
            return {user, F{"product_id", ref(Table::MarketplaceProducts)}, F{"rating", 5}};
        case Table::ProductLikes:
            return {user, F{"product_id", ref(Table::MarketplaceProducts)}};
        case Table::Notifications:
            return {user, F{"notification_type", "info"}, F{"title", "Ready"}};
        case Table::SysActivity:
            return {F{"order_item_id", ref(Table::OrderItems)}, F{"kind", "stage"}, F{"stage", "cut"},
                    F{"occurred_at", 1}};
        case Table::SysSettings:
            return {F{"person_id", self}, F{"key", QByteArray("k" + salt)}, F{"value", "1"}};
        }
        Q_UNREACHABLE();
    }

    //! Past the wall, for what a test must find in the file.
    void insert(Table table, const IdBytes &id, std::optional<WorkspaceId> shop,
                const std::vector<access::Field> &fields)
    {
        auto prepared = prepareInsert(table, id, shop, fields);
        if (!prepared)
            qFatal("%s: %s", storage::facts(table).name, qPrintable(describe(prepared.error())));
        if (const auto done = prepared.value().run(); !done)
            qFatal("%s: %s", storage::facts(table).name, qPrintable(describe(done.error())));
    }

    void execute(const QByteArray &sql)
    {
        if (const auto done = connection->executeScript(sql); !done)
            qFatal("%s: %s", sql.constData(), qPrintable(describe(done.error())));
    }
    qint64 number(const QByteArray &sql)
    {
        auto query = std::move(storage::Statement::prepare(connection->handle(), sql)).value();
        return query.step().value() ? query.int64(0) : -1;
    }

    void addPerson(PersonId id, const QByteArray &name)
    {
        insert(Table::Profiles, id.bytes(), std::nullopt, {{"full_name", QByteArray(name)}, {"country_code", "NG"}});
    }
    void addMember(const QByteArray &shop, PersonId who, const char *role, const char *job,
                   const char *status = "active")
    {
        std::vector<access::Field> fields = {{"user_id", who}, {"role", role}, {"status", status}};
        if (qstrlen(job) > 0)
            fields.push_back({"job_title", job});
        insert(Table::WorkspaceMembers, access::memberId(workspace(shop), who).bytes(), workspace(shop), fields);
    }

    //! Whether its rows belong to a person alone and name no workspace.
    static bool isAlone(Table table)
    {
        return storage::facts(table).scope == storage::Scope::Self && table != Table::EventReminders &&
               table != Table::Notifications;
    }

    QTemporaryDir folder;
    FakeClock clock;
    storage::OpenOptions options;
    const DeviceId device = DeviceId::fromName("device");
    std::map<QByteArray, access::Principal> owners;
    std::unique_ptr<storage::Connection> connection; // without the wall

protected:
    //! A file without a shop yet.
    explicit Shops(IdMaker idOf) : m_idOf(idOf)
    {
        options.path = folder.filePath(QStringLiteral("two.shop"));
        const auto made = storage::Migrator(clock).create(options.path);
        if (!made)
            qFatal("%s", qPrintable(describe(made.error())));
    }

    void openConnection() { connection = std::move(storage::Connection::open(options)).value(); }

    //! The tables in which a shop gets a row, each after what it hangs on.
    static std::vector<Table> tablesToFill()
    {
        std::vector<Table> tables;
        for (const storage::TableFacts &facts : storage::catalogue()) {
            const Table t = facts.table;
            if (t == Table::AuthUsers || t == Table::Profiles || t == Table::Workspaces || t == Table::WorkspaceMembers)
                continue;
            if (t == Table::InventoryMovements || t == Table::Transactions || t == Table::Invoices ||
                t == Table::SysActivity)
                continue;
            tables.push_back(t);
        }
        tables.insert(tables.end(),
                      {Table::InventoryMovements, Table::Invoices, Table::Transactions, Table::SysActivity});
        return tables;
    }

    Result<storage::Statement> prepareInsert(Table table, const IdBytes &id, std::optional<WorkspaceId> shop,
                                             const std::vector<access::Field> &fields)
    {
        QByteArray columns = "id, created_at, updated_at";
        QByteArray values = "?, 1, 1";
        if (shop) {
            columns += ", workspace_id";
            values += ", ?";
        }
        for (const access::Field &field : fields) {
            columns += QByteArray(", ") + field.column;
            values += ", ?";
        }
        TRY_ASSIGN(storage::Statement statement,
                   storage::Statement::prepare(connection->handle(), QByteArray("INSERT INTO ") +
                                                                         storage::facts(table).name + " (" + columns +
                                                                         ") VALUES (" + values + ")"));
        statement.bind(RowId(id));
        if (shop)
            statement.bind(*shop);
        for (const access::Field &field : fields)
            bind(statement, field.value);
        return statement;
    }

    const IdMaker m_idOf;

private:
    static void bind(storage::Statement &statement, const access::FieldValue &value)
    {
        if (const auto *number = std::get_if<qint64>(&value.get()))
            statement.bind(*number);
        else if (const auto *text = std::get_if<QByteArray>(&value.get()))
            statement.bindUtf8(*text);
        else if (const auto *id = std::get_if<IdBytes>(&value.get()))
            statement.bind(RowId(*id));
        else if (const auto *blob = std::get_if<access::BlobValue>(&value.get()))
            statement.bindBlob(blob->bytes);
        else
            statement.bindNull();
    }
};

} // namespace thimblely::test
