// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/media.h"
#include "core/finance/payment.h"

#include <QStringList>

namespace thimblely::finance {

//! Moves: money that only changed its place, as a float or what is taken to the bank, or wages that are paid out.
enum class BookKind { All, Income, Expense, Moves };

//! Which rows of the books; what is not said leaves all of them.
struct BookFilter {
    std::optional<Date> from = {};
    std::optional<Date> until = {}; //!< the last day that counts
    BookKind kind = BookKind::All;
    QString category = {};
    std::optional<MemberId> member = {};
    std::optional<PaymentMethod> method = {};
    friend bool operator==(const BookFilter &, const BookFilter &) = default;
};

//! One row of the books, as it stands.
struct BookEntry {
    TransactionId id;
    Date date;
    Instant occurredAt;
    bool isIncome;
    bool movesProfit; //!< it is income or expense; else money that changed its place
    bool movesCash;   //!< else owed: earned and not paid yet
    QString category; //!< a code of ours ("order"), or as the shop calls it
    Money amount;     //!< what it adds is positive, what it takes away negative
    std::optional<PaymentMethod> method;
    QString orderNumber;
    QString invoiceNumber;
    QString clientName;
    QString memberName;
    QString description;
    QString counterparty;
    QString documentNumber;
    QString reason;
    QString receiptNumber;
    QByteArray photo; //!< of the slip, its SHA-256; empty: none
    bool reverses;
    bool isTakenBack; //!< nothing is left of it
    bool waiting;     //!< has not come in yet: in no sum
    bool inTill;
    friend bool operator==(const BookEntry &, const BookEntry &) = default;
};

//! After which row the next page begins.
struct BookPlace {
    Date date;
    TransactionId id;
};

//! An expense or income that no till and no client has to do with: rent, cloth by transfer, a machine that was sold.
struct BookDraft {
    bool isExpense = true;
    QString category;
    Money amount;
    PaymentMethod method = PaymentMethod::Transfer;
    std::optional<Date> date = {}; //!< none: today
    QString counterparty = {};
    QString documentNumber = {};
    QString note = {};
    std::optional<Money> taxInside = {}; //!< of the amount, as the bill says it
    std::optional<changes::Media> photo = {};
};

//! Words by which expenses and other income are usually told apart, as they stand in the file; the screens translate them.
QStringList usualCategories(bool isExpense);

} // namespace thimblely::finance
