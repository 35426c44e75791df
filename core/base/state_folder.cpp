// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/state_folder.h"

#include <QDir>
#include <QFile>

namespace thimblely {

QString stateFolder()
{
    QString folder = qEnvironmentVariable("THIMBLELY_STATE");
    if (folder.isEmpty()) {
        const QString chosen = qEnvironmentVariable("XDG_STATE_HOME");
        folder = (chosen.startsWith(u'/') ? chosen : QDir::homePath() + QStringLiteral("/.local/state")) +
                 QStringLiteral("/thimblely");
    }
    if (!QDir(folder).exists() && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return folder;
}

} // namespace thimblely
