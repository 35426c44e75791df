// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/own_uri.h"

#include <QStringList>

namespace thimblely::exchange {

QString uriOf(ClientId client)
{
    return uriScheme + client.toString();
}

QString takeUri(QString &text)
{
    QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        if (!line.startsWith(uriScheme) || !ClientId::parse(QStringView(line).mid(uriScheme.size())))
            continue;
        lines.removeAt(i);
        text = lines.join(u'\n');
        return line;
    }
    return {};
}

} // namespace thimblely::exchange
