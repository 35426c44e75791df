// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/storage/catalogue.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

struct sqlite3;

namespace thimblely::access {

//! Hashes and compares names without making a string of each.
struct NameHash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using NameSet = std::unordered_set<std::string, NameHash, std::equal_to<>>;

//! The columns of each table of the catalogue in the file's order, and the names of all that its schema holds.
struct SchemaColumns {
    std::array<std::vector<std::string>, 256> ofTable;
    NameSet names; //!< lower case

    const std::vector<std::string> &of(storage::Table table) const { return ofTable[size_t(table)]; }
    bool has(storage::Table table, std::string_view column) const;
};

/*!
 * Those of an open file, without the wall. Read once per file and version of its schema and kept for the process: a
 * new connection of the same file takes them from there. Thread-safe.
 */
Result<std::shared_ptr<const SchemaColumns>> schemaColumns(sqlite3 *handle);

} // namespace thimblely::access
