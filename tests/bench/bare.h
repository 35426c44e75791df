// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

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
    int ordersOfOthers = 400;

    int clientsOf(int workspace) const;
    int ordersOf(int workspace) const;
};

//! The ids of the invented rows, the same at each run; ascending, as those that the program makes.
Id workspaceId(int workspace);
Id clientId(int workspace, int number);
Id orderId(int workspace, int number);
Id pieceId(int workspace, int order, int piece);

//! From which row on a page starts: the promise and the id of the last row before it.
struct PageKey {
    std::string promisedDate;
    Id id{};
};

/*!
 * The limit that the program is measured against: libsqlite3 with the file's own tables and indexes, the same pragmas
 * (WAL, synchronous FULL), cached statements and one commit for an order, but no trigger, no journal and no wall.
 * Any failure ends the process with SQLite's words: a figure from a failed run is worse than none.
 */
class Bare {
public:
    //! Opens or creates `path`. `vfs`: a VFS by name, for files whose pages carry the program's checksums.
    explicit Bare(const std::string &path, const char *vfs = nullptr);
    ~Bare();
    Bare(const Bare &) = delete;
    Bare &operator=(const Bare &) = delete;

    //! Makes the tables and indexes from the numbered files of schema/sqlite.
    void createSchema();
    /*!
     * Fills empty tables with `scale`, in one transaction and with triggers off, then takes SQLite's statistics. Works
     * on a file of the program's own making too, so that both sides are measured over the same rows. All orders are
     * open, so that a list of open ones has 190,000 rows as well.
     */
    void fill(const Scale &scale = {});

    //! 50 orders by promise after `key` (an empty key: the first page), every column read. Returns how many.
    int pageByPromise(int workspace, PageKey &key);
    //! The key after which the page at `position` starts.
    PageKey keyAt(int workspace, int position);
    //! One order by its id, every column read; false where there is none.
    bool readOrder(const Id &order);
    //! A durable order of `pieces` in one commit; `number` counts from Scale::ordersOf on.
    void insertOrder(int workspace, int client, int number, int pieces = 3);

    sqlite3 *handle() const { return m_handle; }

private:
    sqlite3_stmt *statement(std::string_view sql);
    void execute(const std::string &sql);
    void insertWorkspace(int workspace);
    void insertClient(int workspace, int number);
    void insertOrderRows(int workspace, int client, int number, int pieces);
    void check(int code) const;

    sqlite3 *m_handle = nullptr;
    std::unordered_map<std::string_view, sqlite3_stmt *> m_statements; // keys are string literals
};

} // namespace thimblely::bench
