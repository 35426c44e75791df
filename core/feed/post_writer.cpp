// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/feed/post_writer.h"

#include "core/changes/media_register.h"
#include "core/feed/finished_work.h"
#include "core/feed/post_codes.h"
#include "core/feed/post_repository.h"
#include "core/feed/post_rules.h"
#include "core/inventory/fields.h"
#include "core/orders/piece_json.h"

#include <algorithm>

namespace thimblely::feed {

namespace {

using access::Field;
using access::FieldValue;
using changes::WriteContext;
using storage::Table;

Error notFound()
{
    return {ErrorKind::NotFound, "feed.not_found", {}, {}};
}

//! By name, as far as they are known: who is to be asked.
Error lacksConsent(const FinishedWork &work)
{
    if (work.withoutConsent.isEmpty())
        return {ErrorKind::Conflict, "feed.no_consent", {}, {}};
    return {ErrorKind::Conflict, "feed.without_consent", {work.withoutConsent.join(QStringLiteral(", "))}, {}};
}

//! Of finished work the consent as it stands now, and what is said of it; for a draft as well, so that it never holds a name.
Result<std::optional<Instant>> consentFor(WriteContext &context, const PostDraft &draft, bool published)
{
    if (!draft.order)
        return std::optional<Instant>();
    TRY_ASSIGN(const FinishedWork work, finishedWork(context.connection(), *draft.order));
    TRY(checkDiscreet(draft, work.people));
    if (published && !work.consentAt)
        return lacksConsent(work);
    return work.consentAt;
}

Result<std::vector<Field>> fieldsOf(WriteContext &context, const PostDraft &draft)
{
    for (const changes::Media &photo : draft.photos)
        TRY(changes::MediaRegister::add(context, photo));
    const bool many = draft.photos.size() > 1;
    return std::vector<Field>{{"feed_type", many ? "carousel" : "image"},
                              {"caption", inventory::textOrNull(draft.caption)},
                              {"media", inventory::listOrNull(orders::photoNames(draft.photos))},
                              {"thumbnail_media", draft.photos.empty()
                                                      ? FieldValue(std::nullopt)
                                                      : FieldValue(access::BlobValue{draft.photos.front().sha256})},
                              {"tags", inventory::listOrNull(draft.tags)},
                              {"location", inventory::textOrNull(draft.location)},
                              {"visibility", toCode(draft.visibility)}};
}

} // namespace

Result<Post> loadPost(access::ScopedConnection &reader, PostId post)
{
    TRY_ASSIGN(auto found, PostRepository(reader).one(post));
    return found ? Result<Post>(std::move(*found)) : notFound();
}

Result<Post> loadHere(access::ScopedConnection &reader, PostId post)
{
    TRY_ASSIGN(Post found, loadPost(reader, post));
    return found.isHere() ? Result<Post>(std::move(found)) : notFound();
}

Result<PostId> writeNew(WriteContext &context, const PostDraft &typed, PostStatus status)
{
    const PostDraft draft = tidied(typed);
    const bool published = status == PostStatus::Published;
    TRY(checkPost(draft, published));
    TRY_ASSIGN(const auto consent, consentFor(context, draft, published));
    TRY_ASSIGN(std::vector<Field> fields, fieldsOf(context, draft));
    fields.push_back({"status", toCode(status)});
    if (published)
        fields.push_back({"published_at", context.clock().now()});
    if (draft.order) {
        fields.push_back({"order_id", *draft.order});
        fields.push_back({"consent_at", consent});
    }
    if (draft.whose == Whose::Own)
        fields.push_back({"workspace_id", std::nullopt});
    const PostId id = PostId::make(context.clock());
    TRY(context.rows().insert(Table::Feeds, id, fields));
    if (published && !draft.crossTo.isEmpty()) {
        TRY_ASSIGN(const Post post, loadHere(context.connection(), id));
        for (const Platform platform : draft.crossTo)
            TRY(queueFor(context, post, platform));
    }
    return id;
}

Result<void> rewrite(WriteContext &context, PostId post, const PostDraft &typed)
{
    TRY_ASSIGN(const Post before, loadHere(context.connection(), post));
    PostDraft draft = tidied(typed);
    draft.whose = before.facts.whose; // it stays whose it is
    const bool published = before.status == PostStatus::Published;
    TRY(checkPost(draft, published));
    TRY_ASSIGN(const auto consent, consentFor(context, draft, published));
    TRY_ASSIGN(std::vector<Field> fields, fieldsOf(context, draft));
    if (draft.order != before.facts.order || (draft.order && consent)) {
        if (before.status == PostStatus::Archived && draft.order && !consent)
            return Error{ErrorKind::Conflict, "feed.no_consent", {}, {}};
        fields.push_back({"order_id", draft.order});
        fields.push_back({"consent_at", consent});
    }
    return context.rows().update(Table::Feeds, post, fields);
}

Result<void> publishPost(WriteContext &context, PostId post, const QList<Platform> &crossTo)
{
    TRY_ASSIGN(const Post before, loadHere(context.connection(), post));
    if (before.status == PostStatus::Published)
        return Error{ErrorKind::Conflict, "feed.published_already", {}, {}};
    TRY(checkPost(before.facts, true));
    TRY_ASSIGN(const auto consent, consentFor(context, before.facts, true));
    std::vector<Field> fields{{"status", toCode(PostStatus::Published)}};
    if (!before.publishedAt) // brought back it stands where it stood
        fields.push_back({"published_at", context.clock().now()});
    if (before.facts.order)
        fields.push_back({"consent_at", consent});
    TRY(context.rows().update(Table::Feeds, post, fields));
    for (const Platform platform : crossTo)
        TRY(queueFor(context, before, platform));
    return {};
}

Result<CrossPostId> queueFor(WriteContext &context, const Post &post, Platform platform)
{
    if (std::ranges::any_of(post.crossPosts, [platform](const CrossPost &there) {
            return there.platform == platform && there.state != CrossPostState::Failed;
        }))
        return Error{ErrorKind::Conflict, "feed.queued_already", {}, {}};
    const bool own = post.source == Source::Own;
    TRY_ASSIGN(auto accounts, context.query(QByteArray("SELECT id FROM social_media_connections") +
                                            (own ? "_personal" : "") + " WHERE platform = ? AND is_active = 1"));
    accounts->bindUtf8(toCode(platform));
    TRY_ASSIGN(const bool connected, accounts->step());
    std::vector<Field> fields{{"feed_id", post.id}, {"platform", toCode(platform)}, {"status", "pending"}};
    if (connected)
        fields.push_back({"social_connection_id", accounts->id<RowId>(0)});
    if (own)
        fields.push_back({"workspace_id", std::nullopt});
    const CrossPostId id = CrossPostId::make(context.clock());
    TRY(context.rows().insert(Table::FeedCrossPosts, id, fields));
    return id;
}

Result<void> addLink(WriteContext &context, Table table, RowId link, std::initializer_list<Field> fields)
{
    const auto back = context.rows().restore(table, link.bytes());
    if (back || back.error().kind != ErrorKind::NotFound)
        return back;
    return context.rows().insert(table, link, fields);
}

} // namespace thimblely::feed
