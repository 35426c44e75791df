// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/error.h"

namespace thimblely {

QString describe(const Error &error)
{
    QString line = QString::fromLatin1(error.code);
    if (!error.args.isEmpty())
        line += QStringLiteral(" (") + error.args.join(QStringLiteral(", ")) + QLatin1Char(')');
    if (!error.detail.isEmpty())
        line += QStringLiteral(": ") + error.detail;
    return line;
}

} // namespace thimblely
