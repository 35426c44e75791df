// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/media.h"

#include <QCache>
#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QSet>
#include <QSize>

namespace thimblely::ui {

/*!
 * Pictures for a list that shows many: read and made small on other threads, the latest shown kept within a limit of
 * memory. What is not there yet is its thumbnail out of the file, and arrived() once it is. GUI thread.
 */
class PictureCache : public QObject {
    Q_OBJECT

public:
    //! Of the shop's file; at most so many megabytes of pictures.
    PictureCache(const QString &shopFile, int megabytes, QObject *parent = nullptr);

    //! No larger than that many device pixels. Null where nothing of it is known.
    QPixmap picture(const changes::Media &photo, const QSize &most);
    //! Height by width, from the thumbnail's head; 1 where there is none.
    double shapeOf(const changes::Media &photo);
    //! How much of it is held now, in kilobytes.
    int held() const { return int(m_pictures.totalCost()); }

Q_SIGNALS:
    void arrived();

private:
    void load(const QByteArray &key, const changes::Media &photo, const QSize &most);

    const QString m_shopFile;
    QCache<QByteArray, QPixmap> m_pictures;   // by hash and size
    QCache<QByteArray, QPixmap> m_thumbnails; // by hash
    QHash<QByteArray, double> m_shapes;
    QSet<QByteArray> m_coming;
    QSet<QByteArray> m_missing; // asked for once: it is not in the folder, or broken
};

} // namespace thimblely::ui
