// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/schema_columns.h"
#include "core/base/result.h"
#include "core/storage/connection.h"

#include <QByteArray>
#include <QByteArrayView>

#include <string>
#include <string_view>
#include <unordered_map>

namespace thimblely::access {

/*!
 * The authorizer of a ScopedConnection: while no gate is open, a statement may read the public views and, within the
 * secret view under a public one, the base tables that this view was made over; nothing else, and write nothing.
 *
 * A base table is readable only where SQLite names a secret view as the innermost one. That name holds 128 random
 * bits made for this connection, since SQLite reports a CTE's name there too and anyone can write a CTE.
 * Lives on its connection's thread.
 */
class Wall final : public storage::Authorizer {
public:
    Wall() = default;

    using Names = NameSet;

    //! A public view and the secret one below it, which may read these tables of the file.
    void addView(const std::string &publicName, const std::string &secretName, const Names &tables);
    //! Every table, view and module there is: a name that is none of these can only be a CTE of the statement.
    void setKnownNames(Names names) { m_knownNames = std::move(names); }
    //! Up from now on; before, the session's own views are made.
    void raise() { m_up = true; }

    bool allows(int action, const char *first, const char *second, const char *database,
                const char *innermost) override;

    bool isPublicView(std::string_view name) const { return m_publicViews.find(name) != m_publicViews.end(); }
    bool isKnownName(std::string_view name) const { return m_knownNames.find(name) != m_knownNames.end(); }

    void openGate() override { ++m_gates; }
    void closeGate() override { --m_gates; }
    bool isOpen() const { return m_gates > 0; }

private:
    bool allowsRead(std::string_view table, std::string_view column, const char *database, const char *innermost) const;

    Names m_publicViews;
    std::unordered_map<std::string, Names, NameHash, std::equal_to<>> m_tablesOfSecret;
    std::unordered_map<std::string, std::string, NameHash, std::equal_to<>> m_publicOfSecret;
    Names m_knownNames;
    int m_gates = 0;
    bool m_up = false;
};

//! ASCII letters lowered, as SQLite compares names.
std::string foldName(std::string_view name);

//! True for the SQL functions a statement behind the wall may call: no file, no extension, nothing of the engine's insides.
bool isAllowedFunction(std::string_view name);

} // namespace thimblely::access
