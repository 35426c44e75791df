// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/feed/post.h"

namespace thimblely::feed {

// Parts of write operations, on the writer thread; the errors of FeedService.

Result<PostId> writeNew(changes::WriteContext &context, const PostDraft &draft, PostStatus status);
Result<void> rewrite(changes::WriteContext &context, PostId post, const PostDraft &draft);
Result<void> publishPost(changes::WriteContext &context, PostId post, const QList<Platform> &crossTo);
Result<CrossPostId> queueFor(changes::WriteContext &context, const Post &post, Platform platform);
//! A row that is made once by a person on a parent: made, or brought back where it was taken away before.
Result<void> addLink(changes::WriteContext &context, storage::Table table, RowId link,
                     std::initializer_list<access::Field> fields);
//! Of those the person sees; NotFound "feed.not_found".
Result<Post> loadPost(access::ScopedConnection &reader, PostId post);
//! Likewise, of the shop's or one's own; for what nobody does to what is only there to be looked at.
Result<Post> loadHere(access::ScopedConnection &reader, PostId post);

} // namespace thimblely::feed
