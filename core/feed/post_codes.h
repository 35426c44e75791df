// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/feed/post.h"

#include <QByteArray>

namespace thimblely::feed {

// As the words stand in the file, whose CHECKs allow no others. Pure.

QByteArray toCode(Visibility visibility);
QByteArray toCode(PostStatus status);
QByteArray toCode(Platform platform);
QByteArray toCode(ShareTo to);
Visibility visibilityFromCode(QByteArrayView code);
PostStatus statusFromCode(QByteArrayView code);
Platform platformFromCode(QByteArrayView code);
CrossPostState crossPostStateFromCode(QByteArrayView code);

} // namespace thimblely::feed
