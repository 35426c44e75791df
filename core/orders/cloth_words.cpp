// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/cloth_words.h"

#include <QCoreApplication>

namespace thimblely::orders {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("ClothWords", text);
}

QString length(const std::optional<Quantity> &quantity, const QString &unit, const QLocale &locale)
{
    //: a length and its unit
    return quantity ? say("%1 %2").arg(quantity->toText(locale), unit) : QString();
}

QString joined(const QStringList &parts)
{
    QStringList said;
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            said.append(part.trimmed());
    }
    return said.join(QStringLiteral(", "));
}

QString dayOf(Date date, const QLocale &locale)
{
    return locale.toString(date.toQDate(), QStringLiteral("d MMM"));
}

QString orderWords(const ClothOrder &order, const QString &unit, const QLocale &locale)
{
    const QString when = order.arrived   ? say("arrived %1").arg(dayOf(*order.arrived, locale))
                         : order.due     ? say("due %1").arg(dayOf(*order.due, locale))
                         : order.ordered ? say("ordered %1").arg(dayOf(*order.ordered, locale))
                                         : say("to be ordered");
    return joined({order.merchant + u' ' + order.bunch, length(order.quantity, unit, locale), when});
}

} // namespace

QString clothUnit(bool imperial)
{
    return imperial ? QStringLiteral("yd") : QStringLiteral("m");
}

QString clothWords(const PieceDraft &piece, const ClothTerms &terms, const QLocale &locale)
{
    if (piece.clothOrder)
        return orderWords(*piece.clothOrder, terms.unit, locale);
    if (piece.shopCloth)
        return terms.rollName + u' ' + length(piece.shopCloth, terms.rollUnit, locale);
    return joined({length(piece.clientCloth, terms.unit, locale), piece.clientClothNote});
}

QString clothAccountWords(const Piece &piece, const QString &unit, const QLocale &locale)
{
    const auto &gave = piece.facts.clientCloth;
    if (!gave || (!piece.clothUsed && !piece.clothReturned))
        return {};
    const Quantity here = piece.clothHere().value_or(Quantity(0));
    QStringList parts{say("gave %1").arg(length(gave, unit, locale))};
    if (piece.clothUsed)
        parts.append(say("used %1").arg(length(piece.clothUsed, unit, locale)));
    if (piece.clothReturned && piece.clothReturned->milli() > 0)
        parts.append(say("given back %1").arg(length(piece.clothReturned, unit, locale)));
    if (here.milli() > 0)
        parts.append(say("here is %1").arg(length(here, unit, locale)));
    const QString account = parts.join(QStringLiteral(", "));
    return piece.clothInitials.isEmpty() ? account : say("%1 (%2)").arg(account, piece.clothInitials);
}

} // namespace thimblely::orders
