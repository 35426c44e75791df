// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/marketplace/market_words.h"

#include "ui/desk/desk.h"

#include <QCoreApplication>

namespace thimblely::ui {

using marketplace::ListingStatus;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(MarketWords)
};

} // namespace

QString ratingWords(const marketplace::Product &product, const Desk &desk)
{
    if (!product.ratingMilli)
        return {};
    return QStringLiteral("\u2605 %1 (%2)")
        .arg(desk.locale().toString(*product.ratingMilli / 1000.0, 'f', 1), desk.locale().toString(product.reviews));
}

QString stockWords(const marketplace::Product &product, const Desk &desk)
{
    if (product.facts.madeToOrder)
        return Texts::tr("made to order");
    if (product.isSoldOut())
        return Texts::tr("sold out");
    return product.left ? Texts::tr("%1 left").arg(product.left->toText(desk.locale())) : QString();
}

QString stateWord(const marketplace::Product &product)
{
    switch (product.status) {
    case ListingStatus::Draft:
        return Texts::tr("Draft");
    case ListingStatus::Published:
        return Texts::tr("On offer");
    case ListingStatus::Archived:
        return Texts::tr("Put away");
    }
    Q_UNREACHABLE();
}

Status stateStatus(const marketplace::Product &product)
{
    return product.status == ListingStatus::Draft       ? Status::Waiting
           : product.status == ListingStatus::Published ? Status::Ready
                                                        : Status::Collected;
}

QString figureWords(const marketplace::Product &product, const Desk &desk)
{
    QStringList parts;
    if (const QString rating = ratingWords(product, desk); !rating.isEmpty())
        parts.append(rating);
    if (product.likes > 0)
        parts.append(Texts::tr("%n likes", nullptr, product.likes));
    if (const QString stock = stockWords(product, desk); !stock.isEmpty())
        parts.append(stock);
    return parts.join(QStringLiteral(" \u00b7 "));
}

QString starWords(int rating)
{
    return QString(rating, QChar(0x2605)) + QString(5 - rating, QChar(0x2606));
}

} // namespace thimblely::ui
