// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/backup_folder.h"

#include "core/backup/sealed_stream.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QStorageInfo>
#include <QTimeZone>

#include <algorithm>
#include <map>

namespace thimblely::backup {

namespace {

constexpr qsizetype hashBytes = 32;
constexpr int longestName = 60;

std::optional<BackupFile> look(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto head = SealedReader::head(file);
    if (!head)
        return std::nullopt;
    const auto key = keyOf(*head);
    if (!key)
        return std::nullopt;
    BackupFile found{path, QByteArray::fromHex((*head)[QLatin1String("file")].toString().toLatin1()), *key,
                     Instant((*head)[QLatin1String("made_at")].toInteger()), file.size()};
    const QByteArray pictures = QByteArray::fromBase64((*head)[QLatin1String("pictures")].toString().toLatin1());
    for (qsizetype at = 0; at + hashBytes <= pictures.size(); at += hashBytes)
        found.pictures.push_back(pictures.mid(at, hashBytes));
    return found;
}

const QString picturesName = QStringLiteral("pictures-");

//! Those sealed to one key: another code cannot open them.
QString picturesOf(const BackupKey &key)
{
    constexpr qsizetype enough = 8;
    return picturesName + QString::fromLatin1(key.publicKey.first(enough).toHex());
}

} // namespace

Result<void> BackupFolder::check() const
{
    const QFileInfo folder(m_path);
    if (!folder.isDir())
        return Error{ErrorKind::NotFound, "backup.no_folder", {m_path}, {}};
    // Both hold the folder, so the shorter is the volume beneath: that of a stick was mounted over it.
    if (volumeRoot().size() < m_root.size())
        return Error{ErrorKind::NotFound, "backup.stick_away", {m_path}, {}};
    if (!folder.isWritable())
        return Error{ErrorKind::ReadOnly, "backup.read_only_folder", {m_path}, {}};
    return {};
}

QString BackupFolder::volumeRoot() const
{
    return QFileInfo(m_path).isDir() ? QStorageInfo(m_path).rootPath() : QString();
}

bool BackupFolder::isOnVolumeOf(const QString &file) const
{
    const QStorageInfo mine(m_path);
    const QStorageInfo other(QFileInfo(file).absolutePath());
    return mine.isValid() && mine.device() == other.device();
}

qint64 BackupFolder::room() const
{
    return QStorageInfo(m_path).bytesAvailable();
}

std::vector<BackupFile> BackupFolder::backups(const QByteArray &fileId) const
{
    std::vector<BackupFile> found;
    const QDir folder(m_path);
    for (const QString &name : folder.entryList({u'*' + QLatin1String(backupSuffix)}, QDir::Files)) {
        auto one = look(folder.filePath(name));
        if (one && (fileId.isEmpty() || one->fileId == fileId))
            found.push_back(std::move(*one));
    }
    std::ranges::sort(found, [](const BackupFile &a, const BackupFile &b) { return b.madeAt < a.madeAt; });
    return found;
}

void BackupFolder::removeUnchecked(const QByteArray &fileId) const
{
    const QDir folder(m_path);
    for (const QString &name : folder.entryList({u'*' + QLatin1String(uncheckedSuffix)}, QDir::Files)) {
        const auto one = look(folder.filePath(name));
        if (one && one->fileId == fileId)
            QFile::remove(one->path);
    }
}

QString BackupFolder::newName(const QString &shop, Instant at, const QTimeZone &zone) const
{
    static const QRegularExpression refused(QStringLiteral("[\\x00-\\x1f\\x7f\"*/:<>?\\\\|.]+"));
    QString name = QString(shop).replace(refused, QStringLiteral(" ")).simplified().left(longestName);
    if (name.isEmpty())
        name = QStringLiteral("Shop");
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at.msecs(), zone);
    name += moment.toString(QStringLiteral(" yyyy-MM-dd HHmm"));
    const QDir folder(m_path);
    QString free = name + QLatin1String(backupSuffix);
    for (int more = 2; folder.exists(free); ++more)
        free = QStringLiteral("%1 %2%3").arg(name).arg(more).arg(QLatin1String(backupSuffix));
    return folder.filePath(free);
}

QString BackupFolder::pictureFile(const BackupKey &key, const QByteArray &sha256) const
{
    return QDir(m_path + u'/' + picturesOf(key))
        .filePath(QString::fromLatin1(sha256.toHex()) + QStringLiteral(".sealed"));
}

bool BackupFolder::hasPicture(const BackupKey &key, const QByteArray &sha256) const
{
    return QFileInfo::exists(pictureFile(key, sha256));
}

Result<int> BackupFolder::prune(const QByteArray &fileId, Instant now, const QTimeZone &zone,
                                const Retention &retention) const
{
    const auto dayOf = [&zone](Instant at) {
        return Date::fromQDate(QDateTime::fromMSecsSinceEpoch(at.msecs(), zone).date()).value();
    };
    const std::vector<BackupFile> there = backups(fileId);
    std::vector<Date> madeOn;
    for (const BackupFile &one : there)
        madeOn.push_back(dayOf(one.madeAt));
    const std::vector<bool> kept = keptOf(madeOn, dayOf(now), retention);
    int gone = 0;
    for (size_t i = 0; i < there.size(); ++i) {
        if (kept[i])
            continue;
        if (!QFile::remove(there[i].path))
            return Error{ErrorKind::ReadOnly, "backup.read_only_folder", {m_path}, {}};
        ++gone;
    }
    TRY(prunePictures());
    return gone;
}

//! Only where a backup went can a picture be nobody's; a backup whose head cannot be read may name any, so all stay then.
Result<void> BackupFolder::prunePictures() const
{
    const QDir folder(m_path);
    std::map<QString, std::set<QByteArray>> named;
    for (const QString &name : folder.entryList({u'*' + QLatin1String(backupSuffix)}, QDir::Files)) {
        const auto one = look(folder.filePath(name));
        if (!one)
            return {};
        named[picturesOf(one->key)].insert(one->pictures.begin(), one->pictures.end());
    }
    for (const QString &name : folder.entryList({picturesName + u'*'}, QDir::Dirs)) {
        const QDir pictures(folder.filePath(name));
        for (const QFileInfo &file : pictures.entryInfoList({QStringLiteral("*.sealed")}, QDir::Files)) {
            const QByteArray hash = QByteArray::fromHex(file.completeBaseName().toLatin1());
            if (hash.size() == hashBytes && !named[name].contains(hash) && !QFile::remove(file.filePath()))
                return Error{ErrorKind::ReadOnly, "backup.read_only_folder", {m_path}, {}};
        }
    }
    return {};
}

} // namespace thimblely::backup
