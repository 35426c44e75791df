// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/policy.h"
#include "core/access/schema_columns.h"

#include <string>
#include <vector>

namespace thimblely::access {

/*!
 * The policy's reaches as SQL over the file's tables, with the ids of one person in one workspace written in: a
 * literal lets the planner use partial indexes, a parameter or a function does not.
 */
class RowClauses {
public:
    //! `regions`: the codes a product must be offered in to be shown to this person.
    RowClauses(const Principal &principal, const SchemaColumns &columns, const std::vector<std::string> &regions);

    //! Without deleted_at; empty for Reach::Nobody and the reaches of an INSERT.
    std::string clause(storage::Table table, Reach reach) const;
    //! Those of all rules, with OR between; one that reaches all of the workspace stands for the narrower ones.
    std::string anyOf(storage::Table table, const std::vector<const Rule *> &rules) const;

    const std::string &workspace() const { return m_workspace; }
    const std::string &person() const { return m_person; }

private:
    std::string own(storage::Table table) const;
    std::string personal(storage::Table table) const;
    std::string assigned(storage::Table table) const;
    std::string unbooked(storage::Table table) const;
    std::string published(storage::Table table, const std::string &prefix) const;
    static std::string ofLiveShop(const std::string &prefix);
    std::string followers(const std::string &prefix) const;

    const SchemaColumns &m_columns;
    std::string m_workspace; // SQL literals
    std::string m_person;
    std::string m_member;
    bool m_seesPrices;
    std::string m_regions;
};

//! The 16 bytes as an SQL literal: x'0190…'.
std::string literal(const IdBytes &id);

} // namespace thimblely::access
