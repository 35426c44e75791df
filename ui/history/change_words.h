// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/changed_rows.h"

#include <QString>

#include <vector>

namespace thimblely::ui {

class Desk;

//! One field of a row as it is told: "Promised: 27 Nov → 28 Nov".
struct ChangedField {
    QString name;
    QString before; //!< empty: there was nothing
    QString after;  //!< empty: there is nothing
};

//! "Client Halima Musa", "Piece Agbada (Order 1042)".
QString rowWords(const changes::ChangedRows::Row &row);
//! What a thing is called by its table, what it is and what it belongs to.
QString thingWords(storage::Table table, const QString &name, const QString &of,
                   const std::optional<storage::Table> &ofTable);
//! The same without the kind of thing, behind a sentence that says it: "Jacket (Order 1042)".
QString thingName(storage::Table table, const QString &name, const QString &of,
                  const std::optional<storage::Table> &ofTable);
/*!
 * What became of it: "new", "changed", "moved to the bin", "back from the bin", "erased"; where none of its fields is told,
 * which they are: "changed: Photos".
 */
QString fateWords(const changes::ChangedRows::Row &row, const std::vector<ChangedField> &fields);

/*!
 * The fields of a row in words: amounts, days, moments, lengths and quantities as the shop writes them, ids by the name of
 * what they refer to, lists part by part. What only the program needs is left out.
 */
std::vector<ChangedField> changedFields(const changes::ChangedRows::Row &row, const Desk &desk);

//! Columns that have a word of their own or are left out on purpose; for the test.
bool isColumnKnown(const QByteArray &column);

} // namespace thimblely::ui
