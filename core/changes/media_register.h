// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/changes/media.h"
#include "core/changes/write_context.h"

#include <optional>

namespace thimblely::changes {

/*!
 * What the file knows of the pictures that its rows name. They are the same whoever names them, so they belong to no
 * workspace: whoever reads one by its hash had to read the row with the hash first.
 */
class MediaRegister {
public:
    //! Once, however often it is named.
    static Result<void> add(WriteContext &context, const Media &media);
    //! None where the file does not know it (yet).
    static Result<std::optional<Media>> find(access::ScopedConnection &connection, const QByteArray &sha256);
};

} // namespace thimblely::changes
