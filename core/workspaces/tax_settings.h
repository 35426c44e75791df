// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/money.h"

#include <QJsonValue>
#include <QString>

#include <map>

namespace thimblely {

namespace access {
class ScopedConnection;
}

//! How the shop taxes by default; a row of sys_settings ("tax").
struct TaxSettings {
    QString name; //!< "VAT"; empty: the shop charges no tax
    Rate rate = Rate(0);
    bool pricesIncludeTax = true;
    //! Where a kind of work is taxed otherwise ("alteration" untaxed, "make" taxed), by its code in the file.
    std::map<QByteArray, Rate> byKind = {};
    //! What the tax law calls a kind of work on invoices (India: HSN or SAC), by its code in the file.
    std::map<QByteArray, QString> codes = {};

    Rate rateOf(const QByteArray &kind) const;
    //! Empty where none was ever said.
    QString codeOf(const QByteArray &kind) const;
    bool isAnyTaxed() const;

    static TaxSettings fromJson(const QJsonValue &json);
    QJsonValue toJson() const;

    friend bool operator==(const TaxSettings &, const TaxSettings &) = default;
};

inline constexpr const char *taxKey = "tax";

//! Of the connection's workspace; on the connection's thread.
Result<TaxSettings> loadTax(access::ScopedConnection &connection);

} // namespace thimblely
