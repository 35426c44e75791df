// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/feed/comment.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace thimblely::feed {

namespace {

using Children = std::map<std::optional<CommentId>, std::vector<const Comment *>>;

bool comesBefore(const Comment &a, const Comment &b)
{
    return std::tuple(a.at.msecs(), a.id) < std::tuple(b.at.msecs(), b.id);
}

//! What hangs under nothing gets something to hang under, as old as the first of its replies.
void addRemoved(std::vector<Comment> &comments)
{
    std::map<CommentId, Instant> missing;
    for (const Comment &one : comments) {
        if (one.parent && std::ranges::find(comments, *one.parent, &Comment::id) == comments.end())
            missing.emplace(*one.parent, one.at); // the first: they are sorted
    }
    for (const auto &[id, at] : missing)
        comments.push_back({id, {}, {}, {}, false, {}, false, true, at});
}

} // namespace

std::vector<ThreadRow> threadOf(std::vector<Comment> comments, int deepest)
{
    std::ranges::sort(comments, comesBefore);
    addRemoved(comments);
    std::ranges::sort(comments, comesBefore);
    Children children;
    for (const Comment &one : comments)
        children[one.parent].push_back(&one);

    // A stack of its own and no recursion: how deep replies go is up to those who write them.
    struct Step {
        const Comment *comment;
        int depth;
    };
    std::vector<Step> waiting;
    const auto push = [&](const std::optional<CommentId> &parent, int depth) {
        const auto found = children.find(parent);
        if (found == children.end())
            return;
        for (auto each = found->second.rbegin(); each != found->second.rend(); ++each)
            waiting.push_back({*each, depth});
    };
    std::vector<ThreadRow> rows;
    push(std::nullopt, 0);
    while (!waiting.empty()) {
        const Step step = waiting.back();
        waiting.pop_back();
        const auto found = children.find(step.comment->id);
        const int replies = found == children.end() ? 0 : int(found->second.size());
        rows.push_back({*step.comment, std::min(step.depth, deepest), replies});
        push(step.comment->id, step.depth + 1);
    }
    return rows;
}

} // namespace thimblely::feed
