// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/photos/photo_intake.h"

#include "core/changes/media_folder.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageReader>
#include <QPainter>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace thimblely::ui {

namespace {

constexpr qint64 mostMegabytes = 40;
constexpr qint64 mostMegapixels = 120;
constexpr int longestEdge = 2048;
constexpr int thumbnailEdge = 128;
constexpr int quality = 85;

Error refusal(const char *code, const QString &arg)
{
    return {ErrorKind::Invalid, code, {arg}, {}};
}

QSize within(const QSize &size, int edge)
{
    return size.width() > edge || size.height() > edge ? size.scaled(edge, edge, Qt::KeepAspectRatio) : size;
}

Result<void> checkPixels(const QSize &size)
{
    if (qint64(size.width()) * size.height() > mostMegapixels * 1'000'000)
        return refusal("photo.too_many_pixels", QString::number(mostMegapixels));
    return {};
}

Result<QImage> readFile(const QString &path)
{
    const QFileInfo file(path);
    if (file.size() > mostMegabytes * 1'000'000)
        return refusal("photo.too_large", QString::number(mostMegabytes));
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true); // a name says nothing about what is in it
    reader.setAutoTransform(true);
    if (!reader.canRead())
        return refusal(file.exists() ? "photo.type" : "photo.unreadable", file.fileName());
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return refusal("photo.unreadable", file.fileName());
    TRY(checkPixels(size));
    reader.setScaledSize(within(size, longestEdge)); // a JPEG is decoded no larger than that
    QImage image = reader.read();
    return image.isNull() ? Result<QImage>(refusal("photo.unreadable", file.fileName())) : image;
}

//! Pixels on white and nothing else: no place, no time, no camera, no transparency.
QImage bare(const QImage &image, int edge)
{
    const QImage scaled = image.scaled(within(image.size(), edge), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QImage clean(scaled.size(), QImage::Format_RGB32);
    clean.fill(Qt::white);
    QPainter(&clean).drawImage(0, 0, scaled);
    return clean;
}

QByteArray jpegOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "JPEG", quality) ? bytes : QByteArray();
}

Result<changes::Media> takeIn(const PhotoSource &source, const QString &shopFile)
{
    const auto *pasted = std::get_if<QImage>(&source);
    TRY_ASSIGN(const QImage image, pasted ? Result<QImage>(*pasted) : readFile(std::get<QString>(source)));
    TRY(checkPixels(image.size()));
    const QImage photo = bare(image, longestEdge);
    const QByteArray bytes = jpegOf(photo);
    if (bytes.isEmpty())
        return refusal("photo.unreadable", pasted ? QString() : QFileInfo(std::get<QString>(source)).fileName());
    TRY_ASSIGN(const QByteArray sha256, changes::MediaFolder(shopFile).put(bytes));
    return changes::Media{sha256, "image/jpeg", bytes.size(), jpegOf(bare(photo, thumbnailEdge))};
}

template <typename T, typename Work>
QFuture<Result<T>> onAnotherThread(Work work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace

QFuture<Result<changes::Media>> takeInPhoto(PhotoSource source, const QString &shopFile)
{
    return onAnotherThread<changes::Media>([source = std::move(source), shopFile] { return takeIn(source, shopFile); });
}

QFuture<Result<QImage>> loadPhoto(const QByteArray &sha256, const QString &shopFile)
{
    return onAnotherThread<QImage>([sha256, shopFile]() -> Result<QImage> {
        TRY_ASSIGN(const QByteArray bytes, changes::MediaFolder(shopFile).get(sha256));
        const QImage image = QImage::fromData(bytes);
        return image.isNull() ? Result<QImage>(Error{ErrorKind::Corrupt, "media.changed", {}, {}}) : image;
    });
}

QFuture<Result<QImage>> loadPhotoWithin(const QByteArray &sha256, const QString &shopFile, const QSize &most)
{
    return onAnotherThread<QImage>([sha256, shopFile, most]() -> Result<QImage> {
        TRY_ASSIGN(QByteArray bytes, changes::MediaFolder(shopFile).get(sha256));
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        QImageReader reader(&buffer, "JPEG");
        const QSize size = reader.size();
        TRY(checkPixels(size));
        if (size.width() > most.width() || size.height() > most.height())
            reader.setScaledSize(size.scaled(most, Qt::KeepAspectRatio));
        const QImage image = reader.read();
        return image.isNull() ? Result<QImage>(Error{ErrorKind::Corrupt, "media.changed", {}, {}}) : image;
    });
}

} // namespace thimblely::ui
