// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/row_clauses.h"
#include "core/access/write_plans.h"

#include <span>

struct sqlite3;

namespace thimblely::access {

/*!
 * Finds out by the policy whether a person may write these columns of a table, and makes the one statement that does.
 * Errors: Forbidden ("access.refused" with the capability, "access.column" with the column).
 */
class WritePlanBuilder {
public:
    WritePlanBuilder(sqlite3 *handle, const Principal &principal, const SchemaColumns &columns,
                     const RowClauses &clauses)
        : m_handle(handle), m_principal(principal), m_columns(columns), m_clauses(clauses)
    {}

    //! `personal`: the row belongs to the person and to no workspace.
    Result<WritePlan> insert(storage::Table table, std::span<const Field> fields, bool personal) const;
    Result<WritePlan> update(storage::Table table, std::span<const Field> fields) const;
    Result<WritePlan> remove(storage::Table table) const;
    Result<WritePlan> restore(storage::Table table) const;
    Result<WritePlan> takeBackInsert(storage::Table table) const;

private:
    using Rules = std::vector<const Rule *>;

    Result<Rules> permitted(storage::Table table, Action action, std::span<const Field> fields) const;
    std::optional<Capability> lackingFor(storage::Table table, Action action, std::span<const Field> fields) const;
    Result<std::vector<FieldCheck>> checks(storage::Table table, Action action, std::span<const Field> fields) const;
    Result<WritePlan> setDeletedAt(storage::Table table, const Rules &rules, bool toTheBin) const;
    Result<WritePlan> prepare(const std::string &sql) const;

    sqlite3 *m_handle;
    const Principal &m_principal;
    const SchemaColumns &m_columns;
    const RowClauses &m_clauses;
};

} // namespace thimblely::access
