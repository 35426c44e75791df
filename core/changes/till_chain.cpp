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

TillId TillChain::here(const access::Principal &principal)
{
    return TillId::fromName("till:" + principal.workspace.view().toByteArray() + principal.device.view().toByteArray());
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

Result<void> TillChain::insertMoney(WriteContext &context, TransactionId id, std::vector<Field> fields,
                                    const QString &external)
{
    const TillId till = here(context.principal());
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

Result<void> TillChain::insertDay(WriteContext &context, ActivityId id, const char *kind, QJsonObject day)
{
    const TillId till = here(context.principal());
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
