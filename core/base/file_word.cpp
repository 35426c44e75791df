// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/file_word.h"

namespace thimblely {

QString fileWord(const QString &text)
{
    QString kept;
    for (const QChar c : text)
        kept.append(c.isLetterOrNumber() || c.isMark() ? c : u'-');
    return kept.left(80);
}

} // namespace thimblely
