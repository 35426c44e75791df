// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/storage/catalogue.h"

#include <QByteArrayView>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace thimblely::access {

// The one statement of who may do what with which rows and columns (access.md). It knows no SQL: the scoped views, the
// row writer, the screens and the server's row level security are made from it or tested against it.

enum class Action : unsigned char { Read, Insert, Update, Delete };

//! Which rows of a table a rule reaches.
enum class Reach : unsigned char {
    Nobody,        //!< none: only the program writes it, under a key of its own
    Workspace,     //!< those of the session's workspace
    ThisWorkspace, //!< the workspace itself
    Own,           //!< the person's own, in this workspace or in none
    Personal,      //!< the person's own that belong to no workspace
    Colleagues,    //!< people who are in this workspace
    OtherPeople,   //!< anybody but oneself
    NewPerson,     //!< a row about a person who is not in the file yet
    Unbooked,      //!< orders that are only parked, and their pieces
    Unissued,      //!< invoices without a number: what was issued stands as it went out
    Assigned,      //!< pieces assigned to the person, and what hangs on them
    OfOrders,      //!< money of an order, an invoice or a client's account
    OpenTill,      //!< money of the till's day that is not closed yet
    OfTill,        //!< that a till was opened, counted and closed, with what came of it
    OwnWages,      //!< money that names one's own membership
    Published,     //!< public and published, or what hangs on such a row
    Followers,     //!< published for those who share a workspace with the author, or what hangs on such a row
    OnReadable,    //!< as oneself, on a parent one may read; the row takes the parent's workspace
    Settings       //!< the workspace's and the person's own, not a colleague's
};

/*!
 * One permission. Several rules of one table and action add up: a person has the rows of each rule whose capability
 * they have.
 */
struct Rule {
    storage::Table table;
    Action action;
    Reach reach;
    Capability needs;
    const char *columns = nullptr; //!< the only ones, or all but those where each has a '-' before it; null: all
    const char *view = nullptr;    //!< the name of the view it feeds; null: the table's own
    std::optional<Capability> also = {};

    bool appliesTo(const Principal &principal) const
    {
        return reach != Reach::Nobody && principal.can(needs) && (!also || principal.can(*also));
    }
    bool coversColumn(std::string_view column) const;
};

//! In the order in which they are tried; never empty, every table and action has at least one.
std::vector<const Rule *> rulesOf(storage::Table table, Action action);
std::span<const Rule> allRules();
//! Those by which the person reads rows in the table's own view; the first one says which columns.
std::vector<const Rule *> readingRules(const Principal &principal, storage::Table table);
//! Whether what the bin has of this table is theirs to see: all of the workspace's rows are theirs to delete.
bool readsBin(const Principal &principal, storage::Table table);

//! Columns that are no part of the table's own view: they form a view of their own, or (view null) none at all.
struct ColumnGroup {
    storage::Table table;
    const char *view;
    Capability read;
    Capability write;
    const char *columns;
    const char *keys = "id"; //!< of the table's own view, shown here too: by what its rows are found and put in order

    bool contains(std::string_view column) const;
    bool shows(std::string_view column) const;
};
std::span<const ColumnGroup> columnGroups();
const ColumnGroup *groupOf(storage::Table table, std::string_view column);
//! Whether rows that the rule reads show this column: in the table's own view, or in that of a column group.
bool showsColumn(const Principal &principal, const Rule &rule, std::string_view column);

//! Setting this column (to this value, where one is named; else to anything but NULL) takes one capability more.
struct WriteGuard {
    storage::Table table;
    const char *column;
    const char *value;
    Capability needs;
    bool sparesPersonal = false; //!< a person's own row that belongs to no workspace takes no capability more
};
std::span<const WriteGuard> writeGuards();

//! Views that are no table's: made by scoped_views.h for those who have the capability.
struct ExtraView {
    const char *name;
    Capability needs;
};
std::span<const ExtraView> extraViews();

//! The column that names whose row it is, for Reach::Own and what is written as oneself; null: none.
const char *ownerColumn(storage::Table table);

//! What hangs on a row that may be published: the parent's table and the column that names it.
struct PublishedParent {
    storage::Table child;
    storage::Table parent;
    const char *column;
};
const PublishedParent *publishedParent(storage::Table child);

//! The row of money that somebody is about to write, as far as the policy asks.
struct MoneyRow {
    bool isExpense = false;
    bool hasOrder = false; //!< an order, an invoice or a client's credit
    bool hasTill = false;
    bool reverses = false;
    bool isCashMove = false;
    bool isDifference = false; //!< what a count found more or less than there should be
    bool usesCredit = false;   //!< a client's credit becomes a payment: no money leaves
    bool namesMember = false;  //!< somebody's wage, or an advance on it
};
//! Which capability suffices for it (finance:write always does, but for a refund of an order).
Capability neededFor(const MoneyRow &row);

//! What a colleague's PIN over the shoulder may allow, for one operation ("Approve here", approval.h).
bool mayApprove(Capability capability);

//! A profile with role customer makes no workspace before it was upgraded by somebody else.
bool mayCreateWorkspace(QByteArrayView profileRole, bool hasWorkspaceAccess);

} // namespace thimblely::access
