// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/media_register.h"

namespace thimblely::changes {

Result<void> MediaRegister::add(WriteContext &context, const Media &media)
{
    TRY_ASSIGN(auto query, context.connection().gatedQuery(access::GateKey(), R"(
        INSERT INTO main.sys_media (sha256, mime, size, thumbnail, created_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (sha256) DO NOTHING)"));
    query->bindBlob(media.sha256).bindUtf8(media.mime).bind(media.size).bindBlob(media.thumbnail);
    query->bind(context.clock().now());
    return query->run();
}

Result<std::optional<Media>> MediaRegister::find(access::ScopedConnection &connection, const QByteArray &sha256)
{
    TRY_ASSIGN(auto query, connection.gatedQuery(access::GateKey(),
                                                 "SELECT mime, size, thumbnail FROM main.sys_media WHERE sha256 = ?"));
    query->bindBlob(sha256);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return std::optional<Media>();
    return std::optional(Media{sha256, query->utf8(0), query->int64(1), query->blob(2)});
}

} // namespace thimblely::changes
