// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/catalogue.h"

#include <algorithm>
#include <array>

namespace thimblely::storage {

namespace {

constexpr const char *clientFigures[] = {"orders_count",    "revenue_minor", "balance_minor",
                                         "last_order_date", "waiting_minor", "overpaid_minor"};
constexpr const char *orderFigures[] = {"status",       "subtotal_minor",    "discount_minor", "tax_minor",
                                        "total_minor",  "amount_paid_minor", "balance_minor",  "payment_status",
                                        "completed_at", "collected_at",      "waiting_minor",  "other_payers"};
constexpr const char *pieceFigures[] = {"stage", "stage_key", "ready_at", "collected_at", "cancelled_at"};
constexpr const char *stockFigures[] = {"current_stock_milli", "reserved_milli", "status"};
constexpr const char *transactionFigures[] = {"confirmed_at"};
constexpr const char *invoiceFigures[] = {"amount_paid_minor", "payment_status"};
constexpr const char *feedFigures[] = {"likes_count", "comments_count", "shares_count"};
constexpr const char *productFigures[] = {"likes_count", "reviews_count", "rating_milli"};
constexpr std::span<const char *const> none;

// Sessions and the log of mailed codes are noise in a history; what changes in auth_users are hashes, which a journal
// would keep for years after they were replaced.
constexpr bool journalled = true;
constexpr bool notJournalled = false;

using I = IdentityKind;
using M = MergeClass;
using S = Scope;
using T = Table;

constexpr std::array tables = {
    TableFacts{T::AuthUsers, "auth_users", S::Self, M::Local, I::Random, none, notJournalled},
    TableFacts{T::Profiles, "profiles", S::SelfAndMembers, M::Fields, I::Random, none, journalled},
    TableFacts{T::VerificationLogs, "verification_logs", S::Self, M::Local, I::Random, none, notJournalled},
    TableFacts{T::AuthSessions, "auth_sessions", S::Self, M::Local, I::Random, none, notJournalled},
    TableFacts{T::OauthConnections, "oauth_connections", S::Self, M::Fields, I::SharedWithKey, none, journalled},
    TableFacts{T::SocialMediaConnections, "social_media_connections", S::SelfOrWorkspace, M::Fields, I::Random, none,
               journalled},
    TableFacts{T::Workspaces, "workspaces", S::Member, M::Fields, I::SharedWithKey, none, journalled},
    TableFacts{T::WorkspaceMembers, "workspace_members", S::Member, M::Fields, I::FromKey, none, journalled},
    TableFacts{T::WorkspaceInvitations, "workspace_invitations", S::Workspace, M::Fields, I::Random, none, journalled},
    TableFacts{T::Clients, "clients", S::Workspace, M::Fields, I::SharedWithKey, clientFigures, journalled},
    TableFacts{T::ClientInteractions, "client_interactions", S::Workspace, M::Fields, I::Random, none, journalled},
    TableFacts{T::ClientMeasurements, "client_measurements", S::Workspace, M::Versions, I::Random, none, journalled},
    TableFacts{T::MeasurementTemplates, "measurement_templates", S::Workspace, M::Fields, I::MayBeFromKey, none,
               journalled},
    TableFacts{T::Orders, "orders", S::Workspace, M::Fields, I::Random, orderFigures, journalled},
    TableFacts{T::OrderItems, "order_items", S::Workspace, M::Fields, I::Random, pieceFigures, journalled},
    TableFacts{T::InventoryItems, "inventory_items", S::Workspace, M::Fields, I::SharedWithKey, stockFigures,
               journalled},
    TableFacts{T::InventoryMovements, "inventory_movements", S::Workspace, M::Ledger, I::MayBeFromKey, none,
               journalled},
    TableFacts{T::Transactions, "transactions", S::Workspace, M::Ledger, I::Random, transactionFigures, journalled},
    TableFacts{T::FinancialGoals, "financial_goals", S::Workspace, M::Fields, I::Random, none, journalled},
    TableFacts{T::AutoSplits, "auto_splits", S::Workspace, M::Fields, I::Random, none, journalled},
    TableFacts{T::Invoices, "invoices", S::Workspace, M::Versions, I::Random, invoiceFigures, journalled},
    TableFacts{T::Events, "events", S::SelfOrWorkspace, M::Fields, I::Random, none, journalled},
    TableFacts{T::EventReminders, "event_reminders", S::Self, M::Fields, I::Random, none, journalled},
    TableFacts{T::CommunicationChannels, "communication_channels", S::Workspace, M::Fields, I::Random, none,
               journalled},
    TableFacts{T::Messages, "messages", S::Workspace, M::Fields, I::Random, none, journalled},
    TableFacts{T::Feeds, "feeds", S::Published, M::Fields, I::Random, feedFigures, journalled},
    TableFacts{T::FeedCrossPosts, "feed_cross_posts", S::SelfOrWorkspace, M::Fields, I::Random, none, journalled},
    TableFacts{T::FeedLikes, "feed_likes", S::Published, M::Link, I::FromKey, none, journalled},
    TableFacts{T::FeedComments, "feed_comments", S::Published, M::Fields, I::Random, none, journalled},
    TableFacts{T::FeedShares, "feed_shares", S::Published, M::Link, I::FromKey, none, journalled},
    TableFacts{T::MarketplaceProducts, "marketplace_products", S::Published, M::Fields, I::Random, productFigures,
               journalled},
    TableFacts{T::ProductReviews, "product_reviews", S::Published, M::Fields, I::FromKey, none, journalled},
    TableFacts{T::ProductLikes, "product_likes", S::Published, M::Link, I::FromKey, none, journalled},
    TableFacts{T::Notifications, "notifications", S::Self, M::Fields, I::FromKey, none, journalled},
    TableFacts{T::SysActivity, "sys_activity", S::Workspace, M::Ledger, I::Random, none, journalled},
    TableFacts{T::SysSettings, "sys_settings", S::Workspace, M::Fields, I::FromKey, none, journalled},
};

constexpr bool inOrder()
{
    for (size_t i = 0; i < tables.size(); ++i) {
        if (size_t(tables[i].table) != i + 1)
            return false;
    }
    return true;
}
static_assert(inOrder(), "facts() finds a table by its number");

} // namespace

std::span<const TableFacts> catalogue()
{
    return tables;
}

const TableFacts &facts(Table table)
{
    return tables[size_t(table) - 1];
}

std::optional<Table> tableFromName(std::string_view name)
{
    const auto found = std::ranges::find_if(tables, [name](const TableFacts &facts) { return facts.name == name; });
    return found == tables.end() ? std::nullopt : std::optional(found->table);
}

bool isDerived(const TableFacts &facts, std::string_view column)
{
    return std::ranges::any_of(facts.derived, [column](const char *derived) { return derived == column; });
}

} // namespace thimblely::storage
