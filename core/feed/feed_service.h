// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/feed/finished_work.h"
#include "core/feed/post.h"

#include <QFuture>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::feed {

/*!
 * Posts of the shop and of the person alone. Reads answer at once, on the Session's thread; each write is one operation.
 * What a client ordered is shown only while everybody it dresses agrees: who takes that back is shown no more, whatever
 * writes it (schema/sqlite/guards.sql).
 *
 * Errors: those of post_rules.h and finished_work.h; Conflict "feed.without_consent" (args[0] who has not
 * agreed), "feed.no_consent" where that is nobody who could be asked, "feed.published_already", "feed.queued_already"; Invalid "feed.not_published"; NotFound "feed.not_found",
 * "feed.cross_post_not_found"; Forbidden for the shop's posts without feeds:write, feeds:publish and feeds:delete. One's
 * own take none of these.
 */
class FeedService {
public:
    FeedService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! The newest first. For the reader's thread too.
    static Result<std::vector<Post>> page(access::Session &session, PostList list,
                                          const std::optional<PostPlace> &after, int limit);
    //! None: it is not there, or not for this person.
    Result<std::optional<Post>> one(PostId post) const;
    //! An order by its number as typed, as a post may show it.
    Result<FinishedWork> finished(const QString &number) const;

    QFuture<Result<PostId>> draft(PostDraft draft);
    QFuture<Result<PostId>> publish(PostDraft draft);
    //! What it was made of stays whose it is; its state stays.
    QFuture<Result<void>> change(PostId post, PostDraft to);
    //! A draft, or what was put away, which then stands where it stood.
    QFuture<Result<void>> publish(PostId post, QList<Platform> crossTo = {});
    //! Nobody sees it any more but those who may write it.
    QFuture<Result<void>> archive(PostId post);
    QFuture<Result<void>> show(PostId post, Visibility to);
    //! To the bin.
    QFuture<Result<void>> remove(PostId post);
    //! The other way round; whether it is liked now.
    QFuture<Result<bool>> like(PostId post);
    //! That the person passed it on; once for each place.
    QFuture<Result<void>> share(PostId post, ShareTo to);
    QFuture<Result<CrossPostId>> crossPost(PostId post, Platform platform);
    QFuture<Result<void>> withdraw(CrossPostId crossPost);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::feed
