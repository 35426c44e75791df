// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "tests/core/access/writer_cases.h"

namespace thimblely::test {

//! Who may insert a row, change it in an everyday column, and put it into the bin: access.md, by hand.
struct Expected {
    Table table;
    Who insert;
    Who update;
    Who remove;
    Field change;
};

inline const Who nobody;
inline const Who everybody = {"owner", "admin", "member", "counter", "cutter", "stitcher", "finisher", "viewer"};
inline const Who ownerOnly = {"owner"};
inline const Who officeAndFinisher = {"owner", "admin", "member", "counter", "finisher"};
//! The seeded piece is the cutter's; the stitcher has none.
inline const Who aboutThePiece = {"owner", "admin", "member", "counter", "finisher", "cutter"};

inline const std::vector<Expected> &expectations()
{
    static const std::vector<Expected> list = {
        // One's own
        {Table::AuthUsers, managers, everybody, nobody, {"phone", "+1"}},
        {Table::Profiles, managers, everybody, nobody, {"locale", "ar"}},
        {Table::VerificationLogs, nobody, nobody, nobody, {"provider", "x"}},
        {Table::AuthSessions, nobody, everybody, everybody, {"location", "Kano"}},
        {Table::OauthConnections, everybody, everybody, everybody, {"email", "x@example.org"}},
        {Table::EventReminders, everybody, everybody, everybody, {"remind_at", 2}},
        {Table::Notifications, everybody, everybody, everybody, {"message", "x"}},
        {Table::SysSettings, everybody, everybody, everybody, {"value", "2"}},
        // The shop and its people
        {Table::SocialMediaConnections, managers, managers, managers, {"username", "x"}},
        {Table::Workspaces, nobody, managers, ownerOnly, {"description", "x"}},
        {Table::WorkspaceMembers, managers, managers, managers, {"display_name", "x"}},
        {Table::WorkspaceInvitations, managers, managers, managers, {"status", "cancelled"}},
        {Table::CommunicationChannels, managers, managers, managers, {"channel_name", "x"}},
        // What the shop works with: written by members, binned by admins
        {Table::Clients, office, office, managers, {"notes", "x"}},
        {Table::ClientInteractions, office, office, managers, {"subject", "x"}},
        {Table::ClientMeasurements, office, office, managers, {"notes", "x"}},
        {Table::MeasurementTemplates, office, office, managers, {"name", "x"}},
        {Table::Orders, office, office, managers, {"notes", "x"}},
        {Table::OrderItems, office, office, managers, {"item_name", "x"}},
        {Table::InventoryItems, office, office, managers, {"description", "x"}},
        {Table::Events, officeAndFinisher, officeAndFinisher, managers, {"description", "x"}},
        {Table::Messages, officeAndFinisher, officeAndFinisher, managers, {"content", "x"}},
        {Table::Feeds, office, office, managers, {"caption", "x"}},
        {Table::FeedCrossPosts, office, office, managers, {"platform_url", "x"}},
        {Table::MarketplaceProducts, office, office, managers, {"description", "x"}},
        // Ledgers
        {Table::InventoryMovements, officeAndFinisher, nobody, nobody, {"notes", "x"}},
        {Table::Transactions, office, office, nobody, {"closing_id", named("closing")}},
        {Table::SysActivity, aboutThePiece, nobody, nobody, {"data", "{}"}},
        // Money
        {Table::FinancialGoals, managers, managers, managers, {"title", "x"}},
        {Table::AutoSplits, managers, managers, managers, {"name", "x"}},
        {Table::Invoices, office, office, managers, {"notes", "x"}},
        // As oneself, on what one may read
        {Table::FeedLikes, everybody, nobody, everybody, {"user_id", std::nullopt}},
        {Table::FeedComments, everybody, everybody, everybody, {"content", "x"}},
        {Table::FeedShares, everybody, nobody, everybody, {"shared_to", "tiktok"}},
        {Table::ProductReviews, everybody, everybody, everybody, {"rating", 1}},
        {Table::ProductLikes, everybody, nobody, everybody, {"user_id", std::nullopt}},
    };
    return list;
}

} // namespace thimblely::test
