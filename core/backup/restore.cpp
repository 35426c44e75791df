// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/restore.h"

#include "core/accounts/own_device.h"
#include "core/backup/new_file.h"
#include "core/backup/sealed_stream.h"
#include "core/changes/media_folder.h"
#include "core/storage/location.h"
#include "core/storage/verify.h"
#include "core/storage/vfs_file.h"
#include "core/vault/vault.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStorageInfo>
#include <QSysInfo>

namespace thimblely::backup {

namespace {

constexpr qint64 megabyte = qint64(1) << 20;
constexpr int unsealed = 250; // thousandths of the whole
constexpr int verified = 900;
constexpr int whole = 1000;

Error damaged(const char *where)
{
    return {ErrorKind::Corrupt, "backup.damaged", {}, QLatin1String(where)};
}

Result<void> open(QFile &file)
{
    storage::VfsFile database; // which this program may have open: no other way to its bytes (vfs_file.h)
    if (database.open(file.fileName()) && database.read(0, 16).startsWith("SQLite format 3"))
        return Error{ErrorKind::NotOurs, "backup.not_ours", {}, {}};
    if (file.open(QIODevice::ReadOnly))
        return {};
    return Error{ErrorKind::NotFound, "backup.no_file", {file.fileName()}, file.errorString()};
}

Result<BackupContents> readContents(SealedReader &reader)
{
    TRY_ASSIGN(const auto piece, reader.read());
    const QJsonObject json = QJsonDocument::fromJson(piece.value_or(QByteArray())).object();
    BackupContents contents{Instant(json[QLatin1String("made_at")].toInteger()),
                            {},
                            json[QLatin1String("size")].toInteger(),
                            QByteArray::fromHex(json[QLatin1String("sha256")].toString().toLatin1()),
                            json[QLatin1String("pictures")].toInteger()};
    if ((!contents.sha256.isEmpty() && contents.sha256.size() != 32) || contents.size <= 0)
        return damaged("contents");
    for (const QJsonValue &shop : json[QLatin1String("shops")].toArray())
        contents.shops.push_back({shop[QLatin1String("name")].toString(), shop[QLatin1String("clients")].toInteger(),
                                  shop[QLatin1String("orders")].toInteger(),
                                  shop[QLatin1String("zone")].toString().toLatin1()});
    return contents;
}

Result<void> tell(const Progress &progress, int permille)
{
    if (!progress || progress(permille))
        return {};
    return Error{ErrorKind::Cancelled, "backup.stopped", {}, {}};
}

//! Of a backup that has the hash of its whole, as they did once; the pieces vouch for themselves and their order.
class OldHash {
public:
    explicit OldHash(QByteArray expected) : m_expected(std::move(expected)) {}
    void add(const QByteArray &piece)
    {
        if (!m_expected.isEmpty())
            m_hash.addData(piece);
    }
    bool isRight() const { return m_expected.isEmpty() || m_hash.result() == m_expected; }

private:
    QByteArray m_expected;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

//! Reads to the end and hands each piece on; what was read is the file that was sealed, or it is damaged.
Result<void> readWhole(SealedReader &reader, const BackupContents &contents,
                       const std::function<Result<void>(const QByteArray &piece)> &take)
{
    OldHash hash(contents.sha256);
    qint64 bytes = 0;
    for (;;) {
        TRY_ASSIGN(const auto piece, reader.read());
        if (!piece)
            break;
        hash.add(*piece);
        bytes += piece->size();
        TRY(take(*piece));
    }
    if (bytes != contents.size || !hash.isRight())
        return damaged("whole");
    return {};
}

class Restorer {
public:
    Restorer(const QString &backup, QString newFile, const Clock &clock, const Progress &progress)
        : m_backup(backup), m_newFile(std::move(newFile)), m_clock(clock), m_progress(progress), m_made(m_newFile)
    {}

    Result<Restored> run(const QString &code)
    {
        TRY(storage::checkLocation(m_newFile));
        const auto vault = vault::vaultOf(m_newFile); // beside it a plain file would never be looked at
        if (QFileInfo::exists(m_newFile) || (vault && vault->plainFile == QFileInfo(m_newFile).absoluteFilePath()))
            return Error{ErrorKind::Conflict, "storage.exists", {m_newFile}, {}};
        QFile file(m_backup);
        TRY(open(file));
        TRY_ASSIGN(const QJsonObject head, SealedReader::head(file));
        TRY_ASSIGN(m_key, keyOf(head));
        TRY_ASSIGN(const BackupSecret secret, unlock(m_key, code));
        file.seek(0);
        TRY_ASSIGN(SealedReader reader, SealedReader::open(file, secret));
        TRY_ASSIGN(m_restored.contents, readContents(reader));
        TRY(requireRoom());
        TRY(unseal(reader, file));
        TRY(check());
        TRY_ASSIGN(const std::vector<QByteArray> pictures, goOn());
        bringPictures(pictures, secret);
        TRY(m_made.keep());
        if (m_progress)
            m_progress(whole);
        return m_restored;
    }

private:
    Result<void> go(int permille) const { return tell(m_progress, permille); }

    Result<void> requireRoom() const
    {
        const QString folder = QFileInfo(m_newFile).absolutePath();
        const qint64 missing = m_restored.contents.size + megabyte - QStorageInfo(folder).bytesAvailable();
        if (missing <= 0)
            return {};
        return Error{ErrorKind::DiskFull, "backup.no_room", {folder, QString::number(missing / megabyte + 1)}, {}};
    }

    Result<void> unseal(SealedReader &reader, QFile &from) const
    {
        QSaveFile to(m_made.making());
        if (!to.open(QIODevice::WriteOnly))
            return Error{ErrorKind::ReadOnly, "storage.read_only", {m_newFile}, to.errorString()};
        TRY(readWhole(reader, m_restored.contents, [&](const QByteArray &piece) -> Result<void> {
            if (to.write(piece) != piece.size())
                return Error{ErrorKind::Io, "backup.not_written", {}, to.errorString()};
            return go(int(from.pos() * unsealed / std::max<qint64>(from.size(), 1)));
        }));
        if (!to.commit())
            return Error{ErrorKind::Io, "backup.not_written", {}, to.errorString()};
        return {};
    }

    Result<void> check() const
    {
        const auto report = storage::verifyFile(m_made.making(), false, [this](int permille) {
            return go(unsealed + permille * (verified - unsealed) / whole).ok();
        });
        if (!report && report.error().kind == ErrorKind::Cancelled) // by a person, which is said as such
            return Error{ErrorKind::Cancelled, "backup.stopped", {}, {}};
        if (!report)
            return report.error();
        if (!report->problems.empty())
            return Error{ErrorKind::Corrupt, "backup.file_damaged", {QString::number(report->problems.size())}, {}};
        return go(verified);
    }

    Result<std::vector<QByteArray>> goOn() const
    {
        TRY_ASSIGN(const auto keeper, access::FileKeeper::open(m_made.making()));
        TRY_ASSIGN(const QByteArray fileId, keeper->fileId());
        TRY(keeper->goOnAs(DeviceId::make(m_clock), machineMark(fileId), QSysInfo::machineHostName(), m_clock.now()));
        return keeper->pictures();
    }

    //! The shop opens without a picture that cannot be had; how many that are is said.
    void bringPictures(const std::vector<QByteArray> &pictures, const BackupSecret &secret)
    {
        const BackupFolder folder(QFileInfo(m_backup).absolutePath());
        const changes::MediaFolder media(m_newFile);
        for (const QByteArray &picture : pictures) {
            const auto bytes = unsealPicture(folder.pictureFile(m_key, picture), secret);
            const auto put = bytes ? media.put(*bytes) : Result<QByteArray>(bytes.error());
            if (!put || *put != picture)
                ++m_restored.missingPictures;
        }
    }

    static Result<QByteArray> unsealPicture(const QString &path, const BackupSecret &secret)
    {
        QFile file(path);
        TRY(open(file));
        TRY_ASSIGN(SealedReader reader, SealedReader::open(file, secret));
        QByteArray bytes;
        for (;;) {
            TRY_ASSIGN(const auto piece, reader.read());
            if (!piece)
                return bytes;
            bytes += *piece;
        }
    }

    QString m_backup;
    QString m_newFile;
    const Clock &m_clock;
    const Progress &m_progress;
    NewFile m_made;
    BackupKey m_key;
    Restored m_restored;
};

} // namespace

Result<BackupContents> lookInto(const QString &backup, const QString &code, const Progress &progress)
{
    QFile file(backup);
    TRY(open(file));
    TRY_ASSIGN(SealedReader reader, SealedReader::open(file, code));
    TRY_ASSIGN(const BackupContents contents, readContents(reader));
    TRY(readWhole(reader, contents, [&](const QByteArray &) {
        return tell(progress, int(file.pos() * whole / std::max<qint64>(file.size(), 1)));
    }));
    TRY(tell(progress, whole));
    return contents;
}

Result<Restored> restore(const QString &backup, const QString &code, const QString &newFile, const Clock &clock,
                         const Progress &progress)
{
    return Restorer(backup, newFile, clock, progress).run(code);
}

} // namespace thimblely::backup
