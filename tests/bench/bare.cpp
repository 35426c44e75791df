// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/bench/bare.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

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

std::string textOf(const std::filesystem::path &path)
{
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

//! A day of the four years around the start, spread so that neighbours by number are far apart by promise.
std::string promisedDate(int number)
{
    const int day = int(std::int64_t(number) * 7919 % 1344); // 4 years of 12 months of 28 days
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", 2025 + day / 336, day % 336 / 28 + 1, day % 28 + 1);
    return text;
}

//! Binds in the order of the placeholders.
class Binder {
public:
    explicit Binder(sqlite3_stmt *statement) : m_statement(statement) {}
    Binder &operator<<(std::int64_t value)
    {
        sqlite3_bind_int64(m_statement, ++m_index, value);
        return *this;
    }
    Binder &operator<<(const std::string &text)
    {
        sqlite3_bind_text(m_statement, ++m_index, text.c_str(), int(text.size()), SQLITE_TRANSIENT);
        return *this;
    }
    Binder &operator<<(const Id &id)
    {
        sqlite3_bind_blob(m_statement, ++m_index, id.data(), int(id.size()), SQLITE_TRANSIENT);
        return *this;
    }

private:
    sqlite3_stmt *m_statement;
    int m_index = 0;
};

//! Reads every column of the current row, as a program that shows it must; the sum keeps it from being optimised away.
std::int64_t touchRow(sqlite3_stmt *statement)
{
    std::int64_t sum = 0;
    for (int column = 0; column < sqlite3_column_count(statement); ++column) {
        if (sqlite3_column_type(statement, column) == SQLITE_INTEGER)
            sum += sqlite3_column_int64(statement, column);
        else
            sum += sqlite3_column_blob(statement, column) ? sqlite3_column_bytes(statement, column) : 0;
    }
    return sum;
}

volatile std::int64_t blackHole = 0;

} // namespace

int Scale::clientsOf(int workspace) const
{
    return workspace == 0 ? clients - (workspaces - 1) * clientsOfOthers : clientsOfOthers;
}

int Scale::ordersOf(int workspace) const
{
    return workspace == 0 ? orders - (workspaces - 1) * ordersOfOthers : ordersOfOthers;
}

Id workspaceId(int workspace)
{
    return makeId(Kind::Workspace, workspace, workspace);
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

Bare::Bare(const std::string &path, const char *vfs)
{
    check(sqlite3_open_v2(path.c_str(), &m_handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs));
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

void Bare::createSchema()
{
    std::vector<std::filesystem::path> migrations; // 0001_initial.sql and what follows it
    for (const auto &entry : std::filesystem::directory_iterator(THIMBLELY_SOURCE_DIR "/schema/sqlite")) {
        if (const std::string name = entry.path().filename(); name.size() > 4 && name[4] == '_')
            migrations.push_back(entry.path());
    }
    std::sort(migrations.begin(), migrations.end());
    for (const std::filesystem::path &migration : migrations)
        execute("BEGIN IMMEDIATE;" + textOf(migration) + ";COMMIT;");
}

void Bare::insertWorkspace(int workspace)
{
    const Id person = makeId(Kind::Person, workspace, workspace);
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
}

void Bare::insertClient(int workspace, int number)
{
    static constexpr std::array given = {"Amina", "Chidi", "Fatou", "Ngozi", "Samuel", "Zainab", "Tunde", "Grace"};
    static constexpr std::array family = {"Okafor", "Bello", "Diallo", "Mensah", "Adeyemi", "Sow", "Eze"};
    const std::string name = std::string(given[size_t(number) % given.size()]) + ' ' +
                             family[size_t(number) / given.size() % family.size()] + ' ' + std::to_string(number);
    auto *client = statement(R"(
        INSERT INTO clients (id, workspace_id, client_number, name, phone, orders_count, created_at, updated_at)
        VALUES (?, ?, ?, ?, ?, 2, ?, ?))");
    Binder(client) << clientId(workspace, number) << workspaceId(workspace) << std::to_string(number + 1) << name
                   << "+23480" + std::to_string(10'000'000 + number) << startMsecs + number << startMsecs + number;
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
                            balance_minor, payment_status, deposit_minor, created_at, updated_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, 'pending', '2025-01-02', ?, ?, 'NGN', ?, ?, ?, 'unpaid', ?, ?, ?))");
    Binder(order) << orderId(workspace, number) << workspaceId(workspace) << clientId(workspace, client)
                  << 'A' + std::to_string(number + 1) << std::string("jacket, trousers")
                  << "Client " + std::to_string(client) << "+23480" + std::to_string(10'000'000 + client) << promise
                  << promise << price * pieces << price * pieces << price * pieces << price << now << now;
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
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
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
    execute("COMMIT");
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, nullptr);
    execute("PRAGMA analysis_limit = 1000; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);");
}

int Bare::pageByPromise(int workspace, PageKey &key)
{
    auto *page = statement(R"(
        SELECT id, order_number, paper_ticket_no, client_id, customer_name, title, status, order_date, promised_date,
               promised_time, is_rush
          FROM orders
         WHERE workspace_id = ? AND deleted_at IS NULL AND (promised_date, id) > (?, ?)
           AND collected_at IS NULL AND order_number IS NOT NULL AND status <> 'cancelled'
         ORDER BY promised_date, id
         LIMIT 50)");
    Binder(page) << workspaceId(workspace) << key.promisedDate << key.id;
    int rows = 0;
    for (int code = sqlite3_step(page); code != SQLITE_DONE; code = sqlite3_step(page)) {
        check(code);
        blackHole = blackHole + touchRow(page);
        const auto *id = static_cast<const unsigned char *>(sqlite3_column_blob(page, 0));
        std::copy_n(id, key.id.size(), key.id.begin());
        key.promisedDate = reinterpret_cast<const char *>(sqlite3_column_text(page, 8));
        ++rows;
    }
    sqlite3_reset(page);
    return rows;
}

PageKey Bare::keyAt(int workspace, int position)
{
    // By OFFSET, outside of what is measured: the key that a person who scrolled there would hold.
    auto *row = statement(R"(
        SELECT id, promised_date FROM orders WHERE workspace_id = ? AND deleted_at IS NULL AND promised_date IS NOT NULL
         ORDER BY promised_date, id LIMIT 1 OFFSET ?)");
    Binder(row) << workspaceId(workspace) << position - 1;
    check(sqlite3_step(row));
    PageKey key;
    if (sqlite3_data_count(row) > 0) {
        std::copy_n(static_cast<const unsigned char *>(sqlite3_column_blob(row, 0)), key.id.size(), key.id.begin());
        key.promisedDate = reinterpret_cast<const char *>(sqlite3_column_text(row, 1));
    }
    sqlite3_reset(row);
    return key;
}

bool Bare::readOrder(const Id &order)
{
    auto *read = statement(R"(
        SELECT id, order_number, paper_ticket_no, client_id, customer_name, customer_phone, title, status, order_date,
               promised_date, promised_time, event_date, is_rush, tax_inclusive, notes, currency, created_at
          FROM orders
         WHERE id = ? AND deleted_at IS NULL)");
    Binder(read) << order;
    const int code = sqlite3_step(read);
    check(code);
    if (code == SQLITE_ROW)
        blackHole = blackHole + touchRow(read);
    sqlite3_reset(read);
    return code == SQLITE_ROW;
}

void Bare::insertOrder(int workspace, int client, int number, int pieces)
{
    check(sqlite3_step(statement("BEGIN IMMEDIATE")));
    insertOrderRows(workspace, client, number, pieces);
    check(sqlite3_step(statement("COMMIT")));
}

} // namespace thimblely::bench
