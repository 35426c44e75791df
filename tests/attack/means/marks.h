// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <set>
#include <utility>

namespace thimblely::test {

/*!
 * Whose a text, an id or a hash is, written into it: "qzx" + a letter for the workspace + one for the person or kind
 * + "xzq". Found again in UTF-8, UTF-16 and hexadecimal digits, in either case.
 */
struct Mark {
    char shop;
    char whose = shared; //!< what all of the workspace may see, or a person's letter, or secret

    static constexpr char shared = '0';
    static constexpr char secret = '9';   //!< nobody sees it, not even whose it is
    static constexpr char id = '7';       //!< which row it is, and no more of it
    static constexpr char nobody = 'x';   //!< as a shop: people who are in none
    static constexpr char wanderer = 'z'; //!< as a shop: somebody who is in all of them
    static constexpr char market = 'u';   //!< as a shop: what is published for everybody

    QByteArray text() const { return QByteArrayLiteral("qzx") + shop + whose + QByteArrayLiteral("xzq"); }
    friend auto operator<=>(const Mark &, const Mark &) = default;
};

//! The marks that somebody may come to see.
using Marks = std::set<Mark>;

//! An id that bears the mark of the shop whose letter the name begins with.
IdBytes markedId(const QByteArray &name);

//! The first mark in there that is none of the allowed ones.
std::optional<Mark> foreignMark(QByteArrayView bytes, const Marks &allowed);

} // namespace thimblely::test
