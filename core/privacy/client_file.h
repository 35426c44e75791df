// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/money.h"

#include <QJsonValue>
#include <QLocale>

#include <vector>

namespace thimblely::privacy {

//! One thing that is held: what it is called, as a person reads it, and as a program does.
struct HeldFact {
    QString name;
    QString text;
    QJsonValue value;
    std::optional<Money> money = {}; //!< what `text` writes, where it is an amount
    QByteArray column = {};          //!< what a program calls it
    bool isForPeople = true;         //!< else only the file for programs has it
};
struct HeldChange {
    QString when; //!< and by whom
    HeldFact before;
};
struct HeldRecord {
    std::vector<HeldFact> facts;
    std::vector<HeldChange> changes; //!< what it said before, the latest first
};
struct HeldSection {
    QString title;
    std::vector<HeldRecord> records;
};

//! Everything a shop holds on a client, to be given to them: card, measures, orders, money, calls, messages, history.
struct ClientFile {
    QString shop;
    QString client;
    QString number;
    Date madeOn;
    std::vector<HeldSection> sections;
    QStringList pictures; //!< SHA-256 in hexadecimal, as they are called in the shop's media folder
};

//! How the shop writes days, times and money.
struct ReadingTerms {
    QString shop;
    QLocale locale;
    ShopCalendar calendar;
    Currency currency;
    Date today;
};

//! For data:export; errors of access/privileged/held_rows.h. Any thread; seconds for a large file.
Result<ClientFile> everythingHeld(const QString &path, const access::Principal &principal, ClientId client,
                                  const ReadingTerms &terms);

//! By the number of the card; those in the bin too. NotFound "client.unknown".
Result<ClientId> clientNumbered(const QString &path, const access::Principal &principal, const QString &number);

//! The same for programs: {"shop", "client", "number", "made_on", "sections": {title: [{fact: value, "before": […]}]},
//! "pictures": […]}; money in minor units beside its currency, lengths as they were measured, instants in ISO 8601.
QByteArray jsonOf(const ClientFile &file);

} // namespace thimblely::privacy
