// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/feed/posts_model.h"

#include "ui/desk/isolated.h"
#include "ui/feed/feed_words.h"

namespace thimblely::ui {

void PostsModel::show(feed::PostList list)
{
    m_list = list;
    PagedModel::show([list](access::Session &session, const std::optional<feed::PostPlace> &after, int limit) {
        return feed::FeedService::page(session, list, after, limit);
    });
}

int PostsModel::rowOf(feed::PostId post) const
{
    for (int i = 0; i < rowCount(); ++i) {
        if (row(i).id == post)
            return i;
    }
    return -1;
}

QString PostsModel::readOut(const feed::Post &post) const
{
    QStringList parts{isolated(postAuthor(post, desk())), postRemark(post, desk())};
    if (!post.facts.photos.empty())
        parts.append(tr("%n photos", nullptr, int(post.facts.photos.size())));
    if (!post.facts.caption.isEmpty())
        parts.append(isolated(post.facts.caption));
    if (const QString counts = countWords(post, desk()); !counts.isEmpty())
        parts.append(counts);
    for (const feed::CrossPost &queued : post.crossPosts)
        parts.append(crossPostWords(queued, post.isShops()));
    return parts.join(QStringLiteral(", "));
}

QVariant PostsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return row(index.row()).facts.caption;
    case Qt::AccessibleTextRole:
        return readOut(row(index.row()));
    default:
        return {};
    }
}

} // namespace thimblely::ui
