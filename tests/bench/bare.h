// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace thimblely::bench {

using Id = std::array<unsigned char, 16>;

/*!
 * How much the shop of the measurements holds. The first workspace has all that the others leave, so that one of them
 * is large enough for a page at 190,000 and has strangers' rows beside its own.
 */
struct Scale {
    int workspaces = 20;
    int clients = 100'000;
    int orders = 200'000;
    int piecesPerOrder = 3;
    int clientsOfOthers = 500; //!< in each workspace but the first
    int ordersOfOthers = 100;
    int ordersOfTheOld = 8'000; //!< in the second workspace, where nearly all are collected, as in a shop of some years

    int clientsOf(int workspace) const;
    int ordersOf(int workspace) const;
    static bool isOpen(int workspace, int order);
};

//! The ids of the invented rows, the same at each run; ascending, as those that the program makes.
Id workspaceId(int workspace);
Id personId(int workspace); //!< of its owner
Id clientId(int workspace, int number);
Id orderId(int workspace, int number);
Id pieceId(int workspace, int order, int piece);

std::string clientName(int number);
std::string clientPhone(int number);

//! A row of the list of open orders, as a program that shows it holds it: every column it reads is copied.
struct OrderRow {
    Id id{};
    std::string number;
    std::string paperTicketNumber;
    Id client{};
    std::string clientName;
    std::string title;
    std::string status;
    std::string orderDate;
    std::string promisedDate;
    std::string promisedTime;
    bool rush = false;
    std::int64_t balance = 0;
    int pieces = 0;
    int ready = 0;
    int collected = 0;
};

//! A piece and an order with all that a screen for them reads.
struct PieceRow {
    std::vector<std::string> texts;
    std::vector<std::int64_t> numbers;
};
struct OrderRead {
    std::vector<std::string> texts;
    std::vector<std::int64_t> numbers;
    std::vector<PieceRow> pieces;
};

/*!
 * The limit that the program is measured against: libsqlite3 with the file's own tables and indexes, the same pragmas
 * (WAL, synchronous FULL), cached statements and one commit for an order, but no trigger, no journal and no wall.
 * Any failure ends the process with SQLite's words: a figure from a failed run is worse than none.
 */
class Bare {
public:
    //! Opens `path`, whose triggers stay off. `vfs`: a VFS by name, for files whose pages carry the program's checksums.
    explicit Bare(const std::string &path, const char *vfs = nullptr);
    ~Bare();
    Bare(const Bare &) = delete;
    Bare &operator=(const Bare &) = delete;

    /*!
     * Fills empty tables with `scale`, in one transaction and with triggers off, then takes SQLite's statistics. It
     * works on a file of the migrator's, so that both sides are measured over the same rows.
     */
    void fill(const Scale &scale = {});
    //! What the program would have put into its search index for the rows that are there.
    void fillSearch();

    //! Up to 50 open orders by promise after `after` (its promise and id; an empty one: the first page), with pieces.
    std::vector<OrderRow> openOrders(int workspace, const OrderRow &after = {});
    //! The row after which the page at `position` starts.
    OrderRow keyAt(int workspace, int position);
    //! One order by its id with its pieces; no texts where there is none.
    OrderRead readOrder(int workspace, const Id &order);
    //! Four columns of one order; false where there is none.
    bool hasOrder(int workspace, const Id &order);
    //! A durable order of `pieces` in one commit; `number` counts from Scale::ordersOf on.
    void insertOrder(int workspace, int client, int number, int pieces = 3);

    //! Bytes of all pages, the WAL written back.
    std::int64_t fileBytes();

private:
    sqlite3_stmt *statement(std::string_view sql);
    void execute(const std::string &sql);
    void read(sqlite3_stmt *page, std::vector<OrderRow> &rows);
    void addPieces(int workspace, OrderRow &row);
    void insertWorkspace(int workspace);
    void insertClient(int workspace, int number);
    void insertOrderRows(int workspace, int client, int number, int pieces);
    void check(int code) const;

    sqlite3 *m_handle = nullptr;
    std::unordered_map<std::string_view, sqlite3_stmt *> m_statements; // keys are string literals
};

} // namespace thimblely::bench
