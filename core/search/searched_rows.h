// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/changes/write_context.h"

namespace thimblely::search {

/*!
 * What is found of a client and of an order, said once here and derived from the rows themselves: the writers call
 * these after writing, and undo calls them for the rows it put back (changes/restored_rows.h).
 */

//! What a client is found by but for their number, which is given when they are written; folded (fold.h). Pure.
struct ClientWords {
    QString name;
    QStringList others; //!< company, e-mail, the digits of each phone
};
ClientWords clientWords(const QString &name, const QString &company, const QString &email, const QStringList &phones);
//! The entry of a client who was written with those words.
Result<void> addClient(changes::WriteContext &context, ClientId client, const ClientWords &words,
                       const QString &number);

//! Name, number, company, e-mail, phones (as digits).
Result<void> refreshClient(changes::WriteContext &context, ClientId client);

//! Number, paper ticket, title, customer as of the order, and of each piece the name, garment, colour, tag and, while
//! it is here, the place where it hangs.
Result<void> refreshOrder(changes::WriteContext &context, OrderId order);

} // namespace thimblely::search
