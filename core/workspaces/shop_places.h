// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/workspaces/subdivisions.h"

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

//! How regions that are typed are read.
struct RegionReading {
    QString locale;
    QString home = {}; //!< the country of which a part is meant where several have one of that name; empty: none
    QStringList standing =
        {}; //!< codes that stand there already: they are no question, whatever is known of them today
};

/*!
 * As people write them: codes in either case, countries by their name in the language and parts of them by theirs, as
 * far as these are known (subdivisions.h), "NG, Ghana, lagos, eu", each once. Invalid "region.unknown", args[0] the word;
 * "region.no_part", args[0] the code, args[1] the country; "region.several", args[0] the word, args[1] the codes.
 */
Result<QStringList> regionsTyped(const QString &typed, const RegionReading &how,
                                 const Subdivisions &parts = Subdivisions::ofThisComputer());
//! "Nigeria", "Nigeria, Lagos", "European Union"; of a part without a known name its letters.
QString regionName(const QString &code, const QString &locale,
                   const Subdivisions &parts = Subdivisions::ofThisComputer());

} // namespace thimblely
