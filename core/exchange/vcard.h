// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/exchange/import_types.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace thimblely {

enum class VCardVersion { V21, V30, V40 };

//! A phone number or an address of mail, as typed there, with its types in lower case ("cell", "work", "pref", "fax").
struct VCardEntry {
    QString value;
    QStringList types;
    bool isPreferred() const { return types.contains(QLatin1String("pref")); }
    friend bool operator==(const VCardEntry &, const VCardEntry &) = default;
};

struct VCardAddress {
    QString poBox;
    QString extended;
    QString street; //!< may have several lines
    QString locality;
    QString region;
    QString postalCode;
    QString country;
    QStringList types;

    bool isEmpty() const;
    QStringList lines() const; //!< as on an envelope; town, region and postcode on one line
    friend bool operator==(const VCardAddress &, const VCardAddress &) = default;
};

//! A day of birth of which parts may be unknown: phones keep "22 March" without the year.
struct PartialDate {
    std::optional<int> year;
    std::optional<int> month;
    std::optional<int> day;

    //! From "1980-03-22", "19800322" (a time behind it is left out), "1980-03", "1980", "--0322", "--03", "---22".
    static std::optional<PartialDate> parse(QStringView text);
    bool isFull() const { return year && month && day; }
    QString toIso() const; //!< "1980-03-22", "1980-03", "1980", "--03-22", "--03", "---22"
    friend bool operator==(const PartialDate &, const PartialDate &) = default;
};

//! One person or firm of a vCard file. Texts are trimmed and without control characters; names are on one line.
struct VCardContact {
    qint64 line = 0;    //!< of BEGIN
    qint64 endLine = 0; //!< of END
    VCardVersion version = VCardVersion::V40;
    QString uid;
    QString fullName; //!< never empty: FN, else made of N, ORG, NICKNAME, a mail address or a number, in this order
    QString familyName;
    QString givenName;
    QString additionalNames;
    QString prefix;
    QString suffix;
    QString nickname;
    QString org;
    QStringList orgUnits;
    QList<VCardEntry> phones;
    QList<VCardEntry> emails;
    QList<VCardAddress> addresses;
    std::optional<PartialDate> birthday;
    QString note;
    QStringList categories;
    QList<qint64> ignoredLines; //!< lines that are no property, or one (never a name) whose bytes cannot be read

    //! The UID, or a hash of name, birthday, numbers and mail addresses where the card has none.
    QString foreignId() const;
    friend bool operator==(const VCardContact &, const VCardContact &) = default;
};

struct VCardFile {
    QList<VCardContact> contacts;
    QList<Refusal> refused;
    QList<qint64> strayLines;      //!< lines with text outside every card
    bool fallbackEncoding = false; //!< some text named no encoding, is not UTF-8, and was read as Windows-1252
};

/*!
 * Reads vCard 2.1, 3.0 and 4.0 as programs and phones really write them.
 *
 * The file is refused with "vcard.too_large", "vcard.too_many_cards", "vcard.no_card", "text.undecodable" (broken
 * UTF-16). A card is refused with "vcard.no_end" (cut off: what is missing cannot be known), "vcard.nested" (a card
 * within a card is an agent or a group, not a client), "vcard.version" (args: it), "vcard.nameless", "vcard.line_too_long",
 * "vcard.text_too_long", "vcard.too_many_properties", and for a name that cannot be read "text.unknown_encoding" or
 * "text.undecodable" (args: encoding).
 * A card without VERSION is read as 2.1. Pictures, sounds and keys are passed over. Pure, thread-safe.
 */
Result<VCardFile> readVCards(const QByteArray &file);

//! As UTF-8 in version 3.0 or 4.0 (what is asked for as 2.1 becomes 3.0), lines folded at 75 bytes.
QByteArray writeVCards(const QList<VCardContact> &contacts, VCardVersion version = VCardVersion::V40);

} // namespace thimblely
