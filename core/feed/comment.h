// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/feed/post.h"

namespace thimblely::feed {

using CommentId = Id<struct CommentTag>; //!< of feed_comments

constexpr int longestComment = 1000;
constexpr int deepestIndent = 4; //!< deeper replies stand under each other there
constexpr int mostComments = 1000;

struct Comment {
    CommentId id;
    std::optional<CommentId> parent;
    std::optional<PersonId> author; //!< none: it is gone, and only what was replied to it is left
    QString authorName;             //!< empty where names may not be read, and of people of other shops
    bool isMine;
    QString text; //!< empty: removed
    bool isEdited;
    bool isRemoved;
    Instant at;
    friend bool operator==(const Comment &, const Comment &) = default;
};

//! A comment where it stands in the thread.
struct ThreadRow {
    Comment comment;
    int depth;   //!< 0: of the post itself
    int replies; //!< to it
    friend bool operator==(const ThreadRow &, const ThreadRow &) = default;
};

/*!
 * Comments with their replies below them, the oldest first, indented no deeper than `deepest`. A reply whose parent is not
 * among them hangs under one that says it was removed. Pure.
 */
std::vector<ThreadRow> threadOf(std::vector<Comment> comments, int deepest = deepestIndent);

} // namespace thimblely::feed
