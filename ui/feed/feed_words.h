// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/feed/comment.h"

namespace thimblely::ui {

class Desk;

//! Who wrote it: the shop, oneself, a colleague by name, somebody of another shop.
QString postAuthor(const feed::Post &post, const Desk &desk);
QString commentAuthor(const feed::Comment &comment);
QString visibilityName(feed::Visibility visibility);
QString platformName(feed::Platform platform);
//! "Instagram: waits until the shop’s account is connected": never that it was sent where it was not.
QString crossPostWords(const feed::CrossPost &crossPost, bool shops);
//! "3 likes · 2 comments"; empty where there is none of anything.
QString countWords(const feed::Post &post, const Desk &desk);
//! When, and who sees it.
QString postRemark(const feed::Post &post, const Desk &desk);

} // namespace thimblely::ui
