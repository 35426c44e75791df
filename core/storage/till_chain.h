// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <span>
#include <vector>

namespace thimblely::storage {

class Connection;
struct Problem;

/*!
 * The chain of a till: every row of money it moved and every opening, count and closing names the row before it by its
 * hash, so that a row that was changed, left out or put in later is seen. What makes a row is said here once, for those
 * who write it (changes/till_chain.h) and for who checks it.
 *
 * A person stands in the chain only as a salted hash (`people`): an erasure drops the salt, and with it the last thing
 * that could tell who it was, while the chain stays whole. The texts of a row are kept in that hash too, since a name
 * may stand in them. Hashes are SHA-256 in base64url without padding.
 */
struct TillLink {
    QByteArray previous; //!< hash of the row before it; empty: the first
    QByteArray hash;
    QByteArray people;
    QByteArray salt; //!< empty: erased

    QJsonObject toJson() const;
    static TillLink fromJson(const QJsonObject &json);
};

//! The values of a row in the order of its columns, each with its kind and length, so that no two rows read the same.
class CanonicalRow {
public:
    void addNull();
    void addNumber(qint64 value);
    void addText(const QByteArray &utf8);
    void addBlob(const QByteArray &bytes);
    const QByteArray &bytes() const { return m_bytes; }

private:
    void add(char kind, const QByteArray &value);
    QByteArray m_bytes;
};

//! The columns of a row of money that never change, and those that an erasure may empty.
std::span<const char *const> tillMoneyColumns();
std::span<const char *const> tillMoneyPrivateColumns();

//! Of an opening, count or closing: `day` is what stands in its data beside the link.
QByteArray canonicalTillDay(const QJsonObject &day);

//! `open` is what stays readable, `hidden` what goes into the salted hash.
TillLink linkAfter(const QByteArray &previous, const QByteArray &open, const QByteArray &hidden,
                   const QByteArray &salt);

QByteArray hashOfLink(const QByteArray &previous, const QByteArray &people, const QByteArray &open);

//! Follows every till's chain from its first row, and names the first row of each that is not as it was written.
Result<void> checkTillChains(Connection &connection, std::vector<Problem> &problems);

} // namespace thimblely::storage
