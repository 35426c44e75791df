// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workroom/own_names.h"

namespace thimblely::workroom {

QStringList keptKeys(const QStringList &keys, const QStringList &before, const QStringList &names)
{
    QStringList kept;
    for (const QString &name : names) {
        const qsizetype same = before.indexOf(name);
        kept.append(same < 0 ? QString() : keys[same]);
    }
    if (names.size() != before.size())
        return kept;
    for (qsizetype i = 0; i < kept.size(); ++i) {
        if (kept[i].isEmpty() && !kept.contains(keys[i]))
            kept[i] = keys[i];
    }
    return kept;
}

Result<QStringList> wholeKeys(const QStringList &kept, const QStringList &names, int most)
{
    if (names.size() > most)
        return Error{ErrorKind::Invalid, "work.too_many_lines", {QString::number(most)}, {}};
    QStringList keys = kept;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (names.indexOf(names[i], i + 1) >= 0)
            return Error{ErrorKind::Invalid, "work.name_twice", {names[i]}, {}};
        if (!keys[i].isEmpty())
            continue;
        QString key = names[i].toCaseFolded();
        while (keys.contains(key))
            key += u'_';
        keys[i] = key;
    }
    return keys;
}

} // namespace thimblely::workroom
