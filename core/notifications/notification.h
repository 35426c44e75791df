// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/money.h"

#include <QByteArray>
#include <QLocale>
#include <QStringList>

#include <optional>
#include <vector>

namespace thimblely {

//! What somebody is told of. Today is the place where it is done; a notification only echoes it.
enum class NotificationKind {
    Overdue,          //!< an order is not ready after the day it was promised for
    DueToday,         //!< an order is promised for today and not ready
    Uncollected,      //!< what is ready has not been fetched for as long as the shop asks again after
    LowStock,         //!< a thing has fallen to its reorder level
    PaymentTaken,     //!< somebody else took money for an order that one looks after
    TransferCame,     //!< somebody else has seen money arrive that one wrote down as on its way
    InvitationTaken,  //!< somebody has taken up one's invitation
    InvitationRanOut, //!< nobody has taken up an invitation until its last day
    QuestionAnswered, //!< what a piece that one works on waited for is answered
    BackupOld,        //!< there has been no backup for days
    ReminderMissed    //!< one was reminded of what has begun since, and has not seen to it
};
constexpr int notificationKindCount = int(NotificationKind::ReminderMissed) + 1;

QByteArray toCode(NotificationKind kind); //!< as in the file: "order_overdue" …
std::optional<NotificationKind> notificationKindFromCode(QByteArrayView code);
//! Whether the person may read what such a notification is about.
bool isFor(NotificationKind kind, const access::Principal &principal);

//! Which screen it opens.
enum class NotificationScreen { None, Order, Stock, Team, Backups, Today };

//! What a notification opens: a screen, and the row there that it is about.
struct NotificationTarget {
    NotificationScreen screen = NotificationScreen::None;
    std::optional<RowId> row = {}; //!< the order, the thing in stock; none: the screen as a whole
    friend bool operator==(const NotificationTarget &, const NotificationTarget &) = default;
};

/*!
 * A notification as its reader is shown it. The file holds no sentence in anybody's language, no amount and nothing of a
 * client's: it holds the kind and the arguments, and the words are made when they are read (notificationText). Whose
 * order it is and how much was paid is looked up then too, by what the reader may read at that moment, so that hidden
 * money stays hidden, a changed role sees no more than it may, and who is erased is in no old notification. Only the
 * columns title and message say it in English, for a program that does not know the kind.
 */
struct Notification {
    RowId id;
    std::optional<NotificationKind> kind; //!< none: of a newer program, which left its sentence in `title`
    NotificationTarget opens;
    QStringList args; //!< what fills the sentence; days are marked as such (base/error_args.h)
    QString title;
    Instant madeAt;
    bool isRead;
    QString who = {};                 //!< whose order it is; empty: nobody's, or it may not be read
    QString what = {};                //!< what somebody was reminded of
    std::optional<Money> amount = {}; //!< what was paid; none without prices:read
    friend bool operator==(const Notification &, const Notification &) = default;
};

//! Where the next page starts: after the last of the page before.
struct NotificationPlace {
    Instant madeAt;
    RowId id;
};

//! The sentence of a kind in the language of the program, its days as the locale writes them.
QString notificationText(NotificationKind kind, const QStringList &args, const QLocale &locale);
//! Of what is listed; what a newer program made says what that one left.
QString notificationText(const Notification &notification, const QLocale &locale);
//! The same in English, as it stands in the file.
QString notificationTitle(NotificationKind kind, const QStringList &args);

} // namespace thimblely
