// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/messages/column_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace thimblely::messages {

namespace {

using Format = ColumnFormat;

constexpr auto columnWords = std::to_array<ColumnWord>({
#include "core/messages/column_words.inc"
});

} // namespace

QString ColumnWord::text() const
{
    return QCoreApplication::translate("ColumnWords", word);
}

const ColumnWord *columnWord(QByteArrayView column)
{
    const auto found = std::lower_bound(columnWords.begin(), columnWords.end(), column,
                                        [](const ColumnWord &each, QByteArrayView c) { return c > each.column; });
    return found != columnWords.end() && column == found->column ? &*found : nullptr;
}

QString plainWords(const QString &code)
{
    QString words = code;
    words.replace(u'_', u' ').replace(u'-', u' ');
    words = words.simplified();
    return words.left(1).toUpper() + words.mid(1);
}

} // namespace thimblely::messages
