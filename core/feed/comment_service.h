// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/feed/comment.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::feed {

/*!
 * What is said about a post, by whoever may see it. Each write is one operation.
 *
 * Errors: Invalid "comment.empty", "comment.too_long" (args[0] characters), "comment.removed", "feed.not_published";
 * Forbidden "comment.not_yours"; NotFound "comment.not_found", "feed.not_found".
 */
class CommentService {
public:
    CommentService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! The oldest thousand, as they are read. For the reader's thread too.
    static Result<std::vector<ThreadRow>> thread(access::Session &session, PostId post);

    QFuture<Result<CommentId>> add(PostId post, std::optional<CommentId> replyTo, QString text);
    //! One's own.
    QFuture<Result<void>> edit(CommentId comment, QString text);
    //! One's own, or any of the shop's with feeds:delete. What was replied to it stays, below "removed".
    QFuture<Result<void>> remove(CommentId comment);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::feed
