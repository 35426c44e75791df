// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/whole_file.h"

#include <QSaveFile>

namespace thimblely::exchange {

namespace {

Error failed(const QSaveFile &file)
{
    const QStringList args = {file.fileName()};
    switch (file.error()) {
    case QFileDevice::PermissionsError:
        return {ErrorKind::ReadOnly, "export.not_writable", args, file.errorString()};
    case QFileDevice::ResourceError:
        return {ErrorKind::DiskFull, "export.disk_full", args, file.errorString()};
    default:
        return {ErrorKind::Io, "export.not_written", args, file.errorString()};
    }
}

} // namespace

Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failed(file);
    return {};
}

} // namespace thimblely::exchange
