// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/workspace_slug.h"

namespace thimblely::access {

QString slugFromName(const QString &name)
{
    QString slug;
    const QString folded = name.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : folded) {
        if (c.unicode() < 128 && c.isLetterOrNumber())
            slug += c;
        else if (!c.isMark() && !slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
    }
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug.isEmpty() ? QStringLiteral("shop") : slug;
}

Result<QString> freeSlug(storage::Connection &connection, const QString &wanted)
{
    TRY_ASSIGN(auto taken, connection.query("SELECT 1 FROM workspaces WHERE slug = ? AND deleted_at IS NULL"));
    for (int number = 1;; ++number) {
        const QString slug = number == 1 ? wanted : wanted + u'-' + QString::number(number);
        taken->bind(slug);
        TRY_ASSIGN(const bool found, taken->step());
        if (!found)
            return slug;
        taken->reset();
    }
}

} // namespace thimblely::access
