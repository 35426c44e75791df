// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/error.h"

#include "core/base/error_args.h"

namespace thimblely {

QString describe(const Error &error)
{
    QString line = QString::fromLatin1(error.code);
    QStringList args;
    for (const QString &arg : error.args)
        args.append(writeErrorArg(arg, QLocale::c()));
    if (!args.isEmpty())
        line += QStringLiteral(" (") + args.join(QStringLiteral(", ")) + QLatin1Char(')');
    if (!error.detail.isEmpty())
        line += QStringLiteral(": ") + error.detail;
    return line;
}

} // namespace thimblely
