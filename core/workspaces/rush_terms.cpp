// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/rush_terms.h"

#include <QJsonObject>

namespace thimblely {

Result<Money> RushTerms::chargeFor(const Money &work) const
{
    if (share)
        return work.share(*share);
    return amount.value_or(Money::zero(work.currency()));
}

RushTerms RushTerms::fromJson(const QJsonValue &json, Currency currency)
{
    const QJsonValue share = json[QLatin1String("share")];
    const QJsonValue minor = json[QLatin1String("minor")];
    RushTerms terms;
    if (share.isDouble() && share.toInteger() > 0)
        terms.share = Rate(share.toInteger());
    else if (minor.isDouble() && minor.toInteger() > 0)
        terms.amount = Money(minor.toInteger(), currency);
    return terms;
}

QJsonValue RushTerms::toJson() const
{
    QJsonObject json;
    if (share)
        json.insert(QStringLiteral("share"), share->millionths());
    else if (amount)
        json.insert(QStringLiteral("minor"), amount->minor());
    return json;
}

} // namespace thimblely
