// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/quantity.h"

namespace thimblely {

Result<Quantity> Quantity::parse(QStringView text, const QLocale &locale)
{
    const Error malformed{ErrorKind::Invalid, "quantity.malformed", {text.left(40).toString()}, {}};
    const QString typed = text.trimmed().toString();
    qint64 milli = 0;
    int fraction = -1;
    bool negative = false;
    bool any = false;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QChar c = typed[i];
        if (i == 0 && (c == u'-' || c == u'\u2212')) {
            negative = true;
        } else if (c.digitValue() >= 0) {
            if (milli > 1'000'000'000'000'000 || (fraction >= 0 && ++fraction > 3))
                return malformed;
            milli = milli * 10 + c.digitValue();
            any = true;
        } else if (fraction < 0 && any && (QStringView(locale.decimalPoint()) == c || c == u'.')) {
            fraction = 0;
        } else {
            return malformed;
        }
    }
    if (!any || fraction == 0)
        return malformed;
    for (int i = fraction < 0 ? 0 : fraction; i < 3; ++i)
        milli *= 10;
    return Quantity(negative ? -milli : milli);
}

QString Quantity::toText(const QLocale &locale) const
{
    const qint64 magnitude = m_milli < 0 ? -m_milli : m_milli;
    QString text = locale.toString(magnitude / 1000);
    QString rest = QString::number(magnitude % 1000).rightJustified(3, u'0');
    while (rest.endsWith(u'0'))
        rest.chop(1);
    if (!rest.isEmpty())
        text += locale.decimalPoint() + rest;
    return m_milli < 0 ? QStringLiteral("\u2212") + text : text;
}

} // namespace thimblely
