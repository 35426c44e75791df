// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/vault/plain_files.h"

#include "core/base/log.h"
#include "core/storage/held_file.h"
#include "core/vault/tool.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace thimblely::vault {

namespace {

constexpr QLatin1String papers("papers"); // beside the file, as ui/documents/paper_settings.h has it
constexpr qint64 piece = qint64(1) << 20;

QDir folderOf(const Vault &vault)
{
    return QFileInfo(vault.plainFile).absoluteDir();
}

QString mediaOf(const Vault &vault)
{
    return QFileInfo(vault.plainFile).fileName() + QStringLiteral(".media");
}

QString movedList(const Vault &vault)
{
    return vault.mountPoint + QStringLiteral("/.moved.json");
}

Error notMade(const QString &path, const QFileDevice &file)
{
    if (file.error() == QFileDevice::ResourceError)
        return {ErrorKind::DiskFull, "vault.no_room", {}, file.errorString()};
    return {ErrorKind::Io, "vault.not_copied", {path}, file.errorString()};
}

QJsonObject entryOf(const QDir &folder, const QString &name)
{
    const QFileInfo file(folder.filePath(name));
    return {{QStringLiteral("name"), name},
            {QStringLiteral("size"), file.size()},
            {QStringLiteral("changed"), file.lastModified().toMSecsSinceEpoch()}};
}

//! Overwriting was begun: the first of it is gone.
bool isHalfWiped(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(64);
    return !start.isEmpty() && start.count('\0') == start.size();
}

void removeOne(const QDir &folder, const QJsonObject &entry)
{
    const QString name = entry[QLatin1String("name")].toString();
    const QString path = folder.filePath(name);
    if (!QFileInfo::exists(path))
        return;
    if (entryOf(folder, name) != entry && !isHalfWiped(path))
        qCWarning(lcStorage, "a plain file changed after it was copied into the encrypted folder, and is left");
    else if (const auto wiped = storage::wipe(path); !wiped)
        qCWarning(lcStorage, "a plain file could not be removed: %s", wiped.error().code.constData());
}

//! From the innermost; one with something in it stays.
void removeEmptyFolders(const QString &top)
{
    QStringList folders{top};
    QDirIterator below(top, QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden, QDirIterator::Subdirectories);
    while (below.hasNext())
        folders.append(below.next());
    std::ranges::sort(folders, [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &folder : folders)
        QDir().rmdir(folder);
}

} // namespace

QStringList filesBeside(const Vault &vault)
{
    const QDir folder = folderOf(vault);
    const QString shop = QFileInfo(vault.plainFile).fileName();
    QStringList names;
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden)) {
        const bool log = name == shop + QLatin1String("-wal") || name == shop + QLatin1String("-shm") ||
                         name == shop + QLatin1String("-journal");
        if (!log && (name.startsWith(shop + u'.') || name.startsWith(shop + u'-')))
            names.append(name);
    }
    for (const QString &below : {mediaOf(vault), QString(papers)}) {
        QDirIterator files(folder.filePath(below), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext())
            names.append(folder.relativeFilePath(files.next()));
    }
    return names;
}

QString shopBeside(const Vault &vault)
{
    const QDir folder = folderOf(vault);
    const QFileInfo shop(vault.plainFile);
    if (!folder.exists(papers))
        return {};
    for (const QString &name : folder.entryList({QStringLiteral("*.") + shop.suffix()}, QDir::Files)) {
        if (name != shop.fileName())
            return folder.filePath(name);
    }
    return {};
}

qint64 sizeOf(const Vault &vault, const QStringList &names)
{
    const QDir folder = folderOf(vault);
    qint64 sum = 0;
    for (const QString &name : names)
        sum += QFileInfo(folder.filePath(name)).size();
    return sum;
}

Result<void> copyIn(const Vault &vault, const QString &name)
{
    QFile from(folderOf(vault).filePath(name));
    QFile to(vault.mountPoint + u'/' + name);
    if (!QDir().mkpath(QFileInfo(to.fileName()).path()) || !to.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return notMade(name, to);
    if (!from.open(QIODevice::ReadOnly))
        return notMade(name, from);
    while (!from.atEnd()) {
        const QByteArray bytes = from.read(piece);
        if (bytes.isEmpty())
            return notMade(name, from);
        if (to.write(bytes) != bytes.size())
            return notMade(name, to);
    }
    if (!to.flush())
        return notMade(name, to);
    return {};
}

Result<bool> isSame(const Vault &vault, const QString &name)
{
    QFile plain(folderOf(vault).filePath(name));
    QFile moved(vault.mountPoint + u'/' + name);
    if (!plain.open(QIODevice::ReadOnly) || !moved.open(QIODevice::ReadOnly))
        return notMade(name, plain.isOpen() ? moved : plain);
    bool same = plain.size() == moved.size();
    while (same && !plain.atEnd()) {
        const QByteArray bytes = plain.read(piece);
        same = !bytes.isEmpty() && bytes == moved.read(piece);
    }
    return same;
}

Result<void> writeMoved(const Vault &vault, const QStringList &names)
{
    const QDir folder = folderOf(vault);
    QJsonArray list;
    for (const QString &name : names)
        list.append(entryOf(folder, name));
    QSaveFile file(movedList(vault));
    const QByteArray text = QJsonDocument(list).toJson(QJsonDocument::Compact);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return notMade(file.fileName(), file);
    return {};
}

void removeMoved(const Vault &vault)
{
    QFile file(movedList(vault));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QDir folder = folderOf(vault);
    for (const QJsonValue &entry : QJsonDocument::fromJson(file.readAll()).array())
        removeOne(folder, entry.toObject());
    if (!QFileInfo::exists(vault.plainFile)) { // what SQLite had beside it when the program was killed
        for (const char *end : {"-journal", "-wal", "-shm"}) {
            if (QFileInfo::exists(vault.plainFile + QLatin1String(end)))
                (void)storage::wipe(vault.plainFile + QLatin1String(end));
        }
    }
    for (const QString &below : {mediaOf(vault), QString(papers)}) {
        if (folder.exists(below))
            removeEmptyFolders(folder.filePath(below));
    }
    (void)syncFileSystem(folder.path());
    file.remove();
}

} // namespace thimblely::vault
