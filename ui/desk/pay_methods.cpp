// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/pay_methods.h"

#include "ui/widgets/segmented.h"

#include <QCoreApplication>

namespace thimblely::ui {

QString payMethodName(finance::PaymentMethod method)
{
    switch (method) {
    case finance::PaymentMethod::Cash:
        return QCoreApplication::translate("PayMethods", "Cash");
    case finance::PaymentMethod::Card:
        return QCoreApplication::translate("PayMethods", "Card");
    case finance::PaymentMethod::Transfer:
        return QCoreApplication::translate("PayMethods", "Transfer");
    case finance::PaymentMethod::MobileMoney:
        return QCoreApplication::translate("PayMethods", "Mobile");
    case finance::PaymentMethod::Credit:
        return QCoreApplication::translate("PayMethods", "Credit");
    }
    Q_UNREACHABLE();
}

QString turnoverPartName(const finance::TurnoverPart &part)
{
    using What = finance::TurnoverPart::What;
    switch (part.what) {
    case What::Way:
        return payMethodName(*part.method);
    case What::GivenBack:
        return QCoreApplication::translate("PayMethods", "%1, given back").arg(payMethodName(*part.method));
    case What::KeptAsCredit:
        return QCoreApplication::translate("PayMethods", "Kept as credit");
    case What::CreditPaidBack:
        return QCoreApplication::translate("PayMethods", "Credit paid back");
    }
    Q_UNREACHABLE();
}

void addPayMethods(Segmented &choice)
{
    using finance::PaymentMethod;
    for (const PaymentMethod method :
         {PaymentMethod::Cash, PaymentMethod::Card, PaymentMethod::Transfer, PaymentMethod::MobileMoney})
        choice.addSegment(payMethodName(method));
}

QStringList payMethodKeys()
{
    //: one letter each: cash, card, transfer, mobile money, credit
    return QCoreApplication::translate("PayMethods", "C D T M R").split(u' ');
}

bool choosePayMethod(Segmented &choice, const QString &key)
{
    const auto at = payMethodKeys().indexOf(key.toUpper());
    if (key.isEmpty() || at < 0 || at >= choice.count() || !choice.isEnabled())
        return false;
    choice.setCurrentIndex(int(at));
    return true;
}

void setPayMethod(Segmented &choice, finance::PaymentMethod method)
{
    choice.setCurrentIndex(int(method));
}

std::optional<finance::PaymentMethod> payMethod(const Segmented &choice)
{
    if (choice.currentIndex() < 0)
        return std::nullopt;
    return finance::PaymentMethod(choice.currentIndex());
}

} // namespace thimblely::ui
