// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/feed/feed_service.h"

#include "core/access/natural_ids.h"
#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/feed/post_codes.h"
#include "core/feed/post_repository.h"
#include "core/feed/post_writer.h"
#include "core/orders/order_service.h"

namespace thimblely::feed {

using changes::Operation;
using changes::WriteContext;
using storage::Table;

namespace {

//! What is liked, shared and queued is out: a draft is nobody's to like.
Result<Post> loadPublished(WriteContext &context, PostId post)
{
    TRY_ASSIGN(Post found, loadPost(context.connection(), post));
    if (found.status != PostStatus::Published)
        return Error{ErrorKind::Invalid, "feed.not_published", {}, {}};
    return found;
}

RowId linkOf(Table table, PostId post, PersonId person, QByteArrayView kind = {})
{
    return access::linkId(storage::facts(table).name, post.as<RowTag>(), person, kind);
}

} // namespace

Result<std::vector<Post>> FeedService::page(access::Session &session, PostList list,
                                            const std::optional<PostPlace> &after, int limit)
{
    return PostRepository(session.reader()).page(list, after, limit);
}

Result<std::optional<Post>> FeedService::one(PostId post) const
{
    return PostRepository(m_session.reader()).one(post);
}

Result<FinishedWork> FeedService::finished(const QString &number) const
{
    TRY(m_session.principal().require(access::Capability::OrdersRead));
    TRY_ASSIGN(const auto order, orders::OrderService(m_session, m_door).byNumber(number));
    if (!order)
        return Error{ErrorKind::NotFound, "order.not_found", {}, {}};
    return finishedWork(m_session.reader(), *order);
}

QFuture<Result<PostId>> FeedService::draft(PostDraft draft)
{
    return m_door.write<PostId>(Operation{"feed.draft"}, [draft = std::move(draft)](WriteContext &context) {
        return writeNew(context, draft, PostStatus::Draft);
    });
}

QFuture<Result<PostId>> FeedService::publish(PostDraft draft)
{
    return m_door.write<PostId>(Operation{"feed.publish"}, [draft = std::move(draft)](WriteContext &context) {
        return writeNew(context, draft, PostStatus::Published);
    });
}

QFuture<Result<void>> FeedService::change(PostId post, PostDraft to)
{
    return m_door.write<void>(Operation{"feed.change"},
                              [post, to = std::move(to)](WriteContext &context) { return rewrite(context, post, to); });
}

QFuture<Result<void>> FeedService::publish(PostId post, QList<Platform> crossTo)
{
    return m_door.write<void>(Operation{"feed.publish"},
                              [post, crossTo](WriteContext &context) { return publishPost(context, post, crossTo); });
}

QFuture<Result<void>> FeedService::archive(PostId post)
{
    return m_door.write<void>(Operation{"feed.archive"}, [post](WriteContext &context) -> Result<void> {
        TRY_ASSIGN(const Post before, loadHere(context.connection(), post));
        if (before.status != PostStatus::Published)
            return Error{ErrorKind::Invalid, "feed.not_published", {}, {}};
        return context.rows().update(Table::Feeds, post, {{"status", toCode(PostStatus::Archived)}});
    });
}

QFuture<Result<void>> FeedService::show(PostId post, Visibility to)
{
    return m_door.write<void>(Operation{"feed.show"}, [post, to](WriteContext &context) -> Result<void> {
        TRY(loadHere(context.connection(), post));
        return context.rows().update(Table::Feeds, post, {{"visibility", toCode(to)}});
    });
}

QFuture<Result<void>> FeedService::remove(PostId post)
{
    return m_door.write<void>(Operation{"feed.remove"}, [post](WriteContext &context) -> Result<void> {
        TRY(loadHere(context.connection(), post));
        return context.rows().remove(Table::Feeds, post.bytes());
    });
}

QFuture<Result<bool>> FeedService::like(PostId post)
{
    return m_door.write<bool>(Operation{"feed.like"}, [post](WriteContext &context) -> Result<bool> {
        TRY_ASSIGN(const Post found, loadPublished(context, post));
        const PersonId me = context.principal().person;
        const RowId link = linkOf(Table::FeedLikes, post, me);
        if (found.liked) {
            TRY(context.rows().remove(Table::FeedLikes, link.bytes()));
            return false;
        }
        TRY(addLink(context, Table::FeedLikes, link, {{"feed_id", post}, {"user_id", me}}));
        return true;
    });
}

QFuture<Result<void>> FeedService::share(PostId post, ShareTo to)
{
    return m_door.write<void>(Operation{"feed.share"}, [post, to](WriteContext &context) -> Result<void> {
        TRY_ASSIGN(const Post found, loadPublished(context, post));
        const PersonId me = context.principal().person;
        const QByteArray suffix = PostRepository::suffixOf(found.source).toByteArray();
        TRY_ASSIGN(auto query, context.query("SELECT 1 FROM feed_shares" + suffix +
                                             " WHERE feed_id = ? AND user_id = ? AND shared_to = ?"));
        query->bind(post, me).bindUtf8(toCode(to));
        TRY_ASSIGN(const bool already, query->step());
        if (already)
            return {};
        return addLink(context, Table::FeedShares, linkOf(Table::FeedShares, post, me, toCode(to)),
                       {{"feed_id", post}, {"user_id", me}, {"shared_to", toCode(to)}});
    });
}

QFuture<Result<CrossPostId>> FeedService::crossPost(PostId post, Platform platform)
{
    return m_door.write<CrossPostId>(Operation{"feed.cross_post"},
                                     [post, platform](WriteContext &context) -> Result<CrossPostId> {
                                         TRY(loadHere(context.connection(), post));
                                         TRY_ASSIGN(const Post found, loadPublished(context, post));
                                         return queueFor(context, found, platform);
                                     });
}

QFuture<Result<void>> FeedService::withdraw(CrossPostId crossPost)
{
    return m_door.write<void>(Operation{"feed.withdraw"}, [crossPost](WriteContext &context) -> Result<void> {
        const auto gone = context.rows().remove(Table::FeedCrossPosts, crossPost.bytes());
        if (!gone && gone.error().kind == ErrorKind::NotFound)
            return Error{ErrorKind::NotFound, "feed.cross_post_not_found", {}, {}};
        return gone;
    });
}

} // namespace thimblely::feed
