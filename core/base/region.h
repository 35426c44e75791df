// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace thimblely {

//! Whether it is a country of ISO 3166-1, two capital letters.
bool isCountryCode(QByteArrayView code);

/*!
 * Where something is offered, worked in or kept: a country ("NG"), a part of one (ISO 3166-2: "NG-LA") or the European
 * Union ("EU"), whose law is one for where data may lie. A value; which parts a country has is not looked at.
 */
class Region {
public:
    //! Invalid "region.unknown", args[0] what it was.
    static Result<Region> parse(QByteArrayView code);

    const QByteArray &code() const { return m_code; }
    //! Of the country it is or lies in; "EU" itself.
    QByteArray country() const { return m_code.first(2); }
    //! Whether all of the other lies in it.
    bool holds(const Region &other) const;

    friend bool operator==(const Region &, const Region &) = default;

private:
    explicit Region(QByteArray code) : m_code(std::move(code)) {}
    QByteArray m_code;
};

} // namespace thimblely
