// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/import_types.h"

#include <QCryptographicHash>

namespace thimblely {

QString foreignIdOf(QByteArrayView format, const QStringList &parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(format);
    for (const QString &part : parts) {
        // The unit separator keeps ("ab", "c") and ("a", "bc") apart; simplified() removes it from the parts.
        hash.addData(QByteArrayView("\x1f"));
        hash.addData(part.normalized(QString::NormalizationForm_C).simplified().toCaseFolded().toUtf8());
    }
    return QStringLiteral("sha256:") + QString::fromLatin1(hash.result().left(16).toHex());
}

} // namespace thimblely
