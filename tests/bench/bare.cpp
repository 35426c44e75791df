// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/bench/bare.h"

#include "core/storage/search_marks.h"
#include "tests/bench/bare_statement.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

namespace thimblely::bench {

namespace {

constexpr std::int64_t startMsecs = 1'750'000'000'000; // June 2025

enum class Kind : unsigned char { Workspace = 1, Person, Member, Client, Order, Piece };

//! As a UUIDv7: the number in the place of the time, so that rows are appended to their indexes; the rest is mixed.
Id makeId(Kind kind, int workspace, std::int64_t number)
{
    const std::int64_t tick = startMsecs + number;
    Id id{};
    for (unsigned i = 0; i < 6; ++i)
        id[i] = static_cast<unsigned char>(tick >> (40U - 8U * i));
    id[6] = 0x70;
    id[7] = static_cast<unsigned char>(kind);
    std::uint64_t mixed = (std::uint64_t(number) * 20 + std::uint64_t(workspace) + 1) * 0x9e3779b97f4a7c15U;
    mixed ^= mixed >> 29U;
    for (unsigned i = 8; i < 15; ++i)
        id[i] = static_cast<unsigned char>(mixed >> (8U * (i - 8)));
    id[8] = static_cast<unsigned char>((id[8] & 0x3fU) | 0x80U);
    id[15] = static_cast<unsigned char>(workspace);
    return id;
}

//! A day of the four years (12 months of 28 days) around the start; neighbours by number are far apart by promise.
int dayOf(int number)
{
    return int(std::int64_t(number) * 7919 % 1344);
}

std::string promisedDate(int number)
{
    const int day = dayOf(number);
    char text[48]; // as wide as the compiler thinks the numbers could be
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", 2025 + day / 336, day % 336 / 28 + 1, day % 28 + 1);
    return text;
}

} // namespace

int Scale::clientsOf(int workspace) const
{
    return workspace == 0 ? clients - (workspaces - 1) * clientsOfOthers : clientsOfOthers;
}

int Scale::ordersOf(int workspace) const
{
    if (workspace == 0)
        return orders - ordersOfTheOld - (workspaces - 2) * ordersOfOthers;
    return workspace == 1 ? ordersOfTheOld : ordersOfOthers;
}

bool Scale::isOpen(int workspace, int order)
{
    return workspace != 1 || dayOf(order) >= 1300;
}

Id workspaceId(int workspace)
{
    return makeId(Kind::Workspace, workspace, workspace);
}

Id personId(int workspace)
{
    return makeId(Kind::Person, workspace, workspace);
}

Id clientId(int workspace, int number)
{
    return makeId(Kind::Client, workspace, number);
}

Id orderId(int workspace, int number)
{
    return makeId(Kind::Order, workspace, number);
}

Id pieceId(int workspace, int order, int piece)
{
    return makeId(Kind::Piece, workspace, std::int64_t(order) * 8 + piece);
}

std::string clientName(int number)
{
    static constexpr std::array given = {"Amina", "Chidi", "Fatou", "Ngozi", "Samuel", "Zainab", "Tunde", "Grace"};
    static constexpr std::array family = {"Okafor", "Bello", "Diallo", "Mensah", "Adeyemi", "Sow", "Eze"};
    return std::string(given[size_t(number) % given.size()]) + ' ' +
           family[size_t(number) / given.size() % family.size()] + ' ' + std::to_string(number);
}

std::string clientPhone(int number)
{
    return "+23480" + std::to_string(10'000'000 + number);
}

Bare::Bare(const std::string &path, const char *vfs)
{
    check(sqlite3_open_v2(path.c_str(), &m_handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs));
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    execute("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;"
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
}

Bare::~Bare()
{
    for (const auto &[sql, prepared] : m_statements)
        sqlite3_finalize(prepared);
    sqlite3_close(m_handle);
}

void Bare::check(int code) const
{
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
        return;
    std::fprintf(stderr, "bare: %s\n", m_handle ? sqlite3_errmsg(m_handle) : sqlite3_errstr(code));
    std::abort();
}

void Bare::execute(const std::string &sql)
{
    check(sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr));
}

sqlite3_stmt *Bare::statement(std::string_view sql)
{
    auto &prepared = m_statements[sql];
    if (!prepared)
        check(sqlite3_prepare_v3(m_handle, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &prepared, nullptr));
    else
        sqlite3_reset(prepared);
    return prepared;
}

void Bare::insertWorkspace(int workspace)
{
    const Id person = personId(workspace);
    const std::string number = std::to_string(workspace + 1);
    auto *profile =
        statement("INSERT INTO profiles (id, email, full_name, created_at, updated_at) VALUES (?, ?, ?, ?, ?)");
    Binder(profile) << person << "owner" + number + "@shop.example"
                    << "Owner " + number << startMsecs << startMsecs;
    check(sqlite3_step(profile));
    auto *shop =
        statement("INSERT INTO workspaces (id, owner_id, name, slug, country_code, currency, created_at, updated_at)"
                  " VALUES (?, ?, ?, ?, 'NG', 'NGN', ?, ?)");
    Binder(shop) << workspaceId(workspace) << person << "Shop " + number << "shop-" + number << startMsecs
                 << startMsecs;
    check(sqlite3_step(shop));
    auto *member = statement("INSERT INTO workspace_members (id, workspace_id, user_id, role, created_at, updated_at)"
                             " VALUES (?, ?, ?, 'admin', ?, ?)");
    Binder(member) << makeId(Kind::Member, workspace, workspace) << workspaceId(workspace) << person << startMsecs
                   << startMsecs;
    check(sqlite3_step(member));
    auto *device = statement("INSERT INTO sys_devices (id, name, first_seen_at, last_seen_at) VALUES (?, ?, ?, ?)");
    Binder(device) << workspaceId(workspace) << "counter " + number << startMsecs << startMsecs;
    check(sqlite3_step(device));
}

void Bare::insertClient(int workspace, int number)
{
    auto *client = statement(R"(
        INSERT INTO clients (id, workspace_id, client_number, name, phone, orders_count, created_at, updated_at)
        VALUES (?, ?, ?, ?, ?, 2, ?, ?))");
    Binder(client) << clientId(workspace, number) << workspaceId(workspace) << std::to_string(number + 1)
                   << clientName(number) << clientPhone(number) << startMsecs + number << startMsecs + number;
    check(sqlite3_step(client));
}

void Bare::insertOrderRows(int workspace, int client, int number, int pieces)
{
    static constexpr std::array garments = {"jacket", "trousers", "shirt", "dress", "kaftan"};
    constexpr std::int64_t price = 1'500'000;
    const std::int64_t now = startMsecs + number;
    const std::string promise = promisedDate(number);
    auto *order = statement(R"(
        INSERT INTO orders (id, workspace_id, client_id, order_number, title, customer_name, customer_phone, status,
                            order_date, promised_date, first_promised_date, currency, subtotal_minor, total_minor,
                            balance_minor, payment_status, deposit_minor, created_at, updated_at, collected_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, 'pending', '2025-01-02', ?, ?, 'NGN', ?, ?, ?, 'unpaid', ?, ?, ?, ?))");
    Binder(order) << orderId(workspace, number) << workspaceId(workspace) << clientId(workspace, client)
                  << 'A' + std::to_string(number + 1) << std::string("jacket, trousers") << clientName(client)
                  << clientPhone(client) << promise << promise << price * pieces << price * pieces << price * pieces
                  << price << now << now;
    if (Scale::isOpen(workspace, number))
        sqlite3_bind_null(order, 16);
    else
        sqlite3_bind_int64(order, 16, now);
    check(sqlite3_step(order));
    for (int piece = 0; piece < pieces; ++piece) {
        const std::string garment = garments[size_t(number + piece) % garments.size()];
        auto *item = statement(R"(
            INSERT INTO order_items (id, workspace_id, order_id, position, item_kind, garment_type, item_name, tag_code,
                                     unit_price_minor, total_minor, stage, due_date, created_at, updated_at)
            VALUES (?, ?, ?, ?, 'make', ?, ?, ?, ?, ?, 'booked', ?, ?, ?))");
        Binder(item) << pieceId(workspace, number, piece) << workspaceId(workspace) << orderId(workspace, number)
                     << piece + 1 << garment << garment
                     << 'A' + std::to_string(number + 1) + '-' + std::to_string(piece + 1) << price << price << promise
                     << now << now;
        check(sqlite3_step(item));
    }
}

void Bare::fill(const Scale &scale)
{
    execute("BEGIN IMMEDIATE");
    for (int workspace = 0; workspace < scale.workspaces; ++workspace) {
        insertWorkspace(workspace);
        const int clients = scale.clientsOf(workspace);
        for (int number = 0; number < clients; ++number)
            insertClient(workspace, number);
        const int orders = scale.ordersOf(workspace);
        for (int number = 0; number < orders; ++number)
            insertOrderRows(workspace, number % clients, number, scale.piecesPerOrder);
    }
    execute(R"(
        UPDATE order_items SET stage = 'collected', collected_at = order_.updated_at
          FROM orders AS order_
         WHERE order_items.workspace_id = order_.workspace_id AND order_items.order_id = order_.id
           AND order_.collected_at IS NOT NULL;
        COMMIT;
        PRAGMA analysis_limit = 1000; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);)");
}

void Bare::fillSearch()
{
    storage::registerSearchMarks(m_handle); // of the view that the index is built from
    execute(R"(
        BEGIN IMMEDIATE;
        INSERT INTO sys_search_scopes (number, workspace_id)
        SELECT row_number() OVER (ORDER BY id), id FROM workspaces;
        INSERT INTO sys_search (id, workspace_id, kind, row_id, folded)
        SELECT (scope.number << 40) + ((found.kind = 14) << 39) +
               row_number() OVER (PARTITION BY found.workspace_id, found.kind ORDER BY found.id),
               found.workspace_id, found.kind, found.id,
               (SELECT group_concat(value, ' ')
                  FROM (SELECT DISTINCT value FROM json_each('["' || replace(lower(found.folded), ' ', '","') || '"]')))
          FROM (SELECT id, workspace_id, 10 AS kind, name || ' ' || client_number || ' ' || substr(phone, 2) AS folded
                  FROM clients
                 UNION ALL
                SELECT id, workspace_id, 14, order_number || ' ' || customer_name || ' jacket trousers ' ||
                       (SELECT group_concat(item_name || ' ' || replace(tag_code, '-', ' '), ' ') FROM order_items
                         WHERE workspace_id = orders.workspace_id AND order_id = orders.id)
                  FROM orders) AS found
          JOIN sys_search_scopes AS scope ON scope.workspace_id = found.workspace_id;
        UPDATE sys_search_scopes
           SET clients_indexed = (SELECT max(id) FROM sys_search WHERE id < (2 * number + 1) << 39),
               orders_indexed = (SELECT max(id) FROM sys_search WHERE id < (2 * number + 2) << 39);
        INSERT INTO sys_search_fts (sys_search_fts) VALUES ('rebuild');
        COMMIT;
        ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);)");
}

void Bare::insertOrder(int workspace, int client, int number, int pieces)
{
    check(sqlite3_step(statement("BEGIN IMMEDIATE")));
    insertOrderRows(workspace, client, number, pieces);
    check(sqlite3_step(statement("COMMIT")));
}

std::int64_t Bare::fileBytes()
{
    execute("PRAGMA wal_checkpoint(TRUNCATE)");
    auto *pages = statement("SELECT (page_count - freelist_count) * page_size"
                            " FROM pragma_page_count, pragma_freelist_count, pragma_page_size");
    check(sqlite3_step(pages));
    const std::int64_t bytes = sqlite3_column_int64(pages, 0);
    sqlite3_reset(pages);
    return bytes;
}

} // namespace thimblely::bench
