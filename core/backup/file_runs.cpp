// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/file_runs.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <cerrno>
#include <csignal>
#include <cstdio>

namespace thimblely::backup {

namespace {

const QString running = QStringLiteral("running"); // the process that has it open

bool isAlive(qint64 process)
{
    return process > 0 && (::kill(pid_t(process), 0) == 0 || errno == EPERM);
}

} // namespace

FileRuns::FileRuns(QString shopFile, QString folder)
    : m_path(std::move(folder) + QStringLiteral("/runs.json")),
      m_key(QString::fromLatin1(
          QCryptographicHash::hash(QFileInfo(shopFile).absoluteFilePath().toUtf8(), QCryptographicHash::Sha256)
              .toHex()
              .left(32)))
{}

bool FileRuns::begin()
{
    const qint64 before = all()[m_key].toObject()[running].toInteger();
    const qint64 self = QCoreApplication::applicationPid();
    if (before != self && isAlive(before))
        return false;
    change([self](QJsonObject &file) { file.insert(running, self); });
    return before != 0;
}

void FileRuns::end()
{
    if (all()[m_key].toObject()[running].toInteger() == QCoreApplication::applicationPid())
        change([](QJsonObject &file) { file.remove(running); });
}

std::optional<Instant> FileRuns::read(const char *what) const
{
    const QJsonValue at = all()[m_key].toObject()[QLatin1String(what)];
    return at.isDouble() ? std::optional(Instant(at.toInteger())) : std::nullopt;
}

void FileRuns::note(const char *what, Instant at)
{
    change([what, at](QJsonObject &file) { file.insert(QLatin1String(what), at.msecs()); });
}

QJsonObject FileRuns::all() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void FileRuns::change(const std::function<void(QJsonObject &)> &edit)
{
    QJsonObject files = all();
    QJsonObject file = files[m_key].toObject();
    edit(file);
    files.insert(m_key, file);
    // Not waited for until it is on the disk: the window asks for this, and what a power cut takes of it is only a hint.
    const QString making = m_path + QStringLiteral(".new");
    QFile kept(making);
    if (!kept.open(QIODevice::WriteOnly))
        return;
    kept.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    kept.write(QJsonDocument(files).toJson(QJsonDocument::Compact));
    kept.close();
    std::rename(QFile::encodeName(making).constData(), QFile::encodeName(m_path).constData());
}

} // namespace thimblely::backup
