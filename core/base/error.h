// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace thimblely {

//! What kind of failure it is: the program decides by this, never by a text.
enum class ErrorKind {
    Invalid,     //!< what was typed or read cannot be accepted; code names the rule
    NotFound,    //!< no such row that this person may see
    Forbidden,   //!< the role lacks a capability; args[0] is its name (UI offers "Approve here")
    Conflict,    //!< the row changed since, or the thing was done already
    Busy,        //!< another program holds the file longer than we wait
    ReadOnly,    //!< the file or its folder cannot be written
    DiskFull,    //!< no space left; nothing was written
    Corrupt,     //!< the file or a page of it is damaged
    TooNew,      //!< the file was written by a newer program
    NotOurs,     //!< the file is no shop file of ours
    NetworkPath, //!< the file lies in a network or cloud-synced folder
    Io,          //!< any other failure of the disk or the operating system
    WrongSecret, //!< password or PIN is wrong
    TryLater,    //!< too many wrong tries; args[0] is the number of seconds to wait
    Cancelled,   //!< a person stopped it
    Internal     //!< a fault of the program; detail is for the log
};

/*!
 * A failure as a value: its kind, the rule that was broken and what fills the sentence.
 *
 * `code` is a stable dotted name ("order.no_pieces"); core/messages turns it into a translated sentence and
 * one action. `args` fill the sentence in order. `detail` is technical, for the log, and holds no personal data.
 * Thread-safe as any value.
 */
struct Error {
    ErrorKind kind;
    QByteArray code;
    QStringList args = {};
    QString detail = {};

    friend bool operator==(const Error &, const Error &) = default;
};

//! A line for logs and the command line: "order.no_pieces (1042): detail".
QString describe(const Error &error);

} // namespace thimblely
