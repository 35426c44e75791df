// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/mount.h"

#include <QByteArrayList>
#include <QFile>

namespace thimblely::storage {

namespace {

//! Spaces and the like stand there as octal digits after a backslash.
QString unescaped(const QByteArray &text)
{
    QByteArray plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        bool octal = false;
        const int code = text[i] == '\\' ? text.mid(i + 1, 3).toInt(&octal, 8) : 0;
        plain.append(octal ? char(code) : text[i]);
        i += octal ? 3 : 0;
    }
    return QFile::decodeName(plain);
}

} // namespace

Mount mountHolding(const QString &path, const QString &root)
{
    QFile file(root + QStringLiteral("/proc/self/mountinfo"));
    Mount found;
    if (!file.open(QIODevice::ReadOnly))
        return found;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QByteArrayList words = line.split(' ');
        const qsizetype dash = words.indexOf("-");
        if (words.size() < 6 || dash < 0 || dash + 1 >= words.size())
            continue;
        const QString point = unescaped(words[4]);
        const bool holds = path == point || path.startsWith(point.endsWith(u'/') ? point : point + u'/');
        if (holds && point.size() >= found.point.size()) // of two on one point the later one is seen
            found = {QString::fromLatin1(words[2]), point, QString::fromLatin1(words[dash + 1]),
                     unescaped(words.value(dash + 2))};
    }
    return found;
}

} // namespace thimblely::storage
