// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/storage/vfs_file.h"

#include <QByteArray>
#include <QFile>

#include <memory>
#include <unordered_map>

namespace thimblely::storage {

/*!
 * The pages of a shop's file as they lie on the disk, read without SQLite, which gives up at the first damaged page: for
 * what reads a damaged file (salvage.h) and for what looks for damage (page_check.h). Nothing is ever written to it, nor
 * to its log, whose committed pages stand for those of the file. On one thread.
 */
class PageFile {
public:
    //! Errors by kind: NotFound, Io; NotOurs ("storage.not_ours") where not one page is of such a file.
    static Result<std::unique_ptr<PageFile>> open(const QString &path);

    quint32 count() const { return m_count; } //!< pages are numbered from 1
    int pageSize() const { return m_pageSize; }
    int usable() const { return m_pageSize - m_reserved; } //!< bytes of a page without its checksum

    struct Page {
        QByteArray bytes; //!< pageSize() of them, whatever could be read
        bool whole;       //!< it could be read and is as it was written
    };
    Page page(quint32 number);

private:
    explicit PageFile(const QString &path);
    Result<void> learn();
    bool checksOut(quint32 number, int pageSize);
    void readLog();
    Page fromFile(quint32 number);

    QString m_path;
    VfsFile m_file;
    QFile m_log; // which bears no locks
    int m_pageSize = 4096;
    int m_reserved = 0;
    quint32 m_count = 0;
    std::unordered_map<quint32, qint64> m_inLog; // where the newest committed image of a page begins in the log
};

} // namespace thimblely::storage
