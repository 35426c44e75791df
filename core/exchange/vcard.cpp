// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/vcard.h"

#include <QDate>
#include <QRegularExpression>

namespace thimblely {

bool VCardAddress::isEmpty() const
{
    return poBox.isEmpty() && extended.isEmpty() && street.isEmpty() && locality.isEmpty() && region.isEmpty() &&
           postalCode.isEmpty() && country.isEmpty();
}

QStringList VCardAddress::lines() const
{
    const QString town = QStringList{locality, region, postalCode}.join(u' ').simplified();
    QStringList result;
    const QStringList parts = {poBox, extended, street, town, country};
    for (const QString &part : parts) {
        const QStringList rows = part.split(u'\n');
        for (const QString &row : rows) {
            if (const QString line = row.simplified(); !line.isEmpty())
                result += line;
        }
    }
    return result;
}

std::optional<PartialDate> PartialDate::parse(QStringView text)
{
    static const QRegularExpression full(QStringLiteral("^(\\d{4})-?(\\d{2})-?(\\d{2})$"));
    static const QRegularExpression yearMonth(QStringLiteral("^(\\d{4})-(\\d{2})$"));
    static const QRegularExpression yearOnly(QStringLiteral("^(\\d{4})$"));
    static const QRegularExpression monthDay(QStringLiteral("^--(\\d{2})-?(\\d{2})$"));
    static const QRegularExpression monthOnly(QStringLiteral("^--(\\d{2})$"));
    static const QRegularExpression dayOnly(QStringLiteral("^---(\\d{2})$"));
    const QStringView trimmed = text.trimmed();
    const qsizetype time = trimmed.indexOf(u'T');
    const QString day = (time > 0 ? trimmed.first(time) : trimmed).trimmed().left(20).toString();
    PartialDate result;
    if (const auto m = full.match(day); m.hasMatch())
        result = {m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt()};
    else if (const auto ym = yearMonth.match(day); ym.hasMatch())
        result = {ym.captured(1).toInt(), ym.captured(2).toInt(), {}};
    else if (const auto y = yearOnly.match(day); y.hasMatch())
        result = {y.captured(1).toInt(), {}, {}};
    else if (const auto md = monthDay.match(day); md.hasMatch())
        result = {{}, md.captured(1).toInt(), md.captured(2).toInt()};
    else if (const auto mo = monthOnly.match(day); mo.hasMatch())
        result = {{}, mo.captured(1).toInt(), {}};
    else if (const auto d = dayOnly.match(day); d.hasMatch())
        result = {{}, {}, d.captured(1).toInt()};
    else
        return {};
    // 2000 is a leap year and January has 31 days: what is unknown does not forbid what is known.
    if (!QDate(result.year.value_or(2000), result.month.value_or(1), result.day.value_or(1)).isValid())
        return {};
    return result;
}

QString PartialDate::toIso() const
{
    const auto two = [](int number) { return QString::number(number).rightJustified(2, u'0'); };
    if (!year && !month)
        return day ? QString(QStringLiteral("---") + two(*day)) : QString();
    QString start = year ? QString::number(*year).rightJustified(4, u'0') : QStringLiteral("-");
    if (!month)
        return start;
    const QString upToMonth = start + u'-' + two(*month);
    return day ? QString(upToMonth + u'-' + two(*day)) : upToMonth;
}

QString VCardContact::foreignId() const
{
    if (!uid.isEmpty() && uid.size() <= 200)
        return uid;
    QStringList parts = {uid, fullName, birthday ? birthday->toIso() : QString()};
    for (const VCardEntry &phone : phones)
        parts += phone.value;
    for (const VCardEntry &email : emails)
        parts += email.value;
    return foreignIdOf("vcard", parts);
}

} // namespace thimblely
