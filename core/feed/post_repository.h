// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/feed/post.h"

namespace thimblely::feed {

/*!
 * Reads posts out of the person's views; internal to this module. Every list is read by key along an index, a mixed one as
 * a page of each view merged by moment. On the connection's thread.
 */
class PostRepository {
public:
    explicit PostRepository(access::ScopedConnection &reader) : m_reader(reader) {}

    Result<std::vector<Post>> page(PostList list, const std::optional<PostPlace> &after, int limit);
    //! In the first view that has it; none: it is not there, or not for this person.
    Result<std::optional<Post>> one(PostId post);
    //! The statement of a list's page in one view; for a test that asks which index serves it.
    static QByteArray pageSql(PostList list, Source source, bool further);
    static QByteArrayView viewOf(Source source);
    //! "_public": what stands after "feed_likes" for what hangs on rows of that view.
    static QByteArrayView suffixOf(Source source);

private:
    static std::vector<Source> sourcesOf(PostList list);
    bool hasView(Source source) const;
    Result<std::vector<Post>> pageOf(PostList list, Source source, const std::optional<PostPlace> &after, int limit);
    Result<Post> mapRow(storage::Statement &row, Source source);
    Result<void> fill(std::vector<Post> &posts);
    Result<std::vector<CrossPost>> crossPostsOf(const Post &post);

    access::ScopedConnection &m_reader;
};

} // namespace thimblely::feed
