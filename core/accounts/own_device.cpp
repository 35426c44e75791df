// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/own_device.h"

#include "core/access/privileged/file_mark.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSysInfo>

namespace thimblely {

namespace {

QJsonObject read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QString usualPath()
{
    if (QString chosen = qEnvironmentVariable("THIMBLELY_WITNESS"); !chosen.isEmpty())
        return chosen;
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/files.json");
}

} // namespace

FileWitness::FileWitness() : m_path(usualPath()) {}

std::optional<qint64> FileWitness::newestOperation(DeviceId device) const
{
    const QJsonValue known = read(m_path)[device.toString()];
    return known.isDouble() ? std::optional(known.toInteger()) : std::nullopt;
}

void FileWitness::note(DeviceId device, qint64 operation) const
{
    QJsonObject known = read(m_path);
    if (known[device.toString()].toInteger(-1) >= operation)
        return;
    known.insert(device.toString(), operation);
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(known).toJson(QJsonDocument::Compact));
        file.commit();
    }
}

QByteArray machineMark(const QByteArray &fileId)
{
    const QByteArray machine = QSysInfo::machineUniqueId();
    return machine.isEmpty() ? QByteArray()
                             : QCryptographicHash::hash("thimblely:" + machine + fileId, QCryptographicHash::Sha256);
}

Result<bool> keepOwnDevice(storage::Connection &connection, const FileWitness &witness, const Clock &clock)
{
    TRY_ASSIGN(const access::FileMark mark, access::readMark(connection));
    const QByteArray here = machineMark(mark.fileId);
    if (!mark.device)
        return false;
    const bool elsewhere = !mark.machine.isEmpty() && !here.isEmpty() && mark.machine != here;
    const bool older = mark.newestOperation < witness.newestOperation(*mark.device).value_or(0);
    if (elsewhere || older) {
        TRY(access::goOnAs(connection, DeviceId::make(clock), here, QSysInfo::machineHostName(), clock.now()));
        return true;
    }
    if (mark.machine != here && !here.isEmpty())
        TRY(access::setMachine(connection, here));
    witness.note(*mark.device, mark.newestOperation);
    return false;
}

} // namespace thimblely
