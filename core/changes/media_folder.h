// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace thimblely::changes {

/*!
 * The pictures of a shop, beside its file: each once, under its SHA-256. What is in the folder never changes, so it may
 * be read and written from any thread, and a backup copies only what is new. Errors: ReadOnly and Io
 * "media.not_written"; NotFound "media.missing"; Corrupt "media.changed" where the bytes are not what they were.
 *
 * A copy to practise in (core/base/practice_mode.h) has only the pictures taken in it; the shop's own are shown from the
 * shop's folder, which is never written to then.
 */
class MediaFolder {
public:
    //! Of the shop's file: "shop.thimblely" has "shop.thimblely.media".
    explicit MediaFolder(const QString &shopFile) : m_path(folderOf(shopFile)) {}

    //! Whole and on the disk once it returns; gives the SHA-256.
    Result<QByteArray> put(const QByteArray &bytes) const;
    Result<QByteArray> get(const QByteArray &sha256) const;
    //! What is not there is removed already. Overwritten first, as far as the file system lets one.
    Result<void> remove(const QByteArray &sha256) const;

private:
    static QString fileOf(const QString &folder, const QByteArray &sha256);
    //! Where it is to be read: in the folder, or behind it.
    QString placeOf(const QByteArray &sha256) const;
    static QString folderOf(const QString &shopFile) { return shopFile + QStringLiteral(".media"); }

    QString m_path;
};

} // namespace thimblely::changes
