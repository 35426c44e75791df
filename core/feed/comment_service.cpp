// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/feed/comment_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/feed/post_repository.h"
#include "core/feed/post_writer.h"
#include "core/inventory/read_rows.h"

#include <array>

namespace thimblely::feed {

using access::Capability;
using access::ScopedConnection;
using changes::Operation;
using changes::WriteContext;
using storage::Table;

namespace {

constexpr std::array allSources{Source::Shop, Source::Own, Source::Public, Source::Followers};

constexpr auto columns = "SELECT id, parent_comment_id, user_id, content, is_edited, is_deleted, created_at, feed_id"
                         " FROM feed_comments";

QByteArray selectFrom(Source source)
{
    return QByteArray(columns) + PostRepository::suffixOf(source).toByteArray();
}

bool hasView(const ScopedConnection &reader, Source source)
{
    return reader.principal().can(source == Source::Shop ? Capability::FeedsRead : Capability::OwnData);
}

Comment mapRow(const storage::Statement &row, PersonId me)
{
    const auto author = row.id<PersonId>(2);
    const bool removed = row.boolean(5);
    return {row.id<CommentId>(0), row.optionalId<CommentId>(1),      author,         {},
            author == me,         removed ? QString() : row.text(3), row.boolean(4), removed,
            row.instant(6)};
}

Result<void> nameAuthors(ScopedConnection &reader, std::vector<Comment> &comments)
{
    if (!reader.principal().can(Capability::TeamRead))
        return {};
    TRY_ASSIGN(auto query, reader.query("SELECT full_name FROM profiles WHERE id = ?"));
    for (Comment &one : comments) {
        query->reset();
        query->bind(*one.author);
        TRY_ASSIGN(const bool known, query->step());
        if (known)
            one.authorName = query->text(0);
    }
    return {};
}

//! A comment and the post it is about.
struct Found {
    Comment comment;
    PostId post;
    Source source;
};

Result<Found> loadComment(WriteContext &context, CommentId comment)
{
    ScopedConnection &reader = context.connection();
    for (const Source source : allSources) {
        if (!hasView(reader, source))
            continue;
        TRY_ASSIGN(auto query, reader.query(selectFrom(source) + " WHERE id = ?"));
        query->bind(comment);
        TRY_ASSIGN(const bool found, query->step());
        if (found)
            return Found{mapRow(*query, reader.principal().person), query->id<PostId>(7), source};
    }
    return Error{ErrorKind::NotFound, "comment.not_found", {}, {}};
}

Result<QString> readable(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return Error{ErrorKind::Invalid, "comment.empty", {}, {}};
    if (text.size() > longestComment)
        return Error{ErrorKind::Invalid, "comment.too_long", {QString::number(longestComment)}, {}};
    return text;
}

Result<CommentId> addComment(WriteContext &context, PostId post, const std::optional<CommentId> &replyTo,
                             const QString &typed)
{
    TRY_ASSIGN(const QString text, readable(typed));
    TRY_ASSIGN(const Post about, loadPost(context.connection(), post));
    if (about.status != PostStatus::Published)
        return Error{ErrorKind::Invalid, "feed.not_published", {}, {}};
    if (replyTo) {
        TRY_ASSIGN(const Found parent, loadComment(context, *replyTo));
        if (parent.post != post)
            return Error{ErrorKind::NotFound, "comment.not_found", {}, {}};
        if (parent.comment.isRemoved)
            return Error{ErrorKind::Invalid, "comment.removed", {}, {}};
    }
    const CommentId id = CommentId::make(context.clock());
    TRY(context.rows().insert(Table::FeedComments, id,
                              {{"feed_id", post},
                               {"user_id", context.principal().person},
                               {"parent_comment_id", replyTo},
                               {"content", text}}));
    return id;
}

Result<void> removeComment(WriteContext &context, CommentId comment)
{
    TRY_ASSIGN(const Found found, loadComment(context, comment));
    const bool moderates = found.source == Source::Shop && context.principal().can(Capability::FeedsDelete);
    if (!found.comment.isMine && !moderates)
        return Error{ErrorKind::Forbidden, "comment.not_yours", {}, {}};
    if (found.comment.isMine) {
        TRY_ASSIGN(auto query,
                   context.query("SELECT 1 FROM feed_comments" + PostRepository::suffixOf(found.source).toByteArray() +
                                 " WHERE feed_id = ? AND parent_comment_id = ?"));
        query->bind(found.post, comment);
        TRY_ASSIGN(const bool hasReplies, query->step());
        if (hasReplies) // its words go, its place stays
            return context.rows().update(Table::FeedComments, comment, {{"content", ""}, {"is_deleted", true}});
    }
    return context.rows().remove(Table::FeedComments, comment.bytes());
}

} // namespace

Result<std::vector<ThreadRow>> CommentService::thread(access::Session &session, PostId post)
{
    ScopedConnection &reader = session.reader();
    TRY_ASSIGN(const Post about, loadPost(reader, post));
    TRY_ASSIGN(auto query,
               reader.query(selectFrom(about.source) + " WHERE feed_id = ? ORDER BY created_at, id LIMIT ?"));
    query->bind(post, mostComments);
    const PersonId me = reader.principal().person;
    TRY_ASSIGN(auto comments, inventory::readRows<Comment>(*query, [me](storage::Statement &row) -> Result<Comment> {
                   return mapRow(row, me);
               }));
    TRY(nameAuthors(reader, comments));
    return threadOf(std::move(comments));
}

QFuture<Result<CommentId>> CommentService::add(PostId post, std::optional<CommentId> replyTo, QString text)
{
    return m_door.write<CommentId>(Operation{"comment.add"}, [post, replyTo, text](WriteContext &context) {
        return addComment(context, post, replyTo, text);
    });
}

QFuture<Result<void>> CommentService::edit(CommentId comment, QString text)
{
    return m_door.write<void>(Operation{"comment.edit"}, [comment, text](WriteContext &context) -> Result<void> {
        TRY_ASSIGN(const QString words, readable(text));
        TRY_ASSIGN(const Found found, loadComment(context, comment));
        if (!found.comment.isMine)
            return Error{ErrorKind::Forbidden, "comment.not_yours", {}, {}};
        if (found.comment.isRemoved)
            return Error{ErrorKind::Invalid, "comment.removed", {}, {}};
        return context.rows().update(Table::FeedComments, comment, {{"content", words}, {"is_edited", true}});
    });
}

QFuture<Result<void>> CommentService::remove(CommentId comment)
{
    return m_door.write<void>(Operation{"comment.remove"},
                              [comment](WriteContext &context) { return removeComment(context, comment); });
}

} // namespace thimblely::feed
