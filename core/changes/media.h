// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>

namespace thimblely::changes {

//! A picture as the file knows it (sys_media); its bytes lie in the media folder (media_folder.h).
struct Media {
    QByteArray sha256;
    QByteArray mime = "image/jpeg";
    qint64 size = 0;
    QByteArray thumbnail = {}; //!< a small JPEG
    friend bool operator==(const Media &, const Media &) = default;
};

} // namespace thimblely::changes
