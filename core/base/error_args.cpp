// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/error_args.h"

#include <QStringList>

namespace thimblely {

namespace {

// Stands before and between the parts; nobody types it, and what people typed is an argument too.
constexpr QChar mark(0x1f);

QString marked(const char *kind, const QString &value, const QString &more = {})
{
    return mark + QString::fromLatin1(kind) + mark + value + (more.isEmpty() ? QString() : mark + more);
}

QString writeMoney(const QStringList &parts, const QLocale &locale)
{
    const auto currency = Currency::parse(parts.value(2));
    return currency ? Money(parts.value(1).toLongLong(), *currency).toText(locale) : QString();
}

QString writeLength(const QStringList &parts, const QLocale &locale)
{
    const auto unit = lengthUnitFromCode(parts.value(2));
    if (!unit)
        return {};
    const Length length(parts.value(1).toLongLong());
    QString figure = toText(length, *unit, locale.decimalPoint());
    if (const QString none = locale.decimalPoint() + u'0'; figure.endsWith(none))
        figure.chop(none.size());
    return figure + u'\u00a0' + parts.value(2);
}

} // namespace

QString errorArg(const Money &amount)
{
    return marked("money", QString::number(amount.minor()), amount.currency().code());
}

QString errorArg(const Date &day)
{
    return marked("day", day.toIso());
}

QString errorArg(Length length, LengthUnit unit)
{
    return marked("length", QString::number(length.tenthsOfMm()), toCode(unit));
}

QString errorArg(qint64 count)
{
    return marked("count", QString::number(count));
}

QString errorArg(Quantity quantity, const QString &unit)
{
    return marked("quantity", QString::number(quantity.milli()), unit);
}

bool isMoneyArg(const QString &arg)
{
    return arg.startsWith(mark + QStringLiteral("money") + mark);
}

QString writeErrorArg(const QString &arg, const QLocale &locale, const QString &insteadOfMoney)
{
    if (!arg.startsWith(mark))
        return arg;
    const QStringList parts = arg.mid(1).split(mark);
    QString written;
    if (parts[0] == QLatin1String("money")) {
        written = insteadOfMoney.isEmpty() ? writeMoney(parts, locale) : insteadOfMoney;
    } else if (parts[0] == QLatin1String("day")) {
        if (const auto day = Date::parse(parts.value(1)))
            written = locale.toString(day->toQDate(), QStringLiteral("d MMM yyyy"));
    } else if (parts[0] == QLatin1String("length")) {
        written = writeLength(parts, locale);
    } else if (parts[0] == QLatin1String("count")) {
        written = locale.toString(parts.value(1).toLongLong());
    } else if (parts[0] == QLatin1String("quantity")) {
        written = Quantity(parts.value(1).toLongLong()).toText(locale) + u'\u00a0' + parts.value(2);
    }
    return written.isEmpty() ? arg.mid(1).replace(mark, u' ') : written;
}

} // namespace thimblely
