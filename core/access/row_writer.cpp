// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/row_writer.h"

#include "core/access/member_rules.h"
#include "core/access/refund_limit.h"
#include "core/access/region_rules.h"
#include "core/access/scoped_connection.h"
#include "core/access/write_plan_builder.h"

#include <sqlite3.h>

namespace thimblely::access {

namespace {

using T = storage::Table;
using Plans = std::unordered_map<std::string, WritePlan, NameHash, std::equal_to<>>;

//! In place: the fields outlive the statement's run, which resets it.
struct Binder {
    storage::Statement &statement;
    void operator()(std::monostate) const { statement.bindNull(); }
    void operator()(qint64 value) const { statement.bind(value); }
    void operator()(const QByteArray &utf8) const
    {
        statement.bindUtf8InPlace(utf8.isNull() ? QByteArrayView("", 0) : QByteArrayView(utf8));
    }
    void operator()(const IdBytes &id) const { statement.bindBlobInPlace({id.data(), qsizetype(id.size())}); }
    void operator()(const BlobValue &blob) const { statement.bindBlobInPlace(blob.bytes); }
};

bool isNull(const FieldValue &value)
{
    return std::holds_alternative<std::monostate>(value.get());
}

bool isText(const FieldValue &value, const char *text)
{
    const auto *bytes = std::get_if<QByteArray>(&value.get());
    return bytes && *bytes == text;
}

bool isId(const FieldValue &value, const IdBytes &id)
{
    const auto *bytes = std::get_if<IdBytes>(&value.get());
    return bytes && *bytes == id;
}

const Field *find(std::span<const Field> fields, std::string_view column)
{
    const auto found = std::ranges::find_if(fields, [column](const Field &field) { return field.column == column; });
    return found == fields.end() ? nullptr : &*found;
}

bool isSet(std::span<const Field> fields, std::string_view column)
{
    const Field *field = find(fields, column);
    return field && !isNull(field->value);
}

bool isText(std::span<const Field> fields, std::string_view column, const char *text)
{
    const Field *field = find(fields, column);
    return field && isText(field->value, text);
}

Error refused(const char *what)
{
    return {ErrorKind::Forbidden, "access.refused", {QString::fromLatin1(what)}, {}};
}

Error notFound(T table)
{
    return {ErrorKind::NotFound, "row.not_found", {QString::fromLatin1(storage::facts(table).name)}, {}};
}

void makeKey(std::string &key, char verb, T table, bool personal, std::span<const Field> fields)
{
    key.clear();
    key += verb;
    key += char(table);
    key += personal ? 'p' : 'w';
    for (const Field &field : fields) {
        key += field.column;
        key += ',';
    }
}

} // namespace

RowWriter::RowWriter(ScopedConnection &connection, const Clock &clock) : m_connection(connection), m_clock(clock) {}

template <typename Make>
Result<WritePlan *> RowWriter::plan(char verb, T table, bool personal, std::span<const Field> fields, const Make &make)
{
    WritePlans &plans = *m_connection.m_plans;
    makeKey(plans.key, verb, table, personal, fields);
    if (const auto found = plans.byColumns.find(std::string_view(plans.key)); found != plans.byColumns.end())
        return &found->second;
    const WritePlanBuilder builder(m_connection.m_connection->handle(), m_connection.m_principal,
                                   *m_connection.m_columns, *m_connection.m_clauses);
    TRY_ASSIGN(WritePlan made, make(builder));
    return &plans.byColumns.emplace(plans.key, std::move(made)).first->second;
}

Result<void> RowWriter::checkField(T table, const Field &field, FieldCheck check, const Written &row)
{
    const Principal &principal = m_connection.m_principal;
    switch (check) {
    case FieldCheck::None:
        return {};
    case FieldCheck::Owner:
        return isId(field.value, principal.person.bytes()) ? Result<void>() : refused("own:data");
    case FieldCheck::OwnerOrNone:
        return isNull(field.value) || isId(field.value, principal.person.bytes()) ? Result<void>()
                                                                                  : refused("own:data");
    case FieldCheck::Role: {
        const auto *name = std::get_if<QByteArray>(&field.value.get());
        const auto role = roleFromName(name ? QByteArrayView(*name) : QByteArrayView());
        if (!role)
            return role.error();
        return mayAssignRole(principal.role, role.value()) ? Result<void>() : refused("workspace:transfer");
    }
    case FieldCheck::Permissions: {
        if (isNull(field.value))
            return {};
        const auto *json = std::get_if<QByteArray>(&field.value.get());
        TRY_ASSIGN(const CapabilitySet granted, applyPermissions({}, json ? *json : QByteArray("0")));
        return principal.capabilities.contains(granted - CapabilitySet{Capability::OrdersReadAssigned})
                   ? Result<void>()
                   : refused("workspace:transfer");
    }
    case FieldCheck::Guarded:
        return checkGuards(table, field, row);
    }
    return {};
}

Result<void> RowWriter::checkGuards(T table, const Field &field, const Written &row)
{
    for (const WriteGuard &guard : writeGuards()) {
        if (guard.table != table || std::string_view(guard.column) != field.column ||
            !(guard.value ? isText(field.value, guard.value) : !isNull(field.value)))
            continue;
        const auto allowed = requireHere(guard.needs);
        if (allowed)
            continue;
        TRY_ASSIGN(const bool spared, guard.sparesPersonal ? isPersonal(table, row) : Result<bool>(false));
        if (!spared)
            return allowed;
    }
    return {};
}

//! What belongs to no workspace is its person's alone: access.md asks nothing of the shop for it.
Result<bool> RowWriter::isPersonal(T table, const Written &row)
{
    if (!row.there)
        return row.personal;
    for (const Rule *rule : rulesOf(table, Action::Read)) {
        if (rule->reach != Reach::Personal || !rule->view || !m_connection.m_wall->isPublicView(rule->view))
            continue;
        TRY_ASSIGN(auto query, m_connection.query(QByteArray("SELECT 1 FROM ") + rule->view + " WHERE id = ?"));
        query->bind(RowId(*row.there));
        return query->step();
    }
    return false;
}

Result<void> RowWriter::checkMoney(std::span<const Field> fields) const
{
    MoneyRow row;
    row.isExpense = isText(fields, "transaction_type", "expense");
    row.hasOrder = isSet(fields, "order_id") || isSet(fields, "invoice_id") || isSet(fields, "client_id");
    row.hasTill = isSet(fields, "till_id");
    row.reverses = isSet(fields, "reverses_transaction_id");
    row.isCashMove = isText(fields, "effect", "cash_move");
    row.isDifference = isText(fields, "category", "till_difference");
    row.usesCredit = isText(fields, "category", "client_credit") && isText(fields, "payment_method", "credit");
    row.namesMember = isSet(fields, "member_id");
    const Capability needed = neededFor(row);
    if (needed != Capability::OrdersRefund && m_connection.m_principal.can(Capability::FinanceWrite))
        return {};
    const auto allowed = requireHere(needed);
    if (allowed || needed != Capability::OrdersRefund)
        return allowed;
    TRY_ASSIGN(const bool withinLimit, isWithinRefundLimit(m_connection, fields));
    return withinLimit ? Result<void>() : allowed;
}

Result<void> RowWriter::requireHere(Capability capability) const
{
    return m_approved.has(capability) ? Result<void>() : m_connection.m_principal.require(capability);
}

Result<std::optional<PersonId>> RowWriter::require(Capability capability, const std::optional<Approval> &approval)
{
    const Principal &principal = m_connection.m_principal;
    if (principal.can(capability) || !approval) {
        TRY(principal.require(capability));
        return std::optional<PersonId>();
    }
    TRY_ASSIGN(const PersonId approver, approval->spend(principal, capability, m_clock.now()));
    m_approved.add(capability);
    return std::optional(approver);
}

Result<void> RowWriter::check(const WritePlan &plan, T table, std::span<const Field> fields, const Written &row)
{
    for (size_t i = 0; plan.anyCheck && i < fields.size(); ++i)
        TRY(checkField(table, fields[i], plan.checks[i], row));
    if (plan.asksMoney)
        return checkMoney(fields);
    return {};
}

//! The row that a published row's child hangs on, as far as this person may read it: its workspace, absent for a personal one.
Result<std::optional<WorkspaceId>> RowWriter::parentWorkspace(T child, std::span<const Field> fields, bool personal)
{
    const PublishedParent &parent = *publishedParent(child);
    const Field *field = find(fields, parent.column);
    const auto *id = field ? std::get_if<IdBytes>(&field->value.get()) : nullptr;
    if (!id)
        return notFound(parent.parent);
    QByteArray sql;
    const auto ask = [&](const char *view, bool hasWorkspace) {
        if (!m_connection.m_wall->isPublicView(view))
            return;
        sql += sql.isEmpty() ? "" : " UNION ALL ";
        sql += QByteArray("SELECT ") + (hasWorkspace ? "workspace_id" : "NULL") + " FROM " + view + " WHERE id = ?1";
    };
    for (const Rule *rule : rulesOf(parent.parent, Action::Read)) {
        if (!personal || rule->reach == Reach::Personal)
            ask(rule->view ? rule->view : storage::facts(parent.parent).name, true);
    }
    if (sql.isEmpty())
        return notFound(parent.parent);
    TRY_ASSIGN(auto query, m_connection.query(sql));
    query->bind(RowId(*id));
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return notFound(parent.parent);
    return query->optionalId<WorkspaceId>(0);
}

Result<void> RowWriter::requireAssignedPiece(std::span<const Field> fields)
{
    const Field *field = find(fields, "order_item_id");
    const auto *id = field ? std::get_if<IdBytes>(&field->value.get()) : nullptr;
    if (!id)
        return refused("orders:write");
    TRY_ASSIGN(auto query, m_connection.query("SELECT 1 FROM order_items WHERE id = ?"));
    query->bind(RowId(*id));
    TRY_ASSIGN(const bool found, query->step());
    return found ? Result<void>() : notFound(T::OrderItems);
}

//! A login for a colleague who has none; never for somebody who stands above, or who is at home in another shop.
Result<void> RowWriter::requireNewcomer(const IdBytes &person)
{
    TRY_ASSIGN(auto query, m_connection.gatedQuery(GateKey(), R"(
        SELECT member.workspace_id = ?2 AND shop.owner_id <> member.user_id, member.role
          FROM main.workspace_members AS member JOIN main.workspaces AS shop ON shop.id = member.workspace_id
         WHERE member.user_id = ?1)"));
    query->bind(RowId(person), m_connection.m_principal.workspace);
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return {};
        TRY_ASSIGN(const Role role, roleFromName(query->utf8(1)));
        if (!query->boolean(0) || !mayAssignRole(m_connection.m_principal.role, role))
            return refused("workspace:transfer");
    }
}

Result<void> RowWriter::insert(T table, const IdBytes &id, std::span<const Field> fields)
{
    const Field *workspace = find(fields, "workspace_id");
    const bool personal = workspace && isNull(workspace->value);
    if (workspace && !personal && !isId(workspace->value, m_connection.m_principal.workspace.bytes()))
        return Error{ErrorKind::Forbidden, "access.column", {QStringLiteral("workspace_id")}, {}};

    const ScopedConnection::OpenGate gate = m_connection.openGate(GateKey());
    TRY_ASSIGN(WritePlan * made, plan('i', table, personal, fields, [&](const WritePlanBuilder &builder) {
                   return builder.insert(table, fields, personal);
               }));
    TRY(check(*made, table, fields, {personal}));
    if (made->asksPiece)
        TRY(requireAssignedPiece(fields));
    if (table == T::AuthUsers)
        TRY(requireNewcomer(id));
    if (table == T::WorkspaceMembers) {
        const Field *person = find(fields, "user_id");
        const auto *bytes = person ? std::get_if<IdBytes>(&person->value.get()) : nullptr;
        if (bytes) // who is at home in another shop is invited, and comes by themselves
            TRY(requireNewcomer(*bytes));
        TRY(requireMayAddMember(m_connection, fields));
    }
    std::optional<WorkspaceId> parent;
    if (made->asksParent) {
        TRY_ASSIGN(parent, parentWorkspace(table, fields, personal));
    }

    storage::Statement &statement = made->statement;
    const Instant now = m_clock.now();
    statement.bind(RowId(id), now, now);
    if (made->asksParent)
        statement.bind(parent);
    for (size_t i = 0; i < fields.size(); ++i) {
        if (int(i) != made->workspaceField)
            std::visit(Binder{statement}, fields[i].value.get());
    }
    TRY(statement.run());
    return requireRegions(m_connection, table, id, fields);
}

Result<void> RowWriter::update(T table, const IdBytes &id, std::span<const Field> fields)
{
    const ScopedConnection::OpenGate gate = m_connection.openGate(GateKey());
    TRY_ASSIGN(WritePlan * made, plan('u', table, false, fields,
                                      [&](const WritePlanBuilder &builder) { return builder.update(table, fields); }));
    TRY(check(*made, table, fields, {.there = &id}));
    if (table == T::WorkspaceMembers)
        TRY(requireMayChangeMember(m_connection, id, fields));
    storage::Statement &statement = made->statement;
    for (const Field &field : fields)
        std::visit(Binder{statement}, field.value.get());
    statement.bind(m_clock.now(), RowId(id));
    TRY(runOnOne(*made, table, id));
    return requireRegions(m_connection, table, id, fields);
}

Result<void> RowWriter::runOnOne(WritePlan &plan, T table, const IdBytes &id)
{
    TRY(plan.statement.run());
    if (sqlite3_changes(m_connection.m_connection->handle()) > 0)
        return {};
    if (plan.lacking) {
        TRY_ASSIGN(const bool visible, isVisible(table, id));
        if (visible) // somebody else can approve it
            return refused(nameOf(*plan.lacking));
    }
    return notFound(table);
}

//! Whether the person sees the row in the workspace's own view of the table.
Result<bool> RowWriter::isVisible(T table, const IdBytes &id)
{
    const char *view = storage::facts(table).name;
    if (!m_connection.m_wall->isPublicView(view))
        return false;
    TRY_ASSIGN(auto query, m_connection.query(QByteArray("SELECT 1 FROM ") + view + " WHERE id = ?"));
    query->bind(RowId(id));
    return query->step();
}

Result<void> RowWriter::setDeletedAt(T table, const IdBytes &id, char verb)
{
    const ScopedConnection::OpenGate gate = m_connection.openGate(GateKey());
    TRY_ASSIGN(WritePlan * made, plan(verb, table, false, {}, [&](const WritePlanBuilder &builder) {
                   return verb == 'd'   ? builder.remove(table)
                          : verb == 'r' ? builder.restore(table)
                                        : builder.takeBackInsert(table);
               }));
    if (table == T::WorkspaceMembers)
        TRY(requireMayDropMember(m_connection, id));
    const Instant now = m_clock.now();
    made->statement.bind(verb == 'r' ? std::nullopt : std::optional(now), now, RowId(id));
    return runOnOne(*made, table, id);
}

Result<void> RowWriter::remove(T table, const IdBytes &id)
{
    return setDeletedAt(table, id, 'd');
}

Result<void> RowWriter::restore(T table, const IdBytes &id)
{
    TRY(setDeletedAt(table, id, 'r'));
    if (table == T::WorkspaceMembers) // whose rights can be read again; refused, nothing of the operation stays
        TRY(requireMayDropMember(m_connection, id));
    return table == T::MarketplaceProducts ? requireRegions(m_connection, table, id) : Result<void>();
}

//! The right to insert is no right to take away what a colleague put in: the journal says who did.
Result<void> RowWriter::requireOwnInsert(T table, const IdBytes &id, qint64 operation)
{
    TRY_ASSIGN(auto query, m_connection.gatedQuery(GateKey(), R"(
        SELECT 1
          FROM main.sys_journal AS entry JOIN main.sys_operations AS operation ON operation.id = entry.operation_id
         WHERE entry.operation_id = ?1 AND entry.row_id = ?2 AND entry.table_id = ?3 AND entry.action = 1
               AND operation.person_id = ?4 AND operation.workspace_id = ?5)"));
    const Principal &principal = m_connection.m_principal;
    query->bind(operation, RowId(id), int(table), principal.person, principal.workspace);
    TRY_ASSIGN(const bool own, query->step());
    return own ? Result<void>() : Result<void>(Error{ErrorKind::Forbidden, "undo.not_yours", {}, {}});
}

Result<void> RowWriter::takeBackInsert(T table, const IdBytes &id, qint64 operation)
{
    TRY(requireOwnInsert(table, id, operation));
    return setDeletedAt(table, id, 't');
}

} // namespace thimblely::access
