// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QtGlobal>

#include <optional>
#include <span>
#include <string_view>

namespace thimblely::storage {

/*!
 * The tables whose rows the program journals, scopes and syncs: the 34 domain tables and the two sys_* tables that
 * belong to a workspace. The numbers stand in files (sys_journal.table_id, sys_search.kind): never changed, never
 * given again.
 */
enum class Table : quint8 {
    AuthUsers = 1,
    Profiles = 2,
    VerificationLogs = 3,
    AuthSessions = 4,
    OauthConnections = 5,
    SocialMediaConnections = 6,
    Workspaces = 7,
    WorkspaceMembers = 8,
    WorkspaceInvitations = 9,
    Clients = 10,
    ClientInteractions = 11,
    ClientMeasurements = 12,
    MeasurementTemplates = 13,
    Orders = 14,
    OrderItems = 15,
    InventoryItems = 16,
    InventoryMovements = 17,
    Transactions = 18,
    FinancialGoals = 19,
    AutoSplits = 20,
    Invoices = 21,
    Events = 22,
    EventReminders = 23,
    CommunicationChannels = 24,
    Messages = 25,
    Feeds = 26,
    FeedCrossPosts = 27,
    FeedLikes = 28,
    FeedComments = 29,
    FeedShares = 30,
    MarketplaceProducts = 31,
    ProductReviews = 32,
    ProductLikes = 33,
    Notifications = 34,
    SysActivity = 35,
    SysSettings = 36,
};

//! Whose rows they are (tables.md, "Scope words"); who may read and write them is core/access.
enum class Scope : quint8 {
    Self,            //!< of the signed-in person
    SelfAndMembers,  //!< of the signed-in person, visible to those who share a workspace
    Member,          //!< visible to those who share the workspace
    Workspace,       //!< of the current workspace: workspace_id NOT NULL
    SelfOrWorkspace, //!< of a workspace where workspace_id is set, else of the person
    Published        //!< readable by everyone once published, else as SelfOrWorkspace or Workspace
};

//! How two devices' changes of a row come together (sync.md 3.5).
enum class MergeClass : quint8 {
    Fields,   //!< column by column, three-way
    Ledger,   //!< rows are only added; taken back by another row
    Versions, //!< a new row supersedes; a row that counts is not changed
    Link,     //!< the row's natural key is its id: both devices make the same one, an add wins
    Local     //!< never leaves the device
};

//! What makes a row the same row on two devices.
enum class IdentityKind : quint8 {
    Random,       //!< a UUIDv7
    FromKey,      //!< always a UUIDv8 of its natural key
    MayBeFromKey, //!< a UUIDv8 where two devices may make it (built-in templates, booked stock), else a UUIDv7
    SharedWithKey //!< a UUIDv7, beside a natural key that another device may have taken (SKU, slug, client number)
};

/*!
 * The facts of a table that SQL cannot say; triggers, policies, sync and tests are made from them. `derived` are the
 * columns that triggers keep: never written by hand, never journalled, never synced, recomputed by verify.
 */
struct TableFacts {
    Table table;
    const char *name;
    Scope scope;
    MergeClass merge;
    IdentityKind identity;
    std::span<const char *const> derived;
    bool journalled;
};

//! All of them, in the order of their numbers; constant data, usable from any thread.
std::span<const TableFacts> catalogue();
const TableFacts &facts(Table table);
//! None for a table that is not in the catalogue.
std::optional<Table> tableFromName(std::string_view name);
bool isDerived(const TableFacts &facts, std::string_view column);

} // namespace thimblely::storage
