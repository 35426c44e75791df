// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/payment.h"
#include "core/inventory/code_table.h"

namespace thimblely::finance {

namespace {

constexpr inventory::CodeTable<PaymentMethod, 5> methods{"payment_method",
                                                         {"cash", "card", "transfer", "mobile_money", "credit"}};

} // namespace

QByteArray toCode(PaymentMethod method)
{
    return methods.code(method);
}

Result<PaymentMethod> paymentMethodFromCode(QStringView code)
{
    return methods.value(code);
}

} // namespace thimblely::finance
