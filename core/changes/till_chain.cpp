// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/till_chain.h"

#include <QJsonDocument>

#include <algorithm>
#include <string_view>

namespace thimblely::changes {

namespace {

using access::Field;
using storage::CanonicalRow;
using storage::Table;

struct AddTo {
    CanonicalRow &row;
    void operator()(std::monostate) const { row.addNull(); }
    void operator()(qint64 value) const { row.addNumber(value); }
    void operator()(const QByteArray &utf8) const { row.addText(utf8); }
    void operator()(const IdBytes &id) const { row.addBlob(RowId(id).view().toByteArray()); }
    void operator()(const access::BlobValue &blob) const { row.addBlob(blob.bytes); }
};

const Field *find(const std::vector<Field> &fields, std::string_view column)
{
    const auto found = std::ranges::find_if(fields, [column](const Field &field) { return field.column == column; });
    return found == fields.end() ? nullptr : &*found;
}

QByteArray canonical(const std::vector<Field> &fields, std::span<const char *const> columns)
{
    CanonicalRow row;
    for (const char *column : columns) {
        if (const Field *field = find(fields, column))
            std::visit(AddTo{row}, field->value.get());
        else
            row.addNull();
    }
    return row.bytes();
}

QByteArray newSalt()
{
    const RowId random(id_detail::randomBytes());
    return random.view().toByteArray().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

TillId TillChain::of(WorkspaceId workspace, DeviceId device)
{
    return TillId::fromName("till:" + workspace.view().toByteArray() + device.view().toByteArray());
}

TillId TillChain::here(const access::Principal &principal)
{
    return of(principal.workspace, principal.device);
}

Result<std::vector<TillId>> TillChain::left(access::ScopedConnection &connection)
{
    const access::Principal &principal = connection.principal();
    std::vector<TillId> used{here(principal)};
    TRY_ASSIGN(auto devices, connection.gatedQuery(access::GateKey(), "SELECT DISTINCT device_id FROM main.sys_series"
                                                                      " WHERE workspace_id = ? AND closed_at IS NULL"));
    devices->bind(principal.workspace);
    for (;;) {
        TRY_ASSIGN(const bool more, devices->step());
        if (!more)
            break;
        used.push_back(of(principal.workspace, devices->id<DeviceId>(0)));
    }
    // From till to till by their indexes, however much each of them holds.
    TRY_ASSIGN(auto tills, connection.gatedQuery(access::GateKey(), R"(
        WITH RECURSIVE tills (id) AS (
            SELECT x''
            UNION ALL
            SELECT (SELECT min(next) FROM (
                       SELECT min(till_id) AS next FROM main.transactions
                        WHERE workspace_id = ?1 AND till_id > tills.id
                       UNION ALL
                       SELECT min(till_id) FROM main.sys_activity WHERE workspace_id = ?1 AND till_id > tills.id))
              FROM tills WHERE tills.id IS NOT NULL)
        SELECT id FROM tills WHERE length(id) > 0)"));
    tills->bind(principal.workspace);
    std::vector<TillId> left;
    for (;;) {
        TRY_ASSIGN(const bool more, tills->step());
        if (!more)
            return left;
        const auto till = tills->id<TillId>(0);
        if (std::ranges::find(used, till) == used.end())
            left.push_back(till);
    }
}

Result<void> TillChain::requireNobodyElses(WriteContext &context, TillId till)
{
    if (till == here(context.principal()))
        return {};
    TRY_ASSIGN(const auto tills, left(context.connection()));
    if (std::ranges::find(tills, till) != tills.end())
        return {};
    return Error{ErrorKind::Conflict, "till.in_use", {}, {}};
}

//! Past the wall: who takes money need not be able to read what was taken on days that are closed.
Result<TillChain::Head> TillChain::head(WriteContext &context, TillId till)
{
    Head newest;
    for (const char *sql : {"SELECT till_seq, fiscal ->> 'hash' FROM main.transactions"
                            " WHERE workspace_id = ? AND till_id = ? ORDER BY till_seq DESC LIMIT 1",
                            "SELECT till_seq, data ->> '$.chain.hash' FROM main.sys_activity"
                            " WHERE workspace_id = ? AND till_id = ? ORDER BY till_seq DESC LIMIT 1"}) {
        TRY_ASSIGN(auto query, context.connection().gatedQuery(access::GateKey(), sql));
        query->bind(context.principal().workspace, till);
        TRY_ASSIGN(const bool found, query->step());
        if (found && query->int64(0) > newest.seq)
            newest = {query->int64(0), query->utf8(1)};
    }
    return newest;
}

Result<void> TillChain::insertMoney(WriteContext &context, TillId till, TransactionId id, std::vector<Field> fields,
                                    const QString &external)
{
    TRY(requireNobodyElses(context, till));
    TRY_ASSIGN(const Head before, head(context, till));
    fields.push_back({"till_id", till});
    fields.push_back({"till_seq", before.seq + 1});
    if (!find(fields, "effect"))
        fields.push_back({"effect", "profit"}); // the column's default, which the chain must see
    std::vector<Field> whole = fields;
    whole.push_back({"id", id});
    QJsonObject fiscal = storage::linkAfter(before.hash, canonical(whole, storage::tillMoneyColumns()),
                                            canonical(whole, storage::tillMoneyPrivateColumns()), newSalt())
                             .toJson();
    if (!external.isEmpty())
        fiscal.insert(QStringLiteral("external_no"), external);
    fields.push_back({"fiscal", QJsonDocument(fiscal).toJson(QJsonDocument::Compact)});
    return context.rows().insert(Table::Transactions, id, fields);
}

Result<void> TillChain::insertDay(WriteContext &context, TillId till, ActivityId id, const char *kind, QJsonObject day)
{
    TRY(requireNobodyElses(context, till));
    TRY_ASSIGN(const Head before, head(context, till));
    const Instant now = context.clock().now();
    CanonicalRow open;
    open.addBlob(id.view().toByteArray());
    open.addBlob(till.view().toByteArray());
    open.addNumber(before.seq + 1);
    open.addText(kind);
    open.addNumber(now.msecs());
    CanonicalRow hidden;
    hidden.addBlob(context.principal().person.view().toByteArray());
    const auto link =
        storage::linkAfter(before.hash, open.bytes() + storage::canonicalTillDay(day), hidden.bytes(), newSalt());
    day.insert(QStringLiteral("chain"), link.toJson());
    return context.rows().insert(Table::SysActivity, id,
                                 {{"till_id", till},
                                  {"till_seq", before.seq + 1},
                                  {"kind", kind},
                                  {"person_id", context.principal().person},
                                  {"occurred_at", now},
                                  {"data", QJsonDocument(day).toJson(QJsonDocument::Compact)}});
}

} // namespace thimblely::changes
