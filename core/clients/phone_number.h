// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"

#include <QString>

namespace thimblely {

//! Why what was typed may be no number that can be dialled; worth asking about once, never a reason to lose it.
enum class PhoneDoubt {
    None,
    NotANumber,     //!< "ask her brother"
    ADate,          //!< "12/03/1990"
    TooShort,       //!< a digit is missing
    TooLong,        //!< a digit too many
    WrongLength,    //!< between the lengths that there are
    UnknownCountry, //!< "+999 …"
    NotInUse,       //!< the right length, but no such area or network
};

//! A number as people type it, understood.
struct PhoneReading {
    QString e164;     //!< "+2348035554471"; empty where it could not be understood, or no network has such numbers
    QString national; //!< "8035554471": the digits that every way of typing it has in common; empty as above
    PhoneDoubt doubt = PhoneDoubt::None;
};

/*!
 * Reads a number with libphonenumber (Google's rules of every country's numbering plan, in Debian's libphonenumber 8):
 * with or without country code, "00" for "+", spaces, brackets, extensions, digits of any script. `countryCode`
 * (ISO 3166-1) is where a number without a country code is dialled. Thread-safe; the first call of a process builds
 * the plans (about 10 ms of processor time), which warmUpPhones() does aside.
 */
PhoneReading readPhone(const QString &typed, const QString &countryCode);

//! Builds the numbering plans on a thread of the pool, once; returns at once.
void warmUpPhones();

//! A doubt as an Error to be said: "phone.not_a_number", "phone.a_date", "phone.too_short", "phone.too_long", "phone.wrong_length",
//! "phone.unknown_country", "phone.not_in_use", args[0] what was typed. Without doubt: success.
Result<void> asError(PhoneDoubt doubt, const QString &typed);

namespace clients {
//! Where this workspace's numbers are dialled; empty where it never said. Internal to this folder.
Result<QString> countryOf(access::ScopedConnection &connection);
} // namespace clients

} // namespace thimblely
