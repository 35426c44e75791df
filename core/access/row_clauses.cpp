// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/row_clauses.h"

#include <algorithm>

namespace thimblely::access {

namespace {

using T = storage::Table;

std::string quoted(const std::string &text)
{
    std::string result = "'";
    for (const char c : text) {
        result += c;
        if (c == '\'')
            result += '\'';
    }
    return result + "'";
}

} // namespace

std::string literal(const IdBytes &id)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text = "x'";
    for (const unsigned char byte : id) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text + "'";
}

RowClauses::RowClauses(const Principal &principal, const SchemaColumns &columns,
                       const std::vector<std::string> &regions)
    : m_columns(columns), m_workspace(literal(principal.workspace.bytes())),
      m_person(literal(principal.person.bytes())), m_member(literal(principal.member.bytes())),
      m_seesPrices(principal.can(Capability::PricesRead))
{
    for (const std::string &region : regions)
        m_regions += (m_regions.empty() ? "" : ", ") + quoted(region);
}

std::string RowClauses::clause(T table, Reach reach) const
{
    switch (reach) {
    case Reach::Workspace:
        return "workspace_id = " + m_workspace +
               (table == T::SysSettings   ? " AND person_id IS NULL"
                : table == T::SysActivity ? " AND till_id IS NULL"
                                          : "");
    case Reach::ThisWorkspace:
        return "id = " + m_workspace;
    case Reach::Own:
        return own(table);
    case Reach::Personal:
        return personal(table);
    case Reach::Colleagues:
        // One look into an index for each person: a list of all colleagues, made as soon as somebody is found, would take
        // so long that a stranger's id could be told from one that nobody has.
        return "(id = " + m_person +
               " OR EXISTS (SELECT 1 FROM main.workspace_members AS colleague WHERE colleague.workspace_id = " +
               m_workspace + " AND colleague.user_id = profiles.id AND colleague.deleted_at IS NULL))";
    case Reach::OtherPeople:
        // A customer's workspace access is given by whoever manages a shop, and taken back by who gave it.
        return "id <> " + m_person +
               " AND role = 'customer' AND (workspace_access_at IS NULL OR workspace_access_by = " + m_person + ")";
    case Reach::Unissued:
        return "workspace_id = " + m_workspace + " AND invoice_number IS NULL";
    case Reach::Unbooked:
        return unbooked(table);
    case Reach::Assigned:
        return assigned(table);
    case Reach::OfOrders:
        return "workspace_id = " + m_workspace +
               " AND (order_id IS NOT NULL OR invoice_id IS NOT NULL OR client_id IS NOT NULL)";
    case Reach::OpenTill:
        return "workspace_id = " + m_workspace + " AND till_id IS NOT NULL AND closing_id IS NULL";
    case Reach::OfTill:
        return "workspace_id = " + m_workspace + " AND till_id IS NOT NULL";
    case Reach::OwnWages:
        return "workspace_id = " + m_workspace + " AND member_id = " + m_member;
    case Reach::Published:
    case Reach::Followers: {
        const auto of = [&](const std::string &prefix, T which) {
            return reach == Reach::Followers ? followers(prefix) : published(which, prefix);
        };
        const PublishedParent *parent = publishedParent(table);
        if (!parent)
            return of("", table);
        return std::string("EXISTS (SELECT 1 FROM main.") + storage::facts(parent->parent).name +
               " AS parent WHERE parent.id = " + parent->column + " AND " + of("parent.", parent->parent) +
               " AND parent.deleted_at IS NULL)";
    }
    case Reach::Settings:
        return "workspace_id = " + m_workspace + " AND (person_id IS NULL OR person_id = " + m_person + ")" +
               (m_seesPrices ? "" : " AND key NOT IN ('rush.charge', 'deposit.percent')");
    case Reach::OnReadable: // what was written as oneself
        return own(table);
    case Reach::Nobody:
    case Reach::NewPerson:
        break;
    }
    return {};
}

std::string RowClauses::anyOf(T table, const std::vector<const Rule *> &rules) const
{
    std::string joined;
    int parts = 0;
    for (const Rule *rule : rules) {
        std::string one = clause(table, rule->reach);
        if (one.empty())
            continue;
        // Workspace and Colleagues hold all the rows that the rules beside them reach.
        const bool whole =
            rule->reach == Reach::Colleagues || (rule->reach == Reach::Workspace && table != T::SysSettings &&
                                                 !publishedParent(table) && rules.front()->reach == Reach::Workspace);
        if (whole && std::ranges::none_of(rules, [](const Rule *r) { return r->reach == Reach::Personal; }))
            return one;
        joined += (parts++ > 0 ? " OR (" : "(") + one + ")";
    }
    return parts > 1 ? "(" + joined + ")" : joined;
}

std::string RowClauses::own(T table) const
{
    std::string mine = std::string(ownerColumn(table)) + " = " + m_person;
    // A like stands where its parent is, which may be another workspace: it is one's own all the same.
    if (publishedParent(table) || !m_columns.has(table, "workspace_id"))
        return mine;
    return mine + " AND (workspace_id IS NULL OR workspace_id = " + m_workspace + ")";
}

std::string RowClauses::personal(T table) const
{
    if (const PublishedParent *parent = publishedParent(table)) {
        return std::string("workspace_id IS NULL AND ") + parent->column + " IN (SELECT id FROM main." +
               storage::facts(parent->parent).name + " WHERE user_id = " + m_person +
               " AND workspace_id IS NULL AND deleted_at IS NULL)";
    }
    return std::string(ownerColumn(table)) + " = " + m_person + " AND workspace_id IS NULL";
}

std::string RowClauses::unbooked(T table) const
{
    const std::string here = "workspace_id = " + m_workspace;
    if (table == T::Orders)
        return here + " AND order_number IS NULL";
    return here + " AND EXISTS (SELECT 1 FROM main.orders AS parent WHERE parent.workspace_id = " + m_workspace +
           " AND parent.id = order_id AND parent.order_number IS NULL)";
}

std::string RowClauses::assigned(T table) const
{
    const std::string pieces = " FROM main.order_items AS piece WHERE piece.workspace_id = " + m_workspace +
                               " AND piece.assigned_to = " + m_person + " AND piece.deleted_at IS NULL)";
    const std::string here = "workspace_id = " + m_workspace;
    switch (table) {
    case T::OrderItems:
        return here + " AND assigned_to = " + m_person;
    case T::Orders:
        return here + " AND id IN (SELECT piece.order_id" + pieces;
    case T::ClientMeasurements:
        return here + " AND id IN (SELECT piece.client_measurement_id" + pieces;
    case T::SysActivity:
        return here + " AND till_id IS NULL AND order_item_id IN (SELECT piece.id" + pieces;
    case T::Clients: // the wearer; where the piece names none, whoever ordered it
        return here +
               " AND id IN (SELECT ifnull(piece.wearer_client_id, (SELECT client_id FROM main.orders AS parent"
               " WHERE parent.workspace_id = piece.workspace_id AND parent.id = piece.order_id))" +
               pieces;
    default:
        return {};
    }
}

std::string RowClauses::published(T table, const std::string &prefix) const
{
    if (table == T::MarketplaceProducts) {
        return prefix + "status = 'published' AND EXISTS (SELECT 1 FROM json_each(" + prefix +
               "available_regions) AS region WHERE region.value IN (" + m_regions + "))" + ofLiveShop(prefix);
    }
    return prefix + "visibility = 'public' AND " + prefix + "status = 'published'" + ofLiveShop(prefix);
}

//! What a shop has published goes with it while it is in the bin; what is personal has none.
std::string RowClauses::ofLiveShop(const std::string &prefix)
{
    return " AND NOT EXISTS (SELECT 1 FROM main.workspaces AS shop WHERE shop.id = " + prefix +
           "workspace_id AND shop.deleted_at IS NOT NULL)";
}

std::string RowClauses::followers(const std::string &prefix) const
{
    return prefix + "visibility = 'followers' AND " + prefix + "status = 'published' AND " + prefix +
           "user_id IN (SELECT other.user_id FROM main.workspace_members AS mine JOIN main.workspace_members AS other"
           " ON other.workspace_id = mine.workspace_id WHERE mine.user_id = " +
           m_person +
           " AND mine.status = 'active' AND mine.deleted_at IS NULL AND other.status = 'active'"
           " AND other.deleted_at IS NULL)" +
           ofLiveShop(prefix);
}

} // namespace thimblely::access
