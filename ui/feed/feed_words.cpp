// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/feed/feed_words.h"

#include "ui/desk/desk.h"
#include "ui/desk/moment_text.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(FeedWords)
};

} // namespace

QString postAuthor(const feed::Post &post, const Desk &desk)
{
    if (post.source == feed::Source::Shop)
        return desk.profile().name;
    if (post.isMine)
        return post.authorName.isEmpty() ? Texts::tr("You") : post.authorName;
    if (!post.authorName.isEmpty())
        return post.authorName;
    return post.facts.whose == feed::Whose::Shop ? Texts::tr("Another shop") : Texts::tr("Somebody of another shop");
}

QString commentAuthor(const feed::Comment &comment)
{
    if (comment.isRemoved)
        return {};
    if (!comment.authorName.isEmpty())
        return comment.authorName;
    return comment.isMine ? Texts::tr("You") : Texts::tr("Somebody of another shop");
}

QString visibilityName(feed::Visibility visibility)
{
    switch (visibility) {
    case feed::Visibility::Public:
        return Texts::tr("Everybody");
    case feed::Visibility::Followers:
        return Texts::tr("Colleagues");
    case feed::Visibility::Private:
        return Texts::tr("Nobody else");
    }
    Q_UNREACHABLE();
}

QString platformName(feed::Platform platform)
{
    return platform == feed::Platform::Instagram ? QStringLiteral("Instagram") : QStringLiteral("TikTok");
}

QString crossPostWords(const feed::CrossPost &crossPost, bool shops)
{
    const QString name = platformName(crossPost.platform);
    switch (crossPost.state) {
    case feed::CrossPostState::Waiting:
    case feed::CrossPostState::Scheduled:
        if (crossPost.connected)
            return Texts::tr("%1: waits to be sent").arg(name);
        return shops ? Texts::tr("%1: waits until the shop is connected").arg(name)
                     : Texts::tr("%1: waits until your account is connected").arg(name);
    case feed::CrossPostState::Posted:
        return Texts::tr("%1: sent").arg(name);
    case feed::CrossPostState::Failed:
        return Texts::tr("%1: not sent. %2").arg(name, crossPost.problem);
    }
    Q_UNREACHABLE();
}

QString countWords(const feed::Post &post, const Desk &)
{
    QStringList parts;
    if (post.likes > 0)
        parts.append(Texts::tr("%n likes", nullptr, post.likes));
    if (post.comments > 0)
        parts.append(Texts::tr("%n comments", nullptr, post.comments));
    if (post.shares > 0)
        parts.append(Texts::tr("passed on %n times", nullptr, post.shares));
    return parts.join(QStringLiteral(" \u00b7 "));
}

QString postRemark(const feed::Post &post, const Desk &desk)
{
    const QString when = momentText(post.publishedAt.value_or(post.createdAt), desk);
    QStringList parts;
    if (post.status == feed::PostStatus::Draft)
        parts.append(Texts::tr("Draft"));
    else if (post.status == feed::PostStatus::Archived)
        parts.append(Texts::tr("Put away"));
    if (post.isHere() && post.facts.whose == feed::Whose::Own)
        parts.append(Texts::tr("Your own"));
    parts.append(when);
    if (post.isHere())
        parts.append(visibilityName(post.facts.visibility));
    return parts.join(QStringLiteral(" \u00b7 "));
}

} // namespace thimblely::ui
