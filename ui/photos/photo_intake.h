// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/changes/media.h"

#include <QFuture>
#include <QImage>
#include <QString>

#include <variant>

namespace thimblely::ui {

//! A picture as it comes: a file, or what lay in the clipboard.
using PhotoSource = std::variant<QString, QImage>;

/*!
 * Takes a picture in, on another thread: decoded within limits, turned as it was held, made no larger than a screen
 * needs, written anew without what the camera wrote into it (place, time, owner), and stored in the shop's media
 * folder. Errors: "photo.unreadable" and "photo.type" (args[0] the file's name), "photo.too_large" (args[0] MB),
 * "photo.too_many_pixels" (args[0] megapixels), and those of changes::MediaFolder.
 */
QFuture<Result<changes::Media>> takeInPhoto(PhotoSource source, const QString &shopFile);

//! The whole picture, for looking at; also on another thread.
QFuture<Result<QImage>> loadPhoto(const QByteArray &sha256, const QString &shopFile);
//! The same no larger than that many pixels, decoded no larger than it needs; keeps its shape.
QFuture<Result<QImage>> loadPhotoWithin(const QByteArray &sha256, const QString &shopFile, const QSize &most);

} // namespace thimblely::ui
