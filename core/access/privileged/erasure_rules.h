// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/storage/catalogue.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace thimblely::storage {
class Connection;
}

namespace thimblely::access {

//! What becomes of a row that an erasure reaches.
enum class Fate {
    Removed, //!< it is about the person and nothing else
    Emptied  //!< it stays for its figures; what could tell who it was goes
};

//! A column that an erasure writes, and what it writes: an expression over the row and temp.said (name, at).
struct ErasedColumn {
    QByteArray name;
    QByteArray expression;
    friend bool operator==(const ErasedColumn &, const ErasedColumn &) = default;
};

/*!
 * One table of the erasure. Of a row that is emptied every text and picture goes unless it is named here: a column that
 * is added later is erased until somebody says why it must stay.
 */
struct ErasureRule {
    storage::Table table;
    Fate fate;
    const char *kept = "";                  //!< texts that stay: figures, codes of the program, numbers of papers
    std::vector<ErasedColumn> instead = {}; //!< what is written where NULL will not do, and what is no text
};

//! In the order in which they are written; the tables that are not named hold nothing of a client.
std::span<const ErasureRule> erasureRules();
const ErasureRule *erasureRule(storage::Table table);

//! All that the rule writes into a row that is emptied, as the schema stands in this file.
Result<std::vector<ErasedColumn>> erasedColumns(storage::Connection &connection, const ErasureRule &rule);

} // namespace thimblely::access
