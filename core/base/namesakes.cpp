// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/namesakes.h"

namespace thimblely {

QString nameKey(const QString &name)
{
    return name.normalized(QString::NormalizationForm_KC).simplified().toCaseFolded();
}

bool isSameName(const QString &one, const QString &other)
{
    return nameKey(one) == nameKey(other);
}

QString numberedName(const QString &name, int number)
{
    return QStringLiteral("%1 (%2)").arg(name).arg(number);
}

} // namespace thimblely
