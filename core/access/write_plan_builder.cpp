// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/write_plan_builder.h"

#include <algorithm>
#include <array>

namespace thimblely::access {

namespace {

using T = storage::Table;
using namespace std::string_view_literals;

constexpr std::array ownByTheWriter = {"id"sv,         "workspace_id"sv, "created_at"sv,
                                       "updated_at"sv, "deleted_at"sv,   "origin"sv};

Error refusedFor(Capability capability)
{
    return {ErrorKind::Forbidden, "access.refused", {QString::fromLatin1(nameOf(capability))}, {}};
}

Error refusedColumn(const char *column)
{
    return {ErrorKind::Forbidden, "access.column", {QString::fromUtf8(column)}, {}};
}

bool isWorkspaceField(const Field &field)
{
    return field.column == "workspace_id"sv;
}

bool writtenAsOneself(T table, Reach reach)
{
    const char *owner = ownerColumn(table);
    if (!owner || owner == "id"sv)
        return false;
    return reach == Reach::Own || reach == Reach::Personal || reach == Reach::OnReadable || table == T::Feeds;
}

bool names(std::span<const Field> fields, std::string_view column)
{
    return std::ranges::any_of(fields, [column](const Field &field) { return field.column == column; });
}

//! A person's setting names the person, the workspace's names nobody.
bool fitsSettings(const Rule &rule, std::span<const Field> fields)
{
    return rule.table != T::SysSettings || rule.action != Action::Insert ||
           names(fields, "person_id") == (rule.reach == Reach::Own);
}

} // namespace

Result<WritePlanBuilder::Rules> WritePlanBuilder::permitted(T table, Action action, std::span<const Field> fields) const
{
    Rules rules;
    std::optional<Capability> lacking;
    const Field *uncovered = nullptr;
    for (const Rule *rule : rulesOf(table, action)) {
        const auto outside = std::ranges::find_if(
            fields, [&](const Field &field) { return !isWorkspaceField(field) && !rule->coversColumn(field.column); });
        if (rule->reach == Reach::Nobody || !fitsSettings(*rule, fields))
            continue;
        if (outside != fields.end())
            uncovered = &*outside;
        else if (rule->appliesTo(m_principal))
            rules.push_back(rule);
        else if (!lacking)
            lacking = m_principal.can(rule->needs) && rule->also ? *rule->also : rule->needs;
    }
    if (!rules.empty())
        return rules;
    if (lacking)
        return refusedFor(*lacking);
    if (uncovered)
        return refusedColumn(uncovered->column);
    return Error{ErrorKind::Forbidden, "access.nobody", {QString::fromLatin1(storage::facts(table).name)}, {}};
}

//! Somebody may change their own posts but not the shop's: what they would need for those.
std::optional<Capability> WritePlanBuilder::lackingFor(T table, Action action, std::span<const Field> fields) const
{
    for (const Rule *rule : rulesOf(table, action)) {
        const bool covers =
            std::ranges::all_of(fields, [rule](const Field &field) { return rule->coversColumn(field.column); });
        if (rule->reach == Reach::Workspace && covers && !rule->appliesTo(m_principal))
            return rule->needs;
    }
    return std::nullopt;
}

Result<std::vector<FieldCheck>> WritePlanBuilder::checks(T table, Action action, std::span<const Field> fields) const
{
    const storage::TableFacts &facts = storage::facts(table);
    std::vector<FieldCheck> found;
    for (const Field &field : fields) {
        const std::string_view column = field.column;
        FieldCheck check = FieldCheck::None;
        // What is looked at is the first of two values; which of them SQLite writes is another matter.
        if (std::ranges::count(fields, column, [](const Field &other) { return std::string_view(other.column); }) > 1)
            return refusedColumn(field.column);
        if (isWorkspaceField(field) && action == Action::Insert) {
            found.push_back(check);
            continue;
        }
        if (!m_columns.has(table, column))
            return Error{ErrorKind::Internal, "access.unknown_column", {QString::fromUtf8(field.column)}, {}};
        if (std::ranges::find(ownByTheWriter, column) != ownByTheWriter.end() || storage::isDerived(facts, column))
            return refusedColumn(field.column);
        if (const ColumnGroup *group = groupOf(table, column); group && !m_principal.can(group->write))
            return refusedFor(group->write);
        if (std::ranges::any_of(
                writeGuards(), [&](const WriteGuard &guard) { return guard.table == table && guard.column == column; }))
            check = FieldCheck::Guarded;
        if (table == T::Profiles && column == "workspace_access_by"sv)
            check = FieldCheck::OwnerOrNone;
        if (table == T::WorkspaceMembers || table == T::WorkspaceInvitations) {
            if (column == "role"sv)
                check = FieldCheck::Role;
            else if (column == "permissions"sv)
                check = FieldCheck::Permissions;
        }
        found.push_back(check);
    }
    return found;
}

Result<WritePlan> WritePlanBuilder::insert(T table, std::span<const Field> fields, bool personal) const
{
    TRY_ASSIGN(Rules rules, permitted(table, Action::Insert, fields));
    std::erase_if(rules, [personal](const Rule *rule) {
        return personal ? rule->reach != Reach::Personal && rule->reach != Reach::Own : rule->reach == Reach::Personal;
    });
    if (rules.empty())
        return refusedFor(rulesOf(table, Action::Insert).front()->needs);
    const Reach reach = rules.front()->reach;
    TRY_ASSIGN(std::vector<FieldCheck> found, checks(table, Action::Insert, fields));

    const bool asksParent = reach == Reach::OnReadable || (reach == Reach::Personal && publishedParent(table));
    std::string columns = "id, created_at, updated_at";
    std::string values = "?, ?, ?";
    int workspaceField = -1;
    if (asksParent) {
        columns += ", workspace_id";
        values += ", ?";
    } else if (m_columns.has(table, "workspace_id") && !personal) {
        columns += ", workspace_id";
        values += ", " + m_clauses.workspace();
    }
    for (size_t i = 0; i < fields.size(); ++i) {
        if (isWorkspaceField(fields[i])) {
            workspaceField = int(i);
            continue;
        }
        columns += std::string(", ") + fields[i].column;
        values += ", ?";
        if (writtenAsOneself(table, reach) && fields[i].column == std::string_view(ownerColumn(table)))
            found[i] = FieldCheck::Owner;
    }
    const bool hasOwner = writtenAsOneself(table, reach) || table == T::Events || table == T::SocialMediaConnections;
    if (hasOwner && !names(fields, ownerColumn(table))) {
        columns += std::string(", ") + ownerColumn(table);
        values += ", " + m_clauses.person();
    }
    TRY_ASSIGN(WritePlan plan, prepare(std::string("INSERT INTO main.") + storage::facts(table).name + " (" + columns +
                                       ") VALUES (" + values + ")"));
    plan.checks = std::move(found);
    plan.anyCheck = std::ranges::any_of(plan.checks, [](FieldCheck check) { return check != FieldCheck::None; });
    plan.workspaceField = workspaceField;
    plan.asksParent = asksParent;
    plan.asksPiece = reach == Reach::Assigned;
    plan.asksMoney = table == T::Transactions;
    return plan;
}

Result<WritePlan> WritePlanBuilder::update(T table, std::span<const Field> fields) const
{
    if (fields.empty())
        return Error{ErrorKind::Internal, "access.no_columns", {}, {}};
    TRY_ASSIGN(const Rules rules, permitted(table, Action::Update, fields));
    TRY_ASSIGN(std::vector<FieldCheck> found, checks(table, Action::Update, fields));
    std::string set;
    for (size_t i = 0; i < fields.size(); ++i) {
        set += std::string(fields[i].column) + " = ?, ";
        const char *owner = ownerColumn(table);
        if (owner && fields[i].column == std::string_view(owner) && table != T::Events)
            found[i] = FieldCheck::Owner;
    }
    TRY_ASSIGN(WritePlan plan,
               prepare(std::string("UPDATE main.") + storage::facts(table).name + " SET " + set +
                       "updated_at = ? WHERE id = ? AND " + m_clauses.anyOf(table, rules) + " AND deleted_at IS NULL"));
    plan.checks = std::move(found);
    plan.anyCheck = std::ranges::any_of(plan.checks, [](FieldCheck check) { return check != FieldCheck::None; });
    plan.lacking = lackingFor(table, Action::Update, fields);
    return plan;
}

Result<WritePlan> WritePlanBuilder::remove(T table) const
{
    TRY_ASSIGN(const Rules rules, permitted(table, Action::Delete, {}));
    TRY_ASSIGN(WritePlan plan, setDeletedAt(table, rules, true));
    plan.lacking = lackingFor(table, Action::Delete, {});
    return plan;
}

Result<WritePlan> WritePlanBuilder::restore(T table) const
{
    // A rule to delete may reach fewer rows than the one to insert: together they bring back what either allows.
    auto rules = permitted(table, Action::Insert, {});
    const auto more = permitted(table, Action::Delete, {});
    if (!rules && !more)
        return more.error();
    Rules both = rules ? std::move(rules.value()) : Rules();
    if (more)
        both.insert(both.end(), more->begin(), more->end());
    return setDeletedAt(table, both, false);
}

Result<WritePlan> WritePlanBuilder::takeBackInsert(T table) const
{
    TRY_ASSIGN(const Rules rules, permitted(table, Action::Insert, {}));
    return setDeletedAt(table, rules, true);
}

Result<WritePlan> WritePlanBuilder::setDeletedAt(T table, const Rules &rules, bool toTheBin) const
{
    const std::string rows = m_clauses.anyOf(table, rules);
    // What was written into a ledger is taken back by another row of it.
    if (rows.empty() || storage::facts(table).merge == storage::MergeClass::Ledger)
        return Error{ErrorKind::Forbidden, "access.nobody", {QString::fromLatin1(storage::facts(table).name)}, {}};
    return prepare(std::string("UPDATE main.") + storage::facts(table).name +
                   " SET deleted_at = ?, updated_at = ? WHERE id = ? AND " + rows +
                   (toTheBin ? " AND deleted_at IS NULL" : " AND deleted_at IS NOT NULL"));
}

Result<WritePlan> WritePlanBuilder::prepare(const std::string &sql) const
{
    TRY_ASSIGN(storage::Statement statement,
               storage::Statement::prepare(m_handle, QByteArrayView(sql.data(), qsizetype(sql.size())), true));
    return WritePlan{std::move(statement), {}, false, -1, false, false, false, {}};
}

} // namespace thimblely::access
