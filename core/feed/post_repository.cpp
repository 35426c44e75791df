// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/feed/post_repository.h"

#include "core/changes/media_register.h"
#include "core/feed/post_codes.h"
#include "core/inventory/fields.h"
#include "core/inventory/read_rows.h"
#include "core/orders/piece_json.h"

#include <algorithm>
#include <array>

namespace thimblely::feed {

namespace {

using access::Capability;
using inventory::listFromJson;

constexpr std::array allSources{Source::Shop, Source::Own, Source::Public, Source::Followers};

QByteArray select(Source source)
{
    return QByteArray("SELECT post.id, post.user_id, post.status, post.visibility, post.caption, post.tags,"
                      " post.location, post.media, post.order_id, post.published_at, post.created_at,"
                      " post.likes_count, post.comments_count, post.shares_count, post.feed_type = 'video',"
                      " post.workspace_id IS NULL,"
                      " EXISTS (SELECT 1 FROM feed_likes") +
           PostRepository::suffixOf(source).toByteArray() +
           " AS mine WHERE mine.feed_id = post.id AND mine.user_id = ?1) FROM " +
           PostRepository::viewOf(source).toByteArray() + " AS post WHERE ";
}

//! The newest first; of two of one moment the one with the later id.
bool comesBefore(const Post &a, const Post &b)
{
    if (a.publishedAt != b.publishedAt)
        return !b.publishedAt || (a.publishedAt && *b.publishedAt < *a.publishedAt);
    return b.id < a.id;
}

} // namespace

QByteArrayView PostRepository::viewOf(Source source)
{
    switch (source) {
    case Source::Shop:
        return "feeds";
    case Source::Own:
        return "feeds_personal";
    case Source::Public:
        return "feeds_public";
    case Source::Followers:
        return "feeds_followers";
    }
    Q_UNREACHABLE();
}

QByteArrayView PostRepository::suffixOf(Source source)
{
    return viewOf(source).sliced(qsizetype(qstrlen("feeds")));
}

std::vector<Source> PostRepository::sourcesOf(PostList list)
{
    switch (list) {
    case PostList::Shop:
        return {Source::Shop};
    case PostList::Mine:
        return {Source::Own};
    case PostList::Drafts:
    case PostList::Archive:
        return {Source::Shop, Source::Own};
    case PostList::Everyone:
        return {Source::Public, Source::Followers};
    }
    Q_UNREACHABLE();
}

bool PostRepository::hasView(Source source) const
{
    return m_reader.principal().can(source == Source::Shop ? Capability::FeedsRead : Capability::OwnData);
}

QByteArray PostRepository::pageSql(PostList list, Source source, bool further)
{
    QByteArray sql = select(source);
    if (list == PostList::Drafts)
        return sql + "post.status = 'draft' AND post.published_at IS NULL" + (further ? " AND post.id < ?2" : "") +
               " ORDER BY post.id DESC LIMIT " + (further ? "?3" : "?2");
    sql += list == PostList::Archive ? "post.status = 'archived'" : "post.status = 'published'";
    return sql + (further ? " AND (post.published_at, post.id) < (?2, ?3)" : "") +
           " ORDER BY post.published_at DESC, post.id DESC LIMIT " + (further ? "?4" : "?2");
}

Result<std::vector<Post>> PostRepository::pageOf(PostList list, Source source, const std::optional<PostPlace> &after,
                                                 int limit)
{
    TRY_ASSIGN(auto query, m_reader.query(pageSql(list, source, after.has_value())));
    const PersonId me = m_reader.principal().person;
    if (!after)
        query->bind(me, limit);
    else if (list == PostList::Drafts)
        query->bind(me, after->id, limit);
    else
        query->bind(me, after->publishedAt, after->id, limit);
    return inventory::readRows<Post>(*query, [&](storage::Statement &row) { return mapRow(row, source); });
}

Result<std::vector<Post>> PostRepository::page(PostList list, const std::optional<PostPlace> &after, int limit)
{
    std::vector<Post> all;
    for (const Source source : sourcesOf(list)) {
        if (!hasView(source))
            continue;
        TRY_ASSIGN(std::vector<Post> some, pageOf(list, source, after, limit));
        std::ranges::move(some, std::back_inserter(all));
    }
    std::ranges::sort(all, comesBefore);
    if (qsizetype(all.size()) > limit)
        all.erase(all.begin() + limit, all.end());
    TRY(fill(all));
    return all;
}

Result<std::optional<Post>> PostRepository::one(PostId post)
{
    for (const Source source : allSources) {
        if (!hasView(source))
            continue;
        TRY_ASSIGN(auto query, m_reader.query(select(source) + "post.id = ?2"));
        query->bind(m_reader.principal().person, post);
        TRY_ASSIGN(auto found,
                   inventory::readRows<Post>(*query, [&](storage::Statement &row) { return mapRow(row, source); }));
        if (found.empty())
            continue;
        TRY(fill(found));
        return std::optional(std::move(found.front()));
    }
    return std::optional<Post>();
}

Result<Post> PostRepository::mapRow(storage::Statement &row, Source source)
{
    Post post{row.id<PostId>(0),
              source,
              row.id<PersonId>(1),
              {},
              row.id<PersonId>(1) == m_reader.principal().person,
              statusFromCode(row.utf8View(2)),
              {},
              row.boolean(14),
              row.optionalInstant(9),
              row.instant(10),
              int(row.int64(11)),
              int(row.int64(12)),
              int(row.int64(13)),
              row.boolean(16)};
    post.facts.whose = row.boolean(15) ? Whose::Own : Whose::Shop;
    post.facts.visibility = visibilityFromCode(row.utf8View(3));
    post.facts.caption = row.text(4);
    post.facts.tags = listFromJson(row.utf8(5));
    post.facts.location = row.text(6);
    post.facts.photos = orders::photosNamed(listFromJson(row.utf8(7)));
    post.facts.order = row.optionalId<OrderId>(8);
    return post;
}

//! What stands in other tables: names, thumbnails, what is queued.
Result<void> PostRepository::fill(std::vector<Post> &posts)
{
    const bool names = m_reader.principal().can(Capability::TeamRead);
    for (Post &post : posts) {
        if (names) {
            TRY_ASSIGN(auto query, m_reader.query("SELECT full_name FROM profiles WHERE id = ?"));
            query->bind(post.author);
            TRY_ASSIGN(const bool known, query->step());
            post.authorName = known ? query->text(0) : QString();
        }
        for (changes::Media &photo : post.facts.photos) {
            TRY_ASSIGN(auto known, changes::MediaRegister::find(m_reader, photo.sha256));
            if (known) // else it was erased, or has not come here yet
                photo = std::move(*known);
        }
        if (post.isHere()) {
            TRY_ASSIGN(post.crossPosts, crossPostsOf(post));
        }
    }
    return {};
}

Result<std::vector<CrossPost>> PostRepository::crossPostsOf(const Post &post)
{
    TRY_ASSIGN(auto query, m_reader.query(QByteArray(R"(
        SELECT id, platform, status, social_connection_id IS NOT NULL, error_message
          FROM feed_cross_posts)") + suffixOf(post.source).toByteArray() +
                                          " WHERE feed_id = ? ORDER BY created_at, id"));
    query->bind(post.id);
    return inventory::readRows<CrossPost>(*query, [](storage::Statement &row) -> Result<CrossPost> {
        return CrossPost{row.id<CrossPostId>(0), platformFromCode(row.utf8View(1)),
                         crossPostStateFromCode(row.utf8View(2)), row.boolean(3), row.text(4)};
    });
}

} // namespace thimblely::feed
