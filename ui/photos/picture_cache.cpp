// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/photos/picture_cache.h"

#include "ui/photos/photo_intake.h"
#include "ui/widgets/when_done.h"

#include <QBuffer>
#include <QImageReader>

namespace thimblely::ui {

namespace {

constexpr int thumbnailKilobytes = 4096;
constexpr int mostAtOnce = 6; // what is scrolled past is not waited for

int kilobytes(const QPixmap &picture)
{
    return std::max(1, picture.width() * picture.height() * 4 / 1024);
}

} // namespace

PictureCache::PictureCache(const QString &shopFile, int megabytes, QObject *parent)
    : QObject(parent), m_shopFile(shopFile), m_pictures(megabytes * 1024), m_thumbnails(thumbnailKilobytes)
{}

QPixmap PictureCache::picture(const changes::Media &photo, const QSize &most)
{
    const QByteArray key = photo.sha256 + QByteArray::number(most.width()) + 'x' + QByteArray::number(most.height());
    if (const QPixmap *there = m_pictures.object(key))
        return *there;
    load(key, photo, most);
    if (const QPixmap *there = m_thumbnails.object(photo.sha256))
        return *there;
    const auto small = QPixmap::fromImage(QImage::fromData(photo.thumbnail));
    if (!small.isNull())
        m_thumbnails.insert(photo.sha256, new QPixmap(small), kilobytes(small));
    return small;
}

double PictureCache::shapeOf(const changes::Media &photo)
{
    if (const auto known = m_shapes.constFind(photo.sha256); known != m_shapes.constEnd())
        return *known;
    QByteArray bytes = photo.thumbnail;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const QSize size = QImageReader(&buffer).size();
    const double shape = size.isEmpty() ? 1.0 : double(size.height()) / size.width();
    m_shapes.insert(photo.sha256, shape);
    return shape;
}

void PictureCache::load(const QByteArray &key, const changes::Media &photo, const QSize &most)
{
    if (m_coming.contains(key) || m_missing.contains(photo.sha256) || m_coming.size() >= mostAtOnce || most.isEmpty())
        return;
    m_coming.insert(key);
    whenDone(loadPhotoWithin(photo.sha256, m_shopFile, most), this,
             [this, key, sha256 = photo.sha256](const Result<QImage> &image) {
                 m_coming.remove(key);
                 if (image) {
                     auto *picture = new QPixmap(QPixmap::fromImage(*image));
                     m_pictures.insert(key, picture, kilobytes(*picture));
                 } else {
                     m_missing.insert(sha256);
                 }
                 Q_EMIT arrived(); // also to ask for what had to wait
             });
}

} // namespace thimblely::ui
