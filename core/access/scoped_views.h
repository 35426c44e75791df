// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/row_clauses.h"
#include "core/access/wall.h"
#include "core/base/result.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace thimblely::access {

//! One view of a session in its two layers.
struct ScopedView {
    std::string name;   //!< what statements read: clients
    std::string secret; //!< what it is made over, and the only one that reads the file: s_<128 random bits>_clients
    std::string select; //!< the secret one's text

    Wall::Names tables() const; //!< those the text names behind "main."
};

/*!
 * All views of this person in this workspace: for each table what the policy lets them read, the views of columns of a
 * higher capability, the published ones, and totals, history and bin. A table they may not read has no view at all.
 */
std::vector<ScopedView> scopedViews(const Principal &principal, const SchemaColumns &columns, const RowClauses &clauses,
                                    const std::string &secretPrefix);

//! 128 random bits for the names of one connection: "s_<32 hexadecimal digits>_".
std::string makeSecretPrefix();

} // namespace thimblely::access
