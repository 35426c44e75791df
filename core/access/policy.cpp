// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/policy.h"

#include <algorithm>
#include <array>

namespace thimblely::access {

namespace {

using T = storage::Table;
using A = Action;
using R = Reach;
using C = Capability;

// What a cutter or stitcher sees of an order and its wearer, through the pieces assigned to them.
constexpr const char *assignedOrder =
    "id workspace_id client_id order_number promised_date promised_time is_rush status "
    "first_promised_date created_at updated_at";
constexpr const char *assignedClient = "id workspace_id client_number name";
constexpr const char *assignedPiece = "-collected_by_name -release -approved_by -discount_reason";
constexpr const char *workOfPiece = "work hold condition media minutes_spent delay_reason client_fabric_used_milli "
                                    "client_fabric_returned_milli client_fabric_initials pattern_ref "
                                    "measurement_snapshot";
constexpr const char *checkOfPiece = "qc work hold condition media minutes_spent delay_reason rack_location "
                                     "client_fabric_used_milli client_fabric_returned_milli client_fabric_initials "
                                     "measurement_snapshot";

// What everybody sees of whom they work with: names, jobs and when they are there, and neither where they can be reached
// nor what they may do. Of oneself there is a view with all of it.
constexpr const char *colleague = "id full_name avatar_media business_type is_active created_at updated_at";
constexpr const char *colleaguesJob = "-permissions -permissions_version -discount_limit_bp -refund_limit_minor";
// By which name a program of the shop's is let in elsewhere.
constexpr const char *connection = "-access_token_ref -refresh_token_ref -permissions -metadata";
constexpr const char *channel = "-credentials_ref -webhook_url -configuration";

constexpr Rule rules[] = {
    // Accounts
    {T::AuthUsers, A::Read, R::Own, C::OwnData},
    {T::AuthUsers, A::Insert, R::NewPerson, C::TeamManage, "-email_confirmed_at -phone_confirmed_at"},
    {T::AuthUsers, A::Update, R::Own, C::OwnData, "email login_name phone"},
    {T::AuthUsers, A::Delete, R::Nobody, C::OwnData},
    {T::Profiles, A::Read, R::Colleagues, C::TeamManage},
    {T::Profiles, A::Read, R::Colleagues, C::TeamRead, colleague},
    {T::Profiles, A::Read, R::Own, C::OwnData, nullptr, "own_profile"},
    {T::Profiles, A::Insert, R::NewPerson, C::TeamManage,
     "-role -is_verified -verified_at -workspace_access_at -workspace_access_by -auth_uid"},
    {T::Profiles, A::Update, R::Own, C::OwnData,
     "-role -is_verified -is_active -workspace_access_at -workspace_access_by -verified_at -auth_uid"},
    {T::Profiles, A::Update, R::OtherPeople, C::WorkspaceManage, "workspace_access_at workspace_access_by"},
    {T::Profiles, A::Delete, R::Nobody, C::OwnData},
    {T::VerificationLogs, A::Read, R::Own, C::OwnData},
    {T::VerificationLogs, A::Insert, R::Nobody, C::OwnData}, // a code of one's own choice would prove anything
    {T::VerificationLogs, A::Update, R::Nobody, C::OwnData},
    {T::VerificationLogs, A::Delete, R::Nobody, C::OwnData},
    {T::AuthSessions, A::Read, R::Own, C::OwnData},
    {T::AuthSessions, A::Insert, R::Nobody, C::OwnData},
    {T::AuthSessions, A::Update, R::Own, C::OwnData, "device_info location last_activity_at revoked_at"},
    {T::AuthSessions, A::Delete, R::Own, C::OwnData},
    {T::OauthConnections, A::Read, R::Own, C::OwnData},
    {T::OauthConnections, A::Insert, R::Own, C::OwnData},
    {T::OauthConnections, A::Update, R::Own, C::OwnData, "last_used_at metadata email"},
    {T::OauthConnections, A::Delete, R::Own, C::OwnData},
    {T::SocialMediaConnections, A::Read, R::Workspace, C::WorkspaceManage},
    {T::SocialMediaConnections, A::Read, R::Workspace, C::FeedsRead, connection},
    {T::SocialMediaConnections, A::Read, R::Personal, C::OwnData, nullptr, "social_media_connections_personal"},
    {T::SocialMediaConnections, A::Insert, R::Workspace, C::WorkspaceManage},
    {T::SocialMediaConnections, A::Insert, R::Personal, C::OwnData},
    {T::SocialMediaConnections, A::Update, R::Workspace, C::WorkspaceManage},
    {T::SocialMediaConnections, A::Update, R::Personal, C::OwnData},
    {T::SocialMediaConnections, A::Delete, R::Workspace, C::WorkspaceManage},
    {T::SocialMediaConnections, A::Delete, R::Personal, C::OwnData},

    // Workspaces
    {T::Workspaces, A::Read, R::ThisWorkspace, C::OwnData},
    {T::Workspaces, A::Insert, R::Nobody, C::OwnData},
    {T::Workspaces, A::Update, R::ThisWorkspace, C::WorkspaceManage,
     "-owner_id -subscription_tier -subscription_status"},
    {T::Workspaces, A::Update, R::ThisWorkspace, C::WorkspaceTransfer, "owner_id"},
    {T::Workspaces, A::Delete, R::ThisWorkspace, C::WorkspaceDelete},
    {T::WorkspaceMembers, A::Read, R::Workspace, C::TeamManage},
    {T::WorkspaceMembers, A::Read, R::Workspace, C::TeamRead, colleaguesJob},
    {T::WorkspaceMembers, A::Read, R::Own, C::OwnData, nullptr, "own_membership"},
    {T::WorkspaceMembers, A::Insert, R::Workspace, C::TeamManage},
    {T::WorkspaceMembers, A::Update, R::Workspace, C::TeamManage, "-user_id"},
    {T::WorkspaceMembers, A::Update, R::Own, C::OwnData, "status"}, // who leaves; see member_rules.h
    {T::WorkspaceMembers, A::Delete, R::Workspace, C::TeamManage},
    {T::WorkspaceInvitations, A::Read, R::Workspace, C::TeamManage},
    {T::WorkspaceInvitations, A::Insert, R::Workspace, C::TeamManage},
    {T::WorkspaceInvitations, A::Update, R::Workspace, C::TeamManage},
    {T::WorkspaceInvitations, A::Delete, R::Workspace, C::TeamManage},

    // Clients and measurements
    {T::Clients, A::Read, R::Workspace, C::ClientsRead},
    {T::Clients, A::Read, R::Assigned, C::OrdersReadAssigned, assignedClient},
    {T::Clients, A::Insert, R::Workspace, C::ClientsWrite, "-erased_at"},
    {T::Clients, A::Update, R::Workspace, C::ClientsWrite, "-erased_at"},
    {T::Clients, A::Delete, R::Workspace, C::ClientsDelete},
    {T::ClientInteractions, A::Read, R::Workspace, C::ClientsRead},
    {T::ClientInteractions, A::Insert, R::Workspace, C::ClientsWrite},
    {T::ClientInteractions, A::Update, R::Workspace, C::ClientsWrite},
    {T::ClientInteractions, A::Delete, R::Workspace, C::ClientsDelete},
    {T::ClientMeasurements, A::Read, R::Workspace, C::MeasurementsRead},
    {T::ClientMeasurements, A::Read, R::Assigned, C::OrdersReadAssigned},
    {T::ClientMeasurements, A::Insert, R::Workspace, C::MeasurementsWrite},
    {T::ClientMeasurements, A::Update, R::Workspace, C::MeasurementsWrite},
    {T::ClientMeasurements, A::Delete, R::Workspace, C::MeasurementsDelete},
    {T::MeasurementTemplates, A::Read, R::Workspace, C::TemplatesRead},
    {T::MeasurementTemplates, A::Insert, R::Workspace, C::TemplatesWrite},
    {T::MeasurementTemplates, A::Update, R::Workspace, C::TemplatesWrite},
    {T::MeasurementTemplates, A::Delete, R::Workspace, C::TemplatesDelete},

    // Orders
    {T::Orders, A::Read, R::Workspace, C::OrdersRead},
    {T::Orders, A::Read, R::Assigned, C::OrdersReadAssigned, assignedOrder},
    {T::Orders, A::Insert, R::Workspace, C::OrdersWrite},
    {T::Orders, A::Update, R::Workspace, C::OrdersWrite, "-order_number -created_by"}, // booked once, it is
    {T::Orders, A::Delete, R::Workspace, C::OrdersDelete},
    {T::Orders, A::Delete, R::Unbooked, C::OrdersWrite}, // whoever parks one may take it up again, or drop it
    {T::OrderItems, A::Read, R::Workspace, C::OrdersRead},
    {T::OrderItems, A::Read, R::Assigned, C::OrdersReadAssigned, assignedPiece},
    {T::OrderItems, A::Insert, R::Workspace, C::OrdersWrite},
    {T::OrderItems, A::Update, R::Workspace, C::OrdersWrite, "-order_id"}, // in a parked order it could be dropped
    {T::OrderItems, A::Update, R::Workspace, C::OrdersQualityCheck, checkOfPiece},
    {T::OrderItems, A::Update, R::Assigned, C::OrdersMoveStage, workOfPiece},
    {T::OrderItems, A::Delete, R::Workspace, C::OrdersDelete},
    {T::OrderItems, A::Delete, R::Unbooked, C::OrdersWrite},

    // Inventory
    {T::InventoryItems, A::Read, R::Workspace, C::InventoryRead},
    {T::InventoryItems, A::Insert, R::Workspace, C::InventoryWrite},
    {T::InventoryItems, A::Update, R::Workspace, C::InventoryWrite},
    {T::InventoryItems, A::Delete, R::Workspace, C::InventoryDelete},
    {T::InventoryMovements, A::Read, R::Workspace, C::InventoryRead},
    {T::InventoryMovements, A::Insert, R::Workspace, C::InventoryWrite},
    {T::InventoryMovements, A::Insert, R::Workspace, C::StockCount},
    {T::InventoryMovements, A::Insert, R::Workspace, C::OrdersWrite},
    {T::InventoryMovements, A::Insert, R::Workspace, C::OrdersQualityCheck}, // what becomes ready leaves the shelf
    {T::InventoryMovements, A::Update, R::Nobody, C::InventoryWrite},
    {T::InventoryMovements, A::Delete, R::Nobody, C::InventoryDelete},

    // Finance
    {T::Transactions, A::Read, R::Workspace, C::FinanceRead},
    {T::Transactions, A::Read, R::OfOrders, C::PricesRead},
    {T::Transactions, A::Read, R::OpenTill, C::TillOperate},
    {T::Transactions, A::Read, R::OwnWages, C::OwnData},
    {T::Transactions, A::Insert, R::Workspace, C::FinanceWrite},
    {T::Transactions, A::Insert, R::Workspace, C::OrdersTakePayment},
    {T::Transactions, A::Insert, R::Workspace, C::OrdersRefund},
    {T::Transactions, A::Insert, R::Workspace, C::TillOperate},
    {T::Transactions, A::Insert, R::Workspace, C::TillPaidOut},
    {T::Transactions, A::Update, R::OpenTill, C::TillOperate, "closing_id"},
    {T::Transactions, A::Update, R::Workspace, C::ClientsDelete, "client_id"}, // two cards of one person become one
    {T::Transactions, A::Delete, R::Nobody, C::FinanceWrite},
    {T::FinancialGoals, A::Read, R::Workspace, C::FinanceRead},
    {T::FinancialGoals, A::Insert, R::Workspace, C::FinanceWrite},
    {T::FinancialGoals, A::Update, R::Workspace, C::FinanceWrite},
    {T::FinancialGoals, A::Delete, R::Workspace, C::FinanceWrite},
    {T::AutoSplits, A::Read, R::Workspace, C::FinanceRead},
    {T::AutoSplits, A::Insert, R::Workspace, C::FinanceWrite},
    {T::AutoSplits, A::Update, R::Workspace, C::FinanceWrite},
    {T::AutoSplits, A::Delete, R::Workspace, C::FinanceWrite},
    {T::Invoices, A::Read, R::Workspace, C::InvoicesRead, nullptr, nullptr, C::PricesRead},
    {T::Invoices, A::Insert, R::Workspace, C::InvoicesIssue, nullptr, nullptr, C::OrdersWrite},
    {T::Invoices, A::Update, R::Unissued, C::InvoicesIssue, nullptr, nullptr, C::OrdersWrite},
    {T::Invoices, A::Update, R::Workspace, C::InvoicesIssue, "fiscal notes recipient_email", nullptr, C::OrdersWrite},
    {T::Invoices, A::Update, R::Workspace, C::ClientsDelete, "client_id"}, // as above
    {T::Invoices, A::Delete, R::Workspace, C::InvoicesCredit},

    // Calendar
    {T::Events, A::Read, R::Workspace, C::CalendarRead},
    {T::Events, A::Read, R::Personal, C::OwnData, nullptr, "events_personal"},
    {T::Events, A::Insert, R::Workspace, C::CalendarWrite},
    {T::Events, A::Insert, R::Personal, C::OwnData},
    {T::Events, A::Update, R::Workspace, C::CalendarWrite},
    {T::Events, A::Update, R::Personal, C::OwnData, "-user_id"}, // nothing is put into somebody else's calendar
    {T::Events, A::Delete, R::Workspace, C::CalendarDelete},
    {T::Events, A::Delete, R::Personal, C::OwnData},
    {T::EventReminders, A::Read, R::Own, C::OwnData},
    {T::EventReminders, A::Insert, R::Own, C::OwnData},
    {T::EventReminders, A::Update, R::Own, C::OwnData},
    {T::EventReminders, A::Delete, R::Own, C::OwnData},

    // Communication
    {T::CommunicationChannels, A::Read, R::Workspace, C::WorkspaceManage},
    {T::CommunicationChannels, A::Read, R::Workspace, C::MessagesRead, channel},
    {T::CommunicationChannels, A::Insert, R::Workspace, C::WorkspaceManage},
    {T::CommunicationChannels, A::Update, R::Workspace, C::WorkspaceManage},
    {T::CommunicationChannels, A::Delete, R::Workspace, C::WorkspaceManage},
    {T::Messages, A::Read, R::Workspace, C::MessagesRead},
    {T::Messages, A::Insert, R::Workspace, C::MessagesWrite},
    {T::Messages, A::Update, R::Workspace, C::MessagesWrite},
    {T::Messages, A::Delete, R::Workspace, C::MessagesDelete},

    // Feeds
    {T::Feeds, A::Read, R::Workspace, C::FeedsRead},
    {T::Feeds, A::Read, R::Personal, C::OwnData, nullptr, "feeds_personal"},
    {T::Feeds, A::Read, R::Published, C::OwnData, nullptr, "feeds_public"},
    {T::Feeds, A::Read, R::Followers, C::OwnData, nullptr, "feeds_followers"},
    {T::Feeds, A::Insert, R::Workspace, C::FeedsWrite},
    {T::Feeds, A::Insert, R::Personal, C::OwnData},
    {T::Feeds, A::Update, R::Workspace, C::FeedsWrite},
    {T::Feeds, A::Update, R::Personal, C::OwnData},
    {T::Feeds, A::Delete, R::Workspace, C::FeedsDelete},
    {T::Feeds, A::Delete, R::Personal, C::OwnData},
    {T::FeedCrossPosts, A::Read, R::Workspace, C::FeedsRead},
    {T::FeedCrossPosts, A::Read, R::Personal, C::OwnData, nullptr, "feed_cross_posts_personal"},
    {T::FeedCrossPosts, A::Insert, R::Workspace, C::FeedsPublish},
    {T::FeedCrossPosts, A::Insert, R::Personal, C::OwnData},
    {T::FeedCrossPosts, A::Update, R::Workspace, C::FeedsPublish},
    {T::FeedCrossPosts, A::Update, R::Personal, C::OwnData},
    {T::FeedCrossPosts, A::Delete, R::Workspace, C::FeedsDelete},
    {T::FeedCrossPosts, A::Delete, R::Personal, C::OwnData},
    {T::FeedLikes, A::Read, R::Workspace, C::FeedsRead},
    {T::FeedLikes, A::Read, R::Personal, C::OwnData, nullptr, "feed_likes_personal"},
    {T::FeedLikes, A::Read, R::Published, C::OwnData, nullptr, "feed_likes_public"},
    {T::FeedLikes, A::Read, R::Followers, C::OwnData, nullptr, "feed_likes_followers"},
    {T::FeedLikes, A::Insert, R::OnReadable, C::OwnData},
    {T::FeedLikes, A::Update, R::Nobody, C::OwnData},
    {T::FeedLikes, A::Delete, R::Own, C::OwnData},
    {T::FeedComments, A::Read, R::Workspace, C::FeedsRead},
    {T::FeedComments, A::Read, R::Personal, C::OwnData, nullptr, "feed_comments_personal"},
    {T::FeedComments, A::Read, R::Published, C::OwnData, nullptr, "feed_comments_public"},
    {T::FeedComments, A::Read, R::Followers, C::OwnData, nullptr, "feed_comments_followers"},
    {T::FeedComments, A::Insert, R::OnReadable, C::OwnData},
    {T::FeedComments, A::Update, R::Own, C::OwnData, "content is_edited is_deleted"},
    {T::FeedComments, A::Delete, R::Own, C::OwnData},
    {T::FeedComments, A::Delete, R::Workspace, C::FeedsDelete},
    {T::FeedShares, A::Read, R::Workspace, C::FeedsRead},
    {T::FeedShares, A::Read, R::Personal, C::OwnData, nullptr, "feed_shares_personal"},
    {T::FeedShares, A::Read, R::Published, C::OwnData, nullptr, "feed_shares_public"},
    {T::FeedShares, A::Read, R::Followers, C::OwnData, nullptr, "feed_shares_followers"},
    {T::FeedShares, A::Insert, R::OnReadable, C::OwnData},
    {T::FeedShares, A::Update, R::Nobody, C::OwnData},
    {T::FeedShares, A::Delete, R::Own, C::OwnData},

    // Marketplace
    {T::MarketplaceProducts, A::Read, R::Workspace, C::MarketplaceRead},
    {T::MarketplaceProducts, A::Read, R::Published, C::OwnData, nullptr, "marketplace_public"},
    {T::MarketplaceProducts, A::Insert, R::Workspace, C::MarketplaceWrite},
    {T::MarketplaceProducts, A::Update, R::Workspace, C::MarketplaceWrite},
    {T::MarketplaceProducts, A::Delete, R::Workspace, C::MarketplaceDelete},
    {T::ProductReviews, A::Read, R::Workspace, C::MarketplaceRead},
    {T::ProductReviews, A::Read, R::Published, C::OwnData, nullptr, "product_reviews_public"},
    {T::ProductReviews, A::Insert, R::OnReadable, C::OwnData},
    {T::ProductReviews, A::Update, R::Own, C::OwnData, "rating review_text images"},
    {T::ProductReviews, A::Delete, R::Own, C::OwnData},
    {T::ProductLikes, A::Read, R::Workspace, C::MarketplaceRead},
    {T::ProductLikes, A::Read, R::Published, C::OwnData, nullptr, "product_likes_public"},
    {T::ProductLikes, A::Insert, R::OnReadable, C::OwnData},
    {T::ProductLikes, A::Update, R::Nobody, C::OwnData},
    {T::ProductLikes, A::Delete, R::Own, C::OwnData},

    // Notifications
    {T::Notifications, A::Read, R::Own, C::OwnData},
    {T::Notifications, A::Insert, R::Own, C::OwnData},
    {T::Notifications, A::Update, R::Own, C::OwnData},
    {T::Notifications, A::Delete, R::Own, C::OwnData},

    // The program's two tables that belong to a workspace
    {T::SysActivity, A::Read, R::Workspace, C::OrdersRead},
    {T::SysActivity, A::Read, R::OfTill, C::TillOperate, nullptr, "till_activity"},
    {T::SysActivity, A::Read, R::Assigned, C::OrdersReadAssigned},
    {T::SysActivity, A::Insert, R::Workspace, C::OrdersWrite},
    {T::SysActivity, A::Insert, R::Workspace, C::OrdersQualityCheck},
    {T::SysActivity, A::Insert, R::Workspace, C::TillOperate},
    {T::SysActivity, A::Insert, R::Assigned, C::OrdersMoveStage},
    {T::SysActivity, A::Update, R::Nobody, C::OrdersWrite},
    {T::SysActivity, A::Delete, R::Nobody, C::OrdersDelete},
    {T::SysSettings, A::Read, R::Settings, C::OwnData},
    {T::SysSettings, A::Insert, R::Own, C::OwnData},
    {T::SysSettings, A::Insert, R::Workspace, C::WorkspaceManage},
    {T::SysSettings, A::Update, R::Own, C::OwnData},
    {T::SysSettings, A::Update, R::Workspace, C::WorkspaceManage},
    {T::SysSettings, A::Delete, R::Own, C::OwnData},
    {T::SysSettings, A::Delete, R::Workspace, C::WorkspaceManage},
};

constexpr ColumnGroup groups[] = {
    {T::InventoryItems, "inventory_item_costs", C::FinanceRead, C::FinanceWrite, "cost_minor"},
    {T::InventoryItems, "inventory_item_prices", C::PricesRead, C::PriceListWrite, "selling_price_minor"},
    {T::InventoryItems, "service_rates", C::FinanceRead, C::TeamManage, "step_rates"},
    {T::InventoryMovements, "inventory_movement_costs", C::FinanceRead, C::FinanceWrite, "unit_cost_minor"},
    {T::Orders, "order_prices", C::PricesRead, C::OrdersWrite,
     "subtotal_minor tax_minor discount_minor total_minor deposit_minor amount_paid_minor balance_minor "
     "payment_status waiting_minor other_payers pay_typed"},
    {T::OrderItems, "order_item_prices", C::PricesRead, C::OrdersWrite,
     "unit_price_minor discount_minor tax_rate total_minor task_prices taxes price_before_minor",
     "id order_id position tasks discount_reason"},
    {T::OrderItems, "order_item_wages", C::FinanceRead, C::FinanceWrite, "work_pay"},
    {T::Clients, "client_totals", C::PricesRead, C::ClientsWrite,
     "orders_count revenue_minor balance_minor last_order_date waiting_minor overpaid_minor"},
    {T::WorkspaceMembers, "member_wages", C::FinanceRead, C::TeamManage, "piece_rates pay_type pay_minor"},
    // Secrets have no view at all, not even for oneself.
    {T::AuthUsers, nullptr, C::OwnData, C::OwnData,
     "password_hash pin_hash recovery_hashes failed_attempts locked_until"},
    {T::VerificationLogs, nullptr, C::OwnData, C::OwnData, "token_hash"},
    {T::AuthSessions, nullptr, C::OwnData, C::OwnData, "session_token_hash"},
    {T::WorkspaceInvitations, nullptr, C::TeamManage, C::TeamManage, "token_hash"},
};

constexpr WriteGuard guards[] = {
    {T::Feeds, "status", "published", C::FeedsPublish, true},
    {T::MarketplaceProducts, "status", "published", C::MarketplacePublish},
    {T::Orders, "released_unpaid_by", nullptr, C::OrdersReleaseUnpaid},
    {T::Invoices, "kind", "credit_note", C::InvoicesCredit},
    {T::OrderItems, "item_kind", "redo", C::RedoApprove},
    {T::InventoryMovements, "movement_type", "stock-in", C::InventoryWrite},
    {T::InventoryMovements, "movement_type", "adjustment", C::InventoryWrite},
    {T::InventoryMovements, "movement_type", "waste", C::InventoryWrite},
    {T::InventoryMovements, "movement_type", "count", C::StockCount},
    {T::SysActivity, "stage", "collected", C::OrdersWrite},
    {T::SysActivity, "till_id", nullptr, C::TillOperate}, // a place in the till's chain
    {T::SysActivity, "kind", "unlock", C::ProductionUnlock},
    {T::SysActivity, "kind", "cancelled", C::OrdersWrite},
    {T::SysActivity, "kind", "restored", C::OrdersWrite},
    {T::SysActivity, "kind", "assignment", C::OrdersWrite},
    {T::SysActivity, "kind", "promise", C::OrdersWrite},
    {T::SysActivity, "kind", "confirmed", C::OrdersTakePayment},
    {T::SysActivity, "kind", "unconfirmed", C::OrdersTakePayment},
    {T::SysActivity, "kind", "issued", C::InvoicesIssue},
    {T::SysActivity, "kind", "till_opened", C::TillOperate},
    {T::SysActivity, "kind", "till_counted", C::TillOperate},
    {T::SysActivity, "kind", "till_closed", C::TillOperate},
    {T::SysActivity, "kind", "drawer", C::TillOperate},
};

constexpr ExtraView extras[] = {
    {"daily_totals", C::FinanceRead},
    {"order_payers", C::PricesRead},
    {"history", C::HistoryRead},
    {"history_changes", C::HistoryRead},
    {"bin", C::OwnData}, // each kind in it takes the right to delete that kind
};

constexpr PublishedParent parents[] = {
    {T::FeedLikes, T::Feeds, "feed_id"},
    {T::FeedComments, T::Feeds, "feed_id"},
    {T::FeedShares, T::Feeds, "feed_id"},
    {T::FeedCrossPosts, T::Feeds, "feed_id"},
    {T::ProductReviews, T::MarketplaceProducts, "product_id"},
    {T::ProductLikes, T::MarketplaceProducts, "product_id"},
};

//! True where one of the words of the list is the name.
bool listed(std::string_view list, std::string_view name)
{
    for (size_t from = 0; from < list.size();) {
        const size_t to = std::min(list.find(' ', from), list.size());
        if (list.substr(from, to - from) == name)
            return true;
        from = to + 1;
    }
    return false;
}

} // namespace

bool Rule::coversColumn(std::string_view column) const
{
    if (!columns)
        return true;
    if (columns[0] == '-')
        return !listed(columns, "-" + std::string(column));
    return listed(columns, column);
}

std::span<const Rule> allRules()
{
    return rules;
}

std::vector<const Rule *> rulesOf(storage::Table table, Action action)
{
    std::vector<const Rule *> found;
    for (const Rule &rule : rules) {
        if (rule.table == table && rule.action == action)
            found.push_back(&rule);
    }
    return found;
}

std::vector<const Rule *> readingRules(const Principal &principal, storage::Table table)
{
    std::vector<const Rule *> found = rulesOf(table, Action::Read);
    std::erase_if(found, [&](const Rule *rule) { return rule->view || !rule->appliesTo(principal); });
    return found;
}

bool readsBin(const Principal &principal, storage::Table table)
{
    const auto deletes = rulesOf(table, Action::Delete);
    return table != T::SysSettings && std::ranges::any_of(deletes, [&](const Rule *rule) {
               return rule->reach == Reach::Workspace && rule->appliesTo(principal);
           });
}

bool ColumnGroup::contains(std::string_view column) const
{
    return listed(columns, column);
}

bool ColumnGroup::shows(std::string_view column) const
{
    return listed(keys, column) || contains(column);
}

std::span<const ColumnGroup> columnGroups()
{
    return groups;
}

const ColumnGroup *groupOf(storage::Table table, std::string_view column)
{
    const auto found = std::ranges::find_if(
        groups, [&](const ColumnGroup &group) { return group.table == table && group.contains(column); });
    return found == std::end(groups) ? nullptr : found;
}

bool showsColumn(const Principal &principal, const Rule &rule, std::string_view column)
{
    if (const ColumnGroup *group = groupOf(rule.table, column))
        return group->view && principal.can(group->read);
    return rule.coversColumn(column);
}

std::span<const WriteGuard> writeGuards()
{
    return guards;
}

std::span<const ExtraView> extraViews()
{
    return extras;
}

const char *ownerColumn(storage::Table table)
{
    switch (table) {
    case T::AuthUsers:
    case T::Profiles:
        return "id";
    case T::SysSettings:
        return "person_id";
    case T::VerificationLogs:
    case T::AuthSessions:
    case T::OauthConnections:
    case T::SocialMediaConnections:
    case T::WorkspaceMembers:
    case T::Events:
    case T::EventReminders:
    case T::Feeds:
    case T::FeedLikes:
    case T::FeedComments:
    case T::FeedShares:
    case T::ProductReviews:
    case T::ProductLikes:
    case T::Notifications:
        return "user_id";
    default:
        return nullptr;
    }
}

const PublishedParent *publishedParent(storage::Table child)
{
    const auto found = std::ranges::find(parents, child, &PublishedParent::child);
    return found == std::end(parents) ? nullptr : found;
}

Capability neededFor(const MoneyRow &row)
{
    if (row.namesMember) // a wage, whatever it is paid out of
        return C::FinanceWrite;
    if (row.usesCredit && row.hasOrder && row.isExpense && row.isCashMove && !row.reverses)
        return C::OrdersTakePayment;
    if (row.hasOrder && (row.reverses || row.isExpense))
        return C::OrdersRefund;
    if (row.hasOrder)
        return C::OrdersTakePayment;
    if (row.hasTill && (row.isCashMove || row.isDifference) && !row.reverses)
        return C::TillOperate;
    if (row.hasTill && row.isExpense && !row.reverses)
        return C::TillPaidOut;
    return C::FinanceWrite;
}

bool mayApprove(Capability capability)
{
    switch (capability) {
    case C::OrdersRefund:
    case C::OrdersReleaseUnpaid:
    case C::OrdersDiscount:
    case C::OrdersPriceOverride:
    case C::RedoApprove:
    case C::ProductionUnlock:
    case C::InvoicesCredit: // what was billed is worth less
    case C::FinanceWrite:   // money out of the till was entered wrong
        return true;
    default:
        return false;
    }
}

bool mayCreateWorkspace(QByteArrayView profileRole, bool hasWorkspaceAccess)
{
    return profileRole != QByteArrayView("customer") || hasWorkspaceAccess;
}

} // namespace thimblely::access
