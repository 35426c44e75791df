// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client.h"
#include "core/conversations/message_template.h"
#include "core/orders/order.h"

#include <QLocale>

namespace thimblely::access {
class Session;
}
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::conversations {

//! Whom and what a message is about.
struct MessageAbout {
    ClientId client;
    std::optional<OrderId> order = {};
    std::optional<Instant> appointment = {}; //!< day and time are its; none: those of the order's promise
    std::optional<Money> asked = {};         //!< of them; none: all that the order, or without one they, are asked for
};

//! What can stand in a message about it, as people of `locale` write days, times and amounts. Without prices:read nothing
//! is known of a balance.
Result<MessageFacts> factsAbout(access::Session &session, changes::WriteDoor &door, const MessageAbout &about,
                                const QLocale &locale);

//! A template with its fields filled, in the client's language as far as it has that.
struct PreparedMessage {
    QString text;     //!< what could not be filled stands as it is written
    QString language; //!< of the text
    QString wanted;   //!< the client's
    QLocale locale;
    bool offer = false;
};

/*!
 * The words of a template for somebody: in `language`, where one is given, else in theirs, else in the shop's. Answers at
 * once, on the Session's thread. NotFound "message.unknown_template", "client.unknown", "order.not_found".
 */
Result<PreparedMessage> prepare(access::Session &session, changes::WriteDoor &door, const QString &templateKey,
                                const MessageAbout &about, const QString &language = {});

//! "Wednesday 2 December" in the language of the locale.
QString dayInMessage(const Date &day, const QLocale &locale);

} // namespace thimblely::conversations
