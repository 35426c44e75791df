// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/privacy/paper_files.h"

#include "core/base/file_word.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>

namespace thimblely::privacy {

QStringList paperFiles(const QString &folder, const QStringList &words)
{
    QSet<QString> called;
    for (const QString &word : words)
        called.insert(fileWord(word));
    // What follows the word: a day, and a number where there are several of it, or the order's.
    static const QRegularExpression form(QStringLiteral("^\\p{L}+-(.+?)(-\\d{4}-\\d{2}-\\d{2}(?:-(\\w+))?)?$"));
    QStringList paths;
    const QDir papers(folder);
    for (const QFileInfo &file : papers.entryInfoList(QDir::Files)) {
        const QString name = file.completeBaseName();
        const auto match = form.match(name);
        if (name.startsWith(QLatin1String("day-")) || !match.hasMatch()) // a day's page is called after the day
            continue;
        const bool ofOrder = name.startsWith(QLatin1String("claim-")) && called.contains(match.captured(3));
        const bool list = name.startsWith(QLatin1String("uncollected-")); // of many people, and made again in a moment
        if (list || ofOrder || called.contains(match.captured(1)) ||
            called.contains(match.captured(1) + match.captured(2)))
            paths.append(file.absoluteFilePath());
    }
    return paths;
}

} // namespace thimblely::privacy
