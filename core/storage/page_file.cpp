// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/page_file.h"

#include "core/storage/checksum_vfs.h"

#include <QFileInfo>
#include <QtEndian>

namespace thimblely::storage {

namespace {

// SQLite's file format 1.3 and 4.1 to 4.4.
constexpr int headerBytes = 100;
constexpr int reservedAt = 20;
constexpr qint64 logHeaderBytes = 32;
constexpr qint64 frameHeaderBytes = 24;
constexpr quint32 logMagic = 0x377f0682; // and one more where its checksums are big-endian
constexpr int usualPageSize = 4096;

quint32 big(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

//! The running checksum of a log: over the header, then over each frame's first eight bytes and its page.
class LogChecksum {
public:
    explicit LogChecksum(bool bigEndian) : m_bigEndian(bigEndian) {}
    void add(QByteArrayView bytes)
    {
        for (qsizetype at = 0; at + 8 <= bytes.size(); at += 8) {
            m_first += word(bytes.data() + at) + m_second;
            m_second += word(bytes.data() + at + 4) + m_first;
        }
    }
    bool isAt(const QByteArray &bytes, qsizetype at) const
    {
        return big(bytes, at) == m_first && big(bytes, at + 4) == m_second;
    }

private:
    quint32 word(const char *at) const
    {
        return m_bigEndian ? qFromBigEndian<quint32>(at) : qFromLittleEndian<quint32>(at);
    }
    bool m_bigEndian;
    quint32 m_first = 0;
    quint32 m_second = 0;
};

} // namespace

PageFile::PageFile(const QString &path) : m_path(path), m_log(path + QStringLiteral("-wal")) {}

Result<std::unique_ptr<PageFile>> PageFile::open(const QString &path)
{
    if (!QFileInfo::exists(path))
        return Error{ErrorKind::NotFound, "storage.no_file", {path}, {}};
    std::unique_ptr<PageFile> pages(new PageFile(path));
    if (!pages->m_file.open(path))
        return Error{ErrorKind::Io, "storage.cannot_open", {path}, {}};
    TRY(pages->learn());
    pages->readLog();
    return pages;
}

//! From the header, unless it is damaged itself: then as every file of ours is made, if some page checks out as one.
Result<void> PageFile::learn()
{
    const QByteArray header = m_file.read(0, headerBytes);
    if (header.size() == headerBytes && header.startsWith("SQLite format 3")) {
        const int said = qFromBigEndian<quint16>(header.constData() + 16);
        const int size = said == 1 ? 65536 : said;
        const bool possible = size >= 512 && (size & (size - 1)) == 0;
        if (possible && (header[reservedAt] != checksumBytes || checksOut(1, size))) {
            m_pageSize = size;
            m_reserved = uchar(header[reservedAt]);
        }
    }
    // The byte that says how much is reserved may be the damaged one.
    for (quint32 number = 1; number <= 64 && m_reserved != checksumBytes; ++number) {
        if (checksOut(number, usualPageSize)) {
            m_reserved = checksumBytes;
            m_pageSize = usualPageSize;
        }
    }
    if (m_reserved != checksumBytes)
        return Error{ErrorKind::NotOurs, "storage.not_ours", {m_path}, {}};
    m_count = quint32(m_file.size() / m_pageSize);
    return {};
}

bool PageFile::checksOut(quint32 number, int pageSize)
{
    const QByteArray bytes = m_file.read(qint64(number - 1) * pageSize, pageSize);
    return bytes.size() == pageSize &&
           isChecksumRight(reinterpret_cast<const unsigned char *>(bytes.constData()), pageSize);
}

//! As SQLite takes a log in after an unclean end: up to the last commit before the first frame that is not as written.
void PageFile::readLog()
{
    if (!m_log.open(QIODevice::ReadOnly))
        return;
    const QByteArray header = m_log.read(logHeaderBytes);
    if (header.size() < logHeaderBytes || (big(header, 0) & ~1U) != logMagic || int(big(header, 8)) != m_pageSize)
        return;
    LogChecksum checksum((big(header, 0) & 1) == 1);
    checksum.add(QByteArrayView(header).first(24));
    if (!checksum.isAt(header, 24))
        return;
    std::unordered_map<quint32, qint64> uncommitted;
    for (qint64 at = logHeaderBytes;; at += frameHeaderBytes + m_pageSize) {
        const QByteArray frame = m_log.read(frameHeaderBytes + m_pageSize);
        if (frame.size() < frameHeaderBytes + m_pageSize || frame.mid(8, 8) != header.mid(16, 8))
            return;
        checksum.add(QByteArrayView(frame).first(8));
        checksum.add(QByteArrayView(frame).sliced(frameHeaderBytes));
        if (!checksum.isAt(frame, 16))
            return;
        uncommitted[big(frame, 0)] = at + frameHeaderBytes;
        if (const quint32 pages = big(frame, 4); pages != 0) {
            for (const auto &[number, where] : uncommitted)
                m_inLog[number] = where;
            uncommitted.clear();
            m_count = pages;
        }
    }
}

PageFile::Page PageFile::page(quint32 number)
{
    const auto logged = m_inLog.find(number);
    if (logged == m_inLog.end())
        return fromFile(number);
    Page page{{}, m_log.seek(logged->second)};
    page.bytes = page.whole ? m_log.read(m_pageSize) : QByteArray();
    page.whole = page.bytes.size() == m_pageSize;
    page.bytes.resize(m_pageSize);
    return page;
}

PageFile::Page PageFile::fromFile(quint32 number)
{
    Page page{{}, false};
    if (number >= 1 && number <= m_count)
        page.bytes = m_file.read(qint64(number - 1) * m_pageSize, m_pageSize);
    const qsizetype read = page.bytes.size();
    if (read < m_pageSize)
        page.bytes.append(m_pageSize - read, '\0');
    page.whole = read == m_pageSize &&
                 isChecksumRight(reinterpret_cast<const unsigned char *>(page.bytes.constData()), m_pageSize);
    return page;
}

} // namespace thimblely::storage
