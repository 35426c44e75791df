// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"

#include <QByteArray>
#include <QStringList>

namespace thimblely {

//! Where a shop works, and whether it sells beyond; what must hold of it: access/region_rules.h. A pure value.
struct ShopPlaces {
    QStringList regions = {};    //!< codes (core/base/region.h); empty: its country
    QString primaryMarket = {};  //!< where most of it goes; empty: not said
    bool crossesBorders = false; //!< what it offers may be offered anywhere
    friend bool operator==(const ShopPlaces &, const ShopPlaces &) = default;
};

//! Reads where the session's shop works; saving is the shop's own page's (shop_service.h). On the session's thread.
class ShopPlacesService {
public:
    explicit ShopPlacesService(access::Session &session) : m_session(session) {}

    Result<ShopPlaces> load() const;

private:
    access::Session &m_session;
};

/*!
 * As people write them: codes in either case and countries by their name in the language, "NG, Ghana, eu", each once.
 * Invalid "region.unknown", args[0] the word.
 */
Result<QStringList> regionsTyped(const QString &typed, const QString &locale);
//! "Nigeria", "Nigeria, LA", "European Union".
QString regionName(const QString &code, const QString &locale);

} // namespace thimblely
