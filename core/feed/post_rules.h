// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/feed/post.h"

namespace thimblely::feed {

//! As it is written: one tag each, without "#", each once; words in one line. Pure, as all of these.
PostDraft tidied(PostDraft draft);

/*!
 * What is refused of a post whatever stands in the file. Invalid "feed.no_photo" (only where it is `published`),
 * "feed.too_many_photos" (args[0] how many may be), "feed.too_long" (args[0] characters), "feed.too_many_tags" (args[0]),
 * "feed.order_is_the_shops".
 */
Result<void> checkPost(const PostDraft &draft, bool published);

/*!
 * A post of somebody's order names nobody it dresses and gives none of their measures. Invalid "feed.names_client" and
 * "feed.gives_measures", args[0] the words.
 */
Result<void> checkDiscreet(const PostDraft &draft, const QStringList &people);

} // namespace thimblely::feed
