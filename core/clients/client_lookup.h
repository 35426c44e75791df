// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/clients/client.h"

namespace thimblely::clients {

//! What an old book says of whom it means; any of it may be empty.
struct Described {
    QString number; //!< of our card
    QString name;
    std::vector<Phone> phones;
    bool phonesAreRead = false; //!< understood before, as a ReadyClient's are
};

/*!
 * Which of our clients is meant, none where nobody is: by the number of the card and the name, by a phone and the name,
 * or by the phone alone where no name is said. The same phone under another name is another of the family.
 */
Result<std::optional<ClientId>> described(changes::WriteContext &context, const Described &who);

//! The same, and by the name alone where one client only has it and no number says otherwise; Conflict
//! "client.several_of_name" (args: the name) where several have it and nothing tells which is meant.
Result<std::optional<ClientId>> describedOrNamed(changes::WriteContext &context, const Described &who);

//! The same for who only looks; on the connection's thread.
Result<std::optional<ClientId>> described(access::ScopedConnection &connection, const Described &who);
Result<std::optional<ClientId>> describedOrNamed(access::ScopedConnection &connection, const Described &who);

} // namespace thimblely::clients
