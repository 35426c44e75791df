// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QString>
#include <QStringList>

#include <map>

namespace thimblely::test {

//! Every file below a folder with its bytes.
inline std::map<QString, QByteArray> contentsOf(const QString &folder)
{
    std::map<QString, QByteArray> files;
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        if (file.open(QIODevice::ReadOnly))
            files[QDir(folder).relativeFilePath(file.fileName())] = file.readAll();
    }
    return files;
}

//! The names of the files that differ, or are in one of them only.
inline QStringList differences(const QString &one, const QString &other)
{
    const auto left = contentsOf(one);
    const auto right = contentsOf(other);
    QStringList names;
    for (const auto &[name, bytes] : left) {
        const auto same = right.find(name);
        if (same == right.end() || same->second != bytes)
            names.append(name);
    }
    for (const auto &[name, bytes] : right) {
        if (left.count(name) == 0)
            names.append(name);
    }
    return names;
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeBytes(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline bool copyFolder(const QString &from, const QString &to)
{
    for (const auto &[name, bytes] : contentsOf(from)) {
        if (!writeBytes(QDir(to).filePath(name), bytes))
            return false;
    }
    return true;
}

} // namespace thimblely::test
