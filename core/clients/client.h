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

//! A number as a person typed it, and what is dialled.
struct Phone {
    QString number;
    PhoneUse use = PhoneUse::Call;
    QString e164 = {}; //!< read from `number` when it is stored (phone_number.h); empty where it could not be

    friend bool operator==(const Phone &a, const Phone &b) { return a.number == b.number && a.use == b.use; }
};

//! '+' and digits only ("0803 555-44" is "080355544"); no country is guessed. Empty where there is no digit.
QString phoneDigits(QStringView asTyped);

enum class GenderForFit { Unknown, Female, Male };
enum class Channel { None, Call, WhatsApp, Sms, Email }; //!< None: not said

//! A row of the list: what stands on it, and what its status chip is made of.
struct ClientSummary {
    ClientId id;
    QString name;
    QString number; //!< said aloud at the counter: "318"
    QString phone;  //!< as typed; empty where there is none, or this person may not read it
    QString company;
    QString payer;                      //!< who pays for this one, by name; empty: they pay themselves
    QString relation;                   //!< to the payer, "son"
    int openOrders;                     //!< booked, and not every piece collected or cancelled
    int readyPieces;                    //!< hanging, not collected
    std::optional<Date> nextPromise;    //!< the earliest of the open orders
    std::optional<Date> lastOrderDate;  //!< absent without prices:read
    std::optional<Money> balance;       //!< asked of the client, without what is on its way; absent without prices:read
    std::optional<Money> waiting = {};  //!< theirs, on its way; absent as that
    std::optional<Money> overpaid = {}; //!< of orders that they paid too much for; absent as that
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
    QString locale;                  //!< language of messages, "fr_FR"; empty: the shop's
    std::optional<ClientId> payer;   //!< who pays for this one; one payer, several bodies
    QString relation;                //!< to the payer, "son"
    Channel channel = Channel::None; //!< how this person wants to be told
    QString taxId;                   //!< GSTIN, PIN, VAT number
    bool creditAllowed = false;      //!< may take things away and pay later
    std::optional<Money> creditLimit;
    std::optional<Instant> marketingConsentAt; //!< since when offers may be sent; absent: they may not
    std::optional<Instant> photoConsentAt;     //!< since when photos of their pieces may be shown
    std::optional<Instant> messageOptOutAt;    //!< since when nothing at all is to be sent

    friend bool operator==(const ClientDraft &, const ClientDraft &) = default;
};

struct Client {
    ClientId id;
    QString number;
    ClientDraft fields;
    QString payerName; //!< empty: they pay themselves
    int openOrders;
    std::optional<qint64> orders;      //!< ever booked; absent without prices:read
    std::optional<Date> lastOrderDate; //!< absent without prices:read
    std::optional<Money> balance;      //!< asked of them, without what is on its way; absent without prices:read
    Instant createdAt;
    std::optional<Money> waiting = {};  //!< theirs, on its way; absent as that
    std::optional<Money> overpaid = {}; //!< of orders that they paid too much for; absent as that
};

/*!
 * Refuses what cannot be stored, each Invalid with the field's code: "client.no_name", "client.name_too_long" (200
 * characters), "client.bad_email", "client.bad_phone" (args: the phone; fewer than 3 digits), "client.born_later"
 * (birth date after `today`), "client.text_too_long" (10,000 characters), "money.negative" (the credit limit).
 */
Result<void> validate(const ClientDraft &draft, Date today);

} // namespace thimblely
