// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/feed/post_codes.h"

#include <algorithm>
#include <array>

namespace thimblely::feed {

namespace {

constexpr std::array visibilities{"public", "followers", "private"};
constexpr std::array statuses{"draft", "published", "archived"};
constexpr std::array platforms{"instagram", "tiktok"};
constexpr std::array shares{"internal", "instagram", "tiktok"};
constexpr std::array crossStates{"pending", "scheduled", "posted", "failed"};

template <typename Enum, size_t N>
Enum coded(const std::array<const char *, N> &codes, QByteArrayView code, Enum otherwise)
{
    const auto found = std::ranges::find_if(codes, [&](const char *each) { return code == QByteArrayView(each); });
    return found == codes.end() ? otherwise : Enum(found - codes.begin());
}

} // namespace

QByteArray toCode(Visibility visibility)
{
    return visibilities[size_t(visibility)];
}

QByteArray toCode(PostStatus status)
{
    return statuses[size_t(status)];
}

QByteArray toCode(Platform platform)
{
    return platforms[size_t(platform)];
}

QByteArray toCode(ShareTo to)
{
    return shares[size_t(to)];
}

Visibility visibilityFromCode(QByteArrayView code)
{
    return coded(visibilities, code, Visibility::Private);
}

//! "deleted", which only an erasure writes, is put away for good.
PostStatus statusFromCode(QByteArrayView code)
{
    return coded(statuses, code, PostStatus::Archived);
}

Platform platformFromCode(QByteArrayView code)
{
    return coded(platforms, code, Platform::Instagram);
}

CrossPostState crossPostStateFromCode(QByteArrayView code)
{
    return coded(crossStates, code, CrossPostState::Waiting);
}

} // namespace thimblely::feed
