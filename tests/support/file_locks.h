// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <sys/stat.h>
#include <unistd.h>

namespace thimblely::test {

//! How many locks of this process the system knows on a file (Linux, /proc/locks).
inline int locksOf(const QString &path)
{
    struct stat file = {};
    QFile locks(QStringLiteral("/proc/locks"));
    if (::stat(QFile::encodeName(path).constData(), &file) != 0 || !locks.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray node = ':' + QByteArray::number(qulonglong(file.st_ino)) + ' ';
    const QByteArray process = ' ' + QByteArray::number(::getpid()) + ' ';
    int count = 0;
    for (const QByteArray &line : locks.readAll().split('\n'))
        count += line.contains(node) && line.contains(process);
    return count;
}

} // namespace thimblely::test
