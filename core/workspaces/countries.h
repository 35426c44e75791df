// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include <QByteArray>
#include <QString>

#include <vector>

namespace thimblely {

//! What a new shop in a country starts with; every one of these can be changed in the wizard.
struct CountrySuggestion {
    QString code;        //!< ISO 3166-1, "NG"
    QString currency;    //!< ISO 4217, "NGN"
    bool inches;         //!< the tape in a tailor's hand there
    QByteArray timeZone; //!< IANA, that of the largest city
    QString locale;      //!< "en_NG"
};

//! Every country of ISO 3166-1, by code.
const std::vector<CountrySuggestion> &countrySuggestions();
//! Null where there is no such code; case does not matter.
const CountrySuggestion *countrySuggestion(QStringView code);
//! Whether it is a currency of some country, today or as Qt knows it; case does not matter.
bool isKnownCurrency(const QString &code);
//! The name in a language: QLocale's, the code where Qt has none.
QString countryName(const QString &code, const QString &locale);
//! The day what the program knows of the laws of countries was last read, all of it in secondary sources.
Date countryRulesCheckedOn();

} // namespace thimblely
