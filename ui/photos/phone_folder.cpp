// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/photos/phone_folder.h"

#include "core/base/device_settings.h"

#include <QDir>

namespace thimblely::ui {

namespace {

const QString settingsKey = QStringLiteral("photos/phoneFolder");
constexpr int lookAgain = 700;        // ms
constexpr int mostFilesLooked = 5000; // of a folder that holds years

QFileInfoList picturesIn(const QString &folder)
{
    static const QStringList kinds{QStringLiteral("*.jpg"),  QStringLiteral("*.jpeg"), QStringLiteral("*.png"),
                                   QStringLiteral("*.webp"), QStringLiteral("*.heic"), QStringLiteral("*.heif")};
    return folder.isEmpty() ? QFileInfoList()
                            : QDir(folder).entryInfoList(kinds, QDir::Files, QDir::Time).mid(0, mostFilesLooked);
}

} // namespace

PhoneFolder::PhoneFolder(QObject *parent) : QObject(parent)
{
    m_again.setInterval(lookAgain);
    connect(&m_again, &QTimer::timeout, this, &PhoneFolder::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &PhoneFolder::look);
}

QString PhoneFolder::path()
{
    const QString folder = deviceSetting(settingsKey).toString();
    return !folder.isEmpty() && QDir(folder).exists() ? folder : QString();
}

void PhoneFolder::setPath(const QString &folder)
{
    setDeviceSetting(settingsKey, folder);
}

QStringList PhoneFolder::newest(int most)
{
    QStringList files;
    const QFileInfoList pictures = picturesIn(path());
    for (const QFileInfo &file : pictures.mid(0, most))
        files.append(file.absoluteFilePath());
    return files;
}

void PhoneFolder::watch()
{
    const QString folder = path();
    if (folder.isEmpty())
        return;
    m_before.clear();
    m_growing.clear();
    const QFileInfoList there = picturesIn(folder);
    for (const QFileInfo &file : there)
        m_before.insert(file.absoluteFilePath());
    m_watching = true;
    m_watcher.addPath(folder);
    m_again.start(); // a folder in the network says nothing of its own accord
}

void PhoneFolder::stop()
{
    m_watching = false;
    m_again.stop();
    if (const QStringList folders = m_watcher.directories(); !folders.isEmpty())
        m_watcher.removePaths(folders);
}

//! A file is whole once it is as large as it was at the look before.
void PhoneFolder::look()
{
    if (!m_watching)
        return;
    const QFileInfoList pictures = picturesIn(path());
    for (const QFileInfo &file : pictures) {
        const QString name = file.absoluteFilePath();
        if (m_before.contains(name))
            continue;
        const qint64 before = m_growing.value(name, -1);
        m_growing.insert(name, file.size());
        if (file.size() == 0 || before != file.size())
            continue;
        m_before.insert(name);
        m_growing.remove(name);
        Q_EMIT arrived(name);
        return; // whoever waits may wait no more
    }
}

} // namespace thimblely::ui
