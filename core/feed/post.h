// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/changes/media.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace thimblely::feed {

using PostId = Id<struct PostTag>;           //!< of feeds
using CrossPostId = Id<struct CrossPostTag>; //!< of feed_cross_posts

//! Whose post it is: the shop's, or a person's own that no workspace has a part in.
enum class Whose { Shop, Own };
//! Who sees it once it is published. Followers: who shares a workspace with its author.
enum class Visibility { Public, Followers, Private };
enum class PostStatus { Draft, Published, Archived };
enum class Platform { Instagram, TikTok };
//! Where it was passed on.
enum class ShareTo { Internal, Instagram, TikTok };
enum class CrossPostState { Waiting, Scheduled, Posted, Failed };

//! What a list holds: what the shop published, what the person did by themself, both's drafts, both's put away, and what
//! everybody may see, of whatever shop.
enum class PostList { Shop, Mine, Drafts, Archive, Everyone };

//! In which of the person's views a row was found; what hangs on it is read beside it.
enum class Source { Shop, Own, Public, Followers };

constexpr int mostPhotos = 10;
constexpr int longestCaption = 2200;
constexpr int mostTags = 30;

//! A post as it is typed.
struct PostDraft {
    Whose whose = Whose::Shop;
    std::vector<changes::Media> photos = {}; //!< the first one is shown first
    QString caption = {};
    QStringList tags = {}; //!< without their "#"
    QString location = {}; //!< as typed; never taken from a photo
    Visibility visibility = Visibility::Public;
    std::optional<OrderId> order = {}; //!< finished work of the shop's: only with the consent of those it dresses
    QList<Platform> crossTo = {};      //!< queued with publishing
    friend bool operator==(const PostDraft &, const PostDraft &) = default;
};

//! That it goes to a platform as well. Nothing here sends one yet: it waits until the account is connected.
struct CrossPost {
    CrossPostId id;
    Platform platform;
    CrossPostState state;
    bool connected; //!< the account it goes to is known
    QString problem = {};
    friend bool operator==(const CrossPost &, const CrossPost &) = default;
};

//! Where the next page starts: after this one, the newest first. Drafts have no moment.
struct PostPlace {
    std::optional<Instant> publishedAt;
    PostId id;
};

struct Post {
    PostId id;
    Source source;
    PersonId author;
    QString authorName; //!< empty where names may not be read, and of people of other shops
    bool isMine;
    PostStatus status;
    PostDraft facts; //!< photos with their thumbnails, as far as the file knows them
    bool isVideo;    //!< of a clip there is only its poster here
    std::optional<Instant> publishedAt;
    Instant createdAt;
    int likes;
    int comments;
    int shares;
    bool liked; //!< by the person themself
    std::vector<CrossPost> crossPosts = {};

    PostPlace place() const { return {publishedAt, id}; }
    bool isShops() const { return source == Source::Shop; }
    //! Of the shop, or one's own: not only there to be looked at.
    bool isHere() const { return source == Source::Shop || source == Source::Own; }
};

} // namespace thimblely::feed
