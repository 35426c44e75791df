// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace thimblely {

enum class PhoneUse { Call, WhatsApp, Both };

//! A number as a person typed it; what is dialled and searched is made of its digits.
struct Phone {
    QString number;
    PhoneUse use = PhoneUse::Call;

    friend bool operator==(const Phone &, const Phone &) = default;
};

//! '+' and digits only ("0803 555-44" is "080355544"); no country is guessed. Empty where there is no digit.
QString phoneDigits(QStringView asTyped);

enum class GenderForFit { Unknown, Female, Male };

//! A row of the list: what stands on it, and what its status chip is made of.
struct ClientSummary {
    ClientId id;
    QString name;
    QString number; //!< said aloud at the counter: "318"
    QString phone;  //!< as typed; empty where there is none, or this person may not read it
    QString company;
    int openOrders;                    //!< booked, and not every piece collected or cancelled
    int readyPieces;                   //!< hanging, not collected
    std::optional<Date> nextPromise;   //!< the earliest of the open orders
    std::optional<Date> lastOrderDate; //!< absent without prices:read
    std::optional<Money> balance;      //!< owed by the client; absent without prices:read
};

//! Everything a person can type about a client. Texts are trimmed when stored.
struct ClientDraft {
    QString name;
    std::vector<Phone> phones; //!< the first is the one on the list
    QString email;
    QString company;
    QString address;
    std::optional<Date> birthDate;
    GenderForFit gender = GenderForFit::Unknown;
    QString notes;
    QString fitNotes; //!< shown at the next order
    QStringList tags;
    QString locale; //!< language of messages, "fr_FR"; empty: the shop's

    friend bool operator==(const ClientDraft &, const ClientDraft &) = default;
};

struct Client {
    ClientId id;
    QString number;
    ClientDraft fields;
    int openOrders;
    std::optional<qint64> orders;      //!< ever booked; absent without prices:read
    std::optional<Date> lastOrderDate; //!< absent without prices:read
    std::optional<Money> balance;      //!< absent without prices:read
    Instant createdAt;
};

/*!
 * Refuses what cannot be stored, each Invalid with the field's code: "client.no_name", "client.name_too_long" (200
 * characters), "client.bad_email", "client.bad_phone" (args: the phone; fewer than 3 digits), "client.born_later"
 * (birth date after `today`), "client.text_too_long" (10,000 characters).
 */
Result<void> validate(const ClientDraft &draft, Date today);

} // namespace thimblely
