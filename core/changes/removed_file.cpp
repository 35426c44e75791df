// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/removed_file.h"

#include <QDir>
#include <QFile>

#include <algorithm>

#include <unistd.h>

namespace thimblely::changes {

namespace {

void overwrite(QFile &file)
{
    if (!file.open(QIODevice::ReadWrite))
        return;
    const QByteArray zeros(64 * 1024, '\0');
    for (qint64 left = file.size(); left > 0;) {
        const qint64 written = file.write(zeros.constData(), std::min<qint64>(left, zeros.size()));
        if (written <= 0)
            break;
        left -= written;
    }
    file.flush();
    ::fdatasync(file.handle());
    file.close();
}

} // namespace

Result<void> removeFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    overwrite(file);
    if (!file.remove())
        return Error{ErrorKind::ReadOnly, "media.not_removed", {QDir::toNativeSeparators(path)}, file.errorString()};
    return {};
}

} // namespace thimblely::changes
