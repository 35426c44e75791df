// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/backup_writer.h"

#include "core/access/privileged/file_keeper.h"
#include "core/backup/sealed_stream.h"
#include "core/base/log.h"
#include "core/changes/media_folder.h"
#include "core/storage/verify.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>
#include <QStorageInfo>
#include <QTimeZone>

namespace thimblely::backup {

namespace {

constexpr qint64 megabyte = qint64(1) << 20;
// How the whole divides, in thousandths, as measured on a file of 1 GB.
constexpr int copied = 120;
constexpr int sealedAt = 250;
constexpr int readBackAt = 320;
constexpr int whole = 1000;

Error stopped()
{
    return {ErrorKind::Cancelled, "backup.stopped", {}, {}};
}

//! A file that is gone when this is, and with it what a killed program left under its name.
class TemporaryFile {
public:
    explicit TemporaryFile(QString path) : m_path(std::move(path)) { remove(); }
    ~TemporaryFile() { remove(); }
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;
    const QString &path() const { return m_path; }

private:
    void remove() const
    {
        for (const char *end : {"", "-wal", "-shm", ".new"})
            QFile::remove(m_path + QLatin1String(end));
    }
    QString m_path;
};

QString copyOf(const QString &shopFile)
{
    return shopFile + QStringLiteral(".backup-copy");
}

//! Of the copy: whoever has it may take away what lies there.
QString lockOf(const QString &shopFile)
{
    return shopFile + QStringLiteral(".backup-lock");
}

class Maker {
public:
    Maker(QString shopFile, const BackupFolder &folder, const Clock &clock, const Progress &progress)
        : m_shopFile(std::move(shopFile)), m_folder(folder), m_progress(progress), m_clock(clock),
          m_lock(lockOf(m_shopFile))
    {}

    Result<BackupMade> make()
    {
        TRY(m_folder.check());
        TRY_ASSIGN(m_keeper, access::FileKeeper::open(m_shopFile));
        TRY(readKey());
        if (!m_lock.tryLock(0) && m_lock.error() == QLockFile::LockFailedError)
            return Error{ErrorKind::Busy, "backup.running", {}, {}};
        m_copy.emplace(copyOf(m_shopFile));
        m_folder.removeUnchecked(m_fileId);
        TRY(requireRoom());
        m_made.madeAt = m_clock.now();
        TRY(m_keeper->copyTo(
            m_copy->path(),
            [this](qint64 done, qint64 all) { return go(int(done * copied / std::max<qint64>(all, 1))); },
            storage::CopyKind::Passing));
        TRY(readContents());
        TRY(sealPictures());
        TRY(seal());
        TRY(readBack());
        TRY(verify());
        TRY_ASSIGN(m_made.gone, m_folder.prune(m_fileId, m_made.madeAt, QTimeZone::systemTimeZone()));
        go(whole);
        return m_made;
    }

private:
    bool go(int permille) { return !m_progress || m_progress(permille); }

    Result<void> readKey()
    {
        TRY_ASSIGN(const auto key, m_keeper->backupKey());
        if (!key)
            return Error{ErrorKind::NotFound, "backup.no_code", {}, {}};
        TRY_ASSIGN(m_key, BackupKey::fromJson(*key));
        TRY_ASSIGN(m_fileId, m_keeper->fileId());
        return {};
    }

    //! Of the copy itself, not of what the shop went on to do.
    Result<void> readContents()
    {
        TRY_ASSIGN(const auto keeper, access::FileKeeper::open(m_copy->path()));
        TRY_ASSIGN(m_pictures, keeper->pictures());
        TRY_ASSIGN(m_shops, keeper->shops());
        return {};
    }

    Result<void> requireRoom() const
    {
        const qint64 needed = QFileInfo(m_shopFile).size() + QFileInfo(m_shopFile + QStringLiteral("-wal")).size();
        const auto require = [needed](const QString &folder, qint64 room) -> Result<void> {
            const qint64 missing = needed + needed / 64 + megabyte - room;
            if (missing <= 0)
                return {};
            return Error{ErrorKind::DiskFull,
                         "backup.no_room",
                         {folder, QString::number((missing + megabyte - 1) / megabyte)},
                         {}};
        };
        TRY(require(m_folder.path(), m_folder.room()));
        const QString here = QFileInfo(m_shopFile).absolutePath();
        return require(here, QStorageInfo(here).bytesAvailable());
    }

    QJsonObject head() const
    {
        return {
            {QStringLiteral("file"), QString::fromLatin1(m_fileId.toHex())},
            {QStringLiteral("made_at"), m_made.madeAt.msecs()},
            {QStringLiteral("pictures"), QString::fromLatin1(m_pictures.empty() ? QByteArray() : joined().toBase64())}};
    }

    QByteArray joined() const
    {
        QByteArray all;
        for (const QByteArray &picture : m_pictures)
            all += picture;
        return all;
    }

    //! What is shown before a restore; sealed, for it names the shop.
    QByteArray contents(qint64 size) const
    {
        QJsonArray shops;
        for (const access::ShopFacts &shop : m_shops)
            shops.append(QJsonObject{{QStringLiteral("name"), shop.name},
                                     {QStringLiteral("clients"), shop.clients},
                                     {QStringLiteral("orders"), shop.orders},
                                     {QStringLiteral("zone"), QString::fromLatin1(shop.timeZone)}});
        return QJsonDocument(QJsonObject{{QStringLiteral("made_at"), m_made.madeAt.msecs()},
                                         {QStringLiteral("shops"), shops},
                                         {QStringLiteral("size"), size},
                                         {QStringLiteral("pictures"), qint64(m_pictures.size())}})
            .toJson(QJsonDocument::Compact);
    }

    Result<void> seal()
    {
        QFile copy(m_copy->path());
        if (!copy.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Io, "backup.not_written", {}, copy.errorString()};
        m_made.path = m_folder.newName(m_shops.empty() ? QString() : m_shops.front().name, m_made.madeAt,
                                       QTimeZone::systemTimeZone());
        m_unchecked.emplace(m_made.path + QLatin1String(uncheckedSuffix));
        QSaveFile file(m_unchecked->path());
        if (!file.open(QIODevice::WriteOnly))
            return Error{ErrorKind::ReadOnly, "backup.read_only_folder", {m_folder.path()}, file.errorString()};
        TRY_ASSIGN(SealedWriter writer, SealedWriter::begin(file, m_key, head()));
        TRY(writer.write(contents(copy.size())));
        QByteArray piece(SealedWriter::largestPiece, Qt::Uninitialized);
        for (qint64 done = 0; done < copy.size();) {
            const qint64 read = copy.read(piece.data(), piece.size());
            if (read <= 0)
                return Error{ErrorKind::Io, "backup.not_written", {}, copy.errorString()};
            TRY(writer.write(QByteArrayView(piece.constData(), read)));
            done += read;
            if (!go(copied + int(done * (sealedAt - copied) / copy.size())))
                return stopped();
        }
        TRY(writer.finish());
        m_sealed = copy.size();
        m_streamKey = writer.streamKey();
        if (!file.commit()) // on the disk, and only then under its name
            return Error{ErrorKind::Io, "backup.not_written", {}, file.errorString()};
        m_made.size = QFileInfo(m_unchecked->path()).size();
        return {};
    }

    Result<void> sealPictures()
    {
        const changes::MediaFolder media(m_shopFile);
        for (const QByteArray &picture : m_pictures) {
            if (m_folder.hasPicture(m_key, picture))
                continue;
            const auto bytes = media.get(picture);
            if (!bytes) {
                ++m_made.missingPictures; // the shop itself has lost it; that is said and is no reason to save nothing
                continue;
            }
            TRY(sealPicture(m_folder.pictureFile(m_key, picture), *bytes));
            ++m_made.pictures;
            if (!go(copied))
                return stopped();
        }
        return {};
    }

    Result<void> sealPicture(const QString &path, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(path).path());
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return Error{ErrorKind::ReadOnly, "backup.read_only_folder", {m_folder.path()}, file.errorString()};
        TRY_ASSIGN(SealedWriter writer, SealedWriter::begin(file, m_key, {}));
        for (qsizetype at = 0; at < bytes.size(); at += SealedWriter::largestPiece)
            TRY(writer.write(bytes.mid(at, SealedWriter::largestPiece)));
        TRY(writer.finish());
        if (!file.commit())
            return Error{ErrorKind::Io, "backup.not_written", {}, file.errorString()};
        return {};
    }

    //! From the stick, not from memory: what it gives back is what was copied, to the byte, or it is no backup.
    Result<void> readBack()
    {
        const auto same = isTheSame();
        if (!same && same.error().kind == ErrorKind::Cancelled)
            return same.error();
        if (same && *same && QFile::rename(m_unchecked->path(), m_made.path))
            return {};
        return Error{ErrorKind::Corrupt, "backup.damaged", {}, same ? QString() : describe(same.error())};
    }

    Result<bool> isTheSame()
    {
        QFile file(m_unchecked->path());
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Io, "backup.not_written", {}, file.errorString()};
        TRY_ASSIGN(SealedReader reader, SealedReader::openWithStreamKey(file, m_streamKey));
        // Each piece says under a key of this backup alone that it is the one that was sealed, and that it is the next; so
        // no hash of them all would find more.
        TRY(reader.read()); // the contents
        for (qint64 bytes = 0;;) {
            TRY_ASSIGN(const auto piece, reader.read());
            if (!piece)
                return bytes == m_sealed;
            bytes += piece->size();
            if (!go(sealedAt + int(file.pos() * (readBackAt - sealedAt) / std::max<qint64>(file.size(), 1))))
                return stopped();
        }
    }

    Result<void> verify()
    {
        const auto report = storage::verifyFile(m_copy->path(), false, [this](int permille) {
            return go(readBackAt + permille * (whole - readBackAt) / whole);
        });
        if (!report && report.error().kind == ErrorKind::Cancelled) {
            QFile::remove(m_made.path); // it would stand there as verified
            return stopped();
        }
        if (!report)
            return report.error();
        for (const storage::Problem &problem : report->problems)
            qCWarning(lcStorage) << "backup:" << storage::nameOf(problem.kind) << problem.table << problem.detail;
        if (report->problems.empty())
            return {};
        return Error{ErrorKind::Corrupt, "backup.file_damaged", {QString::number(report->problems.size())}, {}};
    }

    QString m_shopFile;
    const BackupFolder &m_folder;
    const Progress &m_progress;
    const Clock &m_clock;
    QLockFile m_lock; // taken before the copy is touched, given back after it is gone
    std::optional<TemporaryFile> m_copy;
    std::optional<TemporaryFile> m_unchecked; // it has no backup's name before it was read back
    std::unique_ptr<access::FileKeeper> m_keeper;
    BackupKey m_key;
    QByteArray m_fileId;
    std::vector<QByteArray> m_pictures;
    std::vector<access::ShopFacts> m_shops;
    qint64 m_sealed = 0; // bytes of the copy
    QByteArray m_streamKey;
    BackupMade m_made;
};

} // namespace

Result<BackupMade> makeBackup(const QString &shopFile, const BackupFolder &folder, const Clock &clock,
                              const Progress &progress)
{
    return Maker(shopFile, folder, clock, progress).make();
}

void removeLeftCopy(const QString &shopFile)
{
    QLockFile lock(lockOf(shopFile));
    if (lock.tryLock(0))
        const TemporaryFile left(copyOf(shopFile));
}

Result<bool> hasBackupCode(const QString &shopFile)
{
    TRY_ASSIGN(const auto keeper, access::FileKeeper::open(shopFile));
    TRY_ASSIGN(const auto key, keeper->backupKey());
    return key.has_value();
}

Result<void> setBackupCode(const QString &shopFile, const QString &code)
{
    TRY_ASSIGN(const BackupKey key, makeKey(code));
    TRY_ASSIGN(const auto keeper, access::FileKeeper::open(shopFile));
    return keeper->setBackupKey(key.toJson());
}

} // namespace thimblely::backup
