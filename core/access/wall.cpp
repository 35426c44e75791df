// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/wall.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace thimblely::access {

namespace {

using namespace std::string_view_literals;

// Sorted. random and randomblob stay: they read nothing. Absent on purpose: load_extension, readfile, writefile, edit,
// fts3_tokenizer, sqlite_*, printf's cousins that leak nothing are in, zeroblob (memory) and the FTS auxiliaries are out.
constexpr std::array allowedFunctions = {
    "->"sv,
    "->>"sv,
    "abs"sv,
    "acos"sv,
    "asin"sv,
    "atan"sv,
    "atan2"sv,
    "avg"sv,
    "ceil"sv,
    "ceiling"sv,
    "changes"sv,
    "char"sv,
    "coalesce"sv,
    "cos"sv,
    "count"sv,
    "cume_dist"sv,
    "date"sv,
    "datetime"sv,
    "degrees"sv,
    "dense_rank"sv,
    "exp"sv,
    "first_value"sv,
    "floor"sv,
    "format"sv,
    "glob"sv,
    "group_concat"sv,
    "hex"sv,
    "ifnull"sv,
    "iif"sv,
    "instr"sv,
    "json"sv,
    "json_array"sv,
    "json_array_length"sv,
    "json_extract"sv,
    "json_group_array"sv,
    "json_group_object"sv,
    "json_insert"sv,
    "json_object"sv,
    "json_patch"sv,
    "json_quote"sv,
    "json_remove"sv,
    "json_replace"sv,
    "json_set"sv,
    "json_type"sv,
    "json_valid"sv,
    "julianday"sv,
    "lag"sv,
    "last_value"sv,
    "lead"sv,
    "length"sv,
    "like"sv,
    "likelihood"sv,
    "likely"sv,
    "ln"sv,
    "log"sv,
    "log10"sv,
    "log2"sv,
    "lower"sv,
    "ltrim"sv,
    "max"sv,
    "min"sv,
    "mod"sv,
    "nth_value"sv,
    "ntile"sv,
    "nullif"sv,
    "percent_rank"sv,
    "pi"sv,
    "pow"sv,
    "power"sv,
    "printf"sv,
    "quote"sv,
    "radians"sv,
    "random"sv,
    "randomblob"sv,
    "rank"sv,
    "replace"sv,
    "round"sv,
    "row_number"sv,
    "rtrim"sv,
    "sign"sv,
    "sin"sv,
    "sqrt"sv,
    "strftime"sv,
    "substr"sv,
    "substring"sv,
    "sum"sv,
    "tan"sv,
    "time"sv,
    "total"sv,
    "trim"sv,
    "trunc"sv,
    "typeof"sv,
    "unicode"sv,
    "unixepoch"sv,
    "unlikely"sv,
    "upper"sv,
};

bool isJsonTable(std::string_view name)
{
    return name == "json_each"sv || name == "json_tree"sv;
}

std::string_view viewOf(const char *text)
{
    return text ? std::string_view(text) : std::string_view();
}

} // namespace

std::string foldName(std::string_view name)
{
    std::string folded(name);
    std::transform(folded.begin(), folded.end(), folded.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return folded;
}

bool isAllowedFunction(std::string_view name)
{
    static_assert(std::is_sorted(allowedFunctions.begin(), allowedFunctions.end()));
    return std::binary_search(allowedFunctions.begin(), allowedFunctions.end(), std::string_view(foldName(name)));
}

void Wall::addView(const std::string &publicName, const std::string &secretName, const Names &tables)
{
    m_publicViews.insert(publicName);
    m_publicOfSecret.emplace(secretName, publicName);
    m_tablesOfSecret.emplace(secretName, tables);
}

bool Wall::allows(int action, const char *first, const char *second, const char *database, const char *innermost)
{
    if (!m_up || m_gates > 0)
        return true;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
        return true;
    case SQLITE_FUNCTION:
        return isAllowedFunction(viewOf(second));
    case SQLITE_READ:
        return allowsRead(foldName(viewOf(first)), viewOf(second), database, innermost);
    default:
        return false;
    }
}

bool Wall::allowsRead(std::string_view table, std::string_view column, const char *database,
                      const char *innermost) const
{
    const std::string within = foldName(viewOf(innermost));
    // Inside one of ours: the base tables that it was made over.
    if (const auto found = m_tablesOfSecret.find(within); found != m_tablesOfSecret.end()) {
        const bool ofTheFile = !database || viewOf(database) == "main"sv;
        return ofTheFile && (found->second.find(table) != found->second.end() || isJsonTable(table));
    }
    // The secret view itself: only from within its own public one.
    if (const auto found = m_publicOfSecret.find(table); found != m_publicOfSecret.end())
        return found->second == within;
    const bool temporary = viewOf(database) == "temp"sv;
    if (m_publicViews.find(table) != m_publicViews.end()) {
        // Without a schema's name SQLite looks at temp first, where the view stands.
        return temporary || (!database && column.empty());
    }
    if (isJsonTable(table))
        return true;
    // "No column of it is used": asked with the name as written, also for the CTEs of the statement, which are harmless.
    return !database && column.empty() && m_knownNames.find(table) == m_knownNames.end() &&
           table.substr(0, 7) != "pragma_"sv && table.substr(0, 7) != "sqlite_"sv;
}

} // namespace thimblely::access
